/** Every number that a verdict depends on, in one place; a contract freezes the ones that a person may set. */
export interface OutcomePolicy {
  readonly baselineWeeks: number;
  /** Below this many baseline weeks nothing is judged. */
  readonly leastBaselineWeeks: number;
  /** Weeks before the decision that chose the theme. */
  readonly selectionWeeks: number;
  readonly readOutWeeks: readonly number[];
  /** One-sided chance of a false "fewer" (or "more") spent at each read-out, by its weeks. */
  readonly alpha: Readonly<Record<number, number>>;
  readonly leastEffect: number;
  readonly leastExpected: number;
  readonly leastBefore: number;
  /** Two-sided level of the printed interval. */
  readonly intervalLevel: number;
  readonly adoptionDays: number;
  readonly adoptionShare: number;
  readonly adoptionAtMostDays: number;
  /** Controls with fewer counts before the release than this say nothing. */
  readonly leastControl: number;
  /** Weight of "steady" below which a spike or trend is taken as there. */
  readonly steadyAtLeast: number;
}

export const OUTCOME_POLICY: OutcomePolicy = {
  baselineWeeks: 12,
  leastBaselineWeeks: 4,
  selectionWeeks: 4,
  readOutWeeks: [4, 8],
  alpha: { 4: 0.02, 8: 0.05 },
  leastEffect: 0.2,
  leastExpected: 5,
  leastBefore: 8,
  intervalLevel: 0.9,
  adoptionDays: 7,
  adoptionShare: 0.5,
  adoptionAtMostDays: 28,
  leastControl: 20,
  steadyAtLeast: 0.5,
};

/** The part of alpha for a read-out; one that was not planned gets the smallest. */
export function alphaOf(policy: OutcomePolicy, weeks: number): number {
  return policy.alpha[weeks] ?? Math.min(...Object.values(policy.alpha));
}
