import fc from 'fast-check';
import { scanWords } from '../../../../src/understand/text/scan-words';

function wordsIn(text: string): string[] {
  const found: string[] = [];
  scanWords(text, 0, text.length, (word, length) => found.push(String.fromCharCode(...word.subarray(0, length))));
  return found;
}

it.each([
  ['messages message Message', ['messag', 'messag', 'messag']],
  ['theme themes them', ['theme', 'theme', 'them']],
  ['moving moved move', ['mov', 'mov', 'mov']],
  ['stopped stopping stops', ['stop', 'stop', 'stop']],
  ['deletion delete', ['delet', 'delet']],
  ['copies copy', ['copi', 'copi']],
  ['crashes crash', ['crash', 'crash']],
  ["don't", ['dont']],
  ['Café müller', ['caf', 'muller']],
])('reads %s so that forms of a word meet', (text, stems) => {
  expect(wordsIn(text)).toEqual(stems);
});

it('gives the parts of a name from source code beside the name', () => {
  expect(wordsIn('SeamonkeyProfileImporter')).toEqual(expect.arrayContaining(['seamonkeyprofileimporter', 'seamonkey', 'profil', 'importer']));
});

it('joins short hyphenated words and keeps version numbers whole', () => {
  expect(wordsIn('e-mail')).toContain('email');
  expect(wordsIn('multi-week view')).toContain('multiweek');
  expect(wordsIn('data-loss')).not.toContain('dataloss');
  expect(wordsIn('since 128.3.1 it hangs')).toContain('128.3.1');
});

it('reads Chinese and Japanese as pairs of characters', () => {
  expect(wordsIn('日历拖拽')).toEqual(['日历', '历拖', '拖拽']);
});

it('gives nothing for base64, keys and lone surrogates', () => {
  expect(wordsIn(`${'QUJD'.repeat(30)} \ud800 \udfff \u0000`)).toEqual([]);
});

it('reports spans inside the text, in order of their end', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
      scanWords(text, 0, text.length, (_word, length, start, end) => {
        expect(start).toBeGreaterThanOrEqual(0);
        expect(end).toBeLessThanOrEqual(text.length);
        expect(start).toBeLessThan(end);
        expect(length).toBeGreaterThan(0);
      });
    }),
    { numRuns: 300 },
  );
});
