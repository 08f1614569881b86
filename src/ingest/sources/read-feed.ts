import type { Connection } from '../../domain/connection';
import { SourceCheckpointLost, SourceUnreadable } from '../../domain/source-errors';
import { mergeGaps } from '../../domain/merge-gaps';
import { DAY_IN_MS, epochMs, isoTime, type IsoTime } from '../../domain/time';
import type { FeedName, FeedState, RoundFacts } from '../../ports/connection-store';
import type { Ask, Feed, FeedAsk, FeedPage } from '../../ports/connector';
import { isChanged } from './changed-meanwhile';
import type { Canaries } from './find-blindness';
import type { SourceNeeds } from './source-needs';
import { fingerprint, isAhead, isStuck, remember } from './suspect-page';

/** What a run works with. */
export interface Run {
  readonly connection: Connection;
  readonly ask: Ask & Pick<FeedAsk, 'drawCanaries' | 'isInTurn'>;
  /** What this run drew for a feed that asked for some. */
  readonly drawn?: () => Canaries | undefined;
  /** When this run stops and another goes on, by the monotonic clock. */
  readonly deadlineMs: number;
}

/** `complete`: to the end, in `state`. `more`: time is up, goes on in the next run. `overtaken`: another run reads the same feed, or a person changed the connection. */
export type Round = { readonly kind: 'complete'; readonly state: FeedState; readonly readTo?: IsoTime } | { readonly kind: 'more' } | { readonly kind: 'overtaken' };

type Needs = Pick<SourceNeeds, 'connections' | 'clock' | 'crashPoint'>;

/**
 * Reads a feed page by page from its checkpoint. A page is stored first and the checkpoint moved after, so the checkpoint never stands
 * behind a record that is not stored. The round stays open until `closeRound`.
 * @throws SourceError StoreUnavailable
 */
export async function readFeed<Item>(needs: Needs, run: Run, name: FeedName, feed: Feed<Item>, take: (page: FeedPage<Item>, at: IsoTime) => Promise<void>): Promise<Round> {
  const opened = await openRound(needs, run.connection, name);
  if (opened === undefined) return { kind: 'overtaken' };
  let state = opened;
  for (;;) {
    const page = await fetchPage(needs, run, state, feed);
    if (isStuck(page, state.checkpoint, state.recent)) throw new SourceUnreadable('the same page again and again');
    needs.crashPoint('page-fetched');
    if (await isChanged(needs, run.connection)) return { kind: 'overtaken' };
    await take(page, needs.clock.now());
    needs.crashPoint('page-stored');
    const moved = await needs.connections.moveFeed({
      ...state, checkpoint: page.checkpoint, recent: remember(state.recent, fingerprint(page)),
      ...(page.totalAtSource === undefined ? {} : { totalAtSource: page.totalAtSource }),
      // A later page knows nothing of what an earlier one said is lost. Reading anew shows no less than was ever shown: only the polls can have missed a time.
      gaps: page.gaps === undefined || name === 'reread' ? state.gaps : mergeGaps(state.gaps, page.gaps),
      ...factsOf(state.facts, page, run.drawn?.(), name === 'links' && page.skipped?.some((one) => one.isUnnamed === true) === true),
    });
    needs.crashPoint('checkpoint-moved');
    if (moved === undefined) return { kind: 'overtaken' };
    state = moved;
    if (page.isLast) return { kind: 'complete', state, ...(page.readTo === undefined ? {} : { readTo: page.readTo }) };
    if (needs.clock.monotonicMs() >= run.deadlineMs) return { kind: 'more' };
  }
}

/** A round is read in as many runs as it takes, and judged whole: what one page said is not forgotten when the run ends. */
function factsOf(known: RoundFacts = {}, { isTotalRough, isEmptied, canaries, noNumber }: FeedPage<unknown>, drawn: Canaries | undefined, isUnread: boolean): Pick<FeedState, 'facts'> {
  const both = (earlier: readonly string[] = [], later: readonly string[] = []): readonly string[] => [...new Set([...earlier, ...later])];
  const facts: RoundFacts = {
    ...known, ...(isTotalRough === true ? { isTotalRough } : {}), ...(isEmptied === true ? { isEmptied } : {}), ...(isUnread ? { isUnread } : {}),
    ...(canaries === undefined ? {} : { canaries: { asked: both(known.canaries?.asked, canaries.asked), found: both(known.canaries?.found, canaries.found) }, oldCanaries: both(known.oldCanaries, drawn?.others) }),
  };
  const all: RoundFacts = noNumber === undefined ? facts : { ...facts, noNumber: { without: (known.noNumber?.without ?? 0) + noNumber.without, of: (known.noNumber?.of ?? 0) + noNumber.of } };
  return Object.keys(all).length === 0 ? {} : { facts: all };
}

async function openRound({ connections, clock }: Needs, connection: Connection, name: FeedName): Promise<FeedState | undefined> {
  const state = await connections.findFeed(connection.id, name);
  if (state.roundStartedAt !== undefined) return state;
  const { roundCheckpoint: _earlier, facts: _said, ...rest } = state;
  return connections.moveFeed({ ...rest, roundStartedAt: clock.now(), recent: [], ...(state.checkpoint === undefined ? {} : { roundCheckpoint: state.checkpoint }) });
}

/** A checkpoint that the source does not know, or that cannot be true, is dropped: reading begins again further back, never skipping. */
async function fetchPage<Item>({ clock }: Needs, run: Run, state: FeedState, feed: Feed<Item>): Promise<FeedPage<Item>> {
  const { checkpoint } = state;
  const ask = { ...run.ask, now: clock.now(), since: sinceOf(run.connection, state) };
  if (checkpoint === undefined || isAhead(checkpoint, ask.now)) return feed(ask);
  try {
    return await feed({ ...ask, checkpoint });
  } catch (error) {
    if (!(error instanceof SourceCheckpointLost)) throw error;
    return feed(ask);
  }
}

/** Everything until the last complete round is stored; a day of overlap covers what became visible late. */
function sinceOf(connection: Connection, { feed, completedAt }: FeedState): IsoTime {
  if (feed !== 'poll' || completedAt === undefined) return connection.since;
  const from = isoTime(epochMs(completedAt) - DAY_IN_MS);
  return from > connection.since ? from : connection.since;
}

/** The round was read to its end and is believed. A feed that is listed whole begins anew next time. @param readTo until when everything is read, where that is earlier than the round */
export async function closeRound({ connections }: Pick<Needs, 'connections'>, state: FeedState, isListedWhole: boolean, readTo?: IsoTime): Promise<FeedState | undefined> {
  const { roundStartedAt, roundCheckpoint: _began, facts: _said, checkpoint, blind: _heard, notBefore: _waited, isWanted: _done, ...rest } = state;
  return connections.moveFeed({
    ...rest, recent: [],
    ...(roundStartedAt === undefined ? {} : { completedAt: readTo !== undefined && readTo < roundStartedAt ? readTo : roundStartedAt }),
    ...(isListedWhole || checkpoint === undefined ? {} : { checkpoint }),
  });
}

/** The round as if it had not been read: pages that are not believed do not move the checkpoint. */
export function rolledBack(state: FeedState): FeedState {
  const { checkpoint: _unbelieved, roundStartedAt: _round, facts: _said, roundCheckpoint, ...rest } = state;
  return { ...rest, recent: [], ...(roundCheckpoint === undefined ? {} : { checkpoint: roundCheckpoint }) };
}
