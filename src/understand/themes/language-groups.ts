import { LANGUAGES } from '../text/language';

const MOSTLY = 0.6;
const MOST_OF_LANGUAGE = 0.3;

/**
 * Unassigns groups that are merely a language: mostly one language that is not the corpus' own, and a large part of all that
 * was said in it, or several such languages at once. Smaller groups inside a language are about something and stay.
 * @param languages of each signal, as `languagesOf` gives them; @param groups group per signal, changed in place
 * @param pinned group per signal that may not change, -1 when free
 */
export function dissolveLanguages(languages: Int8Array, groups: Int32Array, pinned: Int32Array): void {
  const spoken = new Int32Array(LANGUAGES.length);
  for (const language of languages) if (language >= 0) spoken[language]! += 1;
  const main = spoken.indexOf(Math.max(...spoken));
  const perGroup = new Map<number, { size: number; byLanguage: Int32Array }>();
  groups.forEach((group, row) => {
    if (group < 0) return;
    const entry = perGroup.get(group) ?? { size: 0, byLanguage: new Int32Array(LANGUAGES.length) };
    entry.size += 1;
    if (languages[row]! >= 0) entry.byLanguage[languages[row]!]! += 1;
    perGroup.set(group, entry);
  });
  const merely = new Set<number>();
  for (const [group, { size, byLanguage }] of perGroup) {
    const foreign = byLanguage.reduce((sum, count, language) => (language === main ? sum : sum + count), 0);
    const strongest = byLanguage.reduce((best, count, language) => (language !== main && count > byLanguage[best]! ? language : best), main === 0 ? 1 : 0);
    const share = byLanguage[strongest]! / Math.max(1, spoken[strongest]!);
    const isMixed = byLanguage[strongest]! < MOSTLY * size;
    if (foreign >= MOSTLY * size && (isMixed || share >= MOST_OF_LANGUAGE)) merely.add(group);
  }
  groups.forEach((group, row) => {
    if (merely.has(group) && pinned[row] === -1) groups[row] = -1;
  });
}

/** The rows in the language that most of them are in, and those in none that is known: a theme is called in its members' language. */
export function inMainLanguage(languages: Int8Array, rows: readonly number[]): number[] {
  const spoken = new Int32Array(LANGUAGES.length);
  for (const row of rows) if (languages[row]! >= 0) spoken[languages[row]!]! += 1;
  const main = spoken.indexOf(Math.max(...spoken));
  return rows.filter((row) => languages[row]! < 0 || languages[row] === main);
}
