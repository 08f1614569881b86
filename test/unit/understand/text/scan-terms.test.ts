import fc from 'fast-check';
import { newTermScanner } from '../../../../src/understand/text/scan-terms';
import { scanWords } from '../../../../src/understand/text/scan-words';
import { newVocabulary } from '../../../../src/understand/text/vocabulary';

const pieces = fc.constantFrom('mail', 'Mail', 'MAIL', 'mailBox', 'messages', 'moving', 'e-mail', "don't", 'don’t', '128.3.1', 'Café', '日历拖拽', 'a', 'q7x', 'aVeryLongWordThatIsTooLongToKeep', 'Straße', ' ', '.', ', ', '-', '\u0301', '\ud800', '\n');
const texts = fc.array(fc.array(pieces, { maxLength: 12 }).map((parts) => parts.join('')), { minLength: 1, maxLength: 8 });

interface Found {
  readonly stem: string;
  readonly start: number;
  readonly end: number;
  readonly isPart: boolean;
}

it('finds the words that spelling and stemming each of them finds, however often they were read before', () => {
  fc.assert(
    fc.property(texts, fc.nat(6), (all, cut) => {
      const vocabulary = newVocabulary();
      const scanner = newTermScanner(vocabulary, { learns: true });
      for (const text of [...all, ...all]) {
        const from = Math.min(cut, text.length);
        const expected: Found[] = [];
        scanWords(text, from, text.length, (word, length, start, end, isPart) => expected.push({ stem: String.fromCharCode(...word.subarray(0, length)), start, end, isPart }));
        const found: Found[] = [];
        scanner.load(text);
        scanner.scan(from, text.length, (term, start, end, isPart) => found.push({ stem: vocabulary.text(term), start, end, isPart }) > 0);
        expect(found).toEqual(expected);
      }
    }),
    { numRuns: 400 },
  );
});

it('stops where it is told to, and learns no word after it', () => {
  const vocabulary = newVocabulary();
  const scanner = newTermScanner(vocabulary, { learns: true });
  const text = 'print the calendarView twice';
  scanner.load(text);
  let words = 0;
  scanner.scan(0, text.length, () => (words += 1) < 3);
  expect(words).toBe(3);
  expect(vocabulary.size()).toBe(3);
});

it('leaves a vocabulary that may not learn as it is, and finds in it what is there', () => {
  const vocabulary = newVocabulary();
  const learning = newTermScanner(vocabulary, { learns: true });
  learning.load('print the calendar');
  learning.scan(0, 18, () => true);
  const scanner = newTermScanner(vocabulary, { learns: false });
  for (let time = 0; time < 2; time += 1) {
    const found: number[] = [];
    scanner.load('unheard prints unheard calendars');
    scanner.scan(0, 32, (term) => found.push(term) > 0);
    expect(found).toEqual([-1, 0, -1, 2]);
  }
  expect(vocabulary.size()).toBe(3);
});
