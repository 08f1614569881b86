import type { ConnectionView, ConnectorView, SourcesView } from '../../../contract/sources';
import type { App } from '../../../app';
import { CHANGED } from '../../../domain/connection';
import { NOT_READ, sourcesAsOf } from '../../../domain/coverage';
import { isReadWhole } from '../../../domain/gap-fill';
import { isHandedOver } from '../../../domain/heard-when-marked';
import { PARKED } from '../../../domain/parked';
import { staysOnAtlassian } from '../../../ingest/sources/offered-in';
import { acceptableParked } from '../../../ingest/sources/accepted-parked';
import { receiptView } from './runs-view';
import { scopesRead } from './scopes-read';

const RECEIPTS_SHOWN = 10;
/** Doubts that a person can settle by saying that it is really so. */
const ACCEPTABLE: ReadonlySet<string> = new Set(['shrunk', 'canaries-missing', 'emptied', 'too-quiet', 'count-contradicts', 'nothing-ever', 'no-customer-ever', 'unreadable-records']);

/** What can be connected, what is, and how fresh. Secrets are said to be set, never sent. */
export async function sourcesView(app: App): Promise<SourcesView> {
  const { connections } = app.sources;
  const live = (await connections.listConnections()).filter((one) => one.state !== 'removed');
  return { connectors: app.sources.connectors.map(connectorView), connections: await Promise.all(live.map((one) => connectionView(app, one))), asOf: app.ports.clock.now(), ...(app.sources.isAtlassianOnly ? { isAtlassianOnly: true } : {}) };
}

function connectorView(one: App['sources']['connectors'][number]): ConnectorView {
  return {
    id: one.id, name: one.name, about: one.about, limits: one.limits, egress: one.egress, staysOnAtlassian: staysOnAtlassian(one), isPolled: one.poll !== undefined, readsAll: one.readsAll === true,
    isHandedOver: isHandedOver(one.id), ...(one.whereToEnter === undefined ? {} : { whereToEnter: one.whereToEnter }),
    fields: one.fields.map(({ name, label, help, kind, placeholder, choices, isOptional }) => ({
      name, label, help, kind, isOptional: isOptional === true, ...(placeholder === undefined ? {} : { placeholder }), ...(choices === undefined ? {} : { choices }),
    })),
  };
}

type Connection = Awaited<ReturnType<App['sources']['connections']['listConnections']>>[number];

async function connectionView(app: App, one: Connection): Promise<ConnectionView> {
  const { connections } = app.sources;
  const [poll, reread, { noNumber }, receipts, coverage, secretsSet, unreadLists] = await Promise.all([
    connections.findFeed(one.id, 'poll'), connections.findFeed(one.id, 'reread'), connections.findFeed(one.id, 'accounts'), connections.listReceipts(one.id, RECEIPTS_SHOWN),
    app.ports.stores.products.listCoverage(one.product), app.sources.secretsSet(one), app.sources.listTroubles(one.id),
  ]);
  const own = sourcesAsOf(coverage, app.ports.clock.now()).find((source) => source.source === one.id);
  const unread = own?.gaps.find((gap) => gap.to === undefined && gap.reason === NOT_READ);
  // Nothing of ours ran that could have said it.
  const stale = unread === undefined ? undefined : { since: unread.from, reason: NOT_READ };
  const blind = poll.blind ?? (reread.blind?.reason === CHANGED ? undefined : reread.blind) ?? stale;
  const isParkedOnly = blind === undefined && unreadLists.length === 0 && own?.gaps.some((gap) => gap.reason === PARKED) === true && Object.keys(acceptableParked(own.skipped)).length > 0;
  const scopes = scopesRead(one.settings, poll.checkpoint);
  return {
    id: one.id, connector: one.connector, product: one.product, name: one.name, visibility: one.visibility, settings: one.settings, since: one.since, secretsSet,
    state: one.state === 'removed' ? 'paused' : one.state,
    unreadLists,
    ...(noNumber === undefined || noNumber.without === 0 ? {} : { noNumber }),
    fills: (await app.sources.fills.list(one.id)).map(({ importId, from, to, file, at, kept, unreadable }) => ({ importId, from, to, file, at, kept, unreadable, isWhole: isReadWhole({ kept, unreadable }) })),
    canAcceptLoss: (blind !== undefined && ACCEPTABLE.has(blind.reason)) || unreadLists.some((list) => list.reason === 'links-shrunk') || isParkedOnly,
    receipts: receipts.map(receiptView),
    ...(poll.completedAt === undefined ? {} : { lastReadAt: poll.completedAt }),
    ...(poll.notBefore === undefined || poll.notBefore < app.ports.clock.now() ? {} : { notBefore: poll.notBefore }),
    ...(scopes.length === 0 ? {} : { scopes }),
    ...(blind === undefined ? {} : { blind }),
    ...(own === undefined ? {} : { coverage: own }),
    ...(takesDeliveries(app, one.connector) ? { deliveryAddress: await app.sources.vendorAddress(one.id) } : {}),
  };
}

function takesDeliveries(app: App, connector: string): boolean {
  return app.sources.connectors.find((one) => one.id === connector)?.receive !== undefined;
}
