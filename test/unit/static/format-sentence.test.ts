import fc from 'fast-check';
import { formatCount, formatDay, formatNumber, formatSentence, formatShortDay } from '../../../src/contract/format-sentence';
import { MESSAGES } from '../../../src/contract/messages';

describe('formatSentence', () => {
  it('puts numbers, units and days into words', () => {
    expect(formatSentence({ id: 'verdict.confirmed', params: { confirmed: 1240, unit: 'account', since: '2024-07-01T00:00:00.000Z' } })).toBe('1,240 accounts hit this since 1 Jul 2024');
    expect(formatSentence({ id: 'verdict.confirmed', params: { confirmed: 1, unit: 'author', since: '2024-07-01' } })).toBe('1 customer hit this since 1 Jul 2024');
  });

  it('chooses a word by its number', () => {
    expect(formatSentence({ id: 'week.above', params: { above: 1, themes: 38 } })).toBe('1 of 38 themes is above a normal week');
    expect(formatSentence({ id: 'week.above', params: { above: 4, themes: 38 } })).toBe('4 of 38 themes are above a normal week');
  });

  it('says nothing in its own words where zero reads differently', () => {
    const finding = (loud: number): string => formatSentence({ id: 'roadmap.cannot-know', params: { loud } });
    expect([0, 1, 1_200].map(finding)).toEqual([
      'Every loud theme has planned work; what is silent cannot be known yet',
      '1 loud theme has no planned work that we know of; what is silent cannot be known yet',
      '1,200 loud themes have no planned work that we know of; what is silent cannot be known yet',
    ]);
  });

  it('shows an id without a text as it is', () => {
    expect(formatSentence({ id: 'unheard.of', params: {} })).toBe('unheard.of');
  });

  it('leaves a parameter that a customer wrote alone', () => {
    const terms = '{confirmed}, {a|b|c}, 2025-06-14 outage';
    expect(formatSentence({ id: 'reason.shared-terms', params: { terms } })).toBe(`same words: ${terms}`);
  });

  it('has no message whose places it cannot read', () => {
    for (const [id, text] of Object.entries(MESSAGES)) {
      const rest = text.replace(/\{[a-zA-Z]+(?::[a-zA-Z]+)?(?:(?:\|[^|{}]*){2,3})?\}/g, '');
      expect([id, /[{}|]/.test(rest)]).toEqual([id, false]);
    }
  });
});

describe('numbers and days', () => {
  it('separates thousands and says nothing twice', () => {
    expect([0, 999, 1000, 13_828, 1_234_567, 2.25, 0.144, -4].map(formatNumber)).toEqual(['0', '999', '1,000', '13,828', '1,234,567', '2.3', '0.14', '−4']);
    expect(formatCount(1, 'signal')).toBe('1 signal');
    expect(formatCount(0, 'author')).toBe('0 customers');
  });

  it('keeps every digit of a whole number', () => {
    fc.assert(fc.property(fc.nat(), (value) => formatNumber(value).replaceAll(',', '') === String(value)));
  });

  it('writes days without weekday or zero, and leaves what is no day', () => {
    expect(formatDay('2025-06-04T23:59:59.000Z')).toBe('4 Jun 2025');
    expect(formatShortDay('2025-06-04')).toBe('4 Jun');
    expect(formatDay('2025-13-04')).toBe('2025-13-04');
    expect(formatDay('soon')).toBe('soon');
  });
});
