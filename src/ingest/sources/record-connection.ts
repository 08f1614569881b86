import { CHANGED, type Connection } from '../../domain/connection';
import type { Gap, SourceCoverage } from '../../domain/coverage';
import { lateSince } from '../../domain/parked';
import { readAgainBy } from '../../domain/read-again';
import type { IsoTime } from '../../domain/time';
import type { FeedState, RecordCount } from '../../ports/connection-store';
import type { Connector } from '../../ports/connector';
import { isReadWhole, narrowGaps, standingFills } from '../../domain/gap-fill';
import { countFromFiles } from '../fill/count-from-files';
import { loadFills, type SavedFill } from '../fill/fills';
import { findAcceptedParked, withoutAccepted } from './accepted-parked';
import { findAcceptedLoss } from './accepted-loss';
import { loadOutages } from './outages';
import { countedFor, countLate, parkedSince } from './parked-since';
import { reachOf } from './reach';
import { isRereadOverdue } from './reread';
import type { SourceNeeds } from './source-needs';
import { leaveProducts, spokenTo } from './spoken-to';

/** Further back a whole run says nothing that the round itself does not. */
const RUNS_LOOKED_AT = 20;

type Needs = Pick<SourceNeeds, 'stores' | 'connections' | 'findConnector' | 'settings' | 'queue' | 'clock'>;

/**
 * Writes the coverage of a connection for every product that its records went to, and takes it away where none of them is any more. Counted from what is stored, never added up, so that a
 * repeat changes nothing. @returns these products. @throws StoreUnavailable
 */
export async function recordConnection(needs: Needs, connection: Connection): Promise<readonly string[]> {
  const { stores, connections, findConnector } = needs;
  const [all, accepted, poll, reread] = await Promise.all([connections.countRecords(connection.id), findAcceptedParked(needs, connection.id), connections.findFeed(connection.id, 'poll'), connections.findFeed(connection.id, 'reread')]);
  const counts = withoutAccepted(all, accepted);
  const [outages, runs] = await Promise.all([loadOutages(needs, connection), connections.listReceipts(connection.id, RUNS_LOOKED_AT)]);
  const lastWhole = runs.find((one) => one.outcome === 'complete');
  const { products, left, known } = await spokenTo(needs, connection, counts);
  // Told of the source, for whichever product it speaks.
  const told = known.get(connection.product)?.gaps ?? [...known.values()].find((one) => one.gaps !== undefined)?.gaps;
  // What an admin said is how this source counts is no record that we miss.
  const offset = (await findAcceptedLoss(needs, connection.id))?.offset ?? 0;
  const fills = await loadFills(needs, connection.id);
  const fromFiles = await countFromFiles(connections, connection.id);
  const late = await countLate(connections, connection.id, lateSince(poll.completedAt ?? connection.createdAt), accepted?.at);
  const connector = findConnector(connection.connector);
  const isPolled = connector?.poll !== undefined;
  const reach = await reachOf(needs, connector, connection);
  for (const product of products) {
    const source = { id: connection.id, product, kind: connection.connector, name: connection.name, visibility: connection.visibility };
    const filled = fills.filter((one) => one.product === product);
    const gaps = known.get(product)?.gaps ?? told;
    await stores.products.saveSource(gaps === undefined ? source : { ...source, gaps });
    const { signals: _signals, ...span } = await stores.signals.spanOfSource(product, connection.id);
    await stores.products.saveCoverage(product, {
      source: connection.id, name: connection.name, kind: connection.connector, ...withUnreadable(numbersOf(counts, product, totalOf(poll, offset, fromFiles), isPolled && (poll.completedAt === undefined || reread.blind?.reason === CHANGED)), standingFills(filled)), ...span, ...reach,
      ...readingOf(connection, poll, lastWhole?.finishedAt),
      gaps: [...narrowGaps([...(gaps ?? []), ...poll.gaps, ...reread.gaps], filled.filter(isReadWhole)), ...blindness(connection, poll), ...doubted(connection, reread), ...overdue(connector, poll, reread), ...parkedSince(counts, late, product)],
      ...filledBy(filled),
      ...(outages.length === 0 ? {} : { outages }),
    });
  }
  await leaveProducts(needs, connection.id, left);
  return [...products];
}

type Numbers = Pick<SourceCoverage, 'total' | 'totalBy' | 'read' | 'kept' | 'skipped'>;

/** The times that files hold. */
function filledBy(fills: readonly SavedFill[]): Pick<SourceCoverage, 'filled'> {
  const filled = fills.filter(isReadWhole).map(({ from, to, file }) => ({ from, to, file }));
  return filled.length === 0 ? {} : { filled };
}

/** Rows of files that could not be read are offered, read and left out, as records of the source are. */
function withUnreadable(numbers: Numbers, fills: readonly SavedFill[]): Numbers {
  const bad = [...new Map(fills.map((one) => [one.importId, one])).values()].filter((one) => one.unreadable > 0);
  const rows = bad.reduce((sum, one) => sum + one.unreadable, 0);
  const skipped: Record<string, number> = { ...numbers.skipped };
  for (const { file, unreadable } of bad) skipped[`unreadable: row of ${file}`] = (skipped[`unreadable: row of ${file}`] ?? 0) + unreadable;
  return { ...numbers, total: numbers.total + rows, read: numbers.read + rows, skipped };
}

/** The source counts its own; what files brought comes on top. */
function totalOf({ totalAtSource }: FeedState, offset: number, fromFiles: number): number | undefined {
  return totalAtSource === undefined ? undefined : Math.max(0, totalAtSource - offset) + fromFiles;
}

function numbersOf(counts: readonly RecordCount[], product: string, total: number | undefined, isBeginning: boolean): Numbers {
  const { read, kept, skipped } = countedFor(counts, product);
  // Until the first round has come to its end there is at least one more: what is unknown is never "all of it".
  const least = isBeginning ? read + 1 : read;
  return { total: Math.max(total ?? 0, least), totalBy: total === undefined ? 'offered' : 'source', read, kept, skipped };
}

/**
 * When everything was last read, and by when it is read again: a paused source is not, and says so itself. Counted from the last run that came to its end,
 * which may be long after its round began, as after an outage. Runs that read a part and go on later promise nothing: however often they come, what was
 * said meanwhile may be unread.
 */
function readingOf({ state }: Connection, { completedAt }: FeedState, lastWholeAt: IsoTime = ''): Pick<SourceCoverage, 'lastReadAt' | 'readAgainBy'> {
  if (completedAt === undefined) return {};
  return { lastReadAt: completedAt, ...(state === 'paused' ? {} : { readAgainBy: readAgainBy(lastWholeAt > completedAt ? lastWholeAt : completedAt) }) };
}

/** What was deleted without a word is known by reading everything anew; where that was never done in its time, nobody knows it. */
function overdue(connector: Connector | undefined, { completedAt }: FeedState, reread: FeedState): readonly Gap[] {
  if (connector === undefined || completedAt === undefined || reread.completedAt === undefined || !isRereadOverdue(connector, reread.completedAt, completedAt)) return [];
  return [{ from: reread.completedAt, reason: 'reread-overdue' }];
}

/** Gaps without an end: since then we cannot say that nobody spoke. */
function blindness(connection: Connection, poll: FeedState): readonly Gap[] {
  const found = doubted(connection, poll);
  return found.length === 0 && connection.state === 'paused' ? [{ from: poll.completedAt ?? connection.since, reason: 'paused' }] : found;
}

function doubted(connection: Connection, { blind }: FeedState): readonly Gap[] {
  // Said as "reading": nothing is wrong.
  return blind === undefined || (blind.reason === CHANGED && connection.state !== 'paused') ? [] : [{ from: blind.since, reason: blind.reason }];
}

/** The moment since when nothing is certain: the last time everything was read, or the beginning. */
export function blindSince(connection: Connection, state: FeedState): IsoTime {
  return state.blind?.since ?? state.completedAt ?? connection.since;
}
