import type { Corpus } from '../../src/understand/engine';
import { epochMs } from '../../src/domain/time';
import { newConfirmations } from '../../src/understand/evidence/confirmations';
import { expandIssues } from '../../src/understand/evidence/expand-issues';
import { factorAt } from '../../src/understand/evidence/factors';
import { impactsOf } from '../../src/understand/evidence/impacts';
import { issueShapes } from '../../src/understand/evidence/issue-shapes';
import { FACTOR_COUNT, newPairReader } from '../../src/understand/evidence/pair-reader';
import { readCorpus } from '../../src/understand/text/read-corpus';

const VIEWS = [
  [factorAt('lexical'), 0.4],
  [factorAt('shared-terms'), 0.2],
  [factorAt('spelling'), 0.2],
  [factorAt('latent'), 0.2],
] as const;
const CONFIRMED_WEIGHT = 4;

/**
 * The method to beat: four views, each divided by its largest value and summed with fixed weights, plus four times the cosine
 * to the nearest question confirmed before. Ranks every issue for the signals asked for.
 * @returns ranked issue ids per signal id
 */
export function referenceFusion(corpus: Corpus, asked: ReadonlySet<string>): Map<string, string[]> {
  const read = readCorpus(corpus.signals, corpus.issues);
  const impacts = impactsOf(read);
  const reader = newPairReader({ corpus: read, impacts, shapes: issueShapes(read, corpus.issues), expansion: expandIssues(read, impacts) });
  const signalRows = new Map(corpus.signals.map((signal, row) => [signal.id, row]));
  const issueRows = new Map(corpus.issues.map((issue, row) => [issue.id, row]));
  const decisions = corpus.decisions.filter((one) => signalRows.has(one.signal) && issueRows.has(one.issue)).sort((a, b) => epochMs(a.at) - epochMs(b.at));
  const confirmations = newConfirmations(read);
  const rows = new Float32Array(corpus.issues.length * FACTOR_COUNT);
  let next = 0;
  return new Map(
    corpus.signals.filter((signal) => asked.has(signal.id)).sort((a, b) => epochMs(a.at) - epochMs(b.at)).map((signal) => {
      for (let one = decisions[next]; one !== undefined && one.at < signal.at; one = decisions[(next += 1)]) confirmations.add(signalRows.get(one.signal) ?? 0, issueRows.get(one.issue) ?? 0, epochMs(one.at));
      const row = signalRows.get(signal.id) ?? 0;
      reader.load(row);
      corpus.issues.forEach((_, issue) => reader.read(issue, rows, issue * FACTOR_COUNT));
      const scores = fused(rows, corpus.issues.length);
      for (const near of confirmations.near(row, 1000)) scores[near.issue]! += CONFIRMED_WEIGHT * near.words;
      const order = [...scores.keys()].sort((a, b) => scores[b]! - scores[a]! || a - b).slice(0, 10);
      return [signal.id, order.map((issue) => corpus.issues[issue]!.id)];
    }),
  );
}

function fused(rows: Float32Array, issues: number): Float64Array {
  const scores = new Float64Array(issues);
  for (const [factor, weight] of VIEWS) {
    let largest = 1e-9;
    for (let issue = 0; issue < issues; issue += 1) largest = Math.max(largest, rows[issue * FACTOR_COUNT + factor]!);
    for (let issue = 0; issue < issues; issue += 1) scores[issue]! += (weight * Math.max(0, rows[issue * FACTOR_COUNT + factor]!)) / largest;
  }
  return scores;
}
