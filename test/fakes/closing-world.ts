import { createHash } from 'node:crypto';
import type { SourceCoverage } from '../../src/domain/coverage';
import type { LinkDecision } from '../../src/domain/evidence';
import type { ImportRun } from '../../src/domain/import';
import type { Issue } from '../../src/domain/issue';
import type { Release } from '../../src/domain/release';
import type { Signal } from '../../src/domain/signal';
import type { IssueDigest } from '../../src/ports/stores';
import type { Closing } from '../../src/decide/closing';
import { FIRST_POLICY } from '../../src/decide/clamp-policy';
import type { Policy } from '../../src/domain/policy';
import { fakeDecisionLog, fakeLedger, fakeSweeps, type FakeSweeps } from './closing-stores';
import { fakeJira, type FakeJira, type FakeJiraOptions, type FakeWorkflow } from './closing-tracker';

export const PRODUCT = 'shop';
/** A Tuesday, 10:00 UTC. */
export const START = '2025-06-03T10:00:00.000Z';
export const SHA = (text: string): string => createHash('sha256').update(text).digest('hex');

export const PLAIN: FakeWorkflow = {
  statuses: [
    { id: '1', name: 'To Do', category: 'todo' },
    { id: '2', name: 'In Progress', category: 'doing' },
    { id: '3', name: 'Done', category: 'done' },
  ],
  transitions: [
    { id: '11', from: 'any', to: '1', then: { resolution: 'clear' } },
    { id: '21', from: 'any', to: '2', then: { resolution: 'clear' } },
    { id: '31', from: 'any', to: '3', resolutions: ['Done', "Won't Do", 'No customer evidence'] },
  ],
  editable: ['assignee', 'labels', 'fixVersions', 'rank'],
};

export interface World {
  /** Called before every call of a store, so that people can act in between. */
  beforeStore: (call: string) => void;
  readonly closing: Closing;
  readonly jira: FakeJira;
  readonly sweeps: FakeSweeps;
  readonly ledger: ReturnType<typeof fakeLedger>;
  readonly clock: { now: string; forward(days: number): void; tick(ms: number): void };
  readonly stored: { issues: Issue[]; signals: Signal[]; digests: IssueDigest[]; decisions: LinkDecision[]; releases: Release[]; coverage: SourceCoverage[]; imports: ImportRun[]; removed: Map<string, string> };
  /** Names of the crash points passed, in order. */
  readonly points: string[];
  /** Answers true to end the process at this point: every later call fails, as after `kill -9`. */
  killsAt: (point: string) => boolean;
  isDead: boolean;
  /** The state of the stores after an engine run over what they hold now. */
  derive(): void;
  sync(): void;
}

export class Killed extends Error {}

/** A site with one product, sources that were heard all the time, and a clock that moves by hand. */
export function closingWorld(options: Partial<FakeJiraOptions> & { readonly policy?: Partial<Policy> } = {}): World {
  const clock = {
    now: START,
    forward(days: number) {
      clock.now = new Date(Date.parse(clock.now) + days * 86_400_000).toISOString();
    },
    tick(ms: number) {
      clock.now = new Date(Date.parse(clock.now) + ms).toISOString();
    },
  };
  const stored: World['stored'] = { issues: [], signals: [], digests: [], decisions: [], releases: [], coverage: [], imports: [], removed: new Map() };
  const jira = fakeJira({ now: () => clock.now, ...options });
  const sweeps = fakeSweeps();
  const ledger = fakeLedger();
  const points: string[] = [];
  let derived = START;
  const world: World = {
    jira, sweeps, ledger, clock, stored, points, killsAt: () => false, beforeStore: () => undefined, isDead: false,
    derive() {
      derived = clock.now;
      stored.coverage = [coverage(clock.now)];
      sweeps.volumes = [{ source: 'forum', last7: 100, before28: 400, last28: 400, before112: 1_600 }];
    },
    sync() {
      stored.issues = [...jira.issues.values()].map((one) => one.issue);
    },
    closing: {
      tracker: jira, ledger, sweeps, decisionLog: fakeDecisionLog(),
      stores: {
        products: { listCoverage: async () => stored.coverage, findProduct: async () => ({ id: PRODUCT, name: 'Shop', projects: ['SHOP'] }), listProducts: async () => [{ id: PRODUCT, name: 'Shop', projects: ['SHOP'] }] },
        signals: { findSignals: async (_product, ids) => stored.signals.filter((signal) => ids.includes(signal.id)) },
        issues: {
          listIssues: async () => stored.issues,
          listOpenIds: async () => stored.issues.filter((issue) => issue.statusCategory !== 'done').map((issue) => issue.id),
          listReleases: async () => stored.releases,
          findIssue: async (id) => {
            const issue = stored.issues.find((one) => one.id === id);
            return issue === undefined ? undefined : { product: PRODUCT, issue };
          },
        },
        evidence: {
          findRun: async () => ({ engineVersion: 'e1', computedAt: derived, signals: 13_828 }),
          listDigests: async (_product, ids) => stored.digests.filter((digest) => ids.includes(digest.issue)),
          listThemes: async () => [],
          listThemeIssues: async () => [],
          listRemoved: async () => stored.removed,
        },
        decisions: {
          listDecisions: async () => stored.decisions,
          decisionsOfIssue: async (_product, issue) => stored.decisions.filter((decision) => decision.issue === issue),
          saveDecision: async (_product, decision) => void stored.decisions.push(decision),
          undoDecision: async (_product, signal, issue) => {
            const at = stored.decisions.findIndex((decision) => decision.signal === signal && decision.issue === issue);
            return at < 0 ? undefined : stored.decisions.splice(at, 1)[0]?.verdict;
          },
        },
        imports: { listRuns: async () => stored.imports },
      },
      clock: { now: () => clock.now, monotonicMs: () => Date.parse(clock.now) },
      sha256: SHA,
      crashPoint: (name) => {
        points.push(name);
        if (world.killsAt(name)) {
          world.isDead = true;
          throw new Killed(name);
        }
      },
      logger: { info: () => undefined, warn: () => undefined },
    },
  };
  world.derive();
  void sweeps.savePolicy(PRODUCT, { ...FIRST_POLICY, mode: 'suggest', ...options.policy });
  return world;
}

/** The same site after a restart of the process: what was written stays, what was in flight is gone. */
export function mortal(world: World): Closing {
  const guard = <Port extends object>(port: Port): Port =>
    new Proxy(port, {
      get(target, name, receiver) {
        const value: unknown = Reflect.get(target, name, receiver);
        if (typeof value !== 'function') return value;
        return (...args: unknown[]) => {
          if (world.isDead) return Promise.reject(new Killed('dead'));
          if (port !== world.jira) world.beforeStore(String(name));
          return Reflect.apply(value, target, args);
        };
      },
    });
  const { closing } = world;
  const stores = { ...closing.stores, decisions: guard(closing.stores.decisions) };
  return { ...closing, tracker: guard(closing.tracker), ledger: guard(closing.ledger), sweeps: guard(closing.sweeps), decisionLog: guard(closing.decisionLog), stores };
}

/** An old open item that nobody mentions, in Jira, in our copy, and looked at by the engine. */
export function silentIssue(world: World, id: string, more: Partial<Issue> = {}, workflow: FakeWorkflow = PLAIN): Issue {
  const issue: Issue = {
    id, key: `SHOP-${id}`, project: 'SHOP', summary: `Allow all-day tasks ${id}`, status: 'To Do', statusCategory: 'todo', createdAt: '2022-01-10T00:00:00.000Z', updatedAt: '2022-02-01T00:00:00.000Z',
    fixVersions: [], labels: [], visibility: 'open', votes: 0, watchers: 0, ...more,
  };
  const made = world.jira.add(issue, workflow);
  world.stored.issues.push(made.issue);
  world.stored.digests.push({ issue: id, product: PRODUCT, engineVersion: 'e1', computedAt: START, searchability: { issue: id, searchable: true, recall: 0.9, reasons: [] }, evidence: [], themes: [{ theme: 't1', issue: id, strength: 0.1, signals: 3 }] });
  return issue;
}

/** A customer's signal, shown by the engine on an issue. */
export function heard(world: World, issue: string, at: string, customer: string, shown = true): Signal {
  const signal: Signal = { id: `forum:${customer}:${at}`, source: 'forum', externalId: `${customer}:${at}`, at, kind: 'said', text: 'I want all-day tasks', author: customer, visibility: 'open' };
  world.stored.signals.push(signal);
  world.stored.digests = world.stored.digests.map((digest) =>
    digest.issue === issue ? { ...digest, evidence: [...digest.evidence, { issue, signal: signal.id, rank: digest.evidence.length + 1, score: 1, confidence: shown ? 0.9 : 0.3, shown, reasons: ['shared-terms'] }] } : digest,
  );
  return signal;
}

function coverage(now: string): SourceCoverage {
  return { source: 'forum', name: 'Forum', kind: 'file', total: 13_828, totalBy: 'source', read: 13_828, kept: 13_828, skipped: {}, oldestAt: '2023-01-01T00:00:00.000Z', newestAt: now, lastReadAt: now, gaps: [] };
}
