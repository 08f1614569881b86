import type { SourceCoverage } from '../../domain/coverage';
import type { CustomerCounts } from '../../domain/issue-verdict';
import type { PairReading, SignalReading } from '../../domain/reading';
import type { Release } from '../../domain/release';
import type { Standing, Standings } from '../../domain/standings';
import type { IsoTime } from '../../domain/time';

/** What is known of silence on an issue: the same order of doubts as on the panel. */
export type BriefState = 'restricted' | 'not-connected' | 'reading' | 'evidence' | 'counts-only' | 'gap' | 'not-searchable' | 'silent';

/** Everything that a brief is made from, read once. */
export interface BriefCase {
  readonly product: string;
  readonly issue: { readonly id: string; readonly key: string; readonly summary: string };
  readonly state: BriefState;
  /** Signals whose words may be shown. */
  readonly standings: Standings;
  /** Over everything whose numbers may be shown. */
  readonly counts: CustomerCounts;
  /** Signals that count here and whose words are not for the reader. */
  readonly withheld: number;
  /** What the agent read, by signal. */
  readonly readings: ReadonlyMap<string, SignalReading>;
  /** Why nobody read, or that somebody did. */
  readonly agentReads: boolean;
  readonly sources: readonly SourceCoverage[];
  readonly releases: readonly Release[];
  /** When a person last decided on a signal of this issue, newest first. */
  readonly decidedAt: readonly IsoTime[];
  readonly read: number;
  readonly total: number;
  readonly since: IsoTime;
  readonly now: IsoTime;
}

/** What the agent read of a signal about this issue; undefined where it did not, or could prove nothing. */
export function pairOf({ readings, issue }: Pick<BriefCase, 'readings' | 'issue'>, signal: string): Extract<PairReading, { kind: 'read' }> | undefined {
  const pair = readings.get(signal)?.pairs.find((one) => one.issue === issue.id);
  return pair?.kind === 'read' ? pair : undefined;
}

/** Confirmed and suggested, confirmed first. */
export function shownOf({ standings }: Pick<BriefCase, 'standings'>): readonly { readonly standing: Standing; readonly by: 'person' | 'engine' }[] {
  return [...standings.confirmed.map((standing) => ({ standing, by: 'person' as const })), ...standings.suggested.map((standing) => ({ standing, by: 'engine' as const }))];
}
