import { textOfAdf } from '../../../src/domain/text-of-adf';

const text = (value: string) => ({ type: 'text', text: value });

describe('plain text of an Atlassian document', () => {
  it('keeps paragraphs apart and unknown nodes readable', () => {
    const document = { type: 'doc', version: 1, content: [
      { type: 'paragraph', content: [text('One '), { ...text('two'), marks: [{ type: 'strong' }] }] },
      { type: 'newNodeOfTomorrow', content: [{ type: 'paragraph', content: [text('three'), { type: 'hardBreak' }, text('four')] }] },
    ] };
    expect(textOfAdf(document)).toBe('One two\nthree\nfour');
  });
  it('takes plain strings, and nothing for nothing', () => {
    expect(textOfAdf('  as it was ')).toBe('as it was');
    expect(textOfAdf(null)).toBe('');
  });
  it('marks what is quoted where that is asked for, line by line, and leaves it as it is elsewhere', () => {
    const quote = { type: 'blockquote', content: [{ type: 'paragraph', content: [text('We know.')] }, { type: 'paragraph', content: [text('Use'), { type: 'hardBreak' }, text('the beta.')] }] };
    const document = { type: 'doc', content: [quote, { type: 'paragraph', content: [text('No, it still fails.')] }] };
    expect(textOfAdf(document, true)).toBe('> We know.\n> Use\n> the beta.\nNo, it still fails.');
    expect(textOfAdf(document)).toBe('We know.\nUse\nthe beta.\n\nNo, it still fails.');
    expect(textOfAdf({ type: 'doc', content: [{ type: 'blockquote', content: [quote] }] }, true)).toBe('> > We know.\n> > Use\n> > the beta.');
  });
  it('has the words that emoji, dates, cards and mentions stand for', () => {
    const attrs = (type: string, given: object) => ({ type, attrs: given });
    const document = { type: 'paragraph', content: [text('great '), attrs('emoji', { shortName: ':sad:', text: '😞' }), attrs('emoji', { shortName: ':own:' }), text(' since '), attrs('date', { timestamp: '1740009600000' }), text(' see '), attrs('inlineCard', { url: 'https://a.example/1' }), text(' '), attrs('mention', { id: 'a', text: '@Ann' }), attrs('date', { timestamp: 'x' }), attrs('date', {})] };
    expect(textOfAdf(document)).toBe('great 😞:own: since 2025-02-20 see https://a.example/1 @…');
  });
  it('survives a document nested a hundred thousand deep', () => {
    let document: unknown = text('deep');
    for (let depth = 0; depth < 100_000; depth += 1) document = { type: 'paragraph', content: [document] };
    expect(textOfAdf(document)).toBe('');
  });
});
