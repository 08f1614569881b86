import { readCorpus } from '../../../../src/understand/text/read-corpus';
import { themeVectors } from '../../../../src/understand/themes/theme-vectors';
import { said } from '../corpus-of';

const filler = 'We went through every page of the manual and talked with several colleagues about what could be done here.';

/** Weight of one message's words; the words compared are equally rare. */
function weightsOf(texts: readonly { readonly title?: string; readonly text: string }[]): (row: number, word: string) => number {
  const corpus = readCorpus(texts.map(({ text, title }, at) => said(`m${at}`, text, title === undefined ? {} : { title })), []);
  const vectors = themeVectors(corpus);
  const words = vectors.wordsOf(Int32Array.from(texts.keys()));
  return (row, word) => {
    for (let at = words.starts[row]!; at < words.starts[row + 1]!; at += 1) if (corpus.vocabulary.text(vectors.vocabularyTerms[words.columns[at]!]!) === word) return words.weights[at]!;
    return 0;
  };
}

it('takes a long message for what its title and first sentence say, less for what comes later', () => {
  const weight = weightsOf([{ text: `The printer jams. ${filler} ${filler} The calendar is fine.` }, { text: `The calendar jams. ${filler} ${filler} The printer is fine.` }]);
  expect(weight(0, 'printer')).toBeGreaterThan(1.3 * weight(0, 'calendar'));
  expect(weight(1, 'calendar')).toBeGreaterThan(1.3 * weight(1, 'printer'));
});

it('weighs every word of one-sentence messages alike, wherever it stands', () => {
  const weight = weightsOf([{ text: 'The printer jams. The calendar too.' }, { text: 'The calendar jams. The printer too.' }]);
  expect(weight(0, 'printer')).toBeCloseTo(weight(0, 'calendar'), 6);
});
