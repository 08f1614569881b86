import type { Issue } from '../../domain/issue';
import type { ReadCorpus } from '../text/read-corpus';
import { scanWords } from '../text/scan-words';
import { GRAM_BUCKETS, type TermGrams } from '../text/term-grams';
import { newMatrixBuilder, normalised, type TermMatrix } from '../text/term-matrix';
import { coreWeights } from './core-words';
import { codeNames, isUpkeep } from './developer-title';
import { mendsFault } from './fault-words';

/** What pair factors need of each issue besides its vectors. */
export interface IssueShapes {
  /** Sum of term weights of the issue's distinct words: what there is to cover. */
  readonly mass: Float32Array;
  /** Weight of each entry of the issues' counts as a word of the need, 0 for the others. */
  readonly core: Float32Array;
  /** tf-idf of character grams, unit rows. */
  readonly grams: TermMatrix;
  readonly gramWeight: Float32Array;
  /** 1 for a title that reads like upkeep no customer would ask for. */
  readonly upkeep: Float32Array;
  /** 1 where titles are written for customers, 0 where at least three of ten are developers' notes: the same for all issues. */
  readonly spokenTitles: number;
  /** 1 for an issue about something that does not do what it should. */
  readonly mends: Float32Array;
  /** 1 for a title with names from source code. */
  readonly coded: Float32Array;
  /** Such names that hardly any customer says, each as its terms; empty for most. */
  readonly names: readonly (readonly (readonly number[])[])[];
}

const DEVELOPERS_FROM = 0.3;
/** A name that more signals hold than this is a word. */
const UNSAID = { least: 3, share: 0.001 };

export function issueShapes(corpus: ReadCorpus, issues: readonly Issue[]): IssueShapes {
  const { counts } = corpus.issues;
  const mass = new Float32Array(counts.rows);
  for (let row = 0; row < counts.rows; row += 1) {
    for (let at = counts.starts[row]!; at < counts.starts[row + 1]!; at += 1) {
      const weight = corpus.termWeight[counts.columns[at]!]!;
      mass[row]! += weight;
    }
  }
  const raw = gramRows(corpus, counts);
  const holding = new Int32Array(GRAM_BUCKETS);
  for (const gram of raw.columns) holding[gram]! += 1;
  // One logarithm for all buckets that no issue holds: there are 65,000 of them in a small product.
  const gramWeight = new Float32Array(GRAM_BUCKETS).fill(Math.log(1 + counts.rows));
  for (const gram of raw.columns) gramWeight[gram] = Math.log(1 + (counts.rows - holding[gram]! + 0.5) / (holding[gram]! + 0.5));
  const grams = normalised({ ...raw, weights: raw.weights.map((count, at) => (1 + Math.log(count)) * gramWeight[raw.columns[at]!]!) });
  const upkeep = Float32Array.from(issues, (issue) => (isUpkeep(issue.summary) ? 1 : 0));
  const coded = Float32Array.from(issues, (issue) => (codeNames(issue.summary).length > 0 ? 1 : 0));
  const mends = Float32Array.from(issues, (issue) => (mendsFault(issue) ? 1 : 0));
  const notes = upkeep.filter((one, row) => one + coded[row]! > 0).length;
  const spokenTitles = Math.max(0, 1 - notes / Math.max(1, issues.length) / DEVELOPERS_FROM);
  return { mass, core: coreWeights(corpus), spokenTitles, mends, coded, names: issues.map((issue) => rareNames(corpus, issue.summary)), grams, gramWeight, upkeep };
}

/** Names from code in a title that hardly any customer says, each as its terms: of `start_at` both words, one of them rare. */
function rareNames(corpus: ReadCorpus, title: string): number[][] {
  const most = Math.max(UNSAID.least, corpus.signals.counts.rows * UNSAID.share);
  return codeNames(title).flatMap((name) => {
    const terms = new Set<number>();
    scanWords(name, 0, name.length, (word, length, _start, _end, isPart) => {
      const term = corpus.vocabulary.find(word, length);
      if (!isPart && term >= 0 && corpus.termWeight[term]! > 0) terms.add(term);
    });
    return [...terms].some((term) => corpus.signalsPerTerm[term]! <= most) ? [[...terms]] : [];
  });
}

function gramRows(corpus: ReadCorpus, counts: TermMatrix): TermMatrix {
  const builder = newMatrixBuilder(counts.rows);
  const tally = new Float32Array(GRAM_BUCKETS);
  const touched: number[] = [];
  for (let row = 0; row < counts.rows; row += 1) {
    for (let at = counts.starts[row]!; at < counts.starts[row + 1]!; at += 1) addGramsOf(corpus.grams, counts.columns[at]!, corpus.termWeight[counts.columns[at]!]! === 0, tally, touched);
    for (const gram of touched) {
      builder.put(gram, tally[gram]!);
      tally[gram] = 0;
    }
    touched.length = 0;
    builder.endRow();
  }
  return builder.build();
}

/** Counts a term's grams into `tally`; function words are left out. */
export function addGramsOf(grams: TermGrams, term: number, isFunctionWord: boolean, tally: Float32Array, touched: number[]): void {
  if (isFunctionWord) return;
  for (let at = grams.starts[term]!; at < grams.starts[term + 1]!; at += 1) {
    const gram = grams.grams[at]!;
    if (tally[gram] === 0) touched.push(gram);
    tally[gram]! += 1;
  }
}
