import { yieldingToSource } from '../fill/yield-to-source';
import { changeMark } from '../../domain/change-mark';
import type { Connection } from '../../domain/connection';
import { BadInput } from '../../domain/errors';
import { mergeGaps } from '../../domain/merge-gaps';
import { SourceBudgetSpent, SourceError, SourceRateLimited } from '../../domain/source-errors';
import { epochMs, isoTime, type IsoTime } from '../../domain/time';
import type { FeedName, FeedState } from '../../ports/connection-store';
import type { Connector } from '../../ports/connector';
import { isLossAccepted } from './accepted-loss';
import { beginToAskAgain } from './ask-again';
import { mendChanged } from './changed-meanwhile';
import { doubtRound } from './doubt-round';
import { drawCanaries } from './draw-canaries';
import { openAsk } from './open-ask';
import { noteOutage } from './outages';
import { closeRound, readFeed, rolledBack, type Run } from './read-feed';
import { readList } from './read-lists';
import { isToBeExplained } from './doubts';
import { blindSince, recordConnection } from './record-connection';
import { openSentBook } from './sent-book';
import { buryUnseen, isRereadDue } from './reread';
import type { SourceNeeds } from './source-needs';
import { takeRecords } from './take-records';
import { keepUnnamed, withUnnamed, withUnnamedAnew } from './unnamed';
import { wakeAt } from './wake-at';
import { isAllWanted, wantAll } from './want-all';
import { addTaken, emptyTally, receiptOf, type Tally } from './tally';

/** Reading stops after this long and goes on in a job of its own: far below the 900 s that a queue consumer may take. */
const BUDGET_IN_MS = 240_000;
/** Being asked to wait is no blindness until it has lasted this long. */
const PATIENT_MS = 6 * 3_600_000;
/** Who waits longest in turn waits four hours; longer, and polls have been missed. */
const IN_TURN_MS = 5 * 3_600_000;
const LARGE_ROUND = 5_000;
const REST_MS = 6 * 3_600_000;

/** How a run ended: to the end, stopped in between (another job goes on), or not to be believed. */
type End = { readonly kind: 'complete' } | { readonly kind: 'partial'; readonly heldBack?: string } | { readonly kind: 'blind'; readonly because: string };

/**
 * One run over one source: accounts, new and changed records, deletions, everything anew when that is due, links. Each feed resumes from its
 * own checkpoint; being killed anywhere, or running twice, changes nothing in the end. Ends in a receipt and in the source's coverage, also
 * when nothing could be read.
 * @throws StoreUnavailable
 */
export async function pollSource(needs: SourceNeeds, connectionId: string): Promise<void> {
  const connection = await needs.connections.findConnection(connectionId);
  const connector = connection === undefined ? undefined : needs.findConnector(connection.connector);
  if (connection === undefined || connector?.poll === undefined || connection.state === 'paused' || connection.state === 'removed') return;
  const poll = await needs.connections.findFeed(connection.id, 'poll');
  const startedAt = needs.clock.now();
  if (poll.notBefore !== undefined && poll.notBefore > startedAt) return wakeAt(needs, connection.id, poll.notBefore);
  const book = await openSentBook(needs, connector, connection, false);
  const run: Run = { connection, ask: await openAsk(needs, connector, connection, { book }), deadlineMs: needs.clock.monotonicMs() + BUDGET_IN_MS };
  const tally = emptyTally();
  const end = await readAll(needs, run, connector, tally).finally(book.close);
  const isBlind = end.kind === 'blind';
  await needs.connections.saveReceipt(receiptOf(connection, tally, {
    startedAt, finishedAt: needs.clock.now(), outcome: end.kind, requests: run.ask.http.requests(), received: run.ask.http.received(), ...(isBlind ? { blindBecause: end.because } : {}), ...(end.kind === 'partial' && end.heldBack !== undefined ? { heldBack: end.heldBack } : {}),
  }));
  if (end.kind === 'complete') await noteOutage(needs, connector, connection, poll, needs.clock.now());
  // Whoever changed the connection meanwhile wins.
  if (end.kind === 'complete' && connection.state === 'needs-attention') await needs.connections.replaceConnection(connection, healed(connection));
  const now = await needs.connections.findConnection(connection.id);
  const spokenTo = now !== undefined && now.state !== 'removed' ? await recordConnection(needs, now) : [];
  // What was derived while the source was read for the first time was derived of a part, also where the last page brought nothing.
  if (end.kind === 'complete' && poll.completedAt === undefined) for (const product of spokenTo) tally.products.add(product);
  needs.crashPoint('coverage-recorded');
  await mendChanged(needs, connection);
  for (const product of tally.products) {
    await needs.settings.save(changeMark(product), needs.clock.now());
    if (end.kind !== 'partial') await needs.queue.push({ name: 'understand', product });
  }
  needs.logger.info('source.polled', { connection: connection.id, outcome: end.kind, read: tally.read, kept: tally.kept, requests: run.ask.http.requests() });
}

function healed({ attention: _mended, ...connection }: Connection): Connection {
  return { ...connection, state: 'active' };
}

async function readAll(needs: SourceNeeds, run: Run, connector: Connector, tally: Tally): Promise<End> {
  let feed: FeedName = 'poll';
  try {
    await readList(needs, run, connector, 'accounts', tally);
    const polled = await pollRecords(needs, run, connector, tally);
    const isLoss = polled.kind === 'blind' && (await isToBeExplained(needs, run.connection.id));
    if (polled.kind !== 'complete' && !isLoss) return goOn(needs, run, polled);
    feed = 'deletions';
    await readDeletions(needs, run, connector, tally);
    feed = 'reread';
    const reread = await readAnew(needs, run, connector, tally, isLoss || polled.isSuspicious);
    if (reread.kind === 'partial') return goOn(needs, run, reread);
    // What was found now explains it to the next poll.
    if (polled.kind !== 'complete') return polled;
    if (reread.kind !== 'complete') return reread;
    await readList(needs, run, connector, 'links', tally);
    return { kind: 'complete' };
  } catch (error) {
    if (error instanceof SourceRateLimited || error instanceof SourceBudgetSpent) return waitAsAsked(needs, run, error);
    if (error instanceof SourceError || error instanceof BadInput) return becomeBlind(needs, run, feed, error);
    throw error;
  }
}

async function goOn(needs: SourceNeeds, run: Run, end: End): Promise<End> {
  if (end.kind === 'partial') await needs.queue.push({ name: 'poll-source', connection: run.connection.id });
  return end;
}

async function pollRecords(needs: SourceNeeds, run: Run, connector: Connector, tally: Tally): Promise<End & { readonly isSuspicious?: boolean }> {
  if (connector.poll === undefined) return { kind: 'complete' };
  const state = await needs.connections.findFeed(run.connection.id, 'poll');
  const feed = state.completedAt === undefined && connector.backfill !== undefined ? connector.backfill : connector.poll;
  tally.isInTurn = await mayTakeTurns(needs, run, state);
  const polling: Run = { ...run, drawn: () => tally.drawn, ask: { ...run.ask, isInTurn: tally.isInTurn, drawCanaries: async () => {
    const { recent, others } = (tally.drawn ??= await drawCanaries(needs, run.connection.id));
    return [...recent, ...others];
  } } };
  const yieldRows = yieldingToSource(needs, run.connection);
  const round = await readFeed(needs, polling, 'poll', feed, async (page, at) => {
    if (page.accounts !== undefined && page.accounts.length > 0) await needs.takeAccounts(run.connection, page.accounts);
    addTaken(tally, await takeRecords(needs, run.connection, withUnnamed(page), at));
    for (const product of await yieldRows(page.items, at)) tally.products.add(product);
    if (page.gaps !== undefined) tally.gaps.splice(0, tally.gaps.length, ...mergeGaps(tally.gaps, page.gaps));
  });
  if (round.kind !== 'complete') return { kind: 'partial' };
  const { disbelief, total } = await doubtRound(needs, run, connector, round.state, tally, round.readTo);
  if (total !== undefined) tally.totalAtSource = total;
  const told: FeedState = { ...round.state, ...(total === undefined ? {} : { totalAtSource: total }) };
  if (disbelief !== undefined && disbelief.kind !== 'read-anew') return stayBlind(needs, run, rested(needs, rolledBack(told), tally), disbelief.kind, 'since' in disbelief ? disbelief.since : undefined);
  await keepUnnamed(needs, run.connection.id);
  // The first read from the beginning is a reading of everything; the next one is due from then on. After another feed for history the
  // checkpoint is that feed's own, so polling begins from when it was complete.
  const closed = await closeRound(needs, told, feed === connector.backfill, round.readTo);
  if (closed !== undefined) await wantAll(needs, run.connection.id, false);
  if (closed !== undefined) await startCounting(needs, run.connection, closed.completedAt);
  return { kind: 'complete', isSuspicious: disbelief?.kind === 'read-anew' };
}

/**
 * Not after a time in which we did not hear or did not ask, nor where a person asked: then everything is read, so that nothing of that time is missing. Nor while
 * everything is read anew: what that sees is compared with what the source counts, and both have to be of one hour.
 */
async function mayTakeTurns(needs: SourceNeeds, { connection }: Run, { blind, completedAt }: FeedState): Promise<boolean> {
  if (blind !== undefined || completedAt === undefined || epochMs(needs.clock.now()) - epochMs(completedAt) > IN_TURN_MS || (await isAllWanted(needs, connection.id))) return false;
  const reread = await needs.connections.findFeed(connection.id, 'reread');
  return reread.blind === undefined && reread.roundStartedAt === undefined && !(await isLossAccepted(needs, connection.id));
}

/** A large round that was not believed is not read again every hour. */
function rested({ clock }: SourceNeeds, state: FeedState, tally: Tally): FeedState {
  return tally.read < LARGE_ROUND ? state : { ...state, notBefore: isoTime(epochMs(clock.now()) + REST_MS) };
}

async function startCounting({ connections }: SourceNeeds, connection: Connection, completedAt: IsoTime | undefined): Promise<void> {
  const reread = await connections.findFeed(connection.id, 'reread');
  if (reread.step === 0 && completedAt !== undefined) await connections.moveFeed({ ...reread, completedAt });
}

async function readDeletions(needs: SourceNeeds, run: Run, connector: Connector, tally: Tally): Promise<void> {
  if (connector.deletions === undefined) return;
  const round = await readFeed(needs, run, 'deletions', connector.deletions, async (page, at) => {
    addTaken(tally, await takeRecords(needs, run.connection, { items: [], gone: page.items }, at));
  });
  if (round.kind === 'complete') await closeRound(needs, round.state, false);
}

async function readAnew(needs: SourceNeeds, run: Run, connector: Connector, tally: Tally, isSuspicious = false): Promise<End> {
  const feed = connector.backfill ?? connector.poll;
  const state = await needs.connections.findFeed(run.connection.id, 'reread');
  if (feed === undefined) return { kind: 'complete' };
  if (!isRereadDue(connector, state, needs.clock.now(), isSuspicious) && !(await beginToAskAgain(needs, run.connection, state))) {
    // What raised the doubt may look whole again by then, and what was missed meanwhile be missed still.
    if (isSuspicious && state.isWanted !== true) await needs.connections.moveFeed({ ...state, isWanted: true });
    return { kind: 'complete' };
  }
  const yieldRows = yieldingToSource(needs, run.connection);
  const round = await readFeed(needs, run, 'reread', feed, async (page, at) => {
    if (page.accounts !== undefined && page.accounts.length > 0) await needs.takeAccounts(run.connection, page.accounts);
    addTaken(tally, await takeRecords(needs, run.connection, withUnnamedAnew(page), at));
    for (const product of await yieldRows(page.items, at)) tally.products.add(product);
  });
  if (round.kind !== 'complete') return { kind: 'partial' };
  const result = await buryUnseen(needs, connector, run.connection, round.state.roundStartedAt ?? needs.clock.now(), tally);
  if (result === undefined) {
    const closed = await closeRound(needs, round.state, true);
    return closed === undefined ? { kind: 'partial' } : stayBlind(needs, run, { ...closed, isWanted: true }, 'shrunk');
  }
  tally.removed += result.buried;
  for (const product of result.products) tally.products.add(product);
  await closeRound(needs, round.state, true);
  return { kind: 'complete' };
}

async function stayBlind({ connections }: SourceNeeds, run: Run, state: FeedState, because: string, since?: IsoTime): Promise<End> {
  const from = blindSince(run.connection, state);
  await connections.moveFeed({ ...state, blind: { since: since !== undefined && since < from ? since : from, reason: because } });
  return { kind: 'blind', because };
}

/**
 * Nothing is asked before the time is over. To be later than usual within what the screen promises is no gap; not to have heard for six hours is one, save
 * that a first read which goes as fast as it may is still "reading".
 */
async function waitAsAsked(needs: SourceNeeds, run: Run, error: SourceRateLimited | SourceBudgetSpent): Promise<End> {
  const now = epochMs(needs.clock.now());
  const state = await needs.connections.findFeed(run.connection.id, 'poll');
  const heardAt = state.completedAt ?? run.connection.createdAt;
  const isFirstRead = error instanceof SourceBudgetSpent && state.completedAt === undefined;
  const isLong = !isFirstRead && now - epochMs(heardAt) > PATIENT_MS;
  const notBefore = isoTime(now + error.retryAfterSeconds * 1000);
  await needs.connections.moveFeed({ ...state, notBefore, ...(isLong ? { blind: { since: blindSince(run.connection, state), reason: error.code } } : {}) });
  await wakeAt(needs, run.connection.id, notBefore);
  return isLong ? { kind: 'blind', because: error.code } : { kind: 'partial', heldBack: error.code };
}

async function becomeBlind(needs: SourceNeeds, run: Run, feed: FeedName, error: SourceError | BadInput): Promise<End> {
  const because = error instanceof BadInput ? `unknown-shape: ${error.field}`.slice(0, 100) : error.code;
  if (error instanceof SourceError && !error.retryable) await needs.connections.replaceConnection(run.connection, { ...run.connection, state: 'needs-attention', attention: error.code });
  needs.logger.warn('source.blind', { connection: run.connection.id, feed, because });
  return stayBlind(needs, run, await needs.connections.findFeed(run.connection.id, feed === 'reread' ? 'reread' : 'poll'), because);
}
