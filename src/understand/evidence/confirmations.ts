import type { ReadCorpus } from '../text/read-corpus';
import { takeTop, newScoreBoard } from './top-rows';

/** What confirmed links say about an issue for one signal. */
export interface ConfirmedNeighbour {
  readonly issue: number;
  /** Highest cosine (words) to a signal confirmed for the issue, 0..1. */
  readonly words: number;
  /** Highest latent cosine among the nearest confirmed signals, 0..1. */
  readonly latent: number;
}

/** Confirmed links so far, searchable by likeness. Learning is immediate: the next question sees it. */
export interface Confirmations {
  readonly add: (signal: number, issue: number, atMs: number) => void;
  /** Issues whose confirmed signals are like this one, the signal's own links left out. */
  readonly near: (signal: number, most: number) => ConfirmedNeighbour[];
  readonly count: (issue: number) => number;
  /** When the issue was last confirmed; NaN when never. */
  readonly lastAtMs: (issue: number) => number;
  /** Issues confirmed last, newest first. */
  readonly latest: (most: number) => readonly number[];
}

export function newConfirmations(corpus: ReadCorpus): Confirmations {
  const heads = new Map<number, { rows: number[]; weights: number[] }>();
  const pairs: { signal: number; issue: number }[] = [];
  const counts = new Map<number, number>();
  const last = new Map<number, number>();
  let board = newScoreBoard(64);
  const k = corpus.latent.dimensions;
  return {
    add(signal, issue, atMs) {
      const row = pairs.length;
      pairs.push({ signal, issue });
      if (row >= board.scores.length) board = newScoreBoard(row * 2);
      counts.set(issue, (counts.get(issue) ?? 0) + 1);
      const latest = Math.max(atMs, last.get(issue) ?? atMs);
      last.delete(issue);
      last.set(issue, latest);
      const { starts, columns, weights } = corpus.signalVectors;
      for (let at = starts[signal]!; at < starts[signal + 1]!; at += 1) {
        if (weights[at] === 0) continue;
        const entry = heads.get(columns[at]!) ?? { rows: [], weights: [] };
        entry.rows.push(row);
        entry.weights.push(weights[at]!);
        heads.set(columns[at]!, entry);
      }
    },
    near(signal, most) {
      if (pairs.length === 0) return [];
      const { starts, columns, weights } = corpus.signalVectors;
      for (let at = starts[signal]!; at < starts[signal + 1]!; at += 1) {
        const entry = weights[at] === 0 ? undefined : heads.get(columns[at]!);
        if (entry === undefined) continue;
        entry.rows.forEach((row, index) => {
          if (board.scores[row] === 0) board.touched[board.count++] = row;
          board.scores[row]! += weights[at]! * entry.weights[index]!;
        });
      }
      const best = new Map<number, { issue: number; words: number; latent: number }>();
      for (const { row, score } of takeTop(board, most)) {
        const pair = pairs[row]!;
        if (pair.signal === signal) continue;
        const known = best.get(pair.issue);
        const latent = cosine(corpus.signalLatent, signal, pair.signal, k);
        best.set(pair.issue, { issue: pair.issue, words: Math.max(score, known?.words ?? 0), latent: Math.max(latent, known?.latent ?? 0) });
      }
      return [...best.values()];
    },
    count: (issue) => counts.get(issue) ?? 0,
    lastAtMs: (issue) => last.get(issue) ?? Number.NaN,
    latest: (most) => [...last.keys()].slice(-most).reverse(),
  };
}

function cosine(vectors: Float32Array, a: number, b: number, k: number): number {
  let sum = 0;
  for (let at = 0; at < k; at += 1) sum += vectors[a * k + at]! * vectors[b * k + at]!;
  return sum;
}
