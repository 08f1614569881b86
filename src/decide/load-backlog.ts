import type { Policy } from '../domain/policy';
import { EVERY_STATE, type Batch, type Breaker, type SweepItem } from '../domain/sweep';
import { daysBetween } from '../domain/time';
import type { Listening, Verdict } from '../domain/verdict';
import type { Closing } from './closing';
import { isStopped, loadBreaker, loadPolicy } from './gates';
import { loadListening } from './load-cases';
import { scoreboardOf, type Scoreboard } from './scoreboard';

const WEEK_DAYS = 7;

/** How the open items stand: each is in one of these, and every number opens its list. */
export interface Standing {
  readonly confirmed: readonly string[];
  readonly suggested: readonly string[];
  readonly unsupported: readonly string[];
  /** Issue ids by the reason we may not judge. */
  readonly cannotJudge: Readonly<Record<string, readonly string[]>>;
  /** Verdicts older than a week: the promise is that there are none. */
  readonly overdue: number;
}

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
}

export async function loadBacklog(closing: Closing, product: string): Promise<Backlog> {
  const policy = await loadPolicy(closing, product);
  const [stopped, breaker, listening, batches, items, verdicts] = await Promise.all([
    isStopped(closing),
    loadBreaker(closing, product),
    loadListening(closing, product, policy),
    closing.sweeps.listBatches(product, 1),
    closing.sweeps.listItems(product, EVERY_STATE),
    closing.sweeps.listVerdicts(product),
  ]);
  const open = new Set((await closing.stores.issues.listIssues(product)).filter((issue) => issue.statusCategory !== 'done').map((issue) => issue.id));
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
    standing: standingOf(verdicts.filter((verdict) => open.has(verdict.issue)), closing.clock.now()),
  };
}

function standingOf(verdicts: readonly Verdict[], now: string): Standing {
  const of = (holds: (verdict: Verdict) => boolean): readonly string[] => verdicts.filter(holds).map((verdict) => verdict.issue);
  const cannotJudge: Record<string, string[]> = {};
  for (const { issue, judgement } of verdicts) if (judgement.kind === 'abstain') (cannotJudge[judgement.reason] ??= []).push(issue);
  return {
    confirmed: of(({ judgement }) => judgement.kind === 'supported' && judgement.by === 'confirmed'),
    suggested: of(({ judgement }) => judgement.kind === 'supported' && judgement.by === 'suggested'),
    unsupported: of(({ judgement }) => judgement.kind === 'unsupported'),
    cannotJudge,
    overdue: verdicts.filter((verdict) => daysBetween(verdict.at, now) > WEEK_DAYS).length,
  };
}
