import fc from 'fast-check';
import { conversationOf, shownOf, stretchesOf, stretchId, type Spoken } from '../../../src/connectors/_shared/stretches';
import { markQuoted } from '../../../src/domain/mark-quoted';
import { spokenSpans } from '../../../src/domain/spoken-spans';
import { OURS, THEIRS } from '../../fakes/mail-programs';

const DAY = 86_400_000;
const AT = Date.parse('2025-06-01T00:00:00.000Z');
const said = (id: number, afterMs: number, author = 'ann', text = `Words ${id}`): Spoken => ({ id: String(id), at: new Date(AT + afterMs).toISOString(), author, text });

describe('what customers wrote in a conversation', () => {
  it('is one text where one person wrote it within a day', () => {
    expect(stretchesOf([said(1, 0), said(2, 1000), said(3, DAY)])).toEqual([{ id: '1', at: said(1, 0).at, author: 'ann', text: 'Words 1\n\nWords 2\n\nWords 3' }]);
  });

  it('is theirs again after a message that ends with a quotation', () => {
    const answer = `${THEIRS}\n\nFrom: Support <support@ours.com>\nSent: Monday\nSubject: Export\n\n${OURS}`;
    const [part] = stretchesOf([said(1, 0, 'ann', answer), said(2, 1000, 'ann', 'And the import, too.')]);
    const { text } = markQuoted(part?.text ?? '');
    expect(spokenSpans(text).map(({ start, end }) => text.slice(start, end))).toEqual([THEIRS, 'And the import, too.']);
  });

  it('begins a part of its own, at its own time, a day after the last part began, however small the steps', () => {
    const parts = stretchesOf([said(1, 0), said(2, 0.6 * DAY), said(3, 1.2 * DAY), said(4, 170 * DAY)]);
    expect(parts.map(({ id, at }) => [id, at])).toEqual([['1', said(1, 0).at], ['3', said(3, 1.2 * DAY).at], ['4', said(4, 170 * DAY).at]]);
  });

  it('is each person\'s own', () => {
    expect(stretchesOf([said(1, 0), said(2, 10, 'bob'), said(3, 20)]).map((one) => one.author)).toEqual(['ann', 'bob', 'ann']);
  });

  it('loses nothing, keeps the order, dates nothing by more than a day, and grows at its end without another part changing', () => {
    const talk = fc.array(fc.record({ step: fc.nat({ max: 3 * DAY }), author: fc.constantFrom('ann', 'bob') }), { maxLength: 30 }).map((steps) => {
      let at = 0;
      return steps.map(({ step, author }, index) => said(index + 1, (at += step), author));
    });
    fc.assert(fc.property(talk, (all) => {
      const parts = stretchesOf(all);
      expect(parts.map((one) => one.text).join('\n\n')).toBe(all.map((one) => one.text).join('\n\n'));
      for (const one of all) {
        const part = parts.findLast((other) => other.at <= one.at && other.text.split('\n\n').includes(one.text));
        expect(part?.author).toBe(one.author);
        expect(Date.parse(one.at) - Date.parse(part?.at ?? '')).toBeLessThanOrEqual(DAY);
      }
      const before = stretchesOf(all.slice(0, -1));
      expect(parts.slice(0, Math.max(0, before.length - 1))).toEqual(before.slice(0, -1));
      expect(new Set(parts.map((one, index) => stretchId('7', one, index))).size).toBe(parts.length);
    }));
  });

  it('is shown where its conversation is', () => {
    expect([conversationOf('7'), conversationOf('7/12')]).toEqual(['7', '7']);
    expect(shownOf(['7', '7/12', '8/1'], ['7'])).toEqual(['7', '7/12']);
  });
});
