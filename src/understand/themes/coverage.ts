import { kindredStems } from '../text/kindred-words';
import type { Phrase } from './phrases';
import type { SpokenIndex } from './spoken-index';
import type { TermValues } from './telling-terms';

/** What denies, for a phrase that denies: "cannot send", "unable to send" and "won't send" say the same. */
const DENIALS = 'not cannot cant couldnt wont doesnt dont didnt isnt arent unabl never without no fail failur impossibl nicht kein pas impossibl niet geen'.split(' ');
export const OPENS_DENIAL = /^(?:not|no|cannot|can't|won't|doesn't|unable|without) /;
const TITLE = 0b1;
/** Said in the text only, under a title that says something else. */
const BELOW_TITLE = 0.5;
/** A kindred word counts for a label's word when it tells this theme too. */
const KINDRED_FROM = 0.15;
const SHORTEST_PART = 4;

/** Who says what a phrase says, in any words of its kind, near the start of the message. */
export interface Coverage {
  /** Readers of the theme that say it, each 1, or less when their title does not. */
  readonly inside: ReadonlyMap<number, number>;
  /** The same, as shares of the theme's readers and of all others. */
  readonly share: number;
  readonly elsewhere: number;
  /** Share of the theme's readers that say it anywhere near the start. */
  readonly heard: number;
  /** The least share, over the phrase's words, of those readers that say the very word and not only a kindred one. */
  readonly literal: number;
}

const kindred = kindredStems();

/** @param stems the phrase's words that everybody's words and names were left out of */
export function coverageOf(index: SpokenIndex, theme: number, phrase: Phrase, stems: readonly string[], values: TermValues): Coverage {
  let literal = 1;
  const slots = stems.map((stem) => {
    const kin = (kindred.get(stem) ?? []).filter((other) => (values.of.get(other) ?? 0) >= KINDRED_FROM);
    const longer = stem.length < SHORTEST_PART ? [] : [...values.telling].filter((other) => other !== stem && other.includes(stem));
    const all = index.saying([stem, ...kin, ...longer]);
    if (kin.length + longer.length > 0) literal = Math.min(literal, saidInside(index, theme, index.saying([stem])) / Math.max(1, saidInside(index, theme, all)));
    return all;
  });
  const denial = OPENS_DENIAL.test(phrase.text) ? index.saying(DENIALS) : undefined;
  const [first, ...rest] = slots.sort((a, b) => a.size - b.size);
  const inside = new Map<number, number>();
  let [weight, elsewhere] = [0, 0];
  for (const [reader, bits] of first ?? []) {
    let [title, near] = [bits & TITLE, bits];
    for (const slot of rest) {
      const other = slot.get(reader) ?? 0;
      title &= other;
      near = other === 0 ? 0 : near;
    }
    if (denial !== undefined) {
      const together = (denial.get(reader) ?? 0) & near;
      title &= together;
      near = together;
    }
    if (near === 0) continue;
    const said = title !== 0 || index.isUntitled[reader] === 1 ? 1 : BELOW_TITLE;
    if (index.themes[reader] === theme) {
      inside.set(reader, said);
      weight += said;
    } else elsewhere += said;
  }
  const size = Math.max(1, index.sizes[theme]!);
  return { inside, share: weight / size, elsewhere: (elsewhere + 0.5) / (index.readers - size + 1), heard: inside.size / size, literal };
}

function saidInside(index: SpokenIndex, theme: number, readers: ReadonlyMap<number, number>): number {
  let count = 0;
  for (const reader of readers.keys()) if (index.themes[reader] === theme) count += 1;
  return count;
}

/** Whether two of a phrase's words are kindred: "search finds" says one thing twice. */
export function saysTwice(stems: readonly string[]): boolean {
  return stems.some((stem, at) => stems.some((other, place) => place > at && kindred.get(stem)?.includes(other) === true));
}
