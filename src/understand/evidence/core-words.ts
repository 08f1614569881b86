import type { ReadCorpus } from '../text/read-corpus';
import { scanWords } from '../text/scan-words';

/** What developers write in front of what they did, in any product, and how many of something: says nothing about whose need it is. */
const WORK_WORDS = `fix fixed add make ensure allow enable support implement use update improve handle provide introduce rework correct
avoid prevent set switch change try let want adjust tweak polish show display return only properly correctly follow part patch
try attempt initial basic better various some minor several issue issues problem problems bug bugs regression case cases behavior
behaviour make sure when if default
one two three four five six seven eight nine ten eleven twelve minute hour second`;

const TITLE = 1;
const FIRST_SENTENCE = 2;
const FEWEST_IN_TITLE = 2;

/**
 * Weight of each entry of the issues' counts as a word of the need: those of the title, and of the description's first sentence
 * where the title has fewer than two. 0 for all others, for what only says that something was worked on, and for the parts of
 * names from code. Parallel to `corpus.issues.counts`.
 */
export function coreWeights(corpus: ReadCorpus): Float32Array {
  const { counts, sentences } = corpus.issues;
  const work = workTerms(corpus);
  const isNeed = (at: number): boolean => corpus.termWeight[counts.columns[at]!]! > 0 && !work.has(counts.columns[at]!);
  const weights = new Float32Array(counts.columns.length);
  for (let row = 0; row < counts.rows; row += 1) {
    const [from, to] = [counts.starts[row]!, counts.starts[row + 1]!];
    let inTitle = 0;
    for (let at = from; at < to; at += 1) if ((sentences[at]! & TITLE) !== 0 && isNeed(at)) inTitle += 1;
    const read = inTitle < FEWEST_IN_TITLE ? TITLE | FIRST_SENTENCE : TITLE;
    for (let at = from; at < to; at += 1) if ((sentences[at]! & read) !== 0 && isNeed(at)) weights[at] = corpus.termWeight[counts.columns[at]!]!;
  }
  return weights;
}

function workTerms(corpus: ReadCorpus): ReadonlySet<number> {
  const terms = new Set<number>();
  scanWords(WORK_WORDS, 0, WORK_WORDS.length, (word, length) => terms.add(corpus.vocabulary.find(word, length)));
  return terms;
}
