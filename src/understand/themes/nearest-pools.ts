import { transpose, type TermMatrix } from '../text/term-matrix';

/** The nearest rows of every row by shared words: row r's at `[r * most, r * most + sizes[r])` in heap order, the worst first. */
export interface NearestPools {
  readonly most: number;
  readonly rows: Int32Array;
  readonly scores: Float32Array;
  readonly sizes: Int32Array;
  /** Score of the worst of a full pool, 0 before: close together, because most rows are turned away. */
  readonly floors: Float32Array;
}

/**
 * Each two rows that share a word are scored once, for both of them: a row looks only at the rows after it.
 * @param words rows of unit length; @param common words in more rows than this bring no candidates
 */
export function nearestPools(words: TermMatrix, columnCount: number, { pool, common }: { pool: number; common: number }): NearestPools {
  const pools: NearestPools = { most: pool, rows: new Int32Array(words.rows * pool), scores: new Float32Array(words.rows * pool), sizes: new Int32Array(words.rows), floors: new Float32Array(words.rows) };
  const { floors } = pools;
  const postings = transpose(words, columnCount);
  /** Of each word the first row that was not passed yet. */
  const next = postings.starts.slice(0, columnCount);
  const sums = new Float32Array(words.rows);
  const touched = new Int32Array(words.rows);
  for (let row = 0; row < words.rows; row += 1) {
    let count = 0;
    for (let at = words.starts[row]!; at < words.starts[row + 1]!; at += 1) {
      const column = words.columns[at]!;
      const [first, end] = [postings.starts[column]!, postings.starts[column + 1]!];
      const from = (next[column]! += 1);
      if (end - first > common) continue;
      const weight = words.weights[at]!;
      for (let posting = from; posting < end; posting += 1) {
        const other = postings.columns[posting]!;
        if (sums[other] === 0) touched[count++] = other;
        sums[other]! += weight * postings.weights[posting]!;
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
