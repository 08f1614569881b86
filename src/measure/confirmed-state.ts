import type { Confirmation, ConfirmedState, OutcomeVerdict } from '../domain/outcome';

/**
 * Whether anybody said, or usage shows, that it helped. Fewer contacts alone confirm nothing.
 * @param usage verdicts on behaviour that the same issue was meant to raise
 */
export function confirmedState(confirmations: readonly Confirmation[], usage: readonly OutcomeVerdict[]): ConfirmedState {
  const helped = confirmations.filter((one) => one.helped);
  const denied = confirmations.filter((one) => !one.helped);
  const byUsage = usage.some((verdict) => verdict.kind === 'more');
  const customers = (some: readonly Confirmation[]): number => new Set(some.map((one) => one.account ?? one.signal ?? `${one.by}@${one.at}`)).size;
  if (denied.length > 0) return { kind: 'disputed', customers: customers(denied) };
  if (helped.length === 0 && !byUsage) return { kind: 'not-yet-confirmed' };
  const how = new Set(helped.map((one) => one.how));
  if (byUsage) how.add('usage');
  return { kind: 'confirmed', customers: customers(helped), by: [...how].sort() };
}
