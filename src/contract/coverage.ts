import type { Coverage } from '../domain/coverage';

export { PARKED, parkedOf } from '../domain/parked';
export type { Coverage, CoverageState, Gap, SourceCoverage } from '../domain/coverage';

/** "Read 13,828 of 13,828", with what is missing and since when we know it. */
export interface CoverageLine {
  readonly state: Coverage['state'];
  readonly read: number;
  readonly total: number;
  /** Read and left out with a reason. */
  readonly skipped: number;
  readonly sources: number;
  readonly gaps: readonly { readonly source: string; readonly from: string; readonly to?: string; readonly reason: string; /** Records with no product, where that is the reason. */ readonly parked?: number }[];
  /** Not heard at the time, and read afterwards: nothing is missing. */
  readonly outages?: readonly { readonly source: string; readonly from: string; readonly to: string; readonly reason: string }[];
  /** The server's moment of answering: whether evidence is old is judged by the clock that dated it. */
  readonly asOf?: string;
  /** Made-up data; said wherever a number of it shows. */
  readonly synthetic?: boolean;
  /** When the evidence below was derived; absent before the first run. */
  readonly derivedAt?: string;
}
