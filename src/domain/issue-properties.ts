import type { IsoDay } from './time';

/** What JQL can ask for on an issue; from evidence that everyone in the project may see. */
export interface IssueProperties {
  /** Absent on an issue that closing does not look at, e.g. a done one. */
  readonly verdict?: 'supported' | 'unsupported' | 'cannot-judge';
  /** Distinct customers, confirmed and suggested, in open sources. */
  readonly accounts: number;
  /** Absent when no open source has one. */
  readonly lastSignal?: IsoDay;
  /** Absent while no release outcome is known. */
  readonly outcome?: string;
}
