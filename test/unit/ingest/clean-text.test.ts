import fc from 'fast-check';
import { cleanText, CUT_MARK, keepEnds, TEXT_BYTES } from '../../../src/ingest/clean-text';

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
