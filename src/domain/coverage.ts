import type { IsoTime } from './time';

/** A window in which a source could not be read. */
export interface Gap {
  readonly from: IsoTime;
  readonly to?: IsoTime;
  readonly reason: string;
}

/** A window in which a source could not be heard, and which was read afterwards: nothing is missing, and nobody knew of it in time. */
export type Outage = Required<Gap>;

/** What one source reported for one product, from its receipts. */
export interface SourceCoverage {
  readonly source: string;
  readonly name: string;
  readonly kind: string;
  /** Total at the source where it says one; else what was offered to us. */
  readonly total: number;
  readonly totalBy: 'source' | 'offered';
  readonly read: number;
  readonly kept: number;
  /** Skipped by reason: read, and left out on purpose or because it was bad. */
  readonly skipped: Readonly<Record<string, number>>;
  readonly oldestAt?: IsoTime;
  readonly newestAt?: IsoTime;
  readonly lastReadAt?: IsoTime;
  readonly gaps: readonly Gap[];
  /** The last of them, oldest first. */
  readonly outages?: readonly Outage[];
}

/** Were we listening? `nothing-connected` and `reading` are not silence. */
export type CoverageState = 'nothing-connected' | 'reading' | 'complete' | 'gap';

export interface Coverage {
  readonly state: CoverageState;
  readonly total: number;
  readonly read: number;
  readonly sources: readonly SourceCoverage[];
}

/** Sums sources into one statement. `pending` is work accepted and not yet read. */
export function coverageOf(sources: readonly SourceCoverage[], pending: number): Coverage {
  const total = sources.reduce((sum, one) => sum + one.total, 0);
  const read = sources.reduce((sum, one) => sum + one.read, 0);
  return { state: coverageState(sources, pending, total, read), total, read, sources };
}

function coverageState(sources: readonly SourceCoverage[], pending: number, total: number, read: number): CoverageState {
  if (sources.length === 0) return 'nothing-connected';
  if (sources.some((one) => one.gaps.some((gap) => gap.to === undefined))) return 'gap';
  if (pending > 0 || read < total) return 'reading';
  return sources.some((one) => one.gaps.length > 0) ? 'gap' : 'complete';
}
