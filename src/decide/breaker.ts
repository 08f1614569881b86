import type { BreakerReason } from '../domain/sweep';

/** What the last two weeks looked like. */
export interface BreakerFacts {
  readonly closed14: number;
  /** Closes that were undone or reopened, by anyone. */
  readonly undone14: number;
  /** The most undone of any one run in the last two weeks. */
  readonly undoneOfOneRun: number;
  /** A customer or a reviewer showed that a close was wrong, since a person last armed the breaker. */
  readonly wrongCloses: number;
  readonly candidates: number;
  /** Median number of candidates of earlier batches; undefined before there are three. */
  readonly usualCandidates: number | undefined;
  readonly sourcesHealthy: boolean;
  readonly unexplained: number;
  readonly errorsInARow: number;
}

const MAX_UNDONE_SHARE = 0.02;
/** With fewer closes than this a single undo is no rate. */
const ENOUGH_FOR_A_RATE = 50;

/** Why closing must stop until a person arms the breaker again; undefined when it need not. */
export function breakerReason(facts: BreakerFacts): BreakerReason | undefined {
  if (facts.unexplained > 0) return 'ledger-differs';
  if (facts.wrongCloses > 0) return 'wrong-close';
  if (facts.undoneOfOneRun >= 2) return 'two-undone-in-one-run';
  if (facts.closed14 >= ENOUGH_FOR_A_RATE && facts.undone14 > MAX_UNDONE_SHARE * facts.closed14) return 'too-many-undone';
  if (facts.errorsInARow >= 3) return 'transition-errors';
  if (facts.usualCandidates !== undefined && facts.candidates > 3 * Math.max(1, facts.usualCandidates)) return 'too-many-candidates';
  return facts.sourcesHealthy ? undefined : 'source-unhealthy';
}
