import { z } from 'zod';
import type { Issue, StatusCategory } from '../domain/issue';
import { defined, Id, Long, readId, readShort, Short, Time } from './fields';
import { readTime } from './read-time';
import { refused, type RowKind, type RowRemark, type RowResult } from './row-kind';
import { plainOf } from '../domain/text-of-html';
import { readLong } from './signal-row';

/** An issue as a file gives it; its id and class are given where it is stored. */
export type IssueRow = Omit<Issue, 'id' | 'visibility'>;

const IssueShape = z.object({
  key: Id.describe('The key, unique in the file. A row whose key Jira also has is left to Jira.'),
  summary: z.string().exactOptional(),
  title: z.string().exactOptional().describe('The same as "summary".'),
  description: Long.exactOptional(),
  type: Short.exactOptional(),
  status: Short.describe('The name of the status. Done, Closed, Resolved, Fixed and the like count as done, also any issue with "resolved".'),
  created: Time,
  updated: Time.exactOptional(),
  resolved: Time.exactOptional(),
  fixVersions: z.array(Short).exactOptional(),
  labels: z.array(Short).exactOptional(),
});

const SUMMARY_BYTES = 2_000;
const DONE = /^(done|closed?|resolved|fixed|released|shipped|verified|completed?|cancell?ed|rejected|declined|duplicate|won'?t (do|fix)|wontfix|invalid)$/i;
const DOING = /^(doing|started|active|(in )?(progress|review|development|test|testing|qa)|selected for development)$/i;

export const issueRows: RowKind<IssueRow> = { schema: IssueShape, lists: ['fixVersions', 'labels'], numbers: [], toRow };

function toRow(value: Readonly<Record<string, unknown>>): RowResult<IssueRow> {
  const given = IssueShape.parse(value);
  const key = readId(given.key);
  if (key === undefined) return refused('key', 'empty, or with control characters');
  if (key.length > 80) return refused('key', 'too long (at most 80)');
  const notes: RowRemark[] = [];
  const name = given.summary === undefined ? 'title' : 'summary';
  const summary = readLong(name, given.summary ?? given.title, SUMMARY_BYTES, notes);
  if (summary === undefined) return refused('summary', given.summary === undefined && given.title === undefined ? 'missing' : 'empty');
  const status = readShort(given.status);
  if (status === undefined) return refused('status', 'empty');
  const times = { createdAt: readTime(given.created), updatedAt: optional(given.updated), resolvedAt: optional(given.resolved) };
  if (times.createdAt === undefined) return refused('created', 'not a date');
  if (times.updatedAt === null) return refused('updated', 'not a date');
  if (times.resolvedAt === null) return refused('resolved', 'not a date');
  return {
    ok: true,
    notes,
    row: {
      key,
      project: projectOf(key),
      summary,
      status,
      statusCategory: times.resolvedAt === undefined ? categoryOf(status) : 'done',
      createdAt: times.createdAt,
      fixVersions: readList(given.fixVersions),
      labels: readList(given.labels),
      ...defined({
        description: readLong('description', given.description === undefined ? undefined : plainOf(given.description), undefined, notes),
        type: readShort(given.type),
        updatedAt: times.updatedAt,
        resolvedAt: times.resolvedAt,
      }),
    },
  };
}

/** Null: written, and no date. */
function optional(text: string | undefined): string | undefined | null {
  return text === undefined ? undefined : (readTime(text) ?? null);
}

export function projectOf(key: string): string {
  const dash = key.lastIndexOf('-');
  return dash <= 0 ? key : key.slice(0, dash);
}

/** Statuses of a file have names only; a name that is not known counts as open, so that nothing is closed by a guess. */
export function categoryOf(status: string): StatusCategory {
  if (DONE.test(status)) return 'done';
  return DOING.test(status) ? 'doing' : 'todo';
}

export function readList(values: readonly string[] | undefined): readonly string[] {
  return [...new Set((values ?? []).flatMap((value) => readShort(value) ?? []))];
}
