import type { Connection, ConnectionState } from '../../domain/connection';
import { secretKey } from '../../domain/connection';
import { NotFound } from '../../domain/errors';
import type { FeedState } from '../../ports/connection-store';
import { forgetFills } from '../fill/fills';
import { noteRemovedSupport } from '../leaving/note-removed-support';
import { acceptParked, forgetAcceptedParked } from './accepted-parked';
import { forgetAskedAgain } from './ask-again';
import { findAcceptedLoss, forgetAcceptedLoss, saveAcceptedLoss } from './accepted-loss';
import { buryIfRemoved, buryRecords, lookAnew } from './bury-removed';
import { forgetDoubt } from './doubts';
import { readAnewFromNow } from './reread';
import { forgetNothingBefore } from './reach';
import { recordConnection } from './record-connection';
import type { SourceNeeds } from './source-needs';
import { settingsOf } from './spoken-to';
import { forgetTracked } from './tracked-issues';
import { wantAll } from './want-all';

type Needs = Pick<SourceNeeds, 'stores' | 'connections' | 'settings' | 'queue' | 'clock' | 'findConnector'>;

/** Doubts that reading everything anew settles. */
const LOSSES: ReadonlySet<string> = new Set(['shrunk', 'canaries-missing', 'emptied', 'count-contradicts']);

/** @throws NotFound */
async function find({ connections }: Needs, id: string): Promise<Connection> {
  const connection = await connections.findConnection(id);
  if (connection === undefined || connection.state === 'removed') throw new NotFound('no such source');
  return connection;
}

async function become(needs: Needs, connection: Connection, state: ConnectionState): Promise<void> {
  const { attention: _was, ...rest } = connection;
  await needs.connections.saveConnection({ ...rest, state });
  await recordConnection(needs, { ...rest, state });
}

/** Nothing is read while it is paused; what it kept stays, and coverage says "gap" from now on. */
export async function pauseSource(needs: Needs, id: string): Promise<void> {
  await become(needs, await find(needs, id), 'paused');
}

/** Goes on where it stopped: what was said meanwhile is read now. */
export async function resumeSource(needs: Needs, id: string): Promise<void> {
  await become(needs, await find(needs, id), 'active');
  await wantAll(needs, id, true);
  await needs.queue.push({ name: 'poll-source', connection: id });
}

/**
 * Ends a connection for good: its signals are tombstones and never quoted again, its secrets are gone, and its coverage goes, for
 * from now on nobody claims to listen there. Safe to repeat after being killed.
 */
export async function removeSource(needs: Needs, id: string): Promise<void> {
  const connection = await find(needs, id);
  await become(needs, connection, 'paused');
  const at = needs.clock.now();
  for (const { id: product } of await needs.stores.products.listProducts()) await noteRemovedSupport(needs, product, id);
  const products = new Set(await buryRecords(needs, id, at));
  for (const field of needs.findConnector(connection.connector)?.fields ?? []) if (field.kind === 'secret') await needs.settings.saveSecret(secretKey(id, field.name), '');
  for (const product of (await settingsOf(needs, id)).keys()) {
    products.add(product);
    await needs.stores.products.dropSource(product, id);
  }
  await forgetAcceptedLoss(needs, id);
  await forgetAcceptedParked(needs, id);
  await forgetAskedAgain(needs, id);
  await forgetNothingBefore(needs, id);
  await forgetDoubt(needs, id);
  await forgetFills(needs, id);
  await forgetTracked(needs, id);
  await wantAll(needs, id, false);
  await needs.connections.removeSent(id, '9999');
  await needs.connections.saveConnection({ ...connection, state: 'removed', settings: {} });
  for (const product of products) await lookAnew(needs, product);
  // A run that ended just before saw no removal.
  await buryIfRemoved(needs, id);
}

/**
 * A person says that what is missing is really gone, that it is really quiet, or that nothing is missing in what could not be read. For the first everything is read anew at once, and what is not seen
 * then is gone; until that is done coverage says "gap". For the second the quiet until now is doubted no more, for the third as many records as there are now. @throws NotFound
 */
export async function acceptLoss(needs: Needs, id: string): Promise<void> {
  const connection = await find(needs, id);
  const [poll, reread] = await Promise.all([needs.connections.findFeed(id, 'poll'), needs.connections.findFeed(id, 'reread')]);
  const blind = [poll.blind, reread.blind].find((one) => one !== undefined && LOSSES.has(one.reason)) ?? poll.blind ?? reread.blind;
  const at = needs.clock.now();
  const isLoss = blind !== undefined && LOSSES.has(blind.reason);
  const before = await findAcceptedLoss(needs, id);
  await saveAcceptedLoss(needs, id, { at, isOpen: isLoss || before?.isOpen === true, offset: before?.offset ?? 0, isEmpty: blind?.reason === 'nothing-ever' || blind?.reason === 'no-customer-ever' });
  if (isLoss) await readAnewFromNow(needs, id, blind);
  if (isLoss) await wantAll(needs, id, true);
  const links = await needs.connections.findFeed(id, 'links');
  // Whoever was shown another doubt spoke of that.
  if (blind === undefined ? links.blind === undefined : blind.reason === 'unreadable-records') {
    await acceptParked(needs, id, await needs.connections.countRecords(id), at);
    await recordConnection(needs, connection);
  }
  // Listed from the beginning with the next poll, and believed then.
  if (links.blind?.reason === 'links-shrunk') await needs.connections.moveFeed(fromTheStart(links));
  await needs.queue.push({ name: 'poll-source', connection: id });
}

function fromTheStart({ checkpoint: _from, completedAt: _last, roundStartedAt: _now, roundCheckpoint: _began, ...feed }: FeedState): FeedState {
  return { ...feed, recent: [] };
}

/** Reads now rather than at the next full hour; not before the time that the source asked for. */
export async function readSourceNow(needs: Needs, id: string): Promise<void> {
  await find(needs, id);
  await wantAll(needs, id, true);
  await needs.queue.push({ name: 'poll-source', connection: id });
}
