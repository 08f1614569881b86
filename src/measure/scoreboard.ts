import type { Outcome, OutcomeVerdict } from '../domain/outcome';

/** How a set of outcomes turned out, with what chance alone would call "fewer". */
export interface Scoreboard {
  readonly byVerdict: Readonly<Record<OutcomeVerdict['kind'], number>>;
  /** Outcomes that could have come out as "fewer": judged, and not too few. */
  readonly judgeable: number;
  /** Expected number of "fewer" among them had no release done anything. */
  readonly expectedFalseFewer: number;
}

/**
 * Share of series without any effect that are called "fewer" at either read-out, over the whole simulated grid, rounded up
 * (`docs/design/outcomes.md`; the evaluation prints it).
 */
export const FALSE_FEWER_RATE = 0.04;

/** Takes the last read-out of each promise; what the guard said counts only until a read-out is there. */
export function scoreboard(outcomes: readonly Outcome[], keyOf: (outcome: Outcome) => string): Scoreboard {
  const latest = new Map<string, Outcome>();
  for (const outcome of outcomes) {
    const known = latest.get(keyOf(outcome));
    if (known === undefined || weeksOf(outcome) >= weeksOf(known)) latest.set(keyOf(outcome), outcome);
  }
  const byVerdict = { fewer: 0, 'no-clear-change': 0, more: 0, 'too-few-to-tell': 0, 'not-attributable': 0, 'cannot-judge': 0 };
  for (const outcome of latest.values()) byVerdict[outcome.verdict.kind] += 1;
  const judgeable = byVerdict.fewer + byVerdict['no-clear-change'] + byVerdict.more + byVerdict['not-attributable'];
  return { byVerdict, judgeable, expectedFalseFewer: judgeable * FALSE_FEWER_RATE };
}

function weeksOf({ readOut }: Outcome): number {
  return readOut === 'guard' ? 0 : readOut;
}
