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
  it('survives a document nested a hundred thousand deep', () => {
    let document: unknown = text('deep');
    for (let depth = 0; depth < 100_000; depth += 1) document = { type: 'paragraph', content: [document] };
    expect(textOfAdf(document)).toBe('');
  });
});
