import type { Issue } from '../../domain/issue';
import type { SaidSignal } from '../../domain/signal';

const KEY = /\b[A-Z][A-Z0-9_]{1,9}-\d{1,7}\b/gi;
const NUMBER = /(?:\bbug|\bissue|\bid=|#)\s{0,2}#?(\d{4,9})\b/gi;
/** What a text without has no key, and no number of an issue: quicker to look for than either. */
const HYPHENATED = /-\d/;
const LONG_NUMBER = /\d{4}/;
const LONGEST_SEARCHED = 20_000;

/**
 * Finds issues that a text names outright: a key, or the number after "bug", "issue" or "#" where one key ends in it. A key in
 * small letters counts where its project's letters are no word of the customers ("tb-12", not "mail-12").
 * @param isWord whether customers use a project's letters as a word
 */
export function mentionFinder(issues: readonly Issue[], isWord: (letters: string) => boolean): (text: string) => number[] {
  const byKey = new Map<string, number>();
  const byNumber = new Map<string, number>();
  issues.forEach((issue, row) => {
    byKey.set(issue.key.toUpperCase(), row);
    const number = issue.key.split('-').at(-1) ?? '';
    if (number.length >= 4) byNumber.set(number, byNumber.has(number) ? -1 : row);
  });
  return (text) => {
    // Nearly no text names an issue, and none does without a digit.
    if (!/\d/.test(text)) return [];
    const found = new Set<number>();
    const read = text.slice(0, LONGEST_SEARCHED);
    if (HYPHENATED.test(read)) {
      for (const [key] of read.matchAll(KEY)) {
        const row = byKey.get(key.toUpperCase());
        if (row !== undefined && (isCapital(key) || !isWord(lettersOf(key)))) found.add(row);
      }
    }
    if (LONG_NUMBER.test(read)) for (const [, number] of read.matchAll(NUMBER)) collect(found, byNumber.get(number ?? ''));
    return [...found];
  };
}

/** Signals that may use a project's letters as a word by chance. */
const CHANCE = { least: 2, share: 0.001 };

/** Whether customers use some letters as a word, not in front of a number; each word is counted once, when it is first asked for. */
export function wordsOf(signals: readonly Pick<SaidSignal, 'title' | 'text'>[]): (letters: string) => boolean {
  const known = new Map<string, boolean>();
  return (letters) => {
    const found = known.get(letters);
    if (found !== undefined) return found;
    const word = new RegExp(`(?<![\\w-])${letters}(?!-\\d|\\w)`, 'i');
    const most = Math.max(CHANCE.least, signals.length * CHANCE.share);
    let count = 0;
    const isWord = signals.some(({ title, text }) => (word.test(title ?? '') || word.test(text.slice(0, LONGEST_SEARCHED))) && (count += 1) > most);
    known.set(letters, isWord);
    return isWord;
  };
}

/** The letters of a project, small, as they stand in a key. */
export function lettersOf(key: string): string {
  return key.slice(0, key.lastIndexOf('-')).toLowerCase();
}

function isCapital(key: string): boolean {
  return key === key.toUpperCase();
}

function collect(found: Set<number>, row: number | undefined): void {
  if (row !== undefined && row >= 0) found.add(row);
}
