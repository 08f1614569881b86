import fc from 'fast-check';
import { impactsOf } from '../../../../src/understand/evidence/impacts';
import { issueRetriever } from '../../../../src/understand/evidence/retrieve';
import { addPostings, newScoreBoard, takeTop } from '../../../../src/understand/evidence/top-rows';
import { newMatrixBuilder } from '../../../../src/understand/text/term-matrix';
import { readCorpus } from '../../../../src/understand/text/read-corpus';
import { smallShop } from '../corpus-of';

it('keeps the best rows of a board as sorting everything would', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 9 }), { maxLength: 60 }), fc.integer({ min: 1, max: 20 }), (scores, most) => {
      const board = newScoreBoard(scores.length);
      addPostings(board, Int32Array.from(scores.keys()), Float32Array.from(scores), { from: 0, to: scores.length, factor: 1 });
      const sorted = scores.map((score, row) => ({ row, score })).sort((a, b) => b.score - a.score || a.row - b.row);
      expect(takeTop(board, most)).toEqual(sorted.slice(0, most));
      expect(takeTop(board, most)).toEqual([]);
    }),
    { numRuns: 500 },
  );
});

it('scores issues as BM25 written out term by term', () => {
  const { signals, issues } = smallShop();
  const corpus = readCorpus(signals, issues);
  const impacts = impactsOf(corpus);
  const empty = newMatrixBuilder(issues.length);
  for (let row = 0; row < issues.length; row += 1) empty.endRow();
  const retrieve = issueRetriever(corpus, impacts, empty.build());
  const saturation = (count: number, length: number, average: number, k1: number, b: number): number => (count * (k1 + 1)) / (count + k1 * (1 - b + (b * length) / average));
  const averageOf = (lengths: Float32Array): number => lengths.reduce((sum, one) => sum + one, 0) / lengths.length;
  signals.forEach((_, signal) => {
    const expected = issues.map((__, issue) => {
      let score = 0;
      const [said, written] = [corpus.signals, corpus.issues];
      for (let s = said.counts.starts[signal]!; s < said.counts.starts[signal + 1]!; s += 1) {
        for (let i = written.counts.starts[issue]!; i < written.counts.starts[issue + 1]!; i += 1) {
          if (said.counts.columns[s] !== written.counts.columns[i]) continue;
          const weight = corpus.termWeight[said.counts.columns[s]!]!;
          score += saturation(said.counts.weights[s]!, said.lengths[signal]!, averageOf(said.lengths), 1.2, 0.5) * saturation(written.counts.weights[i]!, written.lengths[issue]!, averageOf(written.lengths), 0.9, 0.3) * weight;
        }
      }
      return score;
    });
    for (const { row, score } of retrieve(signal, issues.length)) expect(score).toBeCloseTo(expected[row]!, 4);
    expect(retrieve(signal, issues.length)).toHaveLength(expected.filter((score) => score > 0).length);
  });
});
