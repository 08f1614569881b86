import { createHash } from 'node:crypto';
import type { Issue } from '../../src/domain/issue';
import type { Clock } from '../../src/ports/clock';
import type { IssueTracker, TrackedVersion } from '../../src/ports/issue-tracker';
import type { Job } from '../../src/ports/job-queue';
import type { Ports } from '../../src/ports/ports';
import type { Settings } from '../../src/ports/settings';
import { fakeAgentStore } from './agent-store';
import { fakeAccountStore } from './account-store';
import { fakeUnroutedStore } from './unrouted-store';
import { fakeInboundStore } from './inbound-store';
import { fakeOutcomeStore } from './outcome-store';
import { fakeStores } from './stores';
import { fakeProposalStore, fakePrototypeStore, fakeTalkStore } from './talk-stores';

/** A clock that stands still until it is moved. */
export function fakeClock(start = '2025-07-01T08:00:00.000Z'): Clock & { advance(ms: number): void } {
  let now = Date.parse(start);
  return { now: () => new Date(now).toISOString(), monotonicMs: () => now, advance: (ms) => void (now += ms) };
}

export function fakeSettings(): Settings {
  const values = new Map<string, unknown>();
  const secrets = new Map<string, string>();
  return {
    find: async (key) => values.get(key),
    save: async (key, value) => void values.set(key, structuredClone(value)),
    remove: async (key) => void values.delete(key),
    saveSecret: async (key, value) => void secrets.set(key, value),
    findSecret: async (key) => secrets.get(key),
  };
}

/** What the user who asks may do; changed by a test in mid-flow. */
export interface Rights {
  siteAdmin: boolean;
  readonly browse: Set<string>;
  readonly edit: Set<string>;
  readonly projects: Set<string>;
  readonly projectAdmin: Set<string>;
}

export interface FakeTracker extends IssueTracker {
  readonly issues: Issue[];
  readonly versions: TrackedVersion[];
  readonly rights: Rights;
  /** Names that Jira shows whoever asks. */
  readonly names: Map<string, string>;
}

export function fakeTracker(): FakeTracker {
  const issues: Issue[] = [];
  const versions: TrackedVersion[] = [];
  const rights: Rights = { siteAdmin: false, browse: new Set(), edit: new Set(), projects: new Set(), projectAdmin: new Set() };
  const names = new Map<string, string>();
  const PAGE = 50;
  return {
    issues, versions, rights, names,
    async fetchIssues({ projects, updatedSince, pageToken }) {
      const from = Number(pageToken ?? 0);
      const all = issues.filter((issue) => projects.includes(issue.project) && (updatedSince === undefined || (issue.updatedAt ?? issue.createdAt) >= updatedSince));
      return { issues: all.slice(from, from + PAGE), ...(from + PAGE < all.length ? { nextPageToken: String(from + PAGE) } : {}) };
    },
    fetchVersions: async (project) => versions.filter((version) => version.project === project),
    fetchProjects: async () => [...new Set(issues.map((issue) => issue.project))].map((key, index) => ({ id: String(index), key, name: key })),
    issueRights: async (id) => ({ browse: rights.browse.has(id), edit: rights.edit.has(id) }),
    browsable: async (ids) => new Set(ids.filter((id) => rights.browse.has(id))),
    isSiteAdmin: async () => rights.siteAdmin,
    isOnlySiteAdmin: async () => false,
    canBrowseProject: async (key) => rights.projects.has(key),
    isProjectAdmin: async (key) => rights.projectAdmin.has(key),
    displayNames: async (ids) => new Map(ids.flatMap((id) => (names.has(id) ? [[id, names.get(id) ?? ''] as const] : []))),
    pinPanel: async () => 'task-1',
    pinStatus: async () => 'complete',
  };
}

export interface FakePorts extends Ports {
  readonly tracker: FakeTracker;
  readonly clock: ReturnType<typeof fakeClock>;
  readonly jobs: Job[];
  readonly log: string[];
}

/** All ports in memory. Jobs pile up in `jobs`; a test runs them as the queue would. */
export function fakePorts(): FakePorts {
  const jobs: Job[] = [];
  const log: string[] = [];
  const write = (event: string, fields: object): void => void log.push(JSON.stringify({ event, ...fields }));
  const stores = fakeStores();
  return {
    stores,
    outcomes: fakeOutcomeStore(stores),
    agent: fakeAgentStore(),
    talk: fakeTalkStore(),
    prototypes: fakePrototypeStore(),
    proposals: fakeProposalStore(),
    inbound: fakeInboundStore(),
    accounts: fakeAccountStore(),
    unrouted: fakeUnroutedStore(),
    inboundAddress: async () => 'https://site.example/x1/inbound',
    tracker: fakeTracker(),
    queue: { push: async (job) => void jobs.push(job) },
    settings: fakeSettings(),
    clock: fakeClock(),
    loadPseudonym: async () => (text) => `person-${createHash('sha256').update(text.normalize('NFC').trim().toLowerCase()).digest('hex').slice(0, 24)}`,
    logger: { info: write, warn: write },
    jobs,
    log,
  };
}
