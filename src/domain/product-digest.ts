import type { Citation } from './evidence';
import { NO_ECHOES, type CustomerUnit, type EchoGroups } from './customer';
import type { RoadmapColumn } from './roadmap';
import type { Theme } from './theme';
import type { IsoTime } from './time';

/** Weeks of history kept with a theme: enough to say what a usual week looks like. */
export const DIGEST_WEEKS = 26;
/** The same weeks as days, and the week in which they were derived. */
export const DIGEST_DAYS = DIGEST_WEEKS * 7 + 8;
/** Weeks that a page shows. */
export const SHOWN_WEEKS = 12;

/** Numbers of one theme over everything whose numbers may be shown. Ids and counts only, never text. */
export interface ThemeDigest {
  readonly theme: Theme;
  /** Distinct customers in the whole window. */
  readonly customers: number;
  /** Distinct customers in the last SHOWN_WEEKS weeks. */
  readonly recentCustomers: number;
  readonly signals: number;
  /** Customers who only repeat another's long text, word for word: in `signals`, not in the numbers of customers. */
  readonly echoes?: number;
  /** Distinct customers in each of the last DIGEST_WEEKS weeks, oldest first; the last one ends at `computedAt`. */
  readonly weeks: readonly number[];
  /** Distinct customers on each of the last DIGEST_DAYS days (UTC), oldest first; the last one is the day of `computedAt`. Absent from older digests. */
  readonly days?: readonly number[];
  /** Signals by source in each of the last SHOWN_WEEKS weeks. */
  readonly sources: Readonly<Record<string, readonly number[]>>;
  /** Best first. */
  readonly quotes: readonly ThemeQuote[];
  /** Linked issues, strongest first. */
  readonly issues: readonly LinkedIssue[];
}

/** A literal sentence of a member, by its place in the stored text. */
export interface ThemeQuote {
  readonly signal: string;
  readonly at: IsoTime;
  readonly citation: Citation;
}

export interface LinkedIssue {
  readonly id: string;
  readonly key: string;
  readonly summary: string;
  readonly column: RoadmapColumn;
  /** Signals of the theme that are evidence on the issue or point to it. */
  readonly signals: number;
}

/** An issue that has a place on the roadmap, with what customers said about it. */
export interface PlannedIssue {
  readonly id: string;
  readonly key: string;
  readonly project: string;
  readonly summary: string;
  readonly column: RoadmapColumn;
  readonly fixVersions: readonly string[];
  /** Signals shown or confirmed as its evidence, those in the same words once. */
  readonly evidence: number;
  readonly searchable: boolean;
  readonly searchReasons: readonly string[];
}

/** What the project page reads: derived with each run of the engine, so that nothing is searched when a page opens. */
export interface ProductDigest {
  readonly product: string;
  readonly computedAt: IsoTime;
  readonly unit: CustomerUnit;
  readonly themes: readonly ThemeDigest[];
  readonly unassigned: { readonly customers: number; readonly signals: number };
  readonly planned: readonly PlannedIssue[];
  /** Signals in the words of others: id → the first of its group. Absent where nobody repeats another, and in digests of before. */
  readonly echoes?: Readonly<Record<string, string>>;
}

/** Who repeats whom, as the last run read it: members of a list come without their words. */
export function echoesOf(digest: Pick<ProductDigest, 'echoes'> | undefined): EchoGroups {
  return digest?.echoes === undefined ? NO_ECHOES : new Map(Object.entries(digest.echoes));
}
