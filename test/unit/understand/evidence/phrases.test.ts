import fc from 'fast-check';
import { newPhrases } from '../../../../src/understand/evidence/phrases';
import { readCorpus } from '../../../../src/understand/text/read-corpus';
import { understand } from '../../../../src/understand/understand';
import { corpusOf, issueOf, optionsOf, said } from '../corpus-of';

/** Words that are their own stems. */
const WORDS = ['sky', 'rock', 'pluto', 'zebra', 'kiwi'];
/** More than stand in one window. */
const MANY = ['corn', 'desk', 'fork', 'gold', 'kiwi', 'lamp', 'milk', 'rock', 'sky', 'tent', 'zebra'];

/** Every pair of neighbouring words of a title against every pair of places in the text. */
function naive(title: readonly string[], text: readonly string[]): number {
  const pairs = new Map(title.slice(1).flatMap((word, at) => (word === title[at] ? [] : [[`${title[at]} ${word}`, [title[at], word]] as const])));
  let sum = 0;
  for (const [first, second] of pairs.values()) {
    let best = 0;
    text.forEach((word, b) => {
      // Only the last time a word was said before counts.
      const a = text.slice(0, b).lastIndexOf(first ?? '');
      if (word === second && a >= 0 && b - a <= 8) best = Math.max(best, b - a === 1 ? 1 : 1 / 3);
    });
    sum += best;
  }
  return pairs.size === 0 ? 0 : sum / pairs.size;
}

it('finds what comparing every place with every place finds', () => {
  const texts = fc.array(fc.constantFrom(...WORDS, 'and', 'the'), { minLength: 1, maxLength: 20 });
  fc.assert(
    fc.property(fc.array(texts, { minLength: 1, maxLength: 5 }), fc.array(fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 4 }), (spoken, titles) => {
      const signals = spoken.map((words, at) => said(`s${at}`, words.join(' ')));
      const issues = titles.map((words, at) => issueOf(String(at), words.join(' ')));
      const phrases = newPhrases(readCorpus(signals, issues), signals, issues);
      spoken.forEach((words, signal) => titles.forEach((title, issue) => expect(phrases(signal).get(issue) ?? 0).toBeCloseTo(naive(title, words), 6)));
    }),
    { numRuns: 300 },
  );
});

it('forgets no first word that was just said where one comes again that was said long before', () => {
  const spoken = [...MANY, MANY[0] ?? '', 'pluto'];
  const signals = [said('s', spoken.join(' '))];
  const titles = MANY.map((word) => [word, 'pluto']);
  const issues = titles.map((words, at) => issueOf(String(at), words.join(' ')));
  const phrases = newPhrases(readCorpus(signals, issues), signals, issues);
  expect(titles.map((_, issue) => phrases(0).get(issue) ?? 0)).toEqual(titles.map((title) => expect.closeTo(naive(title, spoken), 6)));
});

it('puts the customer who says the words of a title side by side first', () => {
  const signals = [said('apart', 'The dark calendar is nice and our office theme is old'), said('together', 'The dark theme is nice and our office calendar is old'), ...Array.from({ length: 30 }, (_, at) => said(`t${at}`, `Van board number ${at}`))];
  const { evidence } = understand(corpusOf(signals, [issueOf('1', 'Dark theme')]), optionsOf());
  expect(evidence.filter((row) => row.issue === '1').map((row) => row.signal).slice(0, 2)).toEqual(['together', 'apart']);
});
