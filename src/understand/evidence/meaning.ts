import type { TextVectors } from '../../domain/text-vectors';
import type { Corpus } from '../engine';

/** How near texts are in the space of an embedding model. */
export interface Meaning {
  /** Cosine of the two after the corpus' mean is taken off, 0 where it is below or either has no vector: unknown is not unlike. */
  readonly likeness: (signal: number, issue: number) => number;
  /** Open issues nearest to a signal. */
  readonly issuesNear: (signal: number) => readonly number[];
  /** Signals nearest to each open issue. */
  readonly signalsNear: ReadonlyMap<number, ReadonlySet<number>>;
  /** Open issues that some signal may well be about, whatever its words: silence is not believed of them. */
  readonly doubted: ReadonlySet<number>;
}

const NEAREST = { issues: 8, signals: 20 };
/** Nearer than this to be a candidate for it: once the mean is off, texts about different things stand near 0. */
const NEAR = 0.25;
/** So near may be the same need in other words. By sense: texts on one subject lie around .3, of which there are some for every issue. */
const MAYBE_THE_SAME = 0.45;

/**
 * One more view beside words: candidates that share no word, and a factor for ranking. Texts of one product all lean the same way, so
 * their mean is taken off first (Mu and Viswanath 2018): 0 is then an average pair, which is what a text without a vector counts as. Only
 * open issues are searched for; closed ones come by words and are compared all the same.
 */
export function meaningOf({ signals, issues }: Pick<Corpus, 'signals' | 'issues'>, vectors: TextVectors): Meaning {
  const { length } = vectors;
  const said = rowsOf(signals.map((signal) => vectors.signals.get(signal.id)), length);
  const asked = rowsOf(issues.map((issue) => vectors.issues.get(issue.id)), length);
  centre(said, length);
  centre(asked, length);
  const likeness = (signal: number, issue: number): number => {
    let sum = 0;
    for (let at = 0, a = signal * length, b = issue * length; at < length; at += 1) sum += said[a + at]! * asked[b + at]!;
    return sum > 0 ? sum : 0;
  };
  const open = issues.flatMap((issue, row) => (issue.statusCategory !== 'done' && vectors.issues.has(issue.id) ? [row] : []));
  const issuesNear: (readonly number[])[] = [];
  const bySignal = open.map((): Near[] => []);
  for (let signal = 0; signal < signals.length; signal += 1) {
    const near: Near[] = [];
    if (vectors.signals.has(signals[signal]!.id)) {
      open.forEach((issue, at) => {
        const value = likeness(signal, issue);
        if (value < NEAR) return;
        keep(near, { row: issue, value }, NEAREST.issues);
        keep(bySignal[at]!, { row: signal, value }, NEAREST.signals);
      });
    }
    issuesNear.push(near.map((one) => one.row));
  }
  return { likeness, issuesNear: (signal) => issuesNear[signal] ?? [], signalsNear: new Map(open.map((issue, at) => [issue, new Set(bySignal[at]!.map((one) => one.row))])), doubted: new Set(open.filter((_, at) => (bySignal[at]![0]?.value ?? 0) >= MAYBE_THE_SAME)) };
}

interface Near {
  readonly row: number;
  readonly value: number;
}

/** Inserts into a short list, best first, ties by row: rows come in order. */
function keep(list: Near[], one: Near, most: number): void {
  if (list.length === most && one.value <= list[most - 1]!.value) return;
  let slot = list.length;
  while (slot > 0 && list[slot - 1]!.value < one.value) slot -= 1;
  list.splice(slot, 0, one);
  if (list.length > most) list.pop();
}

/** Unit rows; a row of zeros for a text without a vector. */
function rowsOf(vectors: readonly (Int8Array | undefined)[], length: number): Float32Array {
  const rows = new Float32Array(vectors.length * length);
  vectors.forEach((vector, row) => {
    if (vector !== undefined) rows.set(vector, row * length);
  });
  scaleRows(rows, length);
  return rows;
}

function centre(rows: Float32Array, length: number): void {
  const mean = new Float64Array(length);
  let known = 0;
  for (let from = 0; from < rows.length; from += length) {
    if (isZero(rows, from, length)) continue;
    known += 1;
    for (let at = 0; at < length; at += 1) mean[at]! += rows[from + at]!;
  }
  // Of a handful the mean is mostly themselves.
  if (known < FEWEST_FOR_A_MEAN) return;
  for (let from = 0; from < rows.length; from += length) {
    if (isZero(rows, from, length)) continue;
    for (let at = 0; at < length; at += 1) rows[from + at]! -= mean[at]! / known;
  }
  scaleRows(rows, length);
}

const FEWEST_FOR_A_MEAN = 50;

function isZero(rows: Float32Array, from: number, length: number): boolean {
  for (let at = from; at < from + length; at += 1) if (rows[at] !== 0) return false;
  return true;
}

function scaleRows(rows: Float32Array, length: number): void {
  for (let from = 0; from < rows.length; from += length) {
    let square = 0;
    for (let at = from; at < from + length; at += 1) square += rows[at]! ** 2;
    const scale = square > 0 ? 1 / Math.sqrt(square) : 0;
    for (let at = from; at < from + length; at += 1) rows[at]! *= scale;
  }
}
