import type { EvidenceRow, LinkDecision } from '../domain/evidence';
import type { IsoTime } from '../domain/time';

/** What is needed of a signal to count its customer once, in time. */
export interface SpokenBy {
  readonly at: IsoTime;
  readonly customer: string;
}

export interface SupportCase {
  readonly evidence: readonly EvidenceRow[];
  /** People's decisions in force on this issue. */
  readonly decisions: readonly LinkDecision[];
  /** Undefined for a signal that is gone at its source: it counts for nothing. */
  readonly signal: (id: string) => SpokenBy | undefined;
  /** Strongest theme that points to the issue, 0..1. */
  readonly themeStrength: number;
}

export interface Support {
  readonly confirmed: number;
  readonly confirmedBefore: number;
  readonly suggested: number;
  readonly suggestedBefore: number;
  readonly possibleConfidence: number;
  readonly themeStrength: number;
}

/** Counts who stands behind an issue: distinct customers, inside the window (`since` on) and before it. Rejected pairs count for nothing. */
export function weighSupport({ evidence, decisions, signal, themeStrength }: SupportCase, since: IsoTime): Support {
  const verdicts = new Map(decisions.map((decision) => [decision.signal, decision.verdict]));
  const confirmed = new Sides(since);
  const suggested = new Sides(since);
  let possibleConfidence = 0;
  for (const [id, verdict] of verdicts) if (verdict === 'confirmed') confirmed.add(signal(id));
  for (const row of evidence) {
    if (verdicts.has(row.signal)) continue;
    if (row.shown) suggested.add(signal(row.signal));
    else if (signal(row.signal) !== undefined) possibleConfidence = Math.max(possibleConfidence, row.confidence);
  }
  return {
    confirmed: confirmed.inside.size,
    confirmedBefore: confirmed.before.size,
    suggested: suggested.inside.size,
    suggestedBefore: suggested.before.size,
    possibleConfidence,
    themeStrength,
  };
}

class Sides {
  readonly inside = new Set<string>();
  readonly before = new Set<string>();
  constructor(private readonly since: IsoTime) {}
  add(spoken: SpokenBy | undefined): void {
    if (spoken === undefined) return;
    (spoken.at >= this.since ? this.inside : this.before).add(spoken.customer);
  }
}
