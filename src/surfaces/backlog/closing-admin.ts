import type Resolver from '@forge/resolver';
import { AcceptFallback, ChangeMode, ChangePolicy, ClosingProduct, ExportLedger, RearmBreaker, type ClosingSettingsView } from '../../contract/backlog';
import { Nothing } from '../../contract/panel';
import { NotFound } from '../../domain/errors';
import { sentence } from '../../domain/sentence';
import type { App } from '../../app';
import { endpoint } from '../endpoint';
import { siteAdmin } from '../permissions';
import type { Caller } from '../caller';
import { dryRun } from './backlog';

const LEDGER_PAGE = 500;
/** What an admin can settle by asking for it. */
const FOR_ADMINS: ReadonlySet<string> = new Set(['approve', 'second-admin', 'wait-seven-days']);

/** Settings of closing on the admin page; every one needs Administer Jira, asked of Jira as the user. */
export function defineClosingAdmin(resolver: Resolver, app: App): void {
  const admin = siteAdmin(app.ports.tracker);
  resolver.define('admin.closing', endpoint('admin.closing', ClosingProduct, admin, ({ product }, caller) => settings(app, product, caller)));
  resolver.define('admin.changePolicy', endpoint('admin.changePolicy', ChangePolicy, admin, async ({ product, wish }, caller) => {
    const asked = Object.fromEntries(Object.entries(wish).filter(([, value]) => value !== undefined));
    const { corrections } = await app.closing.changePolicy(await known(app, product), asked, caller.accountId);
    return { settings: await settings(app, product, caller), corrections };
  }));
  resolver.define('admin.acceptFallback', endpoint('admin.acceptFallback', AcceptFallback, admin, async ({ product, kind, name }, caller) => {
    await app.closing.acceptFallback(await known(app, product), { kind, name }, caller.accountId);
    return settings(app, product, caller);
  }));
  // Every step up is shown first what it would have done on this product's own past.
  resolver.define('admin.dryRun', endpoint('admin.dryRun', ClosingProduct, admin, async ({ product }) => dryRun(app, await known(app, product))));
  resolver.define('admin.changeMode', endpoint('admin.changeMode', ChangeMode, admin, async ({ product, mode }, caller) => {
    const isSoleAdmin = mode === 'live' && (await app.ports.tracker.isOnlySiteAdmin());
    await app.closing.changeMode(await known(app, product), { mode, by: caller.accountId, isSoleAdmin });
    await app.wantSweep(product);
    return settings(app, product, caller);
  }));
  resolver.define('admin.stopClosing', endpoint('admin.stopClosing', Nothing, admin, async (_, caller) => {
    await app.closing.stopClosing(caller.accountId);
    return { stopped: true as const };
  }));
  resolver.define('admin.resumeClosing', endpoint('admin.resumeClosing', Nothing, admin, async (_, caller) => {
    await app.closing.resumeClosing(caller.accountId);
    return { stopped: false as const };
  }));
  resolver.define('admin.rearmBreaker', endpoint('admin.rearmBreaker', RearmBreaker, admin, async ({ product, reason }, caller) => {
    await app.closing.rearmBreaker(await known(app, product), caller.accountId, reason);
    return settings(app, product, caller);
  }));
  resolver.define('admin.forgetRemoved', endpoint('admin.forgetRemoved', ClosingProduct, admin, async ({ product }, caller) => {
    await app.closing.forgetRemoved(await known(app, product));
    return settings(app, product, caller);
  }));
  resolver.define('admin.reconcile', endpoint('admin.reconcile', ClosingProduct, admin, async ({ product }) => {
    const { entries, compared, explained, differences } = await app.closing.reconcile(await known(app, product));
    return { entries, compared, explained, unexplained: differences.length };
  }));
  resolver.define('admin.exportLedger', endpoint('admin.exportLedger', ExportLedger, admin, async ({ format, after }) => {
    const entries = await app.closing.ledger.page(after, LEDGER_PAGE);
    const last = entries.at(-1);
    return { fileName: `ledger-${after + 1}.${format}`, text: format === 'csv' ? app.closing.ledgerCsv(entries, after === 0) : app.closing.ledgerJson(entries), ...(last === undefined || entries.length < LEDGER_PAGE ? {} : { next: last.seq }) };
  }));
}

async function known(app: App, product: string): Promise<string> {
  if ((await app.ports.stores.products.findProduct(product)) === undefined) throw new NotFound('no such product');
  return product;
}

async function settings(app: App, product: string, { accountId }: Caller): Promise<ClosingSettingsView> {
  const desk = app.closing;
  const [policy, stopped, breaker, facts, approvals, batch, removed] = await Promise.all([
    desk.loadPolicy(await known(app, product)),
    desk.sweeps.isStopped(),
    desk.sweeps.findBreaker(product),
    desk.loadLiveFacts(product),
    desk.sweeps.listApprovals(product),
    desk.lastBatch(product),
    desk.removedSupport(product),
  ]);
  const gaps = desk.liveGaps(facts, app.ports.clock.now());
  return {
    policy,
    bounds: Object.fromEntries(Object.entries(desk.BOUNDS).map(([field, { floor, ceiling }]) => [field, { floor, ceiling }])),
    stopped,
    liveGaps: gaps.map((gap) => sentence(`live.${gap}`)),
    mayApproveLive: gaps.every((gap) => FOR_ADMINS.has(gap)),
    approvals: approvals.filter((approval) => approval.policyVersion === policy.version).map(({ by, at }) => ({ isYours: by === accountId, at })),
    ...(removed === undefined ? {} : { removed }),
    ...(breaker.kind === 'open' ? { breaker: { reason: sentence(`breaker.${breaker.reason}`), at: breaker.at } } : {}),
    ...(policy.fallback !== undefined || batch?.offers === undefined ? {} : { fallbacks: batch.offers.map(({ kind, name }) => ({ kind, name, words: sentence(`fallback.${kind}`, { name }) })) }),
  };
}
