import type { Citation } from '../../domain/evidence';
import type { SaidSignal } from '../../domain/signal';
import type { ReadCorpus } from '../text/read-corpus';
import { withoutUrls } from '../text/read-texts';
import type { ExactView } from './exact-view';
import { scanWords } from '../text/scan-words';
import { lineAround, sentencesOf } from '../../domain/spoken-sentences';
import type { Span } from '../../domain/spoken-spans';

/**
 * Finds the span of a signal that says best what an issue is about; undefined when none is good enough to quote. Of a signal that
 * names the issue outright, or holds the same code, it is the span that does (`reasons`: `exact-key`, `exact-mark`).
 */
export type Cite = (signal: number, issue: number, reasons: readonly string[]) => Citation | undefined;

const GREETING = /^(hi|hello|hey|dear|good (morning|day|evening|afternoon)|thanks?( you)?|thx|cheers|regards|best|kind regards|any (help|ideas?)|please (help|advise)|help)\b[^.?!]{0,40}[.,!?]*$/i;
const FEWEST_WORDS = 4;
const TITLE_BONUS = 1.1;
const LATENT_SHARE = 1.5;

interface Piece extends Span {
  readonly field: 'title' | 'text';
  readonly terms: readonly number[];
  readonly words: number;
}

export function newCiter(corpus: ReadCorpus, signals: readonly SaidSignal[], mentioned: (text: string) => readonly number[], exact?: ExactView): Cite {
  const cache = new Map<number, readonly Piece[]>();
  const piecesOf = (row: number): readonly Piece[] => {
    const known = cache.get(row);
    if (known !== undefined) return known;
    const pieces = piecesIn(corpus, signals[row]!);
    if (cache.size > 4000) cache.clear();
    cache.set(row, pieces);
    return pieces;
  };
  const wanted = new Float32Array(corpus.vocabulary.size());
  return (signal, issue, reasons) => {
    const naming = reasons.includes('exact-key') ? piecesOf(signal).find((piece) => mentioned(textOf(signals[signal]!, piece)).includes(issue)) : undefined;
    if (naming !== undefined) return citationOf(naming);
    const mark = reasons.includes('exact-mark') ? exact?.spanOf(signal, issue) : undefined;
    if (mark !== undefined) return holding(piecesOf(signal), signals[signal]!, mark);
    const { starts, columns } = corpus.issues.counts;
    for (let at = starts[issue]!; at < starts[issue + 1]!; at += 1) wanted[columns[at]!] = corpus.termWeight[columns[at]!]!;
    let best: Piece | undefined;
    let bestValue = 0;
    for (const piece of piecesOf(signal)) {
      const value = valueOf(corpus, piece, wanted, issue);
      if (value > bestValue) [best, bestValue] = [piece, value];
    }
    for (let at = starts[issue]!; at < starts[issue + 1]!; at += 1) wanted[columns[at]!] = 0;
    return best === undefined ? undefined : citationOf(best);
  };
}

/** The sentence a mark stands in; in machine text, which has none, its line, cut at words to what can be read. */
function holding(pieces: readonly Piece[], signal: SaidSignal, mark: Citation): Citation {
  const piece = pieces.find((one) => one.field === mark.field && one.start <= mark.start && one.end >= mark.end);
  return piece === undefined ? { field: mark.field, ...lineAround((mark.field === 'title' ? signal.title : signal.text) ?? '', mark) } : citationOf(piece);
}

function citationOf({ field, start, end }: Piece): Citation {
  return { field, start, end };
}

/** The words that a citation points at. */
export function textOf(signal: SaidSignal, { field, start, end }: Citation): string {
  return (field === 'title' ? (signal.title ?? '') : signal.text).slice(start, end);
}

function valueOf(corpus: ReadCorpus, piece: Piece, wanted: Float32Array, issue: number): number {
  const k = corpus.latent.dimensions;
  let shared = 0;
  let latent = 0;
  for (const term of piece.terms) {
    shared += wanted[term]!;
    const slot = corpus.latent.slots[term] ?? -1;
    if (slot === -1) continue;
    let dot = 0;
    for (let d = 0; d < k; d += 1) dot += corpus.latent.vectors[slot * k + d]! * corpus.issueLatent[issue * k + d]!;
    latent += dot * corpus.termWeight[term]!;
  }
  const value = shared + LATENT_SHARE * Math.max(0, latent);
  return (piece.field === 'title' ? TITLE_BONUS : 1) * value / Math.sqrt(6 + piece.words);
}

function piecesIn(corpus: ReadCorpus, signal: SaidSignal): Piece[] {
  const title = signal.title ?? '';
  const titleSpans = title.length <= 200 ? [{ start: title.length - title.trimStart().length, end: title.trimEnd().length }] : sentencesOf(title);
  return [
    ...titleSpans.map((span) => pieceOf(corpus, title, span, 'title' as const)),
    ...sentencesOf(withoutUrls(signal.text)).map((span) => pieceOf(corpus, signal.text, span, 'text' as const)),
  ].filter((piece) => piece.words >= FEWEST_WORDS || piece.terms.length >= 2);
}

function pieceOf(corpus: ReadCorpus, text: string, span: Span, field: 'title' | 'text'): Piece {
  const terms = new Set<number>();
  let words = 0;
  if (!GREETING.test(text.slice(span.start, span.end))) {
    scanWords(text, span.start, span.end, (word, length) => {
      words += 1;
      const term = corpus.vocabulary.find(word, length);
      if (term >= 0 && corpus.termWeight[term]! > 0) terms.add(term);
    });
  }
  return { ...span, field, terms: [...terms], words };
}
