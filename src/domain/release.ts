import type { IsoTime } from './time';

/** A shipped version and the issues in it (issue keys as the tracker or file gave them). */
export interface Release {
  readonly id: string;
  readonly product: string;
  readonly name: string;
  /** Absent while it is not released. */
  readonly releasedAt?: IsoTime;
  readonly issues: readonly string[];
}
