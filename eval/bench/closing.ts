import type { Issue } from '../../src/domain/issue';
import type { Signal } from '../../src/domain/signal';
import type { IssueDigest } from '../../src/ports/stores';
import { planSweep } from '../../src/decide/plan-sweep';
import type { Closing } from '../../src/decide/closing';
import { decisionLog } from '../../src/platform/store/decision-log';
import { ledgerStore } from '../../src/platform/store/ledger';
import { openStores } from '../../src/platform/store/stores';
import { sweepStore } from '../../src/platform/store/sweeps';
import { FIRST_POLICY } from '../../src/decide/clamp-policy';
import { fakeJira } from '../../test/fakes/closing-tracker';
import { PLAIN, SHA } from '../../test/fakes/closing-world';
import { openSqlDatabase } from '../../test/fixtures/sql-database';

const ISSUES = 10_000;
const SIGNALS = 12_000;
const ROWS_PER_ISSUE = 20;
const NOW = '2025-06-03T10:00:00.000Z';
const PRODUCT = 'bench';

export type ClosingBench = {
  readonly openIssues: number;
  /** Seconds to judge all of them and propose a batch, with the stores in SQL. */
  readonly planSeconds: number;
  readonly proposals: number;
  /** Jira points that the plan costs: fresh reads of the candidates only. */
  readonly jiraPoints: number;
};

/** Plans a sweep over 10,000 open issues: stores in SQL (the embedded engine, in this process), Jira in memory. Filling the store is not counted. */
export async function benchClosing(): Promise<ClosingBench> {
  const database = await openSqlDatabase('sqlite');
  try {
    const closing = await fill();
    const started = performance.now();
    const plan = await planSweep(closing, PRODUCT);
    return { openIssues: ISSUES, planSeconds: (performance.now() - started) / 1_000, proposals: plan.items.length, jiraPoints: plan.batch.points };
  } finally {
    await database.close();
  }
}

async function fill(): Promise<Closing> {
  const stores = openStores();
  const sweeps = sweepStore();
  await stores.products.saveProduct({ id: PRODUCT, name: 'Bench', projects: ['BE'] });
  const signals = Array.from({ length: SIGNALS }, (_unused, at) => signalOf(at));
  for (let from = 0; from < SIGNALS; from += 500) await stores.signals.saveSignals(PRODUCT, signals.slice(from, from + 500), NOW);
  const issues = Array.from({ length: ISSUES }, (_unused, at) => issueOf(at));
  await stores.issues.saveIssues(PRODUCT, issues, NOW);
  await stores.products.saveCoverage(PRODUCT, {
    source: 'forum', name: 'Forum', kind: 'file', total: SIGNALS, totalBy: 'source', read: SIGNALS, kept: SIGNALS, skipped: {}, oldestAt: signals[0]?.at ?? NOW, newestAt: NOW, lastReadAt: NOW, gaps: [],
  });
  await stores.evidence.saveRun(PRODUCT, { engineVersion: 'bench', computedAt: NOW, signals: SIGNALS, digests: issues.map(digestOf), links: [], themes: [], assignments: [], themeIssues: [] });
  await sweeps.savePolicy(PRODUCT, { ...FIRST_POLICY, mode: 'suggest' });
  const tracker = fakeJira({ now: () => NOW });
  for (const issue of issues) tracker.add(issue, PLAIN);
  return {
    tracker, sweeps, stores, ledger: ledgerStore(), decisionLog: decisionLog(), clock: { now: () => NOW, monotonicMs: () => performance.now() }, sha256: SHA, crashPoint: () => undefined,
    logger: { info: () => undefined, warn: () => undefined },
  };
}

/** Thirty a day for 400 days. */
function signalOf(at: number): Signal {
  const said = new Date(Date.parse(NOW) - Math.floor(((SIGNALS - at) / SIGNALS) * 400 * 86_400_000)).toISOString();
  return { id: `forum:${at}`, source: 'forum', externalId: String(at), at: said, kind: 'said', text: `Question ${at} about folders and compacting`, author: `u${at % 7_000}`, visibility: 'open' };
}

function issueOf(at: number): Issue {
  return {
    id: String(10_000 + at), key: `BE-${at}`, project: 'BE', summary: `Compacting folders fails in case ${at}`, description: 'Steps to reproduce. '.repeat(20), status: 'To Do', statusCategory: 'todo',
    createdAt: '2022-01-10T00:00:00.000Z', updatedAt: '2022-03-01T00:00:00.000Z', fixVersions: [], labels: [], visibility: 'open', votes: at % 9, watchers: at % 3,
  };
}

/** A third supported, a third not searchable, a third silent. */
function digestOf(issue: Issue, at: number): IssueDigest {
  const shown = at % 3 === 0;
  return {
    issue: issue.id, product: PRODUCT, engineVersion: 'bench', computedAt: NOW, themes: [],
    searchability: { issue: issue.id, searchable: at % 3 !== 1, recall: 0.8, reasons: [] },
    evidence: Array.from({ length: ROWS_PER_ISSUE }, (_unused, row) => ({
      issue: issue.id, signal: `forum:${(at * 7 + row * 131) % SIGNALS}`, rank: row + 1, score: 1 / (row + 1), confidence: shown && row === 0 ? 0.9 : 0.02, shown: shown && row === 0, reasons: [],
    })),
  };
}
