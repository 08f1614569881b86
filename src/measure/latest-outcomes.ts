import { measureKey, type Outcome } from '../domain/outcome';

/** The newest read-out of each promise; what the guard said counts only until a read-out is there. */
export function latestOutcomes(outcomes: readonly Outcome[]): readonly Outcome[] {
  const latest = new Map<string, Outcome>();
  for (const outcome of outcomes) {
    const key = `${outcome.contract} ${outcome.issue} ${measureKey(outcome.measure)}`;
    const known = latest.get(key);
    if (known === undefined || weeksOf(outcome) >= weeksOf(known)) latest.set(key, outcome);
  }
  return [...latest.values()];
}

function weeksOf({ readOut }: Outcome): number {
  return readOut === 'guard' ? 0 : readOut;
}
