import { engineBadInputProof } from '../../deep/engine-bad-input';
import { understand } from '../../../src/understand/understand';
import { corpusOf, issueOf, optionsOf, said, smallShop } from './corpus-of';

it('answers any input sensibly (a slice of the proof)', async () => {
  expect(await engineBadInputProof.run(11, engineBadInputProof.slice)).toMatchObject({ violations: [] });
});

it('gives the same answer for the same corpus', () => {
  expect(understand(smallShop(), optionsOf())).toEqual(understand(smallShop(), optionsOf()));
});

it.each([
  ['nothing at all', corpusOf([], [])],
  ['one signal and no issue', corpusOf([said('s', 'Photos are lost')], [])],
  ['issues and no signal', corpusOf([], [issueOf('1', 'Photos are lost')])],
  ['one word a thousand times', corpusOf([said('s', 'lost '.repeat(1000))], [issueOf('1', 'Lost')])],
  ['ten megabytes in one text', corpusOf([said('s', 'The photos are lost. '.repeat(500_000))], [issueOf('1', 'Photos are lost')])],
  ['five thousand identical texts', corpusOf(Array.from({ length: 5000 }, (_, at) => said(`s${at}`, 'Photos are lost without reception')), [issueOf('1', 'Photos lost without reception')])],
  ['two thousand issues with one title', corpusOf([said('s', 'Photos are lost')], Array.from({ length: 2000 }, (_, at) => issueOf(String(at), 'Photos are lost')))],
])('answers %s', (_, corpus) => {
  const answer = understand(corpus, optionsOf());
  expect(answer.assignments).toHaveLength(corpus.signals.length);
  expect(answer.searchability).toHaveLength(corpus.issues.length);
});

it('times its stages with the clock it is given', () => {
  let now = 0;
  const { seconds } = understand(smallShop(), optionsOf({ nowMs: () => (now += 500) }));
  expect(Object.values(seconds)).toEqual(Object.keys(seconds).map(() => 0.5));
  expect(Object.keys(seconds)).toEqual(['read', 'link', 'theme-vectors', 'theme-views', 'theme-graph', 'communities', 'places', 'labels', 'theme-issues', 'searchability']);
});
