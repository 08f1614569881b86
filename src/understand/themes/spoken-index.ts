import type { ReadCorpus } from '../text/read-corpus';

/** The title and the first three sentences: where a customer says what a message is about. */
const HEAD = 0b1111;
const TITLE = 0b1;

/** Which readers say a word near the start of their message. */
export interface SpokenIndex {
  readonly readers: number;
  /** Theme of each reader. */
  readonly themes: Int32Array;
  /** Readers of each theme. */
  readonly sizes: Int32Array;
  /** Readers that say one of the stems, each with a bit per sentence (title: bit 0). */
  readonly saying: (stems: readonly string[]) => ReadonlyMap<number, number>;
  /** 1 for readers without a title: they say all they say in the text. */
  readonly isUntitled: Uint8Array;
}

/** @param themes rows read per theme */
export function spokenIndex({ vocabulary, signals }: ReadCorpus, rows: readonly (readonly number[])[]): SpokenIndex {
  const all = rows.flat();
  const themes = Int32Array.from(rows.flatMap((of, theme) => of.map(() => theme)));
  const starts = new Int32Array(vocabulary.size() + 1);
  const { starts: from, columns } = signals.counts;
  const isUntitled = new Uint8Array(all.length).fill(1);
  const each = (visit: (reader: number, term: number, bits: number) => void): void => {
    all.forEach((row, reader) => {
      for (let at = from[row]!; at < from[row + 1]!; at += 1) {
        const bits = signals.sentences[at]! & HEAD;
        if (bits !== 0) visit(reader, columns[at]!, bits);
      }
    });
  };
  each((reader, term, bits) => {
    starts[term + 1]! += 1;
    if ((bits & TITLE) !== 0) isUntitled[reader] = 0;
  });
  for (let term = 0; term < vocabulary.size(); term += 1) starts[term + 1]! += starts[term]!;
  const next = starts.slice(0, -1);
  const readers = new Int32Array(starts[vocabulary.size()]!);
  const places = new Uint8Array(readers.length);
  each((reader, term, bits) => {
    readers[next[term]!] = reader;
    places[next[term]!++] = bits;
  });
  const numbers = new Map<string, number>();
  for (let term = 0; term < vocabulary.size(); term += 1) if (starts[term + 1]! > starts[term]!) numbers.set(vocabulary.text(term), term);
  const known = new Map<string, ReadonlyMap<number, number>>();
  return {
    readers: all.length,
    themes,
    sizes: Int32Array.from(rows, (of) => of.length),
    isUntitled,
    saying(stems) {
      const key = stems.join(' ');
      const before = known.get(key);
      if (before !== undefined) return before;
      const found = new Map<number, number>();
      for (const stem of stems) {
        const term = numbers.get(stem);
        if (term === undefined) continue;
        for (let at = starts[term]!; at < starts[term + 1]!; at += 1) found.set(readers[at]!, (found.get(readers[at]!) ?? 0) | places[at]!);
      }
      known.set(key, found);
      return found;
    },
  };
}
