import type { IsoTime } from './time';

/** How something goes out: to everyone, to a ring of affected accounts, behind a flag, or not yet. */
export type ReleaseOption = 'all' | 'ring' | 'flag' | 'hold';
export const RELEASE_OPTIONS: readonly ReleaseOption[] = ['all', 'ring', 'flag', 'hold'];

/** A person's choice for one issue, after for and against were read. Newer ones stand; older ones stay readable. */
export interface ReleaseChoice {
  readonly id: string;
  readonly product: string;
  readonly issue: string;
  readonly option: ReleaseOption;
  /** Accounts that get it first, for a ring or a flag; else empty. */
  readonly accounts: readonly string[];
  readonly reason: string;
  readonly at: IsoTime;
  /** Jira account id. */
  readonly by: string;
}
