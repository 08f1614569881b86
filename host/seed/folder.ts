import { z } from 'zod';
import { parseAt } from '../../src/domain/boundary';
import { csvSignalLines } from './csv-lines';
import { findBytes, getBytes, jsonRowsOf, linesOf } from './file-lines';
import { fivePeople } from './people';
import type { Seed, SeedFile, SeedIssue, SeedWorkflow } from './seed';

export interface FolderOptions {
  /** Holds `signals.jsonl` or `signals.csv`, and optionally `issues.jsonl` and `releases.jsonl` (each may end in `.gz`). */
  readonly folder: string;
  /** Where the virtual clock starts: an ISO time. */
  readonly startsAt: string;
  readonly name?: string;
}

const Exported = z.object({
  key: z.string().regex(/^[A-Z][A-Z0-9_]*-\d+$/, 'an issue key looks like ABC-123'),
  summary: z.string(),
  description: z.string().optional(),
  type: z.string().optional(),
  status: z.string(),
  resolution: z.string().optional(),
  priority: z.string().optional(),
  created: z.iso.datetime({ offset: true }),
  updated: z.iso.datetime({ offset: true }).optional(),
  resolved: z.iso.datetime({ offset: true }).optional(),
  fixVersions: z.array(z.string()).optional(),
  labels: z.array(z.string()).optional(),
});
type ExportedIssue = z.output<typeof Exported>;

const ReleaseRow = z.object({ name: z.string(), releasedAt: z.iso.datetime({ offset: true }).optional() });

/**
 * A tenant from a folder of exported files: issues become the emulated Jira's, signals and releases go through the import.
 * Statuses are those that the issues name; one with a resolved date counts as done.
 * @throws Error when there is no signals file; BadInput for an issue or release that has not the shape
 */
export function folderSeed({ folder, startsAt, name = 'Imported files' }: FolderOptions): Seed {
  const exported = rows(folder, 'issues.jsonl', Exported);
  const keys = [...new Set(exported.map((issue) => projectOf(issue.key)))];
  const projects = keys.length > 0 ? keys : ['FILES'];
  const releases = rows(folder, 'releases.jsonl', ReleaseRow);
  return {
    tenant: 'folder',
    siteName: name,
    startsAt: new Date(startsAt).toISOString(),
    users: fivePeople('folder', projects),
    projects: projects.map((key, index) => ({
      id: String(10_000 + index),
      key,
      name: projects.length === 1 ? name : `${name} ${key}`,
      workflow: workflowOf(exported.filter((issue) => projectOf(issue.key) === key)),
    })),
    versions: versionsOf(exported, releases, projects),
    sprints: [],
    issues: exported.map(issueOf),
    products: [{ id: 'folder', name, projects, files: filesOf(folder) }],
    synthetic: false,
  };
}

function filesOf(folder: string): readonly SeedFile[] {
  const signals = ['signals.jsonl', 'signals.csv'].find((file) => findBytes(folder, file) !== undefined);
  if (signals === undefined) throw new Error(`${folder}: neither signals.jsonl nor signals.csv`);
  const source = { id: 'file', kind: 'file', name: signals, visibility: 'open' } as const;
  const files: SeedFile[] = [{ kind: 'signals', name: signals, source, lines: () => signalLines(folder, signals) }];
  if (findBytes(folder, 'releases.jsonl') !== undefined) {
    files.push({ kind: 'releases', name: 'releases.jsonl', lines: () => linesIn(folder, 'releases.jsonl') });
  }
  return files;
}

/** Signals go on as lines of JSON, whatever the file was. */
function signalLines(folder: string, name: string): Iterable<string> {
  return name.endsWith('.csv') ? csvSignalLines(getBytes(folder, name).toString('utf8')) : linesIn(folder, name);
}

function* linesIn(folder: string, name: string): Generator<string> {
  const bytes = findBytes(folder, name);
  if (bytes !== undefined) yield* linesOf(bytes);
}

function rows<Schema extends z.ZodType>(folder: string, name: string, schema: Schema): readonly z.output<Schema>[] {
  const bytes = findBytes(folder, name);
  if (bytes === undefined) return [];
  return [...jsonRowsOf(bytes)].map(({ line, value }) => parseAt(`${name}:${line}`, schema, value));
}

function issueOf(issue: ExportedIssue, index: number): SeedIssue {
  const { description, type = 'Task', resolution, priority, updated, resolved } = issue;
  return {
    id: String(30_000 + index),
    key: issue.key,
    project: projectOf(issue.key),
    summary: issue.summary,
    type,
    status: issue.status,
    createdAt: utc(issue.created),
    fixVersions: issue.fixVersions ?? [],
    labels: issue.labels ?? [],
    ...(description === undefined ? {} : { description }),
    ...(resolution === undefined ? {} : { resolution }),
    ...(priority === undefined ? {} : { priority }),
    ...(updated === undefined ? {} : { updatedAt: utc(updated) }),
    ...(resolved === undefined ? {} : { resolvedAt: utc(resolved) }),
  };
}

function workflowOf(issues: readonly ExportedIssue[]): SeedWorkflow {
  const done = new Set(issues.filter((issue) => issue.resolved !== undefined).map((issue) => issue.status));
  const names = [...new Set(issues.map((issue) => issue.status))];
  const statuses = names.map((name) => ({ name, category: done.has(name) ? ('done' as const) : ('todo' as const) }));
  const ends = statuses.some((status) => status.category === 'done') ? [] : [{ name: 'Closed', category: 'done' as const }];
  const begins = statuses.some((status) => status.category === 'todo') ? [] : [{ name: 'Open', category: 'todo' as const }];
  const named = issues.flatMap((issue) => (issue.resolution === undefined ? [] : [issue.resolution]));
  return { statuses: [...begins, ...statuses, ...ends], resolutions: [...new Set(['Done', ...named, 'No customer evidence'])] };
}

function versionsOf(issues: readonly ExportedIssue[], releases: readonly z.output<typeof ReleaseRow>[], projects: readonly string[]): Seed['versions'] {
  const dates = new Map(releases.map((release) => [release.name, release.releasedAt]));
  const pairs = projects.flatMap((project) => {
    const used = issues.filter((issue) => projectOf(issue.key) === project).flatMap((issue) => issue.fixVersions ?? []);
    const names = projects.length === 1 ? [...dates.keys(), ...used] : used;
    return [...new Set(names)].map((name) => ({ project, name }));
  });
  return pairs.map(({ project, name }, index) => {
    const date = dates.get(name);
    const version = { id: String(20_000 + index), project, name, released: date !== undefined };
    return date === undefined ? version : { ...version, releasedAt: utc(date) };
  });
}

function projectOf(key: string): string {
  return key.slice(0, key.lastIndexOf('-'));
}

function utc(at: string): string {
  return new Date(at).toISOString();
}
