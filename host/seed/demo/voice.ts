import { drawDialect, type Dialect } from './dialect';
import { dice, type Dice } from './dice';

/** How one person writes, always. */
export interface Voice {
  /** Never a capital letter. */
  readonly isLower: boolean;
  /** None, the keyboard's straight one, or the phone's curly one. */
  readonly apostrophe: '' | "'" | '’';
  /** Chance of a slip in a word. */
  readonly slips: number;
  readonly ending: 'full' | 'none' | 'dots' | 'loud';
  /** How much they tell: 0 is a line, 1 a page. */
  readonly talk: number;
  readonly isFormal: boolean;
  readonly dialect: Dialect;
}

/** The voice of an author, drawn once from their id. */
export function voiceOf(author: string): Voice {
  const chance = dice(`voice ${author}`);
  const isFormal = chance.yes(0.25);
  return {
    isFormal,
    isLower: !isFormal && chance.yes(0.22),
    apostrophe: isFormal || chance.yes(0.8) ? chance.weigh([["'", 65], ['’', 35]]) : '',
    slips: isFormal || chance.yes(0.5) ? 0 : chance.next() * 0.03,
    ending: isFormal ? 'full' : chance.weigh([['full', 70], ['none', 16], ['dots', 6], ['loud', 8]]),
    talk: chance.next(),
    dialect: drawDialect(chance),
  };
}

/** A text as this person would type it. Chat and reviews are typed more carelessly than mail. */
export function speak(text: string, voice: Voice, chance: Dice, isCareless: boolean): string {
  const slips = isCareless ? voice.slips * 1.6 + 0.004 : voice.slips;
  let spoken = text.replace(/(?<=[a-z])['’](?=[a-z])/gi, voice.apostrophe);
  if (slips > 0) spoken = spoken.replace(/[a-z]{4,}/g, (word) => (chance.yes(slips) ? slip(word, chance) : word));
  if (voice.isLower || (isCareless && !voice.isFormal && chance.yes(0.35))) spoken = spoken.toLowerCase();
  if (voice.ending === 'none') return spoken.replace(/\.(?=\s*$)/, '').replace(/\. (?=[a-zA-Z])/g, () => (chance.yes(0.4) ? ', ' : '. '));
  if (voice.ending === 'dots') return spoken.replace(/\. /g, () => (chance.yes(0.4) ? '... ' : '. '));
  return voice.ending === 'loud' ? spoken.replace(/\.(?=\s|$)/g, () => (chance.yes(0.3) ? '!' : '.')) : spoken;
}

function slip(word: string, chance: Dice): string {
  const at = chance.whole(1, word.length - 2);
  const [before, here, next, after] = [word.slice(0, at), word.charAt(at), word.charAt(at + 1), word.slice(at + 2)];
  return chance.pick([before + next + here + after, before + next + after, before + here + here + next + after]);
}
