import { headerLine, type HeaderKind } from './header-labels';

/** The head that mail programs set above a mail inside a mail. */
export interface HeaderBlock {
  /** The line on which it begins, and the first line after it. */
  readonly start: number;
  readonly end: number;
  readonly values: Readonly<Partial<Record<HeaderKind, string>>>;
  /** Its lines stand behind a mark of quotation, as everything below then does. */
  readonly isQuoted: boolean;
}

const ADDRESS = /[^\s<>"'(),;:[\]]+@[^\s<>"'(),;:[\]]+\.[^\s<>"'(),;:[\]]+/u;
const MOST_LINES = 14;
const LONGEST_FOLDED = 500;

/** The address in a head's line, in lower case. */
export function addressIn(value: string): string | undefined {
  return ADDRESS.exec(value)?.[0].toLowerCase();
}

/** The addresses among the words of a text. */
export function addressesIn(text: string): readonly string[] {
  return text.split(/\s+/u).flatMap((word) => (word.includes('@') && word.length < 320 ? addressIn(word) ?? [] : []));
}

/** What a head's line says beside the address. */
export function nameIn(value: string): string | undefined {
  const name = value.replace(ADDRESS, '').replace(/mailto:|[<>"()[\]]/gu, '').trim();
  return name === '' ? undefined : name;
}

/**
 * The head that begins on this line: a sender, and a time or a subject (or, where the sender has an address, whom it went to). Lines that were
 * folded, and blank ones that the making of plain text left between, belong to it; a customer's own list of `Label: value` has no sender and time.
 */
export function headerBlockAt(lines: readonly string[], start: number): HeaderBlock | undefined {
  const isQuoted = /^\s*>/u.test(lines[start] ?? '');
  const at = (place: number): string => (isQuoted ? (lines[place] ?? '').replace(/^\s*>\s?/u, '') : (lines[place] ?? ''));
  if (headerLine(at(start))?.kind === undefined) return undefined;
  const values: Partial<Record<HeaderKind, string>> = {};
  let [end, last]: [number, HeaderKind | undefined] = [start, undefined];
  for (let place = start; place < Math.min(lines.length, start + MOST_LINES); place += 1) {
    const line = at(place);
    const header = headerLine(line);
    // A second sender or time is the head of another mail, or a customer's words.
    if (header?.kind !== undefined && header.kind !== 'to' && values[header.kind] !== undefined) break;
    if (header !== undefined && (header.kind !== undefined || place === end)) {
      if (header.kind !== undefined) values[header.kind] = [values[header.kind], header.value].filter((one) => one !== undefined && one !== '').join(' ');
      last = header.kind;
    } else if (line.trim() === '') {
      // Only where the next line goes on with the head.
      if (headerLine(at(place + 1))?.kind === undefined) break;
      continue;
    } else if (place === end && last !== undefined && line.length < LONGEST_FOLDED && (/^\s/u.test(line) || (last !== 'subject' && isAddresses(line)))) {
      values[last] = `${values[last] ?? ''} ${line.trim()}`.trim();
    } else break;
    end = place + 1;
  }
  const isHead = values.from !== undefined && (values.at !== undefined || values.subject !== undefined || (values.to !== undefined && addressIn(values.from) !== undefined));
  return isHead ? { start, end, values, isQuoted } : undefined;
}

/** The rest of a list of people that was too long for one line. */
function isAddresses(line: string): boolean {
  return /[>)\];,]$|^<?\S+@\S+$/u.test(line.trim()) && line.includes('@');
}

/** The first head in these lines. */
export function firstHeaderBlock(lines: readonly string[]): HeaderBlock | undefined {
  for (let place = 0; place < lines.length; place += 1) {
    const block = headerBlockAt(lines, place);
    if (block !== undefined) return block;
  }
  return undefined;
}
