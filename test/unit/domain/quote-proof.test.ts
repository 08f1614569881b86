import fc from 'fast-check';
import { normaliseQuote, proveQuote, visibleText, wholeSentences } from '../../../src/domain/quote-proof';
import type { Signal } from '../../../src/domain/signal';

function said(text: string, extra: Partial<Signal> = {}): Signal {
  return { id: 'desk:1', source: 'desk', externalId: '1', at: '2025-06-01T00:00:00.000Z', kind: 'said', text, visibility: 'open', ...extra };
}

const COMPLAINT = 'Hello,\nthe export loses the last row every time. I do not want to leave, but I can’t work like this.\n\n> Dear customer, the export was fixed last week.\nIt was not fixed at all.\n-- \nAnna Example, Example Ltd';

describe('proof of a quote', () => {
  it('gives back the stored words and their place', () => {
    const proof = proveQuote(said(COMPLAINT), { text: 'the export loses the last row every time.' });
    expect(proof).toEqual({ signal: 'desk:1', citation: { field: 'text', start: 7, end: 48 }, text: 'the export loses the last row every time.' });
  });

  it('forgives white space and invisible characters only, and shows what is stored', () => {
    const stored = said('The  export\nlo\u200Bses rows');
    expect(proveQuote(stored, { text: 'The export loses rows' })?.text).toBe('The  export\nlo\u200Bses rows');
    for (const text of ['The export looses rows', 'the export loses rows', 'The export loses rows.', 'The expоrt loses rows']) expect(proveQuote(stored, { text })).toBeUndefined();
  });

  it('refuses words that an agent or a machine wrote', () => {
    expect(proveQuote(said(COMPLAINT), { text: 'the export was fixed last week.' })).toBeUndefined();
    expect(proveQuote(said(COMPLAINT), { text: 'Anna Example, Example Ltd' })).toBeUndefined();
    expect(proveQuote(said('> we fixed the export\n> on Monday'), { text: 'we fixed the export' })).toBeUndefined();
  });

  it('refuses a quote that runs over a quoted reply', () => {
    const text = 'I do not want to leave, but I can’t work like this.\n\n> Dear customer, the export was fixed last week.\nIt was not fixed at all.';
    expect(proveQuote(said(COMPLAINT), { text })).toBeUndefined();
  });

  it('refuses half words', () => {
    expect(proveQuote(said('unbelievable export, truly unhappy'), { text: 'believable export' })).toBeUndefined();
    expect(proveQuote(said('unbelievable export, truly unhappy'), { text: 'unbelievable export, truly un' })).toBeUndefined();
    expect(proveQuote(said('导出总是丢失最后一行数据'), { text: '总是丢失最后一行' })?.text).toBe('总是丢失最后一行');
  });

  it('holds offsets to their word', () => {
    const twice = said('slow export is bad. slow export is bad.');
    expect(proveQuote(twice, { text: 'slow export is bad.', at: { field: 'text', start: 20, end: 39 } })?.citation.start).toBe(20);
    for (const [start, end] of [[19, 39], [21, 39], [20, 38], [0, 20.5], [-1, 19], [20, 400], [39, 20]] as const) {
      const place = { field: 'text' as const, start, end };
      expect(proveQuote(twice, { text: 'low export is bad.', at: place })).toBeUndefined();
    }
  });

  it('proves nothing from a signal whose words may not be shown', () => {
    expect(proveQuote(said(COMPLAINT, { visibility: 'counts' }), { text: 'the export loses the last row' })).toBeUndefined();
    expect(proveQuote(said(COMPLAINT, { kind: 'did' }), { text: 'the export loses the last row' })).toBeUndefined();
  });

  it('widens a cut to whole sentences, so that it cannot be turned', () => {
    const source = said(COMPLAINT);
    const cut = proveQuote(source, { text: 'want to leave' })!;
    expect(wholeSentences(source, cut).text).toBe('I do not want to leave, but I can’t work like this.');
  });

  it('reads what is hidden as not there, and counts it', () => {
    expect(visibleText('pay\u{E0041}\u200B me')).toEqual({ text: 'pay me', hidden: 2 });
  });

  it('accepts every run of whole words of what was said, and none with a letter changed', () => {
    const word = fc.constantFrom('export', 'rows', 'schlägt', 'fehl', 'ça', 'marche', 'ошибка', 'não', 'salva', 'kaydetmiyor', 'e\u0301te\u0301', '👍🏽');
    fc.assert(
      fc.property(fc.array(word, { minLength: 6, maxLength: 30 }), fc.nat(), fc.nat(), fc.nat(), (words, a, b, c) => {
        const stored = words.join(' ');
        const from = a % (words.length - 4);
        const quote = words.slice(from, from + 4 + (b % (words.length - from - 3))).join(' ');
        const source = said(stored);
        fc.pre((quote.match(/[\p{L}\p{N}]/gu) ?? []).length >= 6);
        expect(proveQuote(source, { text: quote })?.text).toBe(quote);
        const letters = [...quote];
        const at = c % letters.length;
        const forged = letters.map((letter, index) => (index === at ? (letter === 'x' ? 'y' : 'x') : letter)).join('');
        const isForged = !normaliseQuote(stored).includes(normaliseQuote(forged));
        expect(isForged && proveQuote(source, { text: forged }) !== undefined).toBe(false);
      }),
      { numRuns: 300 },
    );
  });
});
