import type { IsoTime } from './time';

/** How far closing may go. Each step needs a person; `live` needs proof as well. */
export type Mode = 'off' | 'observe' | 'suggest' | 'notice-only' | 'live';

export const MODES: readonly Mode[] = ['off', 'observe', 'suggest', 'notice-only', 'live'];

/** A stretch of time in which nothing is closed, e.g. a holiday week. */
export interface Freeze {
  readonly from: IsoTime;
  readonly to: IsoTime;
}

/** Another way to close than by our resolution. */
export interface FallbackOffer {
  readonly kind: 'resolution' | 'status';
  readonly name: string;
}

/** How to close where a workflow does not know our resolution; a person accepted it after it was explained. */
export interface CloseFallback extends FallbackOffer {
  readonly acceptedBy: string;
  readonly acceptedAt: IsoTime;
}

/** What a person set for one product. Every number has a floor and a ceiling in code (`decide/clamp-policy`). */
export interface Policy {
  /** Grows with each change; stands on every verdict and in the ledger. */
  readonly version: number;
  readonly mode: Mode;
  readonly minimumAgeDays: number;
  /** Days without a person touching the item. */
  readonly minimumIdleDays: number;
  /** How far back silence must reach, in days. */
  readonly evidenceWindowDays: number;
  /** Days between the notice on the issue and the close. */
  readonly graceDays: number;
  /** Proposals a week. */
  readonly batchSize: number;
  /** Closes a run, and closes a project a day. */
  readonly runCap: number;
  readonly dailyCap: number;
  readonly keepDays: number;
  /** An item with this many votes or watchers is never closed. */
  readonly protectVotes: number;
  readonly protectWatchers: number;
  /** In addition to the labels, issue types and priorities that are always protected. */
  readonly protectedLabels: readonly string[];
  readonly protectedReporters: readonly string[];
  /** A row of evidence that is not shown may be this probable and silence still counts. */
  readonly silenceMaxConfidence: number;
  /** A theme may point to the item this strongly and silence still counts. */
  readonly silenceMaxThemeStrength: number;
  /** New customers on a closed item that bring it back. */
  readonly reopenAfterCustomers: number;
  readonly reopenBy: 'proposal' | 'itself';
  /** IANA name, e.g. `Europe/Berlin`: office hours and quiet days are read in it. */
  readonly timeZone: string;
  readonly freezes: readonly Freeze[];
  readonly fallback?: CloseFallback;
}

/** A setting that was asked for and not granted: a floor or ceiling in code held. */
export interface PolicyCorrection {
  readonly field: string;
  readonly asked: string;
  readonly used: string;
}
