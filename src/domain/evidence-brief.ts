import type { Citation } from './evidence';
import type { Sentence } from './sentence';
import type { IsoTime } from './time';

/** A line of a brief: by rule (a message id with numbers from the store), or a model's words with the signals that carry them. */
export type BriefLine =
  | { readonly kind: 'rule'; readonly sentence: Sentence }
  | { readonly kind: 'written'; readonly text: string; readonly cites: readonly string[] };

/** Literal words in a brief, by their place: the text is cut from the store when it is shown. */
export interface BriefQuote {
  readonly signal: string;
  readonly citation: Citation;
  /** Who put it on this side: a person's decision, the agent's reading, the engine's suggestion, or only its wording. */
  readonly by: 'person' | 'agent' | 'engine' | 'wording';
}

/** Why a brief is not in a model's words. */
export type NotWritten = 'off' | 'over-budget' | 'refused' | 'failed' | 'unproven' | 'not-yet';

/** Was there a search for words against, and by whom. */
export type AgainstSearch = 'agent' | 'wording';

/** What a product leader reads before a decision: one issue, 60 seconds. */
export interface EvidenceBrief {
  readonly issue: string;
  readonly product: string;
  readonly computedAt: IsoTime;
  /** Hash of what it was made from: another hash, another brief. */
  readonly madeFrom: string;
  readonly wordedBy: { readonly kind: 'model'; readonly model: string } | { readonly kind: 'rules'; readonly because: NotWritten };
  /** At most 20 words. */
  readonly verdict: BriefLine;
  readonly changed: readonly BriefLine[];
  readonly strongestFor: readonly BriefQuote[];
  readonly strongestAgainst: readonly BriefQuote[];
  readonly againstSearch: AgainstSearch;
  readonly missing: readonly BriefLine[];
  readonly wouldChange: readonly BriefLine[];
}
