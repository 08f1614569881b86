import type { ThemeVectors, ThemeWords } from './theme-vectors';

/** How well each term tells each group from the others, in 255ths of the group's best one: term t, group g at `t * count + g`. */
export interface Telling {
  readonly count: number;
  readonly values: Uint8Array;
}

const FULL = 255;
const MOST_COUNTED = 0xffff;
/** A title says what a message is about: its words count so many times, beside their weight. */
const TITLE_COUNTS = 2;

/**
 * Class-based tf-idf of content words (after Grootendorst 2022): members that say a word over the root of members times all who
 * say it. @param groups group per row, -1 for none
 */
export function tellingOf({ eachBlock, termCount, isFunctionWord }: ThemeVectors, groups: Int32Array, count: number): Telling {
  const inside = new Uint16Array(termCount * count);
  const everywhere = new Uint32Array(termCount);
  const sizes = new Uint32Array(count);
  eachBlock((first, words) => {
    for (let row = 0; row < words.rows; row += 1) {
      const group = groups[first + row]!;
      if (group >= 0) sizes[group]! += 1;
      for (let at = words.starts[row]!; at < words.starts[row + 1]!; at += 1) {
        const term = words.columns[at]!;
        if (isFunctionWord[term] === 1) continue;
        everywhere[term]! += 1;
        if (group >= 0 && inside[term * count + group]! < MOST_COUNTED) inside[term * count + group]! += 1;
      }
    }
  });
  const valueAt = (at: number): number => (inside[at]! === 0 ? 0 : inside[at]! / Math.sqrt(sizes[at % count]! * everywhere[Math.floor(at / count)]!));
  const most = new Float32Array(count);
  for (let at = 0; at < inside.length; at += 1) most[at % count] = Math.max(most[at % count]!, valueAt(at));
  const values = new Uint8Array(inside.length);
  for (let at = 0; at < inside.length; at += 1) if (inside[at]! > 0) values[at] = Math.round((FULL * valueAt(at)) / most[at % count]!);
  return { count, values };
}

/** The share of what a row says, weighed by how rare its content words are, that tells a group; 0..1. */
export function saidOf({ starts, columns, weights, inTitle }: ThemeWords, isFunctionWord: Uint8Array, { count, values }: Telling, place: { readonly row: number; readonly group: number }): number {
  let [said, all] = [0, 0];
  for (let at = starts[place.row]!; at < starts[place.row + 1]!; at += 1) {
    const term = columns[at]!;
    if (isFunctionWord[term] === 1) continue;
    const weight = weights[at]! * (inTitle[at] === 1 ? TITLE_COUNTS : 1);
    all += weight;
    said += weight * values[term * count + place.group]!;
  }
  return all > 0 ? said / (FULL * all) : 0;
}
