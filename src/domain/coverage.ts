import { isHandedOver } from './heard-when-marked';
import type { HeldTime } from './held-time';
import { isListenedTo } from './listened-to';
import { parkedGap } from './parked';
import type { IsoTime } from './time';

/** Reading has stopped, or never comes to its end. */
export const NOT_READ = 'not-read';

/** A window in which a source could not be read. */
export interface Gap {
  readonly from: IsoTime;
  readonly to?: IsoTime;
  readonly reason: string;
}

/** A window in which a source could not be heard, and which was read afterwards: nothing is missing, and nobody knew of it in time. */
export type Outage = Required<Gap>;

/** A time that the source could not give us and a file did, as an admin says. */
export interface Filled {
  readonly from: IsoTime;
  readonly to: IsoTime;
  readonly file: string;
}

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
  /** Of what is stored: nobody was heard from then on only because of it, see `heardSince`. */
  readonly oldestAt?: IsoTime;
  readonly newestAt?: IsoTime;
  /** What was said before was never asked for, though some of it may be here. Absent where all that the source has is read. */
  readonly readSince?: IsoTime;
  /** Of files and senders, which nobody can ask for more. Absent for what is read by itself. */
  readonly held?: HeldTime;
  /** An admin says that of the time before nothing is missing. */
  readonly nothingBefore?: true;
  readonly lastReadAt?: IsoTime;
  /** Read by ourselves again and again: later than this without a newer `lastReadAt`, reading has stopped. Absent for what is handed in. */
  readonly readAgainBy?: IsoTime;
  readonly gaps: readonly Gap[];
  /** The last of them, oldest first. */
  readonly outages?: readonly Outage[];
  /** Times of which an admin says that a file holds them; no gap any more. */
  readonly filled?: readonly Filled[];
}

/** Were we listening? `nothing-connected` and `reading` are not silence. */
export type CoverageState = 'nothing-connected' | 'reading' | 'complete' | 'gap';

export interface Coverage {
  readonly state: CoverageState;
  readonly total: number;
  readonly read: number;
  readonly sources: readonly SourceCoverage[];
}

/** Sums sources into one statement. `pending` is work accepted and not yet read. What nobody listens to (see `isListenedTo`) says nothing either way. */
export function coverageOf(sources: readonly SourceCoverage[], pending: number, now: IsoTime): Coverage {
  const seen = sourcesAsOf(sources, now);
  const heard = seen.some(isListenedTo) ? seen.filter(isListenedTo) : seen;
  return { state: coverageState(heard, pending), total: sumOf(seen, 'total'), read: sumOf(seen, 'read'), sources: seen };
}

/** Gaps that no run could write down: reading has stopped, too much of a file or a delivery could not be read, or nobody listens and things are only handed over. */
export function sourcesAsOf(sources: readonly SourceCoverage[], now: IsoTime): readonly SourceCoverage[] {
  const isListening = sources.some(isListenedTo);
  return sources.map((source) => {
    const parked = parkedGap(source, now);
    const one = parked === undefined ? source : { ...source, gaps: [...source.gaps, parked] };
    if (!isListening && isHandedOver(one.kind)) return { ...one, gaps: [...one.gaps, { from: one.oldestAt ?? one.lastReadAt ?? now, reason: 'handed-over' }] };
    const { lastReadAt } = one;
    if (one.readAgainBy === undefined || lastReadAt === undefined || one.readAgainBy > now) return one;
    // A run told of this very time why it was not heard: then reading has not stopped.
    if (source.gaps.some((gap) => gap.to === undefined && gap.from >= lastReadAt)) return one;
    return { ...one, gaps: [...one.gaps, { from: lastReadAt, reason: NOT_READ }] };
  });
}

function coverageState(sources: readonly SourceCoverage[], pending: number): CoverageState {
  if (sources.length === 0) return 'nothing-connected';
  if (sources.some((one) => one.gaps.some((gap) => gap.to === undefined))) return 'gap';
  if (pending > 0 || sources.some((one) => one.read < one.total)) return 'reading';
  return sources.some((one) => one.gaps.length > 0) ? 'gap' : 'complete';
}

function sumOf(sources: readonly SourceCoverage[], what: 'read' | 'total'): number {
  return sources.reduce((sum, one) => sum + one[what], 0);
}
