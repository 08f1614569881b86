import fc from 'fast-check';
import { readTime } from '../../../src/ingest/read-time';

describe('reading a time', () => {
  it.each([
    ['2025-07-01', '2025-07-01T00:00:00.000Z'],
    ['2025-07-01T08:30:00Z', '2025-07-01T08:30:00.000Z'],
    ['2025-07-01 08:30', '2025-07-01T08:30:00.000Z'],
    ['2025-07-01T08:30:00.123456+02:00', '2025-07-01T06:30:00.123Z'],
    ['2025-07-01T08:30:00-0530', '2025-07-01T14:00:00.000Z'],
    ['2024-02-29', '2024-02-29T00:00:00.000Z'],
    ['30/Sep/21 17:20', '2021-09-30T17:20:00.000Z'],
    ['1/Oct/2021 12:05 AM', '2021-10-01T00:05:00.000Z'],
  ])('takes %s', (text, time) => {
    expect(readTime(text)).toBe(time);
  });

  it.each([
    '', 'yesterday', '2025-02-29', '2025-02-30T00:00:00Z', '2025-13-01', '2025-00-10', '2025-04-31', '2025-07-01T24:00:00Z', '2025-07-01T10:60:00Z',
    '2025-07-01T10:00:00+99:00', '1751328000', '07/01/2025', '31/Feb/21 10:00', '1/Xyz/21 10:00', '0000-01-01', '2025-7-1',
  ])('refuses %s', (text) => {
    expect(readTime(text)).toBeUndefined();
  });

  it('gives back every instant that it is given', () => {
    fc.assert(
      fc.property(fc.date({ min: new Date('0001-01-02'), max: new Date('9999-12-30'), noInvalidDate: true }), (date) => {
        expect(readTime(date.toISOString())).toBe(date.toISOString());
      }),
    );
  });
});
