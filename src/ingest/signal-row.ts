import { z } from 'zod';
import { isLookedAt, MOST_WORDS } from '../domain/looked-at';
import { markQuoted } from '../domain/mark-quoted';
import type { Signal } from '../domain/signal';
import { plainOf, textOfHtml } from '../domain/text-of-html';
import { cleanText, hasHidden, keepEnds } from './clean-text';
import { defined, Id, Long, readId, readShort, Short, Time } from './fields';
import type { IsoTime } from '../domain/time';
import { readTime, readWrittenTime } from './read-time';
import { refused, type RowKind, type RowRemark, type RowResult } from './row-kind';

/** A signal as a file gives it: which source and visibility class it belongs to is known only where it is stored. */
export interface SignalRow extends Omit<Signal, 'id' | 'source' | 'visibility'> {
  /** The source that the row names itself. */
  readonly source?: string;
}

const SignalShape = z.object({
  id: Id.describe('The id at the source, unique within the source. The same id again is the same signal, newer.'),
  source: Short.exactOptional().describe('Where it came from, when one file holds several sources.'),
  at: Time.exactOptional(),
  created_at: Time.exactOptional().describe('The same as "at".'),
  at_day_first: Time.exactOptional().describe('When, as 31/12/2025 or 31.12.2025, with a time if there is one; UTC.'),
  at_month_first: Time.exactOptional().describe('When, as 12/31/2025, with a time if there is one; UTC.'),
  kind: z.enum(['said', 'did']).exactOptional().describe('"did" for an event without words; without it, a row with words is "said".'),
  title: z.string().exactOptional(),
  text: Long.exactOptional(),
  body: Long.exactOptional().describe('The same as "text".'),
  text_html: Long.exactOptional().describe('The same as "text", said to be HTML. Without it a text is read as HTML only where it clearly is.'),
  event: Short.exactOptional().describe('What happened, for "did": e.g. feature-used:export. That a customer left is churn, cancelled, uninstalled or subscription-ended, with a reason behind a colon where there is one.'),
  author: Short.exactOptional().describe("The source's id of the author, not a name."),
  account: Short.exactOptional(),
  locale: z.string().max(64).exactOptional().describe('BCP 47, e.g. en-US.'),
  url: z.string().max(2000).exactOptional(),
  rating: z.number().exactOptional(),
  value: z.number().exactOptional(),
  status: Short.exactOptional(),
  version: Short.exactOptional(),
});

const TITLE_BYTES = 2_000;

export const signalRows: RowKind<SignalRow> = { schema: SignalShape, lists: [], numbers: ['rating', 'value'], spare: ['rating', 'value'], toRow };

function toRow(value: Readonly<Record<string, unknown>>): RowResult<SignalRow> {
  const given = SignalShape.parse(value);
  const externalId = readId(given.id);
  if (externalId === undefined) return refused('id', 'empty, or with control characters');
  const field = TIMES.find((name) => given[name] !== undefined);
  if (field === undefined) return refused('at', 'missing');
  const at = timeIn(given[field] ?? '', field);
  if (at === undefined) return refused(field, 'not a date');
  const notes: RowRemark[] = [];
  const words = readWords(given, notes);
  const event = readShort(given.event);
  const kind = given.kind ?? (words.text === undefined && event !== undefined ? 'did' : 'said');
  if (kind === 'said' && words.text === undefined) return refused('text', WORDS.every((name) => given[name] === undefined) ? 'missing' : 'empty');
  if (kind === 'did' && event === undefined) return refused('event', 'missing');
  const marked = kind === 'said' && words.text !== undefined ? markQuoted(words.text) : undefined;
  if (marked !== undefined && !isLookedAt(marked.text)) notes.push({ field: wordsField(given), reason: `longer than ${MOST_WORDS} words: what comes later is kept, and not looked at` });
  if (marked?.hasOwn === false && words.title === undefined) return refused(wordsField(given), 'nothing but a quotation');
  return {
    ok: true,
    notes,
    row: {
      externalId,
      at,
      kind,
      ...words,
      ...(marked === undefined ? {} : { text: marked.text }),
      ...defined({
        event,
        source: readShort(given.source),
        author: readShort(given.author),
        account: readShort(given.account),
        locale: readShort(given.locale),
        url: readUrl(given.url, notes),
        rating: given.rating,
        value: given.value,
        status: readShort(given.status),
        version: readShort(given.version),
      }),
    },
  };
}

/** Fields that say when, the first that is there counts. */
const TIMES = ['at', 'created_at', 'at_day_first', 'at_month_first'] as const;

function timeIn(written: string, field: (typeof TIMES)[number]): IsoTime | undefined {
  if (field === 'at_day_first') return readWrittenTime(written, 'day-first');
  return field === 'at_month_first' ? readWrittenTime(written, 'month-first') : readTime(written);
}

/** Fields that hold the words, the first that is there counts. */
const WORDS = ['text', 'body', 'text_html'] as const;

function wordsField(given: z.output<typeof SignalShape>): (typeof WORDS)[number] {
  return WORDS.find((name) => given[name] !== undefined) ?? 'text';
}

/** A row with a title alone said everything in its title. */
function readWords(given: z.output<typeof SignalShape>, notes: RowRemark[]): { readonly title?: string; readonly text?: string } {
  const title = readLong('title', mapped(given.title, plainOf), TITLE_BYTES, notes);
  const field = wordsField(given);
  const text = readLong(field, mapped(given[field], field === 'text_html' ? textOfHtml : plainOf), undefined, notes);
  if (text === undefined) return title === undefined ? {} : { text: title };
  return title === undefined ? { text } : { title, text };
}

function mapped(value: string | undefined, read: (value: string) => string): string | undefined {
  return value === undefined ? undefined : read(value);
}

/** A text within `most` bytes, cleaned; what had to be left out is noted. */
export function readLong(field: string, value: string | undefined, most: number | undefined, notes: RowRemark[]): string | undefined {
  if (value === undefined) return undefined;
  const { text, isCut } = keepEnds(value, most);
  if (isCut) notes.push({ field, reason: 'too long: kept its head and its tail' });
  if (hasHidden(text)) notes.push({ field, reason: 'hidden characters: left out' });
  const clean = cleanText(text);
  return clean === '' ? undefined : clean;
}

/** Only what a browser may open as a page: anything else could run in the reader's name. */
function readUrl(value: string | undefined, notes: RowRemark[]): string | undefined {
  const url = readShort(value);
  if (url === undefined || /^https?:\/\/[^\s]+$/i.test(url)) return url;
  notes.push({ field: 'url', reason: 'not a web address: left out' });
  return undefined;
}
