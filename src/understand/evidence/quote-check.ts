import { kindredTerms } from '../text/kindred-words';
import type { ReadCorpus } from '../text/read-corpus';
import { scanWords } from '../text/scan-words';
import { wantsOpposite } from './opposite-wish';

/** Whether a quote can stand for an issue's need on a panel, however well the pair as a whole was judged. */
export type QuoteCheck = (quote: string, issue: number) => boolean;

/** Share of all signals up to which one word alone says what is meant, and up to which a word says anything beside others. */
const SPECIFIC = { alone: 0.02, besideOthers: 0.25, least: 3 };
const OTHER_THAN = /\b(?:other than|apart from|besides|except(?: for)?|but not)\b([^,;.]*)/i;

/**
 * A quote must hold two words of the need, one of them not everybody's, or one word that few others say: a product's name or
 * "customer" in common is no need in common. It must not speak of what the title leaves out ("other than SMTP"), nor wish the
 * opposite, nor name another function's crash.
 * @param core weight of each entry of the issues' counts as a word of the need, 0 for the others
 * @param titles the issues' titles, by row
 */
export function newQuoteCheck(corpus: ReadCorpus, core: Float32Array, titles: readonly string[]): QuoteCheck {
  const kindred = kindredTerms(corpus.vocabulary);
  const most = (share: number): number => Math.max(SPECIFIC.least, share * corpus.signals.counts.rows);
  const [alone, besideOthers] = [most(SPECIFIC.alone), most(SPECIFIC.besideOthers)];
  return (quote, issue) => {
    const title = titles[issue] ?? '';
    const said = termsIn(corpus, quote);
    const leftOut = OTHER_THAN.exec(title)?.[1];
    if (leftOut !== undefined && [...termsIn(corpus, leftOut)].some((term) => corpus.termWeight[term]! > 0 && said.has(term))) return false;
    if (wantsOpposite(title, quote) || namesAnother(title, quote)) return false;
    let matched = 0;
    let rarest = Number.POSITIVE_INFINITY;
    let only = -1;
    const { starts, columns } = corpus.issues.counts;
    for (let at = starts[issue]!; at < starts[issue + 1]!; at += 1) {
      if (core[at] === 0) continue;
      const kin = kindred.terms.subarray(kindred.starts[columns[at]!], kindred.starts[columns[at]! + 1]);
      const held = said.has(columns[at]!) ? columns[at] : kin.find((term) => said.has(term));
      if (held === undefined) continue;
      matched += 1;
      only = held;
      rarest = Math.min(rarest, corpus.signalsPerTerm[held]!);
    }
    return matched > 1 ? rarest <= besideOthers : matched === 1 && rarest <= alone && !isName(corpus, quote, only);
  };
}

const FUNCTION = /\w+::~?\w+/g;

/** Whether title and quote each name a function of the code that the other does not: two crashes, however alike. */
function namesAnother(title: string, quote: string): boolean {
  const [meant, said] = [new Set(title.match(FUNCTION)), new Set(quote.match(FUNCTION))];
  return [...meant].some((name) => !said.has(name)) && [...said].some((name) => !meant.has(name));
}

const CAPITAL = /^\P{L}*\p{Lu}/u;
const NEW_SENTENCE = /[.!?"“(:]\s*$/;

/** Whether a word is written with a capital inside a sentence of words that mostly are not: the name of a product or a firm. */
function isName(corpus: ReadCorpus, quote: string, term: number): boolean {
  const words = quote.split(/\s+/);
  if (words.filter((word) => CAPITAL.test(word)).length * 2 > words.length) return false;
  let found = false;
  scanWords(quote, 0, quote.length, (word, length, start) => {
    if (start === 0 || corpus.vocabulary.find(word, length) !== term || NEW_SENTENCE.test(quote.slice(0, start))) return;
    found ||= CAPITAL.test(quote.slice(start, start + 2));
  });
  return found;
}

function termsIn(corpus: ReadCorpus, text: string): Set<number> {
  const terms = new Set<number>();
  scanWords(text, 0, text.length, (word, length) => {
    const term = corpus.vocabulary.find(word, length);
    if (term >= 0) terms.add(term);
  });
  return terms;
}
