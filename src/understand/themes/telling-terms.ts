import { STOP_WORDS } from '../text/stop-words';
import type { ReadCorpus } from '../text/read-corpus';

const UBIQUITOUS_SHARE = 0.2;
const FEWEST_READ = 100;
const TELLING = 24;
/** Title and first seven sentences, as themes read them. */
const READ_SENTENCES = 0xff;

/** How well each stem tells a theme from the others, the best one 1. */
export interface TermValues {
  readonly of: ReadonlyMap<string, number>;
  /** The best few. */
  readonly telling: ReadonlySet<string>;
}

/** Class-based tf-idf of single words over the themes' readers. @param readers rows read per theme */
export function newTellingTerms(corpus: ReadCorpus, readers: readonly (readonly number[])[]): { readonly valuesOf: (rows: readonly number[], names: ReadonlySet<string>) => TermValues; readonly isUbiquitous: (stem: string) => boolean } {
  const { vocabulary } = corpus;
  const everywhere = new Int32Array(vocabulary.size());
  let read = 0;
  for (const rows of readers) {
    read += rows.length;
    for (const row of rows) eachTerm(corpus, row, (term) => (everywhere[term]! += 1));
  }
  const ubiquitous = new Set<string>();
  if (read > FEWEST_READ) everywhere.forEach((count, term) => count > UBIQUITOUS_SHARE * read && ubiquitous.add(vocabulary.text(term)));
  const inside = new Int32Array(vocabulary.size());
  return {
    valuesOf(rows, names) {
      const touched: number[] = [];
      for (const row of rows) {
        eachTerm(corpus, row, (term) => {
          if (inside[term] === 0) touched.push(term);
          inside[term]! += 1;
        });
      }
      const valued = touched
        .filter((term) => inside[term]! > 1 || rows.length < 3)
        .map((term) => ({ stem: vocabulary.text(term), value: inside[term]! / Math.sqrt(rows.length * everywhere[term]!) }))
        .filter(({ stem }) => stem.length > 1 && !STOP_WORDS.has(stem) && !names.has(stem))
        .sort((a, b) => b.value - a.value || (a.stem < b.stem ? -1 : 1));
      for (const term of touched) inside[term] = 0;
      const most = valued[0]?.value ?? 1;
      return { of: new Map(valued.map(({ stem, value }) => [stem, value / most])), telling: new Set(valued.slice(0, TELLING).map(({ stem }) => stem)) };
    },
    isUbiquitous: (stem) => ubiquitous.has(stem),
  };
}

function eachTerm({ signals }: ReadCorpus, row: number, visit: (term: number) => void): void {
  const { starts, columns } = signals.counts;
  for (let at = starts[row]!; at < starts[row + 1]!; at += 1) if ((signals.sentences[at]! & READ_SENTENCES) !== 0) visit(columns[at]!);
}
