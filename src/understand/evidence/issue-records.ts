import type { ReadCorpus } from '../text/read-corpus';
import type { Kindred } from '../text/kindred-words';
import { logOfNext } from '../text/log-of-count';
import type { ColumnNumbers } from './compact-rows';
import type { Impacts } from './impacts';
import type { IssueShapes } from './issue-shapes';

/** What a pair needs of an issue, side by side in memory: each place that is looked up for itself costs a trip to slower memory. */
export interface IssueRecords {
  /** Of entry n of the issues' words at `3n`: impact, tf-idf, and weight as a word of the need (0 for the others). */
  readonly words: Float32Array;
  /** Of issue n at `FACTS × n`: what the `FACT` places say. */
  readonly facts: Float64Array;
}

export const FACTS = 8;
export const FACT = { mass: 0, needMass: 1, needWords: 2, upkeep: 3, mends: 4, coded: 5, nameMass: 6, meaningScale: 7 } as const;

/** @param meaningScales what brings each issue's packed latent vector to unit length */
export function issueRecords(corpus: ReadCorpus, impacts: Impacts, shapes: IssueShapes, names: NameRows, meaningScales: Float32Array): IssueRecords {
  const { rows, starts, weights } = impacts.issues;
  const words = new Float32Array(3 * weights.length);
  const facts = new Float64Array(FACTS * rows);
  for (let issue = 0; issue < rows; issue += 1) {
    let [needMass, needWords] = [0, 0];
    for (let at = starts[issue]!; at < starts[issue + 1]!; at += 1) {
      words.set([weights[at]!, corpus.issueVectors.weights[at]!, shapes.core[at]!], 3 * at);
      needMass += shapes.core[at]!;
      if (shapes.core[at] !== 0) needWords += 1;
    }
    let nameMass = 0;
    for (let name = names.starts[issue]!; name < names.starts[issue + 1]!; name += 1) nameMass += names.weights[name]!;
    const { mass, upkeep, mends, coded } = shapes;
    facts.set([mass[issue]!, needMass, logOfNext(needWords), upkeep[issue]!, mends[issue]!, coded[issue]!, nameMass, meaningScales[issue]!], FACTS * issue);
  }
  return { words, facts };
}

/** Names from code of each issue: issue i has names `[starts[i], starts[i + 1])`, name n the terms `terms[from[n] .. from[n + 1])`. */
export interface NameRows {
  readonly starts: Int32Array;
  readonly weights: Float64Array;
  readonly from: Int32Array;
  readonly terms: Int32Array;
}

export function nameRows(names: IssueShapes['names'], termWeight: Float32Array, { of }: ColumnNumbers): NameRows {
  const all = names.flat();
  const starts = new Int32Array(names.length + 1);
  names.forEach((own, issue) => (starts[issue + 1] = starts[issue]! + own.length));
  const from = new Int32Array(all.length + 1);
  all.forEach((name, at) => (from[at + 1] = from[at]! + name.length));
  return { starts, weights: Float64Array.from(all, (name) => name.reduce((sum, term) => sum + termWeight[term]!, 0)), from, terms: Int32Array.from(all.flat(), (term) => of[term]!) };
}

/** The terms that may stand for one of these, each as often as it may. */
export function kindredOf(terms: Int32Array, { starts, terms: all }: Kindred): number[] {
  return [...new Set(terms)].flatMap((term) => Array.from(all.subarray(starts[term], starts[term + 1])));
}

/** Kindred terms by new numbers; those without a number are left out. */
export function renumbered({ starts, terms }: Kindred, { of, count }: ColumnNumbers): Kindred {
  const byNumber: (readonly number[])[] = Array.from({ length: count }, () => []);
  of.forEach((number, term) => {
    if (number >= 0) byNumber[number] = Array.from(terms.subarray(starts[term], starts[term + 1]), (other) => of[other]!).filter((other) => other >= 0);
  });
  const from = new Int32Array(count + 1);
  byNumber.forEach((all, number) => (from[number + 1] = from[number]! + all.length));
  return { starts: from, terms: Int32Array.from(byNumber.flat()) };
}
