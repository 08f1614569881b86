import type { Issue } from '../../domain/issue';
import type { SaidSignal } from '../../domain/signal';
import type { ReadCorpus } from '../text/read-corpus';
import { withoutUrls } from '../text/read-texts';
import { newTermScanner, type TermScanner } from '../text/scan-terms';
import { scanWords } from '../text/scan-words';

/** How much of an issue's title a signal says word beside word: for each issue that shares a pair, 0..1. */
export type Phrases = (signal: number) => ReadonlyMap<number, number>;

/** Words apart that still belong together, and what that counts beside the pair in order (Metzler and Croft 2005). */
const WINDOW = 8;
const ORDERED = 2 / 3;
const NEAR = 1 / 3;
const MOST_WORDS = 400;
/** A pair that more titles hold is house style. */
const MOST_ISSUES = 200;
const NONE: ReadonlyMap<number, number> = new Map();

/**
 * Sequential dependence: of the pairs of neighbouring weighty words of a title, the share that a signal says in order, side by side
 * (two thirds), or at least within eight words (one third). Only signals that hold both words of some pair are read again.
 */
export function newPhrases(corpus: ReadCorpus, signals: readonly SaidSignal[], issues: readonly Issue[]): Phrases {
  const { holding, seconds, pairsOf } = titlePairs(corpus, issues);
  const isFirst = new Uint8Array(corpus.vocabulary.size());
  for (const term of seconds.keys()) isFirst[term] = 1;
  const { starts, columns } = corpus.signals.counts;
  const last = new Int32Array(corpus.vocabulary.size()).fill(-1);
  const scanner = newTermScanner(corpus.vocabulary, { learns: false });
  return (signal) => {
    const held: number[] = [];
    for (let at = starts[signal]!; at < starts[signal + 1]!; at += 1) if (isFirst[columns[at]!] === 1) held.push(columns[at]!);
    if (held.length === 0 || !held.some((first) => holdsOne(corpus, signal, seconds.get(first)!))) return NONE;
    const found = pairsSaid(scanner, signals[signal]!, { isFirst, last, holding });
    const sums = new Map<number, number>();
    for (const [pair, value] of found) for (const issue of holding.get(pair)!) sums.set(issue, (sums.get(issue) ?? 0) + value / pairsOf[issue]!);
    return sums;
  };
}

interface TitlePairs {
  /** Issues whose title holds a pair, by `first × vocabulary + second`. */
  readonly holding: Map<number, number[]>;
  /** Second words of each first word. */
  readonly seconds: Map<number, Set<number>>;
  /** Distinct pairs of each title. */
  readonly pairsOf: Int32Array;
}

function titlePairs(corpus: ReadCorpus, issues: readonly Issue[]): TitlePairs {
  const size = corpus.vocabulary.size();
  const [holding, seconds, pairsOf] = [new Map<number, number[]>(), new Map<number, Set<number>>(), new Int32Array(issues.length)];
  issues.forEach(({ summary }, row) => {
    let before = -1;
    scanWords(summary, 0, Math.min(summary.length, 1000), (word, length, _start, _end, isPart) => {
      const term = corpus.vocabulary.find(word, length);
      if (isPart || term < 0 || corpus.termWeight[term] === 0) return;
      const pair = before * size + term;
      if (before >= 0 && before !== term && holding.get(pair)?.at(-1) !== row) {
        const rows = holding.get(pair);
        if (rows === undefined) holding.set(pair, [row]);
        else rows.push(row);
        seconds.set(before, (seconds.get(before) ?? new Set()).add(term));
        pairsOf[row]! += 1;
      }
      before = term;
    });
  });
  for (const [pair, rows] of holding) if (rows.length > MOST_ISSUES) holding.delete(pair);
  return { holding, seconds, pairsOf };
}

function holdsOne(corpus: ReadCorpus, signal: number, terms: ReadonlySet<number>): boolean {
  const { starts, columns } = corpus.signals.counts;
  for (let at = starts[signal]!; at < starts[signal + 1]!; at += 1) if (terms.has(columns[at]!)) return true;
  return false;
}

/** Pairs that a signal says, with what each counts. `last` is scratch: where each first word stood last, -1 for not yet. */
function pairsSaid(scanner: TermScanner, signal: SaidSignal, { isFirst, last, holding }: { isFirst: Uint8Array; last: Int32Array; holding: ReadonlyMap<number, unknown> }): Map<number, number> {
  const size = last.length;
  const found = new Map<number, number>();
  const recent: number[] = [];
  const seen: number[] = [];
  let at = 0;
  for (const text of [signal.title ?? '', withoutUrls(signal.text)]) {
    // Between heading and text nothing stands side by side.
    at += WINDOW + 1;
    if (at > MOST_WORDS) break;
    scanner.load(text);
    scanner.scan(0, text.length, (term, _start, _end, isPart) => {
      if (isPart) return true;
      at += 1;
      if (term < 0) return at <= MOST_WORDS;
      for (let back = recent.length - 1; back >= 0 && at - last[recent[back]!]! <= WINDOW; back -= 1) {
        const pair = recent[back]! * size + term;
        if (holding.has(pair)) found.set(pair, Math.max(found.get(pair) ?? 0, at - last[recent[back]!]! === 1 ? ORDERED + NEAR : NEAR));
      }
      if (isFirst[term] === 0) return at <= MOST_WORDS;
      if (last[term] === -1) seen.push(term);
      // One that was pushed out since has no place any more.
      const place = recent.indexOf(term);
      if (place !== -1) recent.splice(place, 1);
      last[term] = at;
      recent.push(term);
      if (recent.length > WINDOW) recent.shift();
      return at <= MOST_WORDS;
    });
  }
  for (const term of seen) last[term] = -1;
  return found;
}
