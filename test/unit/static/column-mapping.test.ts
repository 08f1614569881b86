import fc from 'fast-check';
import { csvCells } from '../../../static/app/src/admin/file/csv-row';
import { guessFields, headerOf, mappedColumns } from '../../../static/app/src/admin/file/column-mapping';

describe('what the columns of a file are', () => {
  it.each([
    ['an NPS export', ['Response ID', 'Submitted At', 'NPS score', 'Comment', 'Company'], ['id', 'at', 'rating', 'text', 'account']],
    ['store reviews', ['Review ID', 'Review Submit Date and Time', 'Star Rating', 'Review Title', 'Review Text', 'App Version Name'], ['id', 'at', 'rating', 'title', 'text', 'version']],
    ['a desk', ['Ticket ID', 'Created at', 'Subject', 'Description', 'Requester Email', 'Organization', 'Status'], ['id', 'at', 'title', 'text', 'author', 'account', 'status']],
    ['an exit survey', ['Token', 'Submit Date (UTC)', 'Why did you leave?', 'ARR'], ['id', 'at', 'text', 'value']],
    ['our own names', ['id', 'at', 'text', 'Comment'], ['', '', '', '']],
  ])('is guessed for %s', (_name, columns, fields) => expect(guessFields(columns)).toEqual(fields));

  it.each([
    ['with points', ['01.07.2025'], 'at_day_first'],
    ['with a day that is no month, first', ['03/07/2025 10:00', '13/07/2025'], 'at_day_first'],
    ['with a day that is no month, second', ['07/03/2025', '07/13/2025 12:30 PM'], 'at_month_first'],
    ['of which nobody can tell', ['07/03/2025', '07/04/2025 12:30 PM'], ''],
    ['of the standard', ['2025-07-01'], 'at'],
    ['of no row', [], 'at'],
  ])('says how its dates are written: %s', (_name, dates, field) => {
    expect(guessFields(['Respondent ID', 'End Date', 'Comment'], dates.map((date) => ['1', date, 'x']))).toEqual(['id', field, 'text']);
  });

  it('is never guessed twice, and a chosen column takes the name from one that had it', () => {
    expect(guessFields(['Comment', 'Review'])).toEqual(['text', '']);
    expect(mappedColumns(['text', 'Comment'], ['', 'text'])).toEqual(['text (not used)', 'text']);
  });

  it('is written as a header that reads back', () => {
    fc.assert(fc.property(fc.array(fc.string().filter((name) => !/[\r\n]/.test(name)), { minLength: 1, maxLength: 8 }), (columns) => {
      expect(csvCells(headerOf(columns))).toEqual(columns);
    }));
  });
});
