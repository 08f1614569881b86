import { longWords } from '../domain/best-sentence';
import type { Citation } from '../domain/evidence';
import type { Signal } from '../domain/signal';
import { sentencesOf } from '../domain/spoken-sentences';
import { countWords } from './brief-text';
import type { IssueFacts } from './issue-facts';

/** A description longer than this is read for what it claims about customers. */
export const LONG_DESCRIPTION_WORDS = 1_500;
const MOST_CLAIMS = 60;
/** Long words that a claim needs before anybody could be found to say it. */
const FEWEST_WORDS = 3;
/** Share of a claim's long words that one customer's sentence has to carry, and how many at least. */
const SHARED = 0.5;

/** Somebody says that customers are, need, do or say something. */
const ABOUT_CUSTOMERS = /\b(customers?|users?|clients?|people|everyone|everybody|nobody|accounts?|admins?|teams?|subscribers?|buyers?|they)\b/i;
const CLAIMS = /\b(want|need|ask|expect|complain|say|tell|report|struggle|fail|lose|leave|churn|prefer|love|hate|can(no|')t|cannot|unable|always|never|often|most|many|all|every|require|request|find|waste|miss|forget|abandon)\w*\b/i;
/** A share or a sum cannot be proved by a sentence somebody wrote. */
const NUMERIC = /\d+\s?(%|percent|per cent|x\b|times|million|thousand|k\b|€|\$|£)|[€$£]\s?\d/i;

export interface ClaimQuote {
  readonly signal: Signal;
  readonly citation: Citation;
}

export type JudgedClaim =
  | { readonly kind: 'supported'; readonly claim: string; readonly quotes: readonly ClaimQuote[] }
  | { readonly kind: 'not-supported'; readonly claim: string }
  | { readonly kind: 'cannot-judge'; readonly claim: string; readonly why: 'numeric' | 'too-few-words' | 'not-read' };

/** What a long description says about customers against what they said; undefined for one that is short enough to be read. */
export function judgeClaims(facts: IssueFacts): { readonly words: number; readonly claims: readonly JudgedClaim[]; readonly looked: number } | undefined {
  const { description = '' } = facts.issue;
  const words = countWords(description);
  if (words <= LONG_DESCRIPTION_WORDS) return undefined;
  const signals = [...new Map([...facts.heard.map(({ signal }) => signal), ...facts.possible].map((signal) => [signal.id, signal])).values()];
  const sentences = signals.flatMap((signal) => (signal.text === undefined ? [] : sentencesOf(signal.text).map((span) => ({ signal, citation: { field: 'text' as const, ...span }, words: longWords((signal.text ?? '').slice(span.start, span.end)) }))));
  return { words, looked: signals.length, claims: claimsOf(description).map((claim) => judge(claim, sentences, facts)) };
}

/** Sentences of a description that claim something about customers, in order. */
export function claimsOf(description: string): readonly string[] {
  const found = sentencesOf(description).map(({ start, end }) => description.slice(start, end)).filter((sentence) => ABOUT_CUSTOMERS.test(sentence) && CLAIMS.test(sentence) && !/\?\s*$/.test(sentence));
  return [...new Set(found)].slice(0, MOST_CLAIMS);
}

type Sentence = ClaimQuote & { readonly words: ReadonlySet<string> };

function judge(claim: string, sentences: readonly Sentence[], facts: IssueFacts): JudgedClaim {
  const wanted = [...longWords(claim)].filter((word) => !ABOUT_CUSTOMERS.test(word) && !CLAIMS.test(word)).map(stem);
  if (NUMERIC.test(claim)) return { kind: 'cannot-judge', claim, why: 'numeric' };
  if (wanted.length < FEWEST_WORDS) return { kind: 'cannot-judge', claim, why: 'too-few-words' };
  const needed = Math.max(FEWEST_WORDS, Math.ceil(wanted.length * SHARED));
  const shared = (sentence: Sentence): number => {
    const stems = new Set([...sentence.words].map(stem));
    return wanted.filter((word) => stems.has(word)).length;
  };
  const best = sentences.map((sentence) => ({ sentence, count: shared(sentence) })).filter(({ count }) => count >= needed).sort((a, b) => b.count - a.count);
  const seen = new Set<string>();
  const quotes = best.map(({ sentence }) => sentence).filter(({ signal }) => !seen.has(signal.id) && seen.add(signal.id)).slice(0, 3);
  if (quotes.length > 0) return { kind: 'supported', claim, quotes };
  // Where something was not read, could not be recognised or is not over yet, silence is no answer.
  if (facts.coverage !== 'complete' || !facts.isSearchable) return { kind: 'cannot-judge', claim, why: 'not-read' };
  return { kind: 'not-supported', claim };
}

/** Endings that do not change what a word is about: enough for finding the same word. */
function stem(word: string): string {
  return word.replace(/(ings?|ed|es|s|ly)$/u, '').replace(/(.)\1$/u, '$1');
}
