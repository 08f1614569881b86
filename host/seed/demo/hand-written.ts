import { needOf } from './needs';
import { SOURCE_CODES, type SourceCode } from './sources';

/** One signal as somebody wrote it into a file of texts. */
export interface HandWritten {
  readonly source: SourceCode;
  readonly need: string;
  readonly title?: string;
  readonly text: string;
  /** A fixed day. */
  readonly day?: string;
  /** Days after the first of its block (echoes). */
  readonly daysLater?: number;
  readonly rating?: number;
  /** Two-letter language when it is not English. */
  readonly language?: string;
  /** All of one person: the block's account. */
  readonly account?: string;
}

/**
 * Reads a file of texts. `@need [account]` opens a block; each other line is `source [day|+days] [rating] [language]: [title ||] text`,
 * with `¶` for a line break. A signal without a text said all in its title.
 * @throws Error naming a line that cannot be read
 */
export function readTexts(file: string): readonly HandWritten[] {
  const found: HandWritten[] = [];
  let need: string | undefined;
  let account: string | undefined;
  for (const line of file.split('\n').filter((one) => one.trim() !== '')) {
    if (line.startsWith('@')) {
      [need, account] = line.slice(1).trim().split(' ');
    } else {
      found.push(readLine(line, needOf(need ?? '').id, account));
    }
  }
  return found;
}

function readLine(line: string, need: string, account: string | undefined): HandWritten {
  const colon = line.indexOf(':');
  const [code, ...facts] = line.slice(0, colon).split(' ');
  const source = SOURCE_CODES.find((one) => one === code);
  if (colon < 0 || source === undefined) throw new Error(`cannot read the text: ${line}`);
  const [title, text] = split(line.slice(colon + 1).replaceAll('¶', '\n'));
  const words = text === '' ? { text: title } : title === '' ? { text } : { title, text };
  return Object.assign({ source, need, ...words, ...(account === undefined ? {} : { account }) }, ...facts.map((fact) => readFact(fact, line)));
}

function split(words: string): readonly [string, string] {
  const at = words.indexOf(' || ');
  if (at >= 0) return [words.slice(0, at).trim(), words.slice(at + 4).trim()];
  return words.trimEnd().endsWith(' ||') ? [words.trimEnd().slice(0, -3).trim(), ''] : ['', words.trim()];
}

function readFact(fact: string, line: string): Partial<HandWritten> {
  if (/^\d{4}-\d{2}-\d{2}$/.test(fact)) return { day: fact };
  if (/^\+\d+$/.test(fact)) return { daysLater: Number(fact.slice(1)) };
  if (/^\d{1,2}$/.test(fact)) return { rating: Number(fact) };
  if (/^[a-z]{2}$/.test(fact)) return { language: fact };
  throw new Error(`cannot read ${fact} in: ${line}`);
}
