import type Resolver from '@forge/resolver';
import { KeptSourceRef, SayHeldTime, type KeptSourcesView } from '../../contract/kept-sources';
import { Nothing } from '../../contract/panel';
import { DAY_IN_MS, epochMs, isoTime } from '../../domain/time';
import type { App } from '../../app';
import { endpoint } from '../endpoint';
import { siteAdmin } from '../permissions';

/** Files and removed senders: what is kept of them, and how each is left. Every endpoint needs Administer Jira, asked of Jira as the user. */
export function defineKeptSources(resolver: Resolver, app: App): void {
  const admin = siteAdmin(app.ports.tracker);
  const view = async (): Promise<KeptSourcesView> => ({ sources: await app.kept.list() });
  resolver.define('admin.keptSources', endpoint('admin.keptSources', Nothing, admin, view));
  resolver.define('admin.giveUpSource', endpoint('admin.giveUpSource', KeptSourceRef, admin, async ({ product, source }) => {
    await app.kept.giveUp(product, source);
    return view();
  }));
  resolver.define('admin.settleLostRows', endpoint('admin.settleLostRows', KeptSourceRef, admin, async ({ product, source }) => {
    await app.kept.settleLostRows(product, source);
    return view();
  }));
  resolver.define('admin.sayHeldTime', endpoint('admin.sayHeldTime', SayHeldTime, admin, async ({ product, source, time }) => {
    await app.kept.sayHeld(product, source, time === undefined ? undefined : { ...wholeDays(time), ...(time.isNothingBefore ? { isNothingBefore: true } : {}) });
    return view();
  }));
  resolver.define('admin.removeKeptSource', endpoint('admin.removeKeptSource', KeptSourceRef, admin, async ({ product, source }) => {
    await app.kept.remove(product, source);
    return view();
  }));
}

/** Both days with all their hours. */
function wholeDays({ from, to }: { readonly from: string; readonly to: string }): { readonly from: string; readonly to: string } {
  return { from: isoTime(epochMs(from)), to: isoTime(epochMs(to) + DAY_IN_MS - 1) };
}
