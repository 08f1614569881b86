import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openJira } from '../../../host/jira/jira';
import type { Jira, JiraOptions } from '../../../host/jira/jira';
import type { Seed, SeedIssue, SeedProject } from '../../../host/seed/seed';

export const NOW = '2025-07-01T12:00:00.000Z';

const workflow: SeedProject['workflow'] = {
  statuses: [
    { name: 'To Do', category: 'todo' },
    { name: 'In Progress', category: 'doing' },
    { name: 'Done', category: 'done' },
    { name: 'Closed', category: 'done' },
  ],
  transitions: [
    { name: 'Start', from: ['To Do'], to: 'In Progress' },
    { name: 'Finish', from: ['To Do', 'In Progress'], to: 'Done' },
    { name: 'Close', from: ['To Do', 'In Progress'], to: 'Closed', resolutionOnScreen: true },
    { name: 'Reopen', from: ['Done', 'Closed'], to: 'To Do' },
  ],
  resolutions: ['Fixed', 'No customer evidence'],
};

export function seedIssue(number: number, more: Partial<SeedIssue> = {}): SeedIssue {
  return {
    id: String(10_000 + number),
    key: `MAIL-${number}`,
    project: 'MAIL',
    summary: `Compacting folders fails ${number}`,
    description: 'It says the disk is full.\n\nIt is not.',
    type: 'Bug',
    status: 'To Do',
    createdAt: '2025-01-10T08:00:00.000Z',
    reporter: 'u-member',
    fixVersions: [],
    labels: [],
    ...more,
  };
}

/** Two projects, one with a security level; an administrator, a member, a viewer, and one who sees nothing of MAIL. */
export function seed(more: Partial<Seed> = {}): Seed {
  return {
    tenant: 'acme',
    siteName: 'Acme',
    startsAt: NOW,
    synthetic: true,
    users: [
      { accountId: 'u-admin', name: 'Ada Admin', title: 'Site admin', siteAdmin: true, roles: { MAIL: 'administrator', CAL: 'administrator' } },
      { accountId: 'u-member', name: 'Mem Ber', title: 'Developer', siteAdmin: false, roles: { MAIL: 'member' } },
      { accountId: 'u-viewer', name: 'Vi Ewer', title: 'Support', siteAdmin: false, roles: { MAIL: 'viewer' } },
      { accountId: 'u-other', name: 'Oth Er', title: 'Calendar', siteAdmin: false, roles: { CAL: 'member' } },
    ],
    projects: [
      { id: '10000', key: 'MAIL', name: 'Mail', workflow, securityLevels: { Leads: ['u-admin'] } },
      { id: '10001', key: 'CAL', name: 'Calendar', workflow: { statuses: workflow.statuses, resolutions: [] } },
    ],
    versions: [
      { id: '20001', project: 'MAIL', name: '138.0', released: true, releasedAt: '2025-04-29T00:00:00.000Z' },
      { id: '20002', project: 'MAIL', name: '139.0', released: false, releasedAt: '2025-08-01T00:00:00.000Z' },
    ],
    sprints: [
      { id: 7, project: 'MAIL', name: 'Sprint 7', state: 'closed', startAt: '2025-06-01T00:00:00.000Z', endAt: '2025-06-14T00:00:00.000Z' },
      { id: 8, project: 'MAIL', name: 'Sprint 8', state: 'active', startAt: '2025-06-15T00:00:00.000Z', endAt: '2025-06-29T00:00:00.000Z' },
    ],
    issues: [
      seedIssue(1, { labels: ['folders'], votes: 3, watchers: 2, fixVersions: ['139.0'], sprint: 8 }),
      seedIssue(2, { status: 'Done', resolution: 'Fixed', resolvedAt: '2025-04-20T10:00:00.000Z', updatedAt: '2025-04-20T10:00:00.000Z', fixVersions: ['138.0'], sprint: 7, assignee: 'u-member' }),
      seedIssue(3, { summary: 'A secret acquisition', securityLevel: 'Leads', updatedAt: '2025-06-30T09:00:00.000Z' }),
      seedIssue(4, { parent: 'MAIL-1', type: 'Story', priority: 'High', updatedAt: '2025-06-28T09:00:00.000Z', dueAt: '2025-09-01T00:00:00.000Z' }),
      { ...seedIssue(5), id: '10105', key: 'CAL-1', project: 'CAL', summary: 'Reminders come late', reporter: 'u-other' },
    ],
    products: [],
    ...more,
  };
}

export interface Site {
  readonly jira: Jira;
  readonly folder: string;
  readonly events: { readonly type: string; readonly payload: Readonly<Record<string, unknown>>; readonly actor: string }[];
  call(actor: string, method: string, path: string, body?: unknown): Promise<Answered>;
  close(): Promise<void>;
}

export interface Answered {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** The answer as data; undefined for an empty one. */
  readonly json: unknown;
}

/** An emulated Jira in a folder of its own, with the seed loaded as `acme`. */
export async function openSite(options: Partial<JiraOptions> & { readonly seed?: Seed } = {}): Promise<Site> {
  const folder = options.folder ?? mkdtempSync(join(tmpdir(), 'jira-'));
  const events: Site['events'] = [];
  const jira = await openJira({
    folder,
    clock: () => NOW,
    onEvent: (_tenant, type, payload, actor) => void events.push({ type, payload, actor }),
    ...options,
  });
  if (!jira.has('acme')) jira.seed('acme', options.seed ?? seed());
  return {
    jira,
    folder,
    events,
    call: (actor, method, path, body) => call(jira.url, { actor, method, path, body }),
    async close() {
      await jira.close();
      if (options.folder === undefined) rmSync(folder, { recursive: true });
    },
  };
}

export async function call(url: string, one: { readonly actor: string; readonly method: string; readonly path: string; readonly body?: unknown; readonly tenant?: string }): Promise<Answered> {
  const response = await fetch(`${url}${one.path}`, {
    method: one.method,
    headers: { 'x-emulated-tenant': one.tenant ?? 'acme', 'x-emulated-actor': one.actor, ...(one.body === undefined ? {} : { 'content-type': 'application/json' }) },
    ...(one.body === undefined ? {} : { body: JSON.stringify(one.body) }),
  });
  const text = await response.text();
  return { status: response.status, headers: response.headers, text, json: text === '' ? undefined : JSON.parse(text) };
}

export const jql = (query: string, more = ''): string => `/rest/api/3/search/jql?jql=${encodeURIComponent(query)}&fields=key&maxResults=100${more}`;

/** Keys that a search finds, in its order. */
export async function found(site: Site, actor: string, query: string): Promise<readonly string[]> {
  const { status, json, text } = await site.call(actor, 'GET', jql(query));
  if (status !== 200) throw new Error(text);
  return list(json, 'issues').map((one) => String(field(one, 'key')));
}

/** A value inside an answer, by a dotted path. */
export function field(value: unknown, path: string): unknown {
  return path.split('.').reduce<unknown>((one, step) => (typeof one === 'object' && one !== null ? Object.getOwnPropertyDescriptor(one, step)?.value : undefined), value);
}

export function list(value: unknown, path: string): readonly unknown[] {
  const rows = field(value, path);
  if (!Array.isArray(rows)) throw new Error(`${path} is not a list: ${JSON.stringify(value)}`);
  return rows;
}
