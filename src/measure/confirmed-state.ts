import type { Confirmation, ConfirmedState, OutcomeVerdict } from '../domain/outcome';

/**
 * Whether anybody said, or usage shows, that it helped. Fewer contacts alone confirm nothing.
 * @param usage verdicts on behaviour that the same issue was meant to raise
 */
export function confirmedState(confirmations: readonly Confirmation[], usage: readonly OutcomeVerdict[]): ConfirmedState {
  const last = [...lastWords(confirmations).values()];
  const helped = last.filter((one) => one.helped);
  const denied = last.filter((one) => !one.helped);
  const byUsage = usage.some((verdict) => verdict.kind === 'more');
  if (denied.length > 0) return { kind: 'disputed', customers: denied.length };
  if (helped.length === 0 && !byUsage) return { kind: 'not-yet-confirmed' };
  const how = new Set(helped.map((one) => one.how));
  if (byUsage) how.add('usage');
  return { kind: 'confirmed', customers: helped.length, by: [...how].sort() };
}

/** What each customer said last: who says at first that it did not help, and later that it did, is helped. */
function lastWords(confirmations: readonly Confirmation[]): ReadonlyMap<string, Confirmation> {
  const last = new Map<string, Confirmation>();
  for (const one of confirmations) {
    const customer = one.account ?? one.signal ?? `${one.by}@${one.at}`;
    if (one.at >= (last.get(customer)?.at ?? '')) last.set(customer, one);
  }
  return last;
}
