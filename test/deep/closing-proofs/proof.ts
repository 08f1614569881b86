/** What a proof found: how many cases, what was covered, and the first violation with the seed that replays it. */
export interface ProofReport {
  readonly name: string;
  readonly seed: number;
  readonly cases: number;
  /** Named counts that show the cases were not all alike. */
  readonly covered: Readonly<Record<string, number>>;
  readonly violations: readonly string[];
}

export interface Proof {
  readonly name: string;
  /** Cases of the whole proof, and of the slice that runs with the tests. */
  readonly whole: number;
  readonly slice: number;
  /** `tell` hears how far a long proof has come. */
  run(seed: number, cases: number, tell?: (progress: string) => void): Promise<ProofReport>;
}

const KEPT_VIOLATIONS = 20;

/** Collects counts and violations of one proof. */
export function tally(name: string, seed: number): { count(what: string, by?: number): void; violate(text: string): void; report(cases: number): ProofReport } {
  const covered: Record<string, number> = {};
  const violations: string[] = [];
  return {
    count(what, by = 1) {
      covered[what] = (covered[what] ?? 0) + by;
    },
    violate(text) {
      if (violations.length < KEPT_VIOLATIONS) violations.push(text);
    },
    report: (cases) => ({ name, seed, cases, covered, violations }),
  };
}
