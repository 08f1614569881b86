import type Resolver from '@forge/resolver';
import { Nothing } from '../../../contract/panel';
import { BeforeWord, ConnectForm, FillRef, FurtherBack, SourceForm, SourceGap, SourceRef, SourceRuns, type SourceEndpoints, type SourcePreviewView, type SourceTest } from '../../../contract/sources';
import { SourceError } from '../../../domain/source-errors';
import { BadInput } from '../../../domain/errors';
import { DAY_IN_MS, epochMs, isoTime } from '../../../domain/time';
import type { App } from '../../../app';
import { endpoint } from '../../endpoint';
import { siteAdmin } from '../../permissions';
import { runsView } from './runs-view';
import { sourcesView } from './sources-view';

/** Endpoints of the sources: every one needs Administer Jira, asked of Jira as the user. */
export function defineSourcesAdmin(resolver: Resolver, app: App): void {
  const admin = siteAdmin(app.ports.tracker);
  const define = (name: string, act: (id: string) => Promise<void>): void =>
    void resolver.define(name, endpoint(name, SourceRef, admin, async ({ id }) => {
      await act(id);
      return { done: true as const };
    }));
  resolver.define('sources.open', endpoint('sources.open', Nothing, admin, () => sourcesView(app)));
  resolver.define('sources.test', endpoint('sources.test', SourceForm, admin, (form) => test(app, form)));
  resolver.define('sources.preview', endpoint('sources.preview', SourceForm, admin, (form, caller) => preview(app, form, caller.accountId)));
  resolver.define('sources.connect', endpoint('sources.connect', ConnectForm, admin, (form, caller) => connect(app, form, caller.accountId)));
  define('sources.pause', (id) => app.sources.pause(id));
  define('sources.resume', (id) => app.sources.resume(id));
  define('sources.remove', (id) => app.sources.remove(id));
  define('sources.acceptLoss', (id) => app.sources.acceptLoss(id));
  resolver.define('sources.noteGap', endpoint('sources.noteGap', SourceGap, admin, async ({ id, from, to, reason }) => {
    await app.sources.noteGap(id, { from: isoTime(epochMs(from)), to: isoTime(epochMs(to) + DAY_IN_MS), reason });
    return { done: true as const };
  }));
  resolver.define('sources.readFurtherBack', endpoint('sources.readFurtherBack', FurtherBack, admin, async ({ id, days }) => {
    await app.sources.readFurtherBack(id, isoTime(epochMs(app.ports.clock.now()) - days * DAY_IN_MS));
    return { done: true as const };
  }));
  resolver.define('sources.sayBefore', endpoint('sources.sayBefore', BeforeWord, admin, async ({ id, isNothingMissing }) => {
    await (isNothingMissing ? app.sources.sayNothingBefore(id) : app.sources.unsayNothingBefore(id));
    return { done: true as const };
  }));
  resolver.define('sources.runs', endpoint('sources.runs', SourceRuns, admin, ({ id, before }) => runsView(app.sources.connections, id, isoTime(epochMs(before)))));
  resolver.define('sources.takeFillBack', endpoint('sources.takeFillBack', FillRef, admin, async ({ id, importId }) => {
    await app.sources.fills.takeBack(id, importId);
    return { done: true as const };
  }));
  define('sources.readNow', (id) => app.sources.readNow(id));
}

type Form = ReturnType<typeof SourceForm.parse>;

function formOf({ id, ...form }: Form): Parameters<App['sources']['connect']>[0] {
  return id === undefined ? form : { ...form, id };
}

async function connect(app: App, { looked, withoutLooking, ...form }: ReturnType<typeof ConnectForm.parse>, by: string): Promise<SourceEndpoints['sources.connect']['output']> {
  const answer = await app.sources.connect(formOf(form), by, withoutLooking === true ? 'without-looking' : { looked: looked ?? '' });
  return answer.ok ? { connected: true, id: answer.connection.id } : { connected: false, test: answer.test };
}

/** A field that is wrong is a finding of the test, not a failure of ours. */
async function test(app: App, form: Form): Promise<SourceTest> {
  try {
    const result = await app.sources.test(formOf(form));
    return result.ok ? { ok: true, found: result.found, warnings: result.warnings ?? [] } : result;
  } catch (error) {
    if (error instanceof BadInput && error.edge === 'source') return { ok: false, field: error.field, problem: error.reason };
    throw error;
  }
}

async function preview(app: App, form: Form, by: string): Promise<SourcePreviewView> {
  try {
    const { signals, skipped, looked, isOfAnyTime } = await app.sources.preview(formOf(form), by);
    const accounts = await app.ports.accounts.findAccounts([...new Set(signals.flatMap(({ account }) => account ?? []))]);
    const names = new Map(accounts.map((one) => [one.id, one.name]));
    return {
      skipped,
      looked,
      isOfAnyTime,
      signals: signals.map(({ id, at, title, text, event, account }) => ({
        id, at, ...(title === undefined ? {} : { title }), ...(text === undefined ? {} : { text }), ...(event === undefined ? {} : { event }), ...(account === undefined ? {} : { account: names.get(account) ?? account }),
      })),
    };
  } catch (error) {
    // Its own failure, told apart from ours by its code.
    if (error instanceof SourceError) throw new BadInput('source', 'source', error.code);
    throw error;
  }
}
