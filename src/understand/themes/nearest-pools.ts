import { newMatrixBuilder, rowsPerColumn, type TermMatrix } from '../text/term-matrix';

/** The nearest rows of every row by shared words: row r's at `[r * most, r * most + sizes[r])` in heap order, the worst first. */
export interface NearestPools {
  readonly most: number;
  readonly rows: Int32Array;
  /** Likeness in steps of `1 / LIKENESS_STEPS`. */
  readonly scores: Int32Array;
  readonly sizes: Int32Array;
  /** Score of the worst of a full pool, 0 before: close together, because most rows are turned away. */
  readonly floors: Int32Array;
}

/** Weights of unit rows as whole numbers, so that a sum of products stays below 2³¹ and nothing is converted on the way. */
const WEIGHT_STEPS = 0x7fff;
export const LIKENESS_STEPS = WEIGHT_STEPS * WEIGHT_STEPS;
/** A posting is one number: the row above, its weight below. */
const ROW_AT = 15;

/**
 * Each two rows that share a word are scored once, for both of them: a row looks only at the rows after it. What counts are
 * the words that bring candidates: not those that everybody says, nor the lightest of a row.
 * @param all at most 65,536 rows of unit length; @param common words in more rows than this bring no candidates
 * @param light part of a row's squared length that its lightest words may hold to bring none: they stand in the longest lists and hardly move a likeness
 */
export function nearestPools(all: TermMatrix, columnCount: number, { pool, common, light }: { pool: number; common: number; light: number }): NearestPools {
  const words = weightyWords(all, columnCount, { common, light });
  const pools: NearestPools = { most: pool, rows: new Int32Array(words.rows * pool), scores: new Int32Array(words.rows * pool), sizes: new Int32Array(words.rows), floors: new Int32Array(words.rows) };
  const { floors } = pools;
  const { starts, postings } = packedPostings(words, columnCount);
  /** Of each word the first row that was not passed yet. */
  const next = starts.slice(0, columnCount);
  const sums = new Int32Array(words.rows);
  const touched = new Int32Array(words.rows);
  for (let row = 0; row < words.rows; row += 1) {
    let count = 0;
    for (let at = words.starts[row]!; at < words.starts[row + 1]!; at += 1) {
      const column = words.columns[at]!;
      const end = starts[column + 1]!;
      const from = (next[column]! += 1);
      const weight = Math.round(words.weights[at]! * WEIGHT_STEPS);
      for (let turn = from; turn < end; turn += 1) {
        const posting = postings[turn]!;
        const other = posting >>> ROW_AT;
        const sum = sums[other]!;
        if (sum === 0) touched[count++] = other;
        sums[other] = sum + Math.imul(weight, posting & WEIGHT_STEPS);
      }
    }
    for (let at = 0; at < count; at += 1) {
      const other = touched[at]!;
      const score = sums[other]!;
      sums[other] = 0;
      if (score >= floors[row]!) offer(pools, row, other, score);
      if (score >= floors[other]!) offer(pools, other, row, score);
    }
  }
  return pools;
}

function weightyWords(words: TermMatrix, columnCount: number, { common, light }: { common: number; light: number }): TermMatrix {
  const holding = rowsPerColumn(words, columnCount);
  const builder = newMatrixBuilder(words.rows);
  for (let row = 0; row < words.rows; row += 1) {
    const [from, to] = [words.starts[row]!, words.starts[row + 1]!];
    const least = leastWeight(words.weights.slice(from, to).filter((_, at) => holding[words.columns[from + at]!]! <= common), light);
    for (let at = from; at < to; at += 1) if (words.weights[at]! >= least && holding[words.columns[at]!]! <= common) builder.put(words.columns[at]!, words.weights[at]!);
    builder.endRow();
  }
  return builder.build();
}

/** The weight from which on words count. */
function leastWeight(weights: Float32Array, light: number): number {
  const sorted = weights.sort();
  let square = 0;
  for (const weight of sorted) square += weight * weight;
  let left = light * square;
  for (const weight of sorted) {
    left -= weight * weight;
    if (left < 0) return weight;
  }
  return 0;
}

function packedPostings(words: TermMatrix, columnCount: number): { readonly starts: Int32Array; readonly postings: Uint32Array } {
  const starts = new Int32Array(columnCount + 1);
  for (const column of words.columns) starts[column + 1]! += 1;
  for (let column = 0; column < columnCount; column += 1) starts[column + 1]! += starts[column]!;
  const next = starts.slice();
  const postings = new Uint32Array(words.columns.length);
  for (let row = 0; row < words.rows; row += 1) {
    for (let at = words.starts[row]!; at < words.starts[row + 1]!; at += 1) postings[next[words.columns[at]!]!++] = row * (1 << ROW_AT) + Math.round(words.weights[at]! * WEIGHT_STEPS);
  }
  return { starts, postings };
}

/** Whether a row stands in the pool of another, given the score of the two. */
export function isInPool({ most, rows, scores, sizes }: NearestPools, of: number, row: number, score: number): boolean {
  return sizes[of]! < most || !isWorse(score, row, scores[of * most]!, rows[of * most]!);
}

function offer({ most, rows, scores, sizes, floors }: NearestPools, of: number, row: number, score: number): void {
  const base = of * most;
  const size = sizes[of]!;
  let at = 0;
  if (size < most) {
    sizes[of] = size + 1;
    at = size;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if (!isWorse(score, row, scores[base + parent]!, rows[base + parent]!)) break;
      scores[base + at] = scores[base + parent]!;
      rows[base + at] = rows[base + parent]!;
      at = parent;
    }
  } else {
    if (!isWorse(scores[base]!, rows[base]!, score, row)) return;
    for (;;) {
      let child = 2 * at + 1;
      if (child >= most) break;
      if (child + 1 < most && isWorse(scores[base + child + 1]!, rows[base + child + 1]!, scores[base + child]!, rows[base + child]!)) child += 1;
      if (!isWorse(scores[base + child]!, rows[base + child]!, score, row)) break;
      scores[base + at] = scores[base + child]!;
      rows[base + at] = rows[base + child]!;
      at = child;
    }
  }
  scores[base + at] = score;
  rows[base + at] = row;
  if (sizes[of] === most) floors[of] = scores[base]!;
}

function isWorse(score: number, row: number, otherScore: number, otherRow: number): boolean {
  return score < otherScore || (score === otherScore && row > otherRow);
}
