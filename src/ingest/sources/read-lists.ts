import { BadInput } from '../../domain/errors';
import { SourceBudgetSpent, SourceError, SourceRateLimited } from '../../domain/source-errors';
import { daysBetween } from '../../domain/time';
import type { FeedState } from '../../ports/connection-store';
import type { Connector } from '../../ports/connector';
import { isListLossAccepted } from './accepted-loss';
import { closeRound, readFeed, type Run } from './read-feed';
import { blindSince } from './record-connection';
import type { SourceNeeds } from './source-needs';
import { dropUnlisted, takeLinks } from './take-links';
import type { Tally } from './tally';

/** Lists that are read whole: accounts and links. */
const LISTED_EVERY_DAYS = 1;
/** A feed of changed links is read from the beginning this often: that a link was removed is no change to every vendor. */
const LINKS_ANEW_DAYS = 7;
/** More links than this gone at once is a right that was taken away, until a person says otherwise. */
const LOST = { share: 0.3, links: 5 };

const SHRUNK = 'links-shrunk';
const UNREAD = 'links-unread';
const OF_THE_WHOLE: ReadonlySet<string> = new Set([SHRUNK, UNREAD]);

/** Accounts or links, once a day. Records do not wait for them: a list that may not be read leaves accounts unknown, not customers unheard. */
export async function readList(needs: SourceNeeds, run: Run, connector: Connector, name: 'accounts' | 'links', tally: Tally): Promise<void> {
  const state = await needs.connections.findFeed(run.connection.id, name);
  if (state.roundStartedAt === undefined && state.completedAt !== undefined && daysBetween(state.completedAt, needs.clock.now()) < LISTED_EVERY_DAYS) return;
  try {
    if (name === 'accounts') await readAccounts(needs, run, connector);
    else await readLinks(needs, run, connector, state, tally);
  } catch (error) {
    if (error instanceof SourceRateLimited || error instanceof SourceBudgetSpent || !(error instanceof SourceError || error instanceof BadInput)) throw error;
    const failed = await needs.connections.findFeed(run.connection.id, name);
    await needs.connections.moveFeed({ ...failed, blind: { since: blindSince(run.connection, failed), reason: error.code } });
    needs.logger.warn('source.list-failed', { connection: run.connection.id, feed: name, code: error.code });
  }
}

async function readAccounts(needs: SourceNeeds, run: Run, { accounts }: Connector): Promise<void> {
  if (accounts === undefined) return;
  let isWhole = false;
  const round = await readFeed(needs, run, 'accounts', accounts, (page) => {
    isWhole = page.isWhole === true;
    return needs.takeAccounts(run.connection, page.items);
  });
  if (round.kind !== 'complete') return;
  const { noNumber: _earlier, ...state } = round.state;
  await closeRound(needs, { ...state, ...(state.facts?.noNumber === undefined ? {} : { noNumber: state.facts.noNumber }) }, isWhole);
}

async function readLinks(needs: SourceNeeds, run: Run, { links }: Connector, before: FeedState, tally: Tally): Promise<void> {
  if (links === undefined) return;
  await beginAnewWhenDue(needs, before);
  let isWhole = false;
  const round = await readFeed(needs, run, 'links', links, async (page) => {
    isWhole = page.isWhole === true;
    const taken = await takeLinks(needs, run.connection, page);
    tally.linksConfirmed = (tally.linksConfirmed ?? 0) + taken.confirmed;
    tally.linksWithdrawn = (tally.linksWithdrawn ?? 0) + taken.withdrawn;
  });
  if (round.kind !== 'complete') return;
  const { roundStartedAt = needs.clock.now(), roundCheckpoint } = round.state;
  // What began at the beginning and came to the end has listed everything.
  const isFromStart = roundCheckpoint === undefined;
  const isUnread = round.state.facts?.isUnread === true;
  const isBelieved = !isFromStart || (!isUnread && (await isBelievable(needs, run, roundStartedAt)));
  if (isFromStart && isBelieved) tally.linksWithdrawn = (tally.linksWithdrawn ?? 0) + (await dropUnlisted(needs, run.connection, roundStartedAt));
  const closed = await closeRound(needs, isFromStart ? { ...round.state, wholeAt: roundStartedAt } : round.state, isWhole);
  if (closed === undefined) return;
  // What changed lately says nothing of a whole list that was not believed.
  if (!isFromStart && before.blind !== undefined && OF_THE_WHOLE.has(before.blind.reason)) await needs.connections.moveFeed({ ...closed, blind: before.blind });
  if (!isBelieved) await needs.connections.moveFeed({ ...closed, blind: { since: before.blind?.since ?? blindSince(run.connection, before), reason: isUnread ? UNREAD : SHRUNK } });
}

async function beginAnewWhenDue({ connections, clock }: SourceNeeds, state: FeedState): Promise<void> {
  const { checkpoint, wholeAt, roundStartedAt, ...rest } = state;
  if (checkpoint === undefined || roundStartedAt !== undefined || (wholeAt !== undefined && daysBetween(wholeAt, clock.now()) < LINKS_ANEW_DAYS)) return;
  await connections.moveFeed({ ...rest, ...(wholeAt === undefined ? {} : { wholeAt }) });
}

/** Not when most of the links are gone at once: then the list may be what we are allowed to see of it. */
async function isBelievable(needs: SourceNeeds, run: Run, roundStartedAt: string): Promise<boolean> {
  const known = await needs.connections.listLinks(run.connection.id);
  const gone = known.filter((pair) => pair.seenAt < roundStartedAt).length;
  if (gone <= Math.max(LOST.links, LOST.share * known.length) || (await isListLossAccepted(needs, run.connection.id))) return true;
  needs.logger.warn('source.links-shrunk', { connection: run.connection.id, gone, known: known.length });
  return false;
}
