import type { TermMatrix } from '../text/term-matrix';
import type { ThemeVectors } from './theme-vectors';

/** Rows whose neighbours are computed, and for other rows with the very same words the sampled row they repeat (-1 for none). */
export interface SampledRows {
  readonly rows: Int32Array;
  readonly twins: Int32Array;
}

/** Fewer when texts are long, so that the work stays bounded. */
const SAMPLE = { most: 12_000, least: 5_000, words: 600_000 };
/** The same text counts a few times only: a campaign or a form letter is not the crowd. */
const SAME_TEXT = 3;

/** Every n-th free signal with words: signals come in time order, so the sample covers the whole time evenly. @param pinned group per signal, -1 when free */
export function sampleRows(vectors: ThemeVectors, pinned: Int32Array): SampledRows {
  const keys = new Float64Array(vectors.rows);
  vectors.eachBlock((first, words) => {
    for (let row = 0; row < words.rows; row += 1) keys[first + row] = keyOf(words, row);
  });
  const times = new Map<number, number>();
  const free: number[] = [];
  for (let row = 0; row < vectors.rows; row += 1) {
    const said = (times.get(keys[row]!) ?? 0) + 1;
    if (pinned[row] !== -1 || keys[row] === 0 || said > SAME_TEXT) continue;
    times.set(keys[row]!, said);
    free.push(row);
  }
  const wordsPerRow = vectors.entries / Math.max(1, vectors.rows);
  const size = Math.floor(Math.min(free.length, SAMPLE.most, Math.max(SAMPLE.least, SAMPLE.words / Math.max(1, wordsPerRow))));
  const rows = Int32Array.from({ length: size }, (_, at) => free[Math.floor((at * free.length) / size)]!);
  return { rows, twins: twinsOf(rows, keys) };
}

function twinsOf(rows: Int32Array, keys: Float64Array): Int32Array {
  const first = new Map<number, number>();
  for (const row of rows) if (!first.has(keys[row]!)) first.set(keys[row]!, row);
  const twins = Int32Array.from(keys, (key) => first.get(key) ?? -1);
  for (const row of rows) twins[row] = -1;
  return twins;
}

/** Two hashes of the row's words (FNV-1a, in another order each) in one number below 2⁵³; 0 for a row without words. */
function keyOf(words: TermMatrix, row: number): number {
  const [from, to] = [words.starts[row]!, words.starts[row + 1]!];
  let [forward, backward] = [0x811c9dc5, 0x01234567];
  for (let at = from; at < to; at += 1) {
    forward = Math.imul(forward ^ words.columns[at]!, 0x01000193);
    backward = Math.imul(backward ^ words.columns[to - 1 - (at - from)]!, 0x85ebca6b);
  }
  return from === to ? 0 : (forward >>> 0) * 0x200000 + ((backward >>> 11) & 0x1fffff) + 1;
}
