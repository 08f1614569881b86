// Node's SQLite reads a text only up to its first NUL. Such texts are stored with the NUL spelled out behind a private character.
const MARK = '\u{F0000}';
const SPELLED: Readonly<Record<string, string>> = { '\0': `${MARK}0`, [MARK]: `${MARK}1` };

/** A text as it is stored. */
export function storedText(text: string): string {
  return text.includes('\0') || text.includes(MARK) ? text.replaceAll(/\0|\u{F0000}/gu, (char) => SPELLED[char] ?? char) : text;
}

/** A stored text as it was given. */
export function givenText(text: string): string {
  return text.includes(MARK) ? text.replaceAll(/\u{F0000}([01])/gu, (_all, which: string) => (which === '0' ? '\0' : MARK)) : text;
}
