import type { Policy } from '../domain/policy';
import { EVERY_STATE, type Batch, type Breaker, type SweepItem } from '../domain/sweep';
import { daysBetween } from '../domain/time';
import type { Listening, Standing } from '../domain/verdict';
import type { Closing } from './closing';
import { isStopped, loadBreaker, loadPolicy } from './gates';
import { loadListening } from './load-cases';
import { scoreboardOf, type Scoreboard } from './scoreboard';
import { sizeOf, standingOf, stillOpen } from './standing';

const WEEK_DAYS = 7;

/** Everything the Backlog tab shows, in our own terms. */
export interface Backlog {
  readonly policy: Policy;
  readonly stopped: boolean;
  readonly breaker: Breaker;
  readonly listening: Listening;
  readonly batch: Batch | undefined;
  /** Waiting for a person's yes. */
  readonly proposals: readonly SweepItem[];
  /** Approved, noticed, or being closed. */
  readonly underWay: readonly SweepItem[];
  /** Closed, and asked for again. */
  readonly comingBack: readonly SweepItem[];
  readonly closed: readonly SweepItem[];
  readonly scoreboard: Scoreboard;
  readonly standing: Standing;
  /** Open items judged longer than a week ago: the promise is that there are none. */
  readonly overdue: number;
}

export async function loadBacklog(closing: Closing, product: string): Promise<Backlog> {
  const policy = await loadPolicy(closing, product);
  const [stopped, breaker, listening, batches, items, standing] = await Promise.all([
    isStopped(closing),
    loadBreaker(closing, product),
    loadListening(closing, product, policy),
    closing.sweeps.listBatches(product, 1),
    closing.sweeps.listItems(product, EVERY_STATE),
    loadStanding(closing, product),
  ]);
  const inState = (...states: readonly SweepItem['state'][]): readonly SweepItem[] => items.filter((item) => states.includes(item.state));
  return {
    policy,
    stopped,
    breaker,
    listening,
    batch: batches[0],
    proposals: inState('proposed'),
    underWay: inState('approved', 'noticing', 'noticed', 'closing'),
    comingBack: inState('closed').filter((item) => item.reopenSignals !== undefined),
    closed: inState('closed'),
    scoreboard: scoreboardOf(items),
    standing,
    overdue: daysBetween(standing.at, closing.clock.now()) > WEEK_DAYS ? sizeOf(standing) : 0,
  };
}

/** From the last judging, without what was done since: a few lists of ids, however large the backlog is. */
export async function loadStanding(closing: Closing, product: string): Promise<Standing> {
  const [found, open] = await Promise.all([closing.sweeps.findStanding(product), closing.stores.issues.listOpenIds(product)]);
  return found === undefined ? standingOf([], closing.clock.now()) : stillOpen(found, new Set(open));
}
