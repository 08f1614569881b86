import type { Citation } from '../../domain/evidence';
import type { SaidSignal } from '../../domain/signal';
import type { ReadCorpus } from '../text/read-corpus';
import { withoutUrls } from '../text/read-texts';
import type { ExactView } from './exact-view';
import { newTermScanner, type TermScanner } from '../text/scan-terms';
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
  const scanner = newTermScanner(corpus.vocabulary, { learns: false });
  const nearness = newNearness(corpus);
  const piecesOf = (row: number): readonly Piece[] => {
    const known = cache.get(row);
    if (known !== undefined) return known;
    const pieces = piecesIn(corpus, scanner, signals[row]!);
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
      const value = valueOf(corpus, piece, wanted, nearness(issue));
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

/** Latent product of an issue and each term, worked out once for all quotes of the issue: its rows come one after another. */
function newNearness({ latent: { dimensions: k, slots, vectors }, issueLatent }: ReadCorpus): (issue: number) => (term: number) => number {
  const products = new Float64Array(k === 0 ? 0 : vectors.length / k);
  const knownFor = new Int32Array(products.length).fill(-1);
  let issue = -1;
  const toTerm = (term: number): number => {
    const slot = slots[term] ?? -1;
    if (slot === -1) return 0;
    if (knownFor[slot] === issue) return products[slot]!;
    let dot = 0;
    for (let d = 0; d < k; d += 1) dot += vectors[slot * k + d]! * issueLatent[issue * k + d]!;
    knownFor[slot] = issue;
    products[slot] = dot;
    return dot;
  };
  return (next) => {
    issue = next;
    return toTerm;
  };
}

function valueOf({ termWeight }: ReadCorpus, piece: Piece, wanted: Float32Array, nearnessTo: (term: number) => number): number {
  let shared = 0;
  let latent = 0;
  for (const term of piece.terms) {
    shared += wanted[term]!;
    latent += nearnessTo(term) * termWeight[term]!;
  }
  const value = shared + LATENT_SHARE * Math.max(0, latent);
  return (piece.field === 'title' ? TITLE_BONUS : 1) * value / Math.sqrt(6 + piece.words);
}

function piecesIn(corpus: ReadCorpus, scanner: TermScanner, signal: SaidSignal): Piece[] {
  const title = signal.title ?? '';
  const titleSpans = title.length <= 200 ? [{ start: title.length - title.trimStart().length, end: title.trimEnd().length }] : sentencesOf(title);
  const readsAs = (text: string, spans: readonly Span[], field: Piece['field']): Piece[] => {
    scanner.load(text);
    return spans.map((span) => pieceOf(corpus, scanner, text, { ...span, field }));
  };
  return [...readsAs(title, titleSpans, 'title'), ...readsAs(signal.text, sentencesOf(withoutUrls(signal.text)), 'text')].filter((piece) => piece.words >= FEWEST_WORDS || piece.terms.length >= 2);
}

function pieceOf({ termWeight }: ReadCorpus, scanner: TermScanner, text: string, span: Citation): Piece {
  const terms = new Set<number>();
  let words = 0;
  if (!GREETING.test(text.slice(span.start, span.end))) {
    scanner.scan(span.start, span.end, (term) => {
      words += 1;
      if (term >= 0 && termWeight[term]! > 0) terms.add(term);
      return true;
    });
  }
  return { ...span, terms: [...terms], words };
}
