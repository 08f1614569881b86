import type { ReleaseLine } from '../../contract/outcomes';
import { measureKey, type AdverseTheme, type Outcome, type OutcomeContract, type OutcomeTarget } from '../../domain/outcome';
import { epochMs, isoTime, WEEK_IN_MS, DAY_IN_MS } from '../../domain/time';

/** The newest read-out of each promise; what the guard said counts only until a read-out is there. */
export function latestByTarget(outcomes: readonly Outcome[]): ReadonlyMap<string, Outcome> {
  const weeks = ({ readOut }: Outcome): number => (readOut === 'guard' ? 0 : readOut);
  const latest = new Map<string, Outcome>();
  for (const outcome of outcomes) {
    const known = latest.get(targetKey(outcome));
    if (known === undefined || weeks(outcome) >= weeks(known)) latest.set(targetKey(outcome), outcome);
  }
  return latest;
}

export function targetKey(one: Pick<OutcomeTarget, 'issue' | 'measure'> & { readonly contract?: string }): string {
  return `${one.issue} ${measureKey(one.measure)}`;
}

/**
 * When the first read-out that is not made yet falls due; absent when none is left, and when its day is past: then it waits for the release
 * to be in most customers' hands, and nobody knows the day.
 */
export function nextReadOutAt(contract: OutcomeContract, made: readonly Outcome[], now: string): string | undefined {
  const done = new Set(made.map((outcome) => outcome.readOut));
  const weeks = contract.readOutWeeks.find((one) => !done.has(one));
  if (weeks === undefined || contract.targets.length === 0 || contract.state.kind !== 'live') return undefined;
  const gapDays = contract.adoption.kind === 'days' ? contract.adoption.days : contract.adoption.elseDays;
  const at = isoTime(epochMs(contract.release.releasedAt) + gapDays * DAY_IN_MS + weeks * WEEK_IN_MS);
  return at > now ? at : undefined;
}

export function releaseLine(contract: OutcomeContract, outcomes: readonly Outcome[], adverse: readonly AdverseTheme[], now: string): ReleaseLine {
  const latest = latestByTarget(outcomes);
  const byVerdict = { fewer: 0, 'no-clear-change': 0, more: 0, 'too-few-to-tell': 0, 'not-attributable': 0, 'cannot-judge': 0 };
  for (const outcome of latest.values()) byVerdict[outcome.verdict.kind] += 1;
  const due = nextReadOutAt(contract, outcomes, now);
  return {
    contract: contract.id,
    name: contract.release.name,
    releasedAt: contract.release.releasedAt,
    state: contract.state.kind,
    issues: contract.targets.length + contract.withoutTarget.length,
    byVerdict,
    waiting: contract.targets.filter((target) => !latest.has(targetKey(target))).length,
    adverse: adverse.length,
    ...(due === undefined ? {} : { nextReadOutAt: due }),
  };
}
