import fc from 'fast-check';
import { cleanText, CUT_MARK, hasHidden, keepEnds, TEXT_BYTES } from '../../../src/ingest/clean-text';

const bytes = (text: string): number => new TextEncoder().encode(text).length;

describe('cleaning a text', () => {
  it('composes, drops controls and the byte order mark, and makes one kind of line end', () => {
    expect(cleanText('\uFEFFe\u0301\u0000a\r\nb\rc\td\u001b ')).toBe('éa\nb\nc\td');
  });

  it('replaces half a character and leaves whole ones', () => {
    expect(cleanText('a\ud83d b 😀 \udc00')).toBe('a\uFFFD b 😀 \uFFFD');
  });

  it('leaves emoji sequences, right-to-left text and its marks as they are', () => {
    const text = '👩‍👩‍👧 שלום \u200Fעולם‏ 🇪🇺 مرحبا';
    expect(cleanText(text)).toBe(text);
  });

  it('gives well-formed text whatever it is given, and the same when given it again', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code)) }), (text) => {
        const clean = cleanText(text);
        expect(/\p{Surrogate}|\u0000/u.test(clean)).toBe(false);
        expect(cleanText(clean)).toBe(clean);
      }),
    );
  });
});

describe('characters of every code', () => {
  const codes = Array.from({ length: 0x10000 }, (_, code) => String.fromCharCode(code));

  it('come out composed, whichever stand beside them', () => {
    const decomposed = codes.filter((one) => [one, `e${one}`, `${one}\u0301`].some((text) => cleanText(text) !== cleanText(text).normalize('NFC')));
    expect(decomposed).toEqual([]);
  });

  it('are dropped and called hidden where nobody sees them, and stay where somebody does', () => {
    const left = [...'\u0000\u0008\u000B\u001F\u007F\u0085\u009F\u00AD\u115F\u1160\u180E\u200B\u202A\u202E\u2060\u206F\u3164\uFEFF\uFFA0\uFFF9'].filter((one) => cleanText(`a${one}b`) !== 'ab');
    expect(left).toEqual([]);
    const unseen = [...'\u00AD\u115F\u1160\u180E\u200B\u202A\u202E\u2060\u206F\u3164\uFFA0\uFFF9'].filter((one) => !hasHidden(`a${one}b`));
    expect(unseen).toEqual([]);
    expect(hasHidden('Café – “naïve” … \u200D\u200F\u2019')).toBe(false);
  });
});

describe('keeping the ends of a long text', () => {
  it('leaves a text that fits', () => {
    expect(keepEnds('x'.repeat(TEXT_BYTES))).toEqual({ text: 'x'.repeat(TEXT_BYTES), isCut: false });
  });

  it('keeps head and tail of 10 MB, with the mark between, within the limit', () => {
    const { text, isCut } = keepEnds(`HEAD${'m'.repeat(10_000_000)}TAIL`);
    expect(isCut).toBe(true);
    expect(text.startsWith('HEADm') && text.endsWith('mTAIL') && text.includes(CUT_MARK)).toBe(true);
    expect(bytes(text)).toBeLessThanOrEqual(TEXT_BYTES);
  });

  it('never cuts a character in two, and keeps literal ends of the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 0, maxLength: 200 }), fc.integer({ min: 30, max: 120 }), (text, most) => {
        const kept = keepEnds(text, most);
        if (!kept.isCut) return expect(kept.text).toBe(text);
        const [head = '', tail = ''] = kept.text.split(CUT_MARK);
        expect(text.startsWith(head) && text.endsWith(tail)).toBe(true);
        expect(/\p{Surrogate}/u.test(kept.text)).toBe(false);
        expect(bytes(kept.text)).toBeLessThanOrEqual(most);
      }),
    );
  });
});
