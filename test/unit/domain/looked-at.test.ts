import fc from 'fast-check';
import { canGoOn, inParts, isLookedAt, MOST_WORDS } from '../../../src/domain/looked-at';
import { markQuoted } from '../../../src/domain/mark-quoted';
import { spokenSpans } from '../../../src/domain/spoken-spans';
import { readTexts } from '../../../src/understand/text/read-texts';
import { newVocabulary } from '../../../src/understand/text/vocabulary';

/** Words that the engine itself takes from a text. */
function taken(text: string): number {
  return readTexts([text], (body) => ({ title: '', body }), newVocabulary(), 1).lengths[0] ?? 0;
}

const word = fc.oneof(fc.constantFrom('exports', 'nsMsgDatabase', 'e-mail', 'top-up', '128.3.1', 'doesn\'t', 'ÉcoleLibre', 'https://a.example/b?c=1', '書き出しが', '行を失います。', 'ข้อมูล', 'a > b', 'Why?', '42'), fc.stringMatching(/^[a-zA-Z]{1,12}$/));
const line = fc.array(word, { minLength: 1, maxLength: 120 }).map((words) => `We saw ${words.join(' ')}`);
const text = fc.array(line, { minLength: 1, maxLength: 20 }).map((lines) => lines.join('\n'));

describe('a text that is longer than is looked at', () => {
  it('is told from one that is not', () => {
    const said = (count: number): string => Array.from({ length: count }, (_, at) => `word${at}`).join(' ');
    expect([isLookedAt(said(MOST_WORDS)), isLookedAt(said(MOST_WORDS + 1))]).toEqual([true, false]);
    expect(isLookedAt(`The export stops.\n> ${said(1_000)}\n-- \n${said(1_000)}`)).toBe(true);
    expect(isLookedAt(Array.from({ length: 900 }, (_, at) => `2025-06-01 10:00:00 ERROR module${at} failed in C:\\a\\b${at}.dll`).join('\n'))).toBe(true);
  });

  it('comes in parts that are looked at whole, with all its words, and in their order', () => {
    fc.assert(fc.property(text, (whole) => {
      const parts = inParts(whole);
      expect(parts.join(' ').replace(/\s+/g, '')).toBe(markQuoted(whole).text.replace(/\s+/g, ''));
      for (const part of parts) {
        expect(isLookedAt(part)).toBe(true);
        expect(taken(part)).toBeLessThanOrEqual(MOST_WORDS);
      }
      if (taken(whole) >= MOST_WORDS) expect(parts.length).toBeGreaterThan(1);
    }), { numRuns: 60 });
  });

  it('has no word of a quotation or a signature in its parts that is spoken', () => {
    const own = `${'the export loses rows '.repeat(112)}every single day`;
    const ours = 'we will look at ours '.repeat(100).trim();
    for (const whole of [`${own}\n\n-----Ursprüngliche Nachricht-----\nVon: Support\nGesendet: heute\nAn: Ann\nBetreff: Export\n\n${ours}`, `${own}\n-- \n${ours}`]) {
      const spoken = inParts(whole).flatMap((part) => { const { text: marked } = markQuoted(part); return spokenSpans(marked).map(({ start, end }) => marked.slice(start, end)); }).join(' ');
      expect(spoken).toContain('every single day');
      expect(spoken).not.toContain('ours');
    }
  });
});

it.each([
  ['The export loses rows.', true],
  ['The export loses rows.\n\n> We know', true],
  ['The export loses rows.\n\n-- \nAnn', false],
  ['No.\n\n-----Original Message-----\nFrom: Support\nSent: today\nTo: Ann\nSubject: Export\n\nWe know.', false],
])('below %j what follows is spoken: %s', (above, goesOn) => {
  expect(canGoOn(above)).toBe(goesOn);
});
