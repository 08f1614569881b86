import type { Separator } from '../../../../../src/contract/csv';
import { openEnded } from './second-header';

/** Fields of a signal that a column may be, in the order of the chooser. */
export const FIELDS: readonly (readonly [field: string, words: string])[] = [
  ['id', 'its id'], ['at', 'when'], ['at_day_first', 'when, day first (31/12/2025)'], ['at_month_first', 'when, month first (12/31/2025)'], ['text', 'what they said'], ['text_html', 'what they said, as HTML'], ['title', 'title'], ['event', 'what they did'], ['author', 'who (an id)'], ['account', 'account'],
  ['rating', 'rating'], ['value', 'value'], ['url', 'link'], ['locale', 'language'], ['version', 'product version'], ['status', 'status'],
];

/** How exports of surveys, reviews, desks and exit forms call these fields, in small letters without signs. */
const NAMES: Readonly<Record<string, readonly string[]>> = {
  id: ['id', 'responseid', 'respondentid', 'reviewid', 'ticketid', 'caseid', 'caseno', 'conversationid', 'submissionid', 'ticketnumber', 'number', 'token', 'recordid'],
  at: ['at', 'createdat', 'created', 'date', 'datecreated', 'submittedat', 'submitdate', 'submitdateutc', 'enddate', 'recordeddate', 'reviewsubmitdateandtime', 'timestamp', 'completedat', 'cancelledat', 'churndate', 'opened'],
  text: ['text', 'body', 'comment', 'comments', 'description', 'review', 'reviewtext', 'verbatim', 'answer', 'message', 'feedback', 'openended', 'content', 'reasonforleaving', 'whatcouldwehavedonebetter', 'whydidyouleave', 'additionalcomments'],
  title: ['title', 'subject', 'reviewtitle', 'summary', 'headline'],
  event: ['event', 'eventname', 'action', 'activity'],
  author: ['author', 'userid', 'requesterid', 'customerid', 'contactid', 'requester', 'reporter', 'authorid', 'email', 'requesteremail', 'emailaddress'],
  account: ['account', 'accountname', 'accountid', 'company', 'companyname', 'organization', 'organisation', 'organizationname', 'customer'],
  rating: ['rating', 'score', 'npsscore', 'nps', 'stars', 'starrating', 'csat', 'satisfactionrating', 'likelihoodtorecommend'],
  value: ['value', 'amount', 'mrr', 'arr', 'revenue', 'count'],
  url: ['url', 'link', 'permalink', 'reviewlink', 'ticketurl'],
  locale: ['locale', 'language', 'lang', 'reviewerlanguage'],
  version: ['version', 'appversion', 'appversionname', 'productversion'],
  status: ['status', 'state', 'ticketstatus'],
};

/**
 * What each column seems to be: its own name where it is a field already, else the field that exports call so; each field once. A date of which nobody
 * can tell the day from the month (07/01/2025) is not guessed: whoever drops the file says it.
 * @param rows cells of the first rows
 * @param second a second line of header, which tells where people wrote what they like
 */
export function guessFields(columns: readonly string[], rows: readonly (readonly string[])[] = [], second: readonly string[] = []): readonly string[] {
  const named = byNames(columns);
  const written = named.includes('text') || columns.includes('text') ? undefined : openEnded(second);
  return named.map((field, column) => (column === written ? 'text' : field === 'at' ? dateField(rows.map((row) => row[column] ?? '')) : field));
}

/** Two numbers before a year. */
const WRITTEN_DATE = /^\s*(\d{1,2})([/.-])(\d{1,2})\2\d{4}\b/;

function dateField(cells: readonly string[]): string {
  const written = cells.map((cell) => WRITTEN_DATE.exec(cell)).filter((found) => found !== null);
  if (written.length === 0) return 'at';
  if (written.some(([, first, sign]) => Number(first) > 12 || sign === '.')) return 'at_day_first';
  return written.some(([, , , second]) => Number(second) > 12) ? 'at_month_first' : '';
}

function byNames(columns: readonly string[]): readonly string[] {
  const taken = new Set(columns.filter((column) => column in NAMES));
  return columns.map((column) => {
    if (column in NAMES) return '';
    const plain = isTypeformsId(column, columns) ? 'token' : column.normalize('NFKD').toLowerCase().replace(/[^a-z]/g, '');
    const field = FIELDS.map(([one]) => one).find((one) => !taken.has(one) && (NAMES[one] ?? []).includes(plain));
    if (field === undefined) return '';
    taken.add(field);
    return field;
  });
}

/** Typeform's export calls its ids by a sign that elsewhere counts rows. */
function isTypeformsId(column: string, columns: readonly string[]): boolean {
  return column.trim() === '#' && columns.includes('Network ID') && columns.includes('Submit Date (UTC)');
}

/** The names under which the columns are read; a column that is made a field takes it from one that had its name. */
export function mappedColumns(columns: readonly string[], fields: readonly string[]): readonly string[] {
  const chosen = new Set(fields.filter((field) => field !== ''));
  return columns.map((column, at) => (fields[at] ?? '') || (chosen.has(column) ? `${column} (not used)` : column));
}

/** A header record with these names (RFC 4180); it tells its separator by itself. */
export function headerOf(columns: readonly string[], separator: Separator = ','): string {
  return columns.map((column) => (/[",;\t\n\r]/.test(column) ? `"${column.replace(/"/g, '""')}"` : column)).join(separator);
}
