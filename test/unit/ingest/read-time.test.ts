import fc from 'fast-check';
import { readTime, readWrittenTime } from '../../../src/ingest/read-time';

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
    ['2025-07-01T12:30:00 UTC', '2025-07-01T12:30:00.000Z'],
    ['2025-07-01 12:30+02', '2025-07-01T10:30:00.000Z'],
    ['2025/07/01', '2025-07-01T00:00:00.000Z'],
    ['2025.07.01 8:30', '2025-07-01T08:30:00.000Z'],
    ['2025/07/01 12:30:05 am', '2025-07-01T00:30:05.000Z'],
    ['2025-07-01 10:00:00 PM', '2025-07-01T22:00:00.000Z'],
  ])('takes %s', (text, time) => {
    expect(readTime(text)).toBe(time);
  });

  it.each([
    '', 'yesterday', '2025-02-29', '2025-02-30T00:00:00Z', '2025-13-01', '2025-00-10', '2025-04-31', '2025-07-01T24:00:00Z', '2025-07-01T10:60:00Z',
    '2025-07-01T10:00:00+99:00', '1751328000', '07/01/2025', '31/Feb/21 10:00', '1/Xyz/21 10:00', '0000-01-01', '2025-7-1', '2025/13/01', '2025/07.01', '2025-07-01 13:00 PM',
  ])('refuses %s', (text) => {
    expect(readTime(text)).toBeUndefined();
  });

  it.each([
    ['01.07.2025', 'day-first', '2025-07-01T00:00:00.000Z'],
    ['01/07/2025', 'day-first', '2025-07-01T00:00:00.000Z'],
    ['01/07/2025', 'month-first', '2025-01-07T00:00:00.000Z'],
    ['07/01/2025 12:30:15 PM', 'month-first', '2025-07-01T12:30:15.000Z'],
    ['7/1/2025 12:05am', 'month-first', '2025-07-01T00:05:00.000Z'],
    ['31-12-2025, 23:59', 'day-first', '2025-12-31T23:59:00.000Z'],
    ['2025-07-01', 'day-first', '2025-07-01T00:00:00.000Z'],
    ['31/12/2025', 'month-first', undefined],
    ['12/31/2025', 'day-first', undefined],
    ['30/02/2025', 'day-first', undefined],
    ['01/07/25', 'day-first', undefined],
    ['01/07.2025', 'day-first', undefined],
    ['07/01/2025 13:30 PM', 'month-first', undefined],
  ] as const)('takes %s, %s, as it was said to be written', (text, order, time) => {
    expect(readWrittenTime(text, order)).toBe(time);
  });

  it('gives back every day in the order in which it was written', () => {
    fc.assert(fc.property(fc.date({ min: new Date('1970-01-01'), max: new Date('2100-01-01'), noInvalidDate: true }), (date) => {
      const [year = '', month = '', day = ''] = date.toISOString().slice(0, 10).split('-');
      expect(readWrittenTime(`${day}/${month}/${year}`, 'day-first')?.slice(0, 10)).toBe(`${year}-${month}-${day}`);
      expect(readWrittenTime(`${month}/${day}/${year}`, 'month-first')?.slice(0, 10)).toBe(`${year}-${month}-${day}`);
    }));
  });

  it('gives back every instant that it is given', () => {
    fc.assert(
      fc.property(fc.date({ min: new Date('0001-01-02'), max: new Date('9999-12-30'), noInvalidDate: true }), (date) => {
        expect(readTime(date.toISOString())).toBe(date.toISOString());
      }),
    );
  });
});
