import { namedSignals, type BriefLine, type BriefQuote, type Cite, type EvidenceBrief, type KeptBrief, type KeptLine, type WrittenParts } from '../../domain/evidence-brief';
import { customerKey } from '../../domain/customer';
import { plainWords } from '../../domain/plain-words';
import type { Signal } from '../../domain/signal';
import type { Sha256 } from '../../ports/sha256';
import { carriedLine } from './carried-line';
import { provenCitation } from './choose-quotes';

/** A quote as it may be shown: the stored words, cut now. */
export interface ShownQuote extends BriefQuote {
  readonly source: Signal;
  readonly text: string;
}

export interface ShownBrief extends Omit<EvidenceBrief, 'strongestFor' | 'strongestAgainst'> {
  readonly strongestFor: readonly ShownQuote[];
  readonly strongestAgainst: readonly ShownQuote[];
}

/** Lines of one part. */
export const BRIEF_LINES = 3;
export const LINE_WORDS = 20;

/**
 * The last proof, at the moment of showing. Numbers, gaps and dates are today's, by rule; a model's line stands beside them only while each
 * of the words that it rests on still stands in the store, and still carries it. What was edited or removed at its source goes, and every
 * line with it; where the verdict goes, everything is said by rule.
 */
export function showBrief(plain: EvidenceBrief, kept: KeptBrief | undefined, cited: ReadonlyMap<string, Signal>, sha256: Sha256): ShownBrief {
  const whole = kept?.outcome.kind === 'written' ? withWritten(plain, kept.outcome, cited, sha256) : plain;
  const show = (quotes: readonly BriefQuote[]): ShownQuote[] =>
    onceEach(quotes.flatMap((quote) => {
      const source = cited.get(quote.signal);
      const citation = source === undefined ? undefined : provenCitation(source, quote.citation);
      const text = citation === undefined ? undefined : source?.[citation.field]?.slice(citation.start, citation.end);
      return source === undefined || citation === undefined || text === undefined ? [] : [{ ...quote, citation, source, text }];
    }));
  // Where nothing that a model chose stands any more, the rule's choice does: an empty side would read as nobody having said it.
  const side = (chosen: readonly BriefQuote[], byRule: readonly BriefQuote[]): ShownQuote[] => [show(chosen), show(byRule)].find((some) => some.length > 0) ?? [];
  return { ...whole, strongestFor: side(whole.strongestFor, plain.strongestFor), strongestAgainst: side(whole.strongestAgainst, plain.strongestAgainst) };
}

/** The same words of several customers once, with how many more say them. */
function onceEach(quotes: readonly ShownQuote[]): ShownQuote[] {
  const alike = Map.groupBy(quotes, (quote) => plainWords(quote.text));
  return [...alike.values()].flatMap(([first, ...others]) => {
    if (first === undefined) return [];
    const more = new Set(others.map((one) => customerKey(one.source)).filter((customer) => customer !== customerKey(first.source))).size + (first.alike ?? 0);
    return [more === 0 ? first : { ...first, alike: more }];
  });
}

function withWritten(plain: EvidenceBrief, { model, verdict, ...written }: WrittenParts, cited: ReadonlyMap<string, Signal>, sha256: Sha256): EvidenceBrief {
  const lineOf = ({ text, cites }: KeptLine): BriefLine | undefined => {
    const quotes = cites.flatMap((cite) => wordsOf(cite, cited, sha256) ?? []);
    return quotes.length < cites.length ? undefined : carriedLine(text, quotes.map((_, index) => index + 1), quotes, LINE_WORDS);
  };
  // Numbers first: what the store knows is never replaced by what was written.
  const lines = (byRule: readonly BriefLine[], kept: readonly KeptLine[]): readonly BriefLine[] => [...byRule, ...kept.flatMap((line) => lineOf(line) ?? [])].slice(0, BRIEF_LINES + 1);
  const shownVerdict = lineOf(verdict);
  if (shownVerdict === undefined) return { ...plain, wordedBy: { kind: 'rules', because: 'unproven' } };
  return {
    ...plain,
    wordedBy: { kind: 'model', model },
    verdict: shownVerdict,
    changed: lines(plain.changed, written.changed),
    missing: lines(plain.missing, written.missing),
    wouldChange: lines(plain.wouldChange, written.wouldChange),
    strongestFor: written.strongestFor.length > 0 ? written.strongestFor : plain.strongestFor,
    strongestAgainst: written.strongestAgainst.length > 0 ? written.strongestAgainst : plain.strongestAgainst,
  };
}

/** The words of a cite, where the very same still stand there and may be shown. */
function wordsOf({ signal, citation, hash }: Cite, cited: ReadonlyMap<string, Signal>, sha256: Sha256): { readonly signal: string; readonly text: string } | undefined {
  const source = cited.get(signal);
  const text = source?.[citation.field]?.slice(citation.start, citation.end);
  return source === undefined || text === undefined || sha256(text) !== hash || provenCitation(source, citation) === undefined ? undefined : { signal, text };
}

/** Signals that a brief names. */
export function signalsOf(plain: Pick<EvidenceBrief, 'strongestFor' | 'strongestAgainst'>, kept?: KeptBrief): readonly string[] {
  return [...new Set([...[...plain.strongestFor, ...plain.strongestAgainst].map((one) => one.signal), ...(kept === undefined ? [] : namedSignals(kept))])];
}
