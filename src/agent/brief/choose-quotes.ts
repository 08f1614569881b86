import { customerKey } from '../../domain/customer';
import type { BriefQuote } from '../../domain/evidence-brief';
import type { Citation } from '../../domain/evidence';
import { givesOrders } from '../../domain/machine-orders';
import { plainWords } from '../../domain/plain-words';
import { proveQuote, visibleText, wholeSentences } from '../../domain/quote-proof';
import { SEVERITIES } from '../../domain/reading';
import type { Signal } from '../../domain/signal';
import { daysBetween } from '../../domain/time';
import { againstByWording } from './against-words';
import { pairOf, shownOf, type BriefCase } from './brief-case';

const QUOTES = 3;
const SHORTEST = 25;

/** A quote with its place proven against the stored text, as whole sentences; undefined when it does not stand there (any more). */
export function provenCitation(signal: Signal, at: Citation | undefined): Citation | undefined {
  const stored = at === undefined ? undefined : signal[at.field];
  if (at === undefined || stored === undefined || at.end > stored.length) return undefined;
  const proven = proveQuote(signal, { text: stored.slice(at.start, at.end), at });
  const whole = proven === undefined ? undefined : wholeSentences(signal, proven);
  // Words that give a machine orders stand in the lists with everything else; a brief does not put them forward.
  return whole === undefined || givesOrders(visibleText(whole.text).text) ? undefined : whole.citation;
}

interface Candidate {
  readonly quote: BriefQuote;
  readonly signal: Signal;
  readonly value: number;
}

/**
 * The strongest words for an issue: what a person confirmed before what the agent read before what the engine suggests; what hurts more and
 * is newer first; one quote a customer and of the same words, and another source before a second from the same.
 */
export function strongestFor(brief: BriefCase): readonly BriefQuote[] {
  const candidates = shownOf(brief).flatMap(({ standing: { signal, row }, by }): Candidate[] => {
    const pair = pairOf(brief, signal.id);
    // A person's yes stands whatever the agent says; without one, what the agent read as no support is not shown as support.
    if (by === 'engine' && pair !== undefined && pair.stance !== 'supports') return [];
    const citation = provenCitation(signal, pair?.stance === 'supports' ? pair.citation : row?.citation) ?? provenCitation(signal, row?.citation);
    if (citation === undefined || citation.end - citation.start < SHORTEST) return [];
    const reading = brief.readings.get(signal.id);
    const pain = reading === undefined ? 0 : SEVERITIES.indexOf(reading.severity) / SEVERITIES.length;
    const agreed = by === 'person' ? 3 : pair?.stance === 'supports' ? 2 : (row?.confidence ?? 0);
    const fresh = Math.max(0, 1 - daysBetween(signal.at, brief.now) / 365);
    return [{ quote: { signal: signal.id, citation, by: by === 'person' ? 'person' : pair === undefined ? 'engine' : 'agent' }, signal, value: agreed + pain + 0.5 * fresh }];
  });
  return diverse(candidates);
}

/** Words against: what the agent read as contradicting; where it did not read, what by its wording may be. */
export function strongestAgainst(brief: BriefCase): readonly BriefQuote[] {
  const everyone = [...shownOf(brief).map((one) => one.standing), ...brief.standings.related, ...brief.standings.possible];
  const candidates = everyone.flatMap(({ signal }): Candidate[] => {
    const pair = pairOf(brief, signal.id);
    if (pair?.stance === 'contradicts') {
      const citation = provenCitation(signal, pair.citation);
      return citation === undefined ? [] : [{ quote: { signal: signal.id, citation, by: 'agent' }, signal, value: 2 }];
    }
    // Only what stands as evidence already: of the rest nobody knows what it is about.
    if (pair !== undefined || brief.standings.possible.some((one) => one.signal.id === signal.id)) return [];
    const citation = provenCitation(signal, againstByWording(signal));
    return citation === undefined ? [] : [{ quote: { signal: signal.id, citation, by: 'wording' }, signal, value: 1 }];
  });
  return diverse(candidates);
}

/** One quote a customer and one of the same words: who else says just that is counted beside it. */
function diverse(candidates: readonly Candidate[]): readonly BriefQuote[] {
  const chosen: Candidate[] = [];
  const left = [...candidates].sort((a, b) => b.value - a.value || b.signal.at.localeCompare(a.signal.at) || (a.signal.id < b.signal.id ? -1 : 1));
  const takeWhere = (fits: (one: Candidate) => boolean): void => {
    for (const one of left) {
      if (chosen.length >= QUOTES) return;
      const isNew = !chosen.some((other) => customerKey(other.signal) === customerKey(one.signal) || wordsOf(other) === wordsOf(one));
      if (isNew && fits(one)) chosen.push(one);
    }
  };
  // The strongest first, whatever its source; then other sources; then the rest.
  const [first] = left;
  if (first !== undefined) chosen.push(first);
  takeWhere((one) => !chosen.some((other) => other.signal.source === one.signal.source));
  takeWhere(() => true);
  return chosen.map((one) => {
    const alike = new Set(left.filter((other) => wordsOf(other) === wordsOf(one)).map((other) => customerKey(other.signal))).size - 1;
    return alike > 0 ? { ...one.quote, alike } : one.quote;
  });
}

function wordsOf({ quote: { citation }, signal }: Candidate): string {
  return plainWords((signal[citation.field] ?? '').slice(citation.start, citation.end));
}
