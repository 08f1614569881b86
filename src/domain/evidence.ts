import type { IsoTime } from './time';
import type { VisibilityClass } from './visibility';

/** A literal span of a stored text: `[start, end)` in UTF-16 code units of the named field. */
export interface Citation {
  readonly field: 'title' | 'text';
  readonly start: number;
  readonly end: number;
}

/** A candidate link from a signal to an issue, as the engine sees it. */
export interface Link {
  readonly signal: string;
  readonly issue: string;
  /** 1 is the best issue for this signal. */
  readonly rank: number;
  readonly score: number;
  /** Calibrated probability that the signal is about the issue, 0..1. */
  readonly confidence: number;
  /** Set by the store from the signal and the issue; absent on what the engine just made. */
  readonly visibility?: VisibilityClass;
}

/** One row of an issue's evidence: signals ranked for the issue. */
export interface EvidenceRow {
  readonly issue: string;
  readonly signal: string;
  /** 1 is the best signal for this issue. */
  readonly rank: number;
  readonly score: number;
  readonly confidence: number;
  /** Good enough for the panel; the rest stands behind "possible". */
  readonly shown: boolean;
  /** Best literal span, where one is good enough to quote. */
  readonly citation?: Citation;
  /** Named factors in words' ids, e.g. `shared-terms`, `confirmed-neighbour`, `exact-key`, `theme`. */
  readonly reasons: readonly string[];
  /** Set by the store from the signal and the issue; absent on what the engine just made. */
  readonly visibility?: VisibilityClass;
}

/** Confidence from which a panel shows a pair: above it eight of ten or more were right, whether titles speak like customers or like developers. */
export const SHOWN_FROM = 0.6;

/** What a person said about a link. */
export type LinkVerdict = 'confirmed' | 'rejected' | 'related';

export interface LinkDecision {
  readonly signal: string;
  readonly issue: string;
  readonly verdict: LinkVerdict;
  readonly at: IsoTime;
  /** Jira account id, or the source a ready-made link came from. */
  readonly by: string;
}

/** Could we have found this issue's customers, had there been any? */
export interface Searchability {
  readonly issue: string;
  readonly searchable: boolean;
  /** Estimated probability that a true question would be among the candidates, 0..1. */
  readonly recall: number;
  readonly reasons: readonly string[];
}

/** Theme-level evidence: many signals of a theme point to the issue though single words may not match. */
export interface ThemeIssue {
  readonly theme: string;
  readonly issue: string;
  readonly strength: number;
  readonly signals: number;
  /** Set by the store from the signal and the issue; absent on what the engine just made. */
  readonly visibility?: VisibilityClass;
}
