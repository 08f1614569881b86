import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { Issue } from '../../src/domain/issue';
import type { SaidSignal } from '../../src/domain/signal';

const SOURCE = 'support-forum';
/** Issues that were fixed longer ago than this are left out, as a synced project would have archived them. */
const DONE_MONTHS = 24;

/** A project as it stood on a day, and what only the future tells. */
export interface Moment {
  readonly at: string;
  readonly signals: readonly SaidSignal[];
  /** Open and recently done issues, as they stood. */
  readonly issues: readonly Issue[];
  readonly backlog: readonly Issue[];
  /** Open issues that a customer question before the day is known to be about. */
  readonly known: ReadonlySet<string>;
  readonly fixedAt: ReadonlyMap<string, string>;
}

type Row = Readonly<Record<string, unknown>>;

/** Everything the evaluation reads, once. */
export interface History {
  readonly questions: readonly Row[];
  readonly bugs: readonly Row[];
  readonly links: readonly Row[];
}

export function hasHistory(folder: string): boolean {
  return existsSync(folder);
}

export function readHistory(folder: string): History {
  return {
    questions: rowsOf(folder, 'feedback_2023_2024_all_locales.jsonl').filter((row) => text(row, 'locale') === 'en-US' && row.is_spam !== true),
    bugs: rowsOf(folder, 'issues.jsonl'),
    links: rowsOf(folder, 'KEY_links_before_2025.jsonl'),
  };
}

/**
 * The project on that day: backlog = filed before it and fixed on or after it; signals = said before it; a known customer = a linked question
 * asked before it. The data name no activity: an item counts as untouched since it was filed.
 */
export function momentAt({ questions, bugs, links }: History, day: string): Moment {
  const at = new Date(day).toISOString();
  const signals = questions.filter((row) => text(row, 'created_at') < day).map(signalOf);
  const filed = bugs.filter((row) => text(row, 'filed_by') < day);
  const open = filed.filter((row) => text(row, 'fixed_at') >= day);
  const recent = monthsBefore(at, DONE_MONTHS);
  const done = filed.filter((row) => text(row, 'fixed_at') < day && text(row, 'fixed_at') >= recent);
  const said = new Set(signals.map((signal) => signal.externalId));
  const openKeys = new Set(open.map((row) => text(row, 'key')));
  const known = new Set(links.filter((row) => said.has(text(row, 'question_id'))).map((row) => `TB-${text(row, 'bug')}`).filter((key) => openKeys.has(key)));
  const backlog = open.map((row) => issueOf(row, false));
  return { at, signals, issues: [...backlog, ...done.map((row) => issueOf(row, true))], backlog, known, fixedAt: new Map(open.map((row) => [text(row, 'key'), text(row, 'fixed_at')])) };
}

function signalOf(row: Row): SaidSignal {
  const version = text(row, 'version');
  const id = text(row, 'id');
  const author = text(row, 'author');
  return {
    id: `${SOURCE}:${id}`, source: SOURCE, externalId: id, at: new Date(text(row, 'created_at')).toISOString(), kind: 'said', title: text(row, 'title'), text: text(row, 'body'), locale: 'en-US', visibility: 'open',
    ...(author === '' ? {} : { author }), ...(version === '' ? {} : { version }),
  };
}

function issueOf(row: Row, isDone: boolean): Issue {
  const key = text(row, 'key');
  const createdAt = new Date(text(row, 'filed_by')).toISOString();
  const base = { id: key, key, project: 'TB', summary: text(row, 'title'), createdAt, fixVersions: [], labels: [], visibility: 'open' as const };
  if (!isDone) return { ...base, status: 'Open', statusCategory: 'todo', updatedAt: createdAt };
  return { ...base, status: 'Done', statusCategory: 'done', resolution: 'Done', resolvedAt: new Date(text(row, 'fixed_at')).toISOString() };
}

function rowsOf(folder: string, name: string): readonly Row[] {
  const plain = join(folder, name);
  const raw = existsSync(plain) ? readFileSync(plain) : gunzipSync(readFileSync(`${plain}.gz`));
  return raw.toString('utf8').split('\n').filter((line) => line !== '').map((line) => rowOf(JSON.parse(line)));
}

function rowOf(value: unknown): Row {
  if (typeof value === 'object' && value !== null) return Object.fromEntries(Object.entries(value));
  throw new Error('a row is not an object');
}

function text(row: Row, field: string): string {
  const value = row[field];
  return typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '';
}

function monthsBefore(at: string, months: number): string {
  const day = new Date(at);
  day.setUTCMonth(day.getUTCMonth() - months);
  return day.toISOString();
}
