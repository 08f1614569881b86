import type { BriefLine, BriefQuote, EvidenceBrief } from '../../domain/evidence-brief';
import type { Signal } from '../../domain/signal';
import type { BriefCase } from './brief-case';
import { provenCitation } from './choose-quotes';
import { extractiveBrief } from './extractive-brief';

/** A quote as it may be shown: the stored words, cut now. */
export interface ShownQuote extends BriefQuote {
  readonly source: Signal;
  readonly text: string;
}

export interface ShownBrief extends Omit<EvidenceBrief, 'strongestFor' | 'strongestAgainst'> {
  readonly strongestFor: readonly ShownQuote[];
  readonly strongestAgainst: readonly ShownQuote[];
}

/**
 * The last proof, at the moment of showing: each quote is cut from the store as it is now. What was edited or removed at its source goes, and
 * every written line that rested on it; a verdict that goes is said by rule again.
 */
export function showBrief(kept: EvidenceBrief, brief: BriefCase, cited: ReadonlyMap<string, Signal>): ShownBrief {
  const show = (quotes: readonly BriefQuote[]): ShownQuote[] =>
    quotes.flatMap((quote) => {
      const source = cited.get(quote.signal);
      const citation = source === undefined ? undefined : provenCitation(source, quote.citation);
      const text = citation === undefined ? undefined : source?.[citation.field]?.slice(citation.start, citation.end);
      return source === undefined || citation === undefined || text === undefined ? [] : [{ ...quote, citation, source, text }];
    });
  const stands = (line: BriefLine): boolean => line.kind === 'rule' || line.cites.every((signal) => cited.get(signal)?.visibility === 'open');
  const whole = stands(kept.verdict) ? kept : extractiveBrief(brief, kept.madeFrom, 'unproven');
  return {
    ...whole,
    changed: whole.changed.filter(stands),
    missing: whole.missing.filter(stands),
    wouldChange: whole.wouldChange.filter(stands),
    strongestFor: show(whole.strongestFor),
    strongestAgainst: show(whole.strongestAgainst),
  };
}

/** Signals that a brief names. */
export function signalsOf({ verdict, changed, missing, wouldChange, strongestFor, strongestAgainst }: EvidenceBrief): readonly string[] {
  const lines = [verdict, ...changed, ...missing, ...wouldChange].flatMap((line) => (line.kind === 'written' ? line.cites : []));
  return [...new Set([...lines, ...strongestFor.map((one) => one.signal), ...strongestAgainst.map((one) => one.signal)])];
}
