import type { CoverageState } from './coverage';
import type { CustomerUnit } from './customer';
import type { IsoTime } from './time';

/** What an issue was meant to change: what customers say about some themes, or how often they do something. */
export type Measure =
  | { readonly kind: 'theme'; readonly themes: readonly string[] }
  | { readonly kind: 'event'; readonly event: string };

/** One promise of a release: this issue should move this measure this way. */
export interface OutcomeTarget {
  readonly issue: string;
  readonly issueKey: string;
  readonly measure: Measure;
  readonly direction: 'fewer' | 'more';
  /** When the theme was chosen for work; the four weeks before it are not baseline. */
  readonly decidedAt: IsoTime;
}

/** When most customers have the release: from the versions that signals carry, else after a fixed time. */
export type AdoptionRule =
  | { readonly kind: 'days'; readonly days: number }
  | { readonly kind: 'version-share'; readonly version: string; readonly share: number; readonly atMostDays: number; readonly elseDays: number };

/** Why a source of the product is not counted on either side. */
export interface LeftOutSource {
  readonly source: string;
  readonly reason: 'connected-mid-window' | 'gap';
  readonly at: IsoTime;
}

/** A source as it stood when the contract was frozen. */
export interface FrozenSource {
  readonly source: string;
  /** Its oldest signal: nothing can be known before it. */
  readonly since: IsoTime;
}

export interface ContractEdit {
  readonly at: IsoTime;
  readonly by: string;
  readonly what:
    | 'released-again'
    | 'date-moved'
    | 'unreleased'
    | 'version-merged'
    | 'version-deleted'
    | 'issue-added'
    | 'issue-moved-away'
    | 'edited-by-hand'
    /** More customers of a ring got it. */
    | 'exposed'
    /** Everybody got what a ring had: from then on there is nobody to compare with. */
    | 'released-to-all'
    /** A ring was taken back. */
    | 'rolled-back';
  /** Ids, dates or counts, never text: e.g. the issue key, or the date before. */
  readonly detail?: string;
}

export type ContractState =
  | { readonly kind: 'live' }
  | { readonly kind: 'withdrawn'; readonly at: IsoTime; readonly reason: 'unreleased' | 'version-deleted' | 'rolled-back' }
  | { readonly kind: 'superseded'; readonly at: IsoTime; readonly reason: 'date-moved' | 'version-merged'; readonly by?: string };

/** What triggered the freeze. */
export type ContractOrigin = 'released' | 'daily-check' | 'issue-done' | 'by-hand' | 'roll-out';

/** Frozen when a release ships, so that nobody picks the story afterwards. Ids and counts only. */
export interface OutcomeContract {
  readonly id: string;
  readonly product: string;
  readonly release: { readonly id: string; readonly name: string; readonly releasedAt: IsoTime };
  readonly origin: ContractOrigin;
  readonly targets: readonly OutcomeTarget[];
  /** Issues of the release for which nothing can be judged, and why. */
  readonly withoutTarget: readonly { readonly issue: string; readonly reason: 'no-theme' | 'hidden-issue' }[];
  /** Smallest change worth the name, as a share: 0.2 is a fifth fewer. */
  readonly leastEffect: number;
  readonly baselineWeeks: number;
  readonly mode: 'full' | 'short-baseline';
  readonly readOutWeeks: readonly number[];
  readonly adoption: AdoptionRule;
  /** Themes that the release does not touch. Empty: nothing can stand beside the theme. */
  readonly controls: readonly string[];
  readonly sources: readonly FrozenSource[];
  readonly leftOut: readonly LeftOutSource[];
  readonly coverage: { readonly state: CoverageState; readonly total: number; readonly read: number };
  readonly unit: CustomerUnit;
  /** Who had it from when, for a ring or a flag. */
  readonly exposure?: readonly { readonly account: string; readonly at: IsoTime }[];
  /** Days on which something else broke; their weeks are left out on both sides, visibly. */
  readonly incidents: readonly { readonly from: IsoTime; readonly to: IsoTime }[];
  readonly frozenAt: IsoTime;
  readonly edits: readonly ContractEdit[];
  readonly state: ContractState;
}

export type NotAttributableReason =
  | 'spike-before-release'
  | 'rise-before-release'
  | 'chosen-because-loud'
  | 'single-week'
  | 'volume-shift'
  | 'season'
  /** The theme fell, but with its neighbours there are as many as before: the same complaints in other words. */
  | 'moved-elsewhere'
  | 'no-control';

export type CannotJudgeReason =
  | 'nothing-connected'
  | 'still-reading'
  | 'source-gap'
  | 'source-connected-mid-window'
  | 'short-history'
  | 'no-theme'
  | 'hidden-issue'
  | 'theme-merged'
  | 'theme-split'
  | 'theme-erased'
  | 'issue-moved'
  | 'not-released-yet'
  | 'unreleased'
  | 'date-moved'
  | 'version-merged'
  | 'version-deleted'
  | 'rolled-back'
  | 'not-adopted';

/** Words first. `fewer` and `more` are about customers who hit the theme (or did the event), not about good and bad. */
export type OutcomeVerdict =
  | { readonly kind: 'fewer' }
  | { readonly kind: 'no-clear-change' }
  | { readonly kind: 'more'; readonly by: 'read-out' | 'guard' }
  | { readonly kind: 'too-few-to-tell' }
  | { readonly kind: 'not-attributable'; readonly reason: NotAttributableReason }
  | { readonly kind: 'cannot-judge'; readonly reason: CannotJudgeReason; readonly at?: IsoTime; readonly source?: string };

export interface OutcomeCounts {
  readonly themeBefore: number;
  readonly themeAfter: number;
  readonly controlBefore: number;
  readonly controlAfter: number;
  readonly weeksBefore: number;
  readonly weeksAfter: number;
}

/** Multiplicative change against the controls: 0.4 means 60 % fewer than without the release. */
export interface RatioEstimate {
  readonly ratio: number;
  readonly low: number;
  readonly high: number;
  /** Of the two-sided interval, e.g. 0.9. */
  readonly level: number;
  /** Pulled towards "no change" by what this project's earlier releases did; absent before ten of them. */
  readonly shrunk?: number;
}

/** A number and what it opens: `count` is in the unit, `signals` is the length of the list behind it. */
export interface OutcomeList {
  readonly window: 'before' | 'after';
  readonly count: number;
  readonly signals: number;
}

/** `excluded`: it chose the theme. `incident`: something else broke. `unheard`: a counted source could not be read. */
export type WeekPhase = 'before' | 'excluded' | 'incident' | 'unheard' | 'gap' | 'after';

/** One week of the chart. Control is the raw count; the view scales it. */
export interface OutcomeWeek {
  readonly from: IsoTime;
  readonly phase: WeekPhase;
  readonly theme: number;
  readonly control: number;
}

/** Who said that it helped. */
export interface Confirmation {
  readonly contract: string;
  readonly issue: string;
  readonly how: 'customer' | 'conversation' | 'usage';
  readonly helped: boolean;
  readonly at: IsoTime;
  /** Jira account id of who logged it, or the source. */
  readonly by: string;
  readonly account?: string;
  readonly signal?: string;
}

export type ConfirmedState =
  | { readonly kind: 'not-yet-confirmed' }
  | { readonly kind: 'confirmed'; readonly customers: number; readonly by: readonly Confirmation['how'][] }
  | { readonly kind: 'disputed'; readonly customers: number };

/** A planned read-out by its weeks, or the daily guard. */
export type ReadOut = number | 'guard';

/** One target of a contract, read out. Snapshot: ids and numbers only. */
export interface Outcome {
  readonly contract: string;
  readonly issue: string;
  readonly measure: Measure;
  readonly direction: 'fewer' | 'more';
  /** Weeks after the gap that were looked at, or that the daily guard spoke in between. */
  readonly readOut: ReadOut;
  readonly judgedAt: IsoTime;
  readonly verdict: OutcomeVerdict;
  readonly unit: CustomerUnit;
  readonly counts?: OutcomeCounts;
  /** What the controls say would have come without the release. */
  readonly expected?: number;
  readonly estimate?: RatioEstimate;
  /** Smallest fall that would have been seen in eight of ten cases, as a share; absent: not even a complete stop. */
  readonly detectableDrop?: number;
  /** Scatter of weeks beyond chance; 1 is none. */
  readonly dispersion?: number;
  /** What a spike or trend before the release would have left by itself. */
  readonly expectedFromDecay?: number;
  readonly comparison: 'before-after' | 'exposed-against-not-yet';
  readonly lists: readonly OutcomeList[];
  readonly weeks: readonly OutcomeWeek[];
  readonly gap?: { readonly from: IsoTime; readonly to: IsoTime; readonly by: AdoptionRule['kind'] };
  readonly confirmed: ConfirmedState;
  /** Accounts that hit it before the release and have been silent in every source since. */
  readonly silentAccounts: readonly string[];
}

/** A theme that the release may have made worse, or brought. */
export interface AdverseTheme {
  readonly contract: string;
  readonly theme: string;
  readonly flaggedAt: IsoTime;
  readonly daysAfterRelease: number;
  readonly observed: number;
  readonly expected: number;
  readonly signals: readonly string[];
}

/** One text per measure, for keys. */
export function measureKey(measure: Measure): string {
  return measure.kind === 'event' ? `event:${measure.event}` : `themes:${[...measure.themes].sort().join(',')}`;
}
