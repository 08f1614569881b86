import type { Citation } from './evidence';
import { PROVIDER_TROUBLES } from './provider-trouble';
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
  /** Customers besides who say the very same words. Absent where there is none. */
  readonly alike?: number;
}

/** Why a brief is not in a model's words. */
export const NOT_WRITTEN = ['off', 'over-budget', ...PROVIDER_TROUBLES, 'refused', 'failed', 'unproven', 'not-yet'] as const;
export type NotWritten = (typeof NOT_WRITTEN)[number];

/** Why it is by rule now. `since`: from when on the provider has answered nobody. */
export interface WhyRules {
  readonly because: NotWritten;
  readonly since?: IsoTime;
}

/** Was there a search for words against, and by whom. */
export type AgainstSearch = 'agent' | 'wording';

/** Words that a model's line rests on: their place, and a hash of what stood there, so that other words at the same place carry nothing. */
export interface Cite {
  readonly signal: string;
  readonly citation: Citation;
  readonly hash: string;
}

/** A model's line as it is kept: the words it rests on are proven again whenever it is shown. */
export interface KeptLine {
  readonly text: string;
  readonly cites: readonly Cite[];
}

/** What a model wrote, and nothing else: numbers, gaps and dates of a brief are said anew from the store whenever it is shown. */
export interface WrittenParts {
  readonly kind: 'written';
  readonly model: string;
  readonly verdict: KeptLine;
  readonly changed: readonly KeptLine[];
  readonly missing: readonly KeptLine[];
  readonly wouldChange: readonly KeptLine[];
  /** Quotes that it chose on their side; empty: the rule's. */
  readonly strongestFor: readonly BriefQuote[];
  readonly strongestAgainst: readonly BriefQuote[];
}

/** What is kept of one asking: what the model wrote, or that it wrote nothing that may be shown, so that it is not paid for again. */
export interface KeptBrief {
  readonly issue: string;
  readonly product: string;
  readonly askedAt: IsoTime;
  /** Hash of what it was made from: another hash, another brief. */
  readonly madeFrom: string;
  readonly outcome: WrittenParts | { readonly kind: 'by-rule'; readonly because: NotWritten };
}

/** What a product leader reads before a decision: one issue, 60 seconds. Put together when it is shown. */
export interface EvidenceBrief {
  readonly issue: string;
  readonly product: string;
  readonly wordedBy: { readonly kind: 'model'; readonly model: string } | ({ readonly kind: 'rules' } & WhyRules);
  /** At most 20 words. */
  readonly verdict: BriefLine;
  readonly changed: readonly BriefLine[];
  readonly strongestFor: readonly BriefQuote[];
  readonly strongestAgainst: readonly BriefQuote[];
  readonly againstSearch: AgainstSearch;
  readonly missing: readonly BriefLine[];
  readonly wouldChange: readonly BriefLine[];
}

/** Signals that what is kept of a brief rests on. */
export function namedSignals({ outcome }: KeptBrief): readonly string[] {
  if (outcome.kind === 'by-rule') return [];
  const { verdict, changed, missing, wouldChange, strongestFor, strongestAgainst } = outcome;
  return [...[verdict, ...changed, ...missing, ...wouldChange].flatMap((line) => line.cites.map((cite) => cite.signal)), ...[...strongestFor, ...strongestAgainst].map((quote) => quote.signal)];
}
