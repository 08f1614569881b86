import fc from 'fast-check';
import { expandIssues } from '../../../../src/understand/evidence/expand-issues';
import { impactsOf } from '../../../../src/understand/evidence/impacts';
import { issueRetriever, rememberingRetriever, signalRetriever } from '../../../../src/understand/evidence/retrieve';
import { addPostings, newScoreBoard, takeTop } from '../../../../src/understand/evidence/top-rows';
import { newMatrixBuilder, type TermMatrix } from '../../../../src/understand/text/term-matrix';
import { readCorpus } from '../../../../src/understand/text/read-corpus';
import { issueOf, said, smallShop } from '../corpus-of';

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

const WORDS = ['mail', 'export', 'calendar', 'folder', 'lost', 'after', 'update', 'print', 'margin', 'the', 'not', 'reply'];
const wordy = fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 9 }).map((words) => words.join(' '));

/** Weight of a term in a row, 0 where it is not. */
function weightIn({ starts, columns, weights }: TermMatrix, row: number, term: number): number {
  for (let at = starts[row]!; at < starts[row + 1]!; at += 1) if (columns[at] === term) return weights[at]!;
  return 0;
}

it('finds, both ways, what comparing every signal with every issue finds', () => {
  fc.assert(
    fc.property(fc.array(wordy, { minLength: 1, maxLength: 25 }), fc.array(wordy, { minLength: 1, maxLength: 8 }), fc.integer({ min: 1, max: 30 }), (texts, titles, most) => {
      const corpus = readCorpus(texts.map((text, at) => said(`s${at}`, text)), titles.map((title, at) => issueOf(String(at), title)));
      const impacts = impactsOf(corpus);
      const expansion = expandIssues(corpus, impacts);
      const scoreOf = (signal: number, issue: number): number => {
        let score = 0;
        for (let term = 0; term < corpus.vocabulary.size(); term += 1) {
          if (corpus.termWeight[term] === 0) continue;
          score += weightIn(impacts.signals, signal, term) * (weightIn(impacts.issues, issue, term) + 6 * weightIn(expansion, issue, term));
        }
        return score;
      };
      const check = (found: readonly { row: number; score: number }[], all: readonly number[]): void => {
        const best = all.filter((score) => score > 0).sort((a, b) => b - a).slice(0, most);
        expect(found).toHaveLength(best.length);
        found.forEach(({ row, score }, place) => {
          expect(score).toBeCloseTo(all[row]!, 3);
          expect(score).toBeCloseTo(best[place]!, 3);
        });
      };
      const issuesOf = issueRetriever(corpus, impacts, expansion);
      const signalsOf = signalRetriever(corpus, impacts, expansion);
      const remembered = rememberingRetriever(signalsOf, titles.length, 5);
      texts.forEach((_, signal) => check(issuesOf(signal, most), titles.map((__, issue) => scoreOf(signal, issue))));
      titles.forEach((_, issue) => {
        check(signalsOf(issue, most), texts.map((__, signal) => scoreOf(signal, issue)));
        expect(remembered(issue, most)).toEqual(signalsOf(issue, most));
        expect(remembered(issue, most)).toEqual(signalsOf(issue, most));
      });
    }),
    { numRuns: 60 },
  );
});
