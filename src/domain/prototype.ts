import type { IsoTime } from './time';

/** A literal quote by where it stands, so that it goes when its signal goes. */
export interface BriefQuote {
  readonly signal: string;
  /** The customer's key, so that one customer is quoted once. */
  readonly person: string;
}

/** What a person may change of a brief. Plain sentences. */
export interface BriefWords {
  readonly hypothesis: string;
  readonly riskiest: string;
  readonly smallest: string;
  readonly kill: string;
}

/** One screen instead of a specification: at most 250 words with its quotes. */
export interface PrototypeBrief extends BriefWords {
  readonly quotes: readonly BriefQuote[];
  /** Customers it should be shown to, by key. */
  readonly showTo: readonly BriefQuote[];
  readonly wordedBy: 'rules' | 'model' | 'person';
  readonly madeAt: IsoTime;
  /** Jira account id. */
  readonly madeBy: string;
  readonly expiresAt: IsoTime;
}

/** A brief and the prototype that came of it. */
export interface Prototype {
  readonly product: string;
  readonly issue: string;
  readonly brief: PrototypeBrief;
  readonly link?: { readonly url: string; readonly at: IsoTime; readonly by: string };
}

/** What a customer said when they saw it. */
export type ReviewAnswer = 'yes' | 'no' | 'change';

export interface PrototypeReview {
  readonly id: string;
  readonly product: string;
  readonly issue: string;
  readonly answer: ReviewAnswer;
  readonly person?: string;
  /** The signal that keeps their words. */
  readonly signal: string;
  readonly shownAt: IsoTime;
  readonly by: string;
}

export const LONGEST_BRIEF_WORDS = 250;
export const BRIEF_QUOTES = 3;
