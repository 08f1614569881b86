import type { BriefLine } from '../../domain/evidence-brief';
import { countWords, plainSentence } from '../plain-sentence';

/** Amounts, absence and what becomes of an issue are the store's to say, never a model's: a line with one of these words is not shown. */
const NOT_A_MODELS = /\b(no one|nobody|none|nothing|never|every(one|body|thing)?|all|most|majority|minority|half|few|fewer|many|several|some|any(one|body)?|numerous|countless|both|one|two|three|four|five|six|seven|eight|nine|ten|dozens?|hundreds?|thousands?|millions?|single|percent|clos(e|ed|es|ing|ure)|delet\w*|resolv\w*|fixed|obsolete|duplicate\w*|unsupported|unneeded|unnecessary|unwanted|irrelevant|ignor\w*|reject\w*|invalid|refund\w*|password\w*|click|call|visit|contact|system|prompt|instruction\w*)\b/i;
/** Ways to turn a sentence round. A model's line says what was said; that something is not so is for the quotes to show. */
const GLUE = new Set('about after again also and are as at be because been before being between but by can cannot could customers customer do does doing don for from get gets getting had has have how if in into is issue it its just keep keeps like lose loses losing made make makes means more must need needs needed not of on or other out over people report reported reports say says should so still than that the their them then there these they this those through to too under until up use used user users using want wants was way we were what when where which while who why will with without work works would'.split(' '));
const STEM = 5;
/** Share of a line's own words that stand in the quotes it rests on. */
const CARRIED = 0.6;
const ENGLISH = /\b(the|a|an|to|is|are|of|in|on|and|when|they|their|for|with)\b/i;

/** Words that carry meaning, cut to their first letters so that forms of a word count as one. */
export function stemsOf(text: string, glue?: ReadonlySet<string>): ReadonlySet<string> {
  const words = text.toLowerCase().match(/\p{L}+/gu) ?? [];
  return new Set(words.filter((word) => word.length > 2 && !GLUE.has(word) && glue?.has(word) !== true).map((word) => word.slice(0, STEM)));
}

export interface Cited {
  readonly signal: string;
  readonly text: string;
}

/** How strictly a line is held to its quotes. */
export interface Carrying {
  /** Words beside `GLUE` that say nothing by themselves in this kind of line. */
  readonly glue?: ReadonlySet<string>;
  /** Share of its own words that stand in the quotes. */
  readonly share?: number;
}

/**
 * A model's line, if it may be shown: one plain English sentence, no amounts and no verdict of its own, resting on quotes that are proven and
 * made mostly of their words. Otherwise undefined: the sentence goes with its citation.
 */
export function carriedLine(text: string, cites: readonly number[], quotes: readonly Cited[], words: number, { glue, share = CARRIED }: Carrying = {}): Extract<BriefLine, { kind: 'written' }> | undefined {
  const plain = plainSentence(text, words);
  if (plain === undefined || countWords(plain) < 3 || NOT_A_MODELS.test(plain) || !ENGLISH.test(plain)) return undefined;
  const cited = [...new Set(cites)].flatMap((index) => quotes[index - 1] ?? []);
  if (cited.length === 0 || cited.length < new Set(cites).size) return undefined;
  const said = stemsOf(cited.map((one) => one.text).join(' '));
  const own = [...stemsOf(plain, glue)];
  if (own.length === 0 || own.filter((stem) => said.has(stem)).length / own.length < share) return undefined;
  return { kind: 'written', text: plain, cites: cited.map((one) => one.signal) };
}
