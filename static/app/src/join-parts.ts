/** Joins parts of a text file: parts are whole rows, and a row never runs into the next. */
export function joinParts(before: string, part: string): string {
  return before === '' || part === '' || before.endsWith('\n') ? before + part : `${before}\n${part}`;
}
