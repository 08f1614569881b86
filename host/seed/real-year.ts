import { z } from 'zod';
import { parseAt } from '../../src/domain/boundary';
import { getBytes, jsonRowsOf } from './file-lines';
import { fivePeople } from './people';
import type { Seed, SeedIssue, SeedVersion } from './seed';
import { PLAIN_WORKFLOW } from './workflows';

export interface RealYearOptions {
  /** Holds `feedback_12m_en.jsonl(.gz)`, `issues.jsonl(.gz)` and `releases.jsonl(.gz)`. */
  readonly folder: string;
  /** The day to travel to, `YYYY-MM-DD` or an ISO time: nothing that happened on or after it is in the seed. */
  readonly asOf: string;
  /** Issues fixed longer ago than this stay out, so that the emulated Jira keeps a usable size. */
  readonly doneMonths?: number;
}

const Question = z.object({
  id: z.number().int(),
  created_at: z.iso.datetime(),
  locale: z.string(),
  title: z.string(),
  body: z.string(),
  author: z.string().nullable(),
  is_solved: z.boolean().nullable(),
  is_spam: z.boolean().nullable(),
  version: z.string().nullable(),
});

const Bug = z.object({
  bug: z.number().int(),
  key: z.string(),
  title: z.string(),
  filed_by: z.iso.date(),
  fixed_at: z.iso.datetime(),
  first_stable_fix_version: z.string().nullable(),
  first_stable_fix_date: z.iso.date().nullable(),
});

const ReleaseRow = z.object({ version: z.string(), release_date: z.iso.date().nullable() });

const PROJECT = 'TB';

/**
 * A real project by time travel: the backlog, the releases and the customers' questions as they stood on `asOf`.
 * Open = filed before and fixed on or after that day; done = fixed before it, within `doneMonths` (24 unless told).
 * The data hold no status, priority or person, so none is made up.
 * @throws Error where a file is missing; BadInput naming the line and field of a row without the shape
 */
export function realYearSeed({ folder, asOf, doneMonths = 24 }: RealYearOptions): Seed {
  const startsAt = new Date(asOf).toISOString();
  const bugs = rowsOf(folder, 'issues.jsonl', Bug);
  const doneSince = monthsBefore(startsAt, doneMonths);
  const open = bugs.filter((bug) => bug.filed_by < startsAt.slice(0, 10) && bug.fixed_at >= startsAt);
  const done = bugs.filter((bug) => bug.fixed_at < startsAt && bug.fixed_at >= doneSince);
  return {
    tenant: 'real-year',
    siteName: 'Thunderbird, read from public data',
    startsAt,
    users: fivePeople('real-year', [PROJECT]),
    projects: [{ id: '10000', key: PROJECT, name: 'Thunderbird', workflow: PLAIN_WORKFLOW }],
    versions: versionsBefore(folder, startsAt),
    sprints: [],
    issues: [...open.map(openIssue), ...done.map((bug) => doneIssue(bug, startsAt))],
    products: [
      {
        id: 'thunderbird',
        name: 'Thunderbird',
        projects: [PROJECT],
        files: [
          {
            kind: 'signals',
            name: 'support-questions.jsonl',
            source: { id: 'support-forum', kind: 'file', name: 'support.mozilla.org', visibility: 'open' },
            lines: () => questionLines(folder, startsAt),
          },
        ],
      },
    ],
    synthetic: false,
  };
}

function* questionLines(folder: string, before: string): Generator<string> {
  const name = 'feedback_12m_en.jsonl';
  for (const { line, value } of jsonRowsOf(getBytes(folder, name))) {
    const question = parseAt(`${name}:${line}`, Question, value);
    if (new Date(question.created_at).toISOString() < before) yield JSON.stringify(signalRow(question));
  }
}

/** A question without a body said everything in its title. */
function signalRow(question: z.output<typeof Question>): Record<string, string | number> {
  const words = question.body.trim() === '' ? { text: question.title } : { title: question.title, text: question.body };
  return {
    id: String(question.id),
    at: new Date(question.created_at).toISOString(),
    kind: 'said',
    ...words,
    ...(question.author === null ? {} : { author: question.author }),
    locale: question.locale,
    url: `https://support.mozilla.org/questions/${question.id}`,
    ...(question.version === null ? {} : { version: question.version }),
    ...(question.is_solved === null ? {} : { status: question.is_solved ? 'solved' : 'open' }),
  };
}

function openIssue(bug: z.output<typeof Bug>): SeedIssue {
  const createdAt = new Date(bug.filed_by).toISOString();
  return { ...basics(bug), status: 'To Do', createdAt, fixVersions: [] };
}

/** `filed_by` is an estimate and may lie after the fix; an issue is never younger than its fix. */
function doneIssue(bug: z.output<typeof Bug>, asOf: string): SeedIssue {
  const resolvedAt = new Date(bug.fixed_at).toISOString();
  const filedAt = new Date(bug.filed_by).toISOString();
  const { first_stable_fix_version: version, first_stable_fix_date: date } = bug;
  const shipped = version !== null && date !== null && date < asOf.slice(0, 10);
  return {
    ...basics(bug),
    status: 'Done',
    resolution: 'Done',
    createdAt: filedAt < resolvedAt ? filedAt : resolvedAt,
    updatedAt: resolvedAt,
    resolvedAt,
    fixVersions: shipped ? [version] : [],
  };
}

function basics(bug: z.output<typeof Bug>): Pick<SeedIssue, 'id' | 'key' | 'project' | 'summary' | 'type' | 'labels'> {
  return { id: String(bug.bug), key: bug.key, project: PROJECT, summary: bug.title, type: 'Bug', labels: [] };
}

function versionsBefore(folder: string, before: string): readonly SeedVersion[] {
  return rowsOf(folder, 'releases.jsonl', ReleaseRow).flatMap((release, index) => {
    const { version, release_date: date } = release;
    if (date === null || date >= before.slice(0, 10)) return [];
    return [{ id: String(20_000 + index), project: PROJECT, name: version, releasedAt: new Date(date).toISOString(), released: true }];
  });
}

function rowsOf<Schema extends z.ZodType>(folder: string, name: string, schema: Schema): readonly z.output<Schema>[] {
  return [...jsonRowsOf(getBytes(folder, name))].map(({ line, value }) => parseAt(`${name}:${line}`, schema, value));
}

function monthsBefore(at: string, months: number): string {
  const day = new Date(at);
  day.setUTCMonth(day.getUTCMonth() - months);
  return day.toISOString();
}
