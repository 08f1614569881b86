import { DAY_IN_MS, isoTime } from '../../src/domain/time';
import type { Signal } from '../../src/domain/signal';
import type { Theme } from '../../src/domain/theme';
import { dailyGuard } from '../../src/measure/daily-guard';
import { freezeForRelease } from '../../src/measure/freeze-for-release';
import type { Measuring } from '../../src/measure/measuring';
import { readOut } from '../../src/measure/read-out';
import { openStores } from '../../src/platform/store/stores';
import { outcomeStore } from '../../src/platform/store/outcomes';
import type { Moment } from '../../src/ports/outcome-store';
import type { IssueDigest, Stores } from '../../src/ports/stores';
import { openSqlDatabase, sqlEngines, type SqlDatabase } from '../../test/fixtures/sql-database';

const PRODUCT = 'bench';
const BATCH = 500;
const EVIDENCE_ROWS = 40;

export interface StoredBench {
  readonly moments: readonly Moment[];
  readonly themes: readonly Theme[];
  readonly issues: number;
  readonly liveReleases: number;
  /** Milliseconds. */
  readonly end: number;
}

/** The same product in SQL, under the adapter that the app uses: freezing and reading out one release, then the daily guard over all. Filling is not counted. */
export async function benchOutcomesFromStore(bench: StoredBench): Promise<Record<string, unknown>> {
  const figures: Record<string, unknown> = {};
  for (const engine of sqlEngines()) {
    const database = await openSqlDatabase(engine);
    try {
      figures[`fromStore.${engine}`] = await benchOn(database, bench);
    } finally {
      await database.close();
    }
  }
  return figures;
}

async function benchOn(database: SqlDatabase, bench: StoredBench): Promise<Record<string, number>> {
  const measuring: Measuring = {
    outcomes: outcomeStore(), stores: openStores(), clock: { now: () => isoTime(bench.end), monotonicMs: () => performance.now() },
    logger: { info: () => undefined, warn: () => undefined },
  };
  await fill(openStores(), bench);
  database.statements();
  const from = performance.now();
  const [release] = await measuring.stores.issues.listReleases(PRODUCT);
  if (release === undefined) throw new Error('no release was kept');
  const frozen = await freezeForRelease(measuring, { release, origin: 'released', by: 'bench' });
  if (frozen.kind === 'refused') throw new Error(frozen.reason);
  const frozenAt = performance.now();
  const judged = await readOut(measuring, frozen.contract.id, 8);
  const judgedAt = performance.now();
  const readOutStatements = database.statements();
  // The first run freezes the other releases and makes their read-outs; what comes every day is the second.
  await dailyGuard(measuring, PRODUCT);
  const firstRunAt = performance.now();
  database.statements();
  const second = performance.now();
  await dailyGuard(measuring, PRODUCT);
  const done = performance.now();
  const seconds = (ms: number): number => Math.round(ms / 10) / 100;
  return {
    freezeSeconds: seconds(frozenAt - from), releaseJudgedSeconds: seconds(judgedAt - frozenAt), promises: judged.length, statements: readOutStatements,
    firstGuardSeconds: seconds(firstRunAt - judgedAt), guardSeconds: seconds(done - second), guardStatements: database.statements(),
  };
}

async function fill(stores: Stores, { moments, themes, issues, liveReleases, end }: StoredBench): Promise<void> {
  const source = moments[0]?.source ?? '';
  const oldest = moments.reduce((least, one) => (one.at < least ? one.at : least), isoTime(end));
  await stores.products.saveProduct({ id: PRODUCT, name: 'Bench', projects: ['BE'] });
  await stores.products.saveCoverage(PRODUCT, { source, name: 'Bench', kind: 'file', total: moments.length, totalBy: 'offered', read: moments.length, kept: moments.length, skipped: {}, oldestAt: oldest, gaps: [] });
  for (let at = 0; at < moments.length; at += BATCH) await stores.signals.saveSignals(PRODUCT, moments.slice(at, at + BATCH).map(signalOf), isoTime(end));
  const ids = Array.from({ length: issues }, (_, n) => n);
  const versions = Array.from({ length: liveReleases }, (_, n) => `1.${n}`);
  await stores.issues.saveIssues(PRODUCT, ids.map((n) => ({ id: `i${n}`, key: `BE-${n}`, project: 'BE', summary: `Issue ${n}`, status: 'Done', statusCategory: 'done' as const, createdAt: oldest, fixVersions: versions, labels: [], visibility: 'open' as const })), isoTime(end));
  await stores.issues.saveReleases(versions.map((name, n) => ({ id: name, product: PRODUCT, name, releasedAt: isoTime(end - (n === 0 ? 70 : 10 + 5 * n) * DAY_IN_MS), issues: ids.map((issue) => `BE-${issue}`) })));
  await stores.evidence.saveRun(PRODUCT, {
    engineVersion: 'bench', computedAt: isoTime(end), signals: moments.length, links: [], themes, themeIssues: [],
    assignments: moments.map((one) => ({ signal: one.signal, ...(one.theme === undefined ? {} : { theme: one.theme }), fit: 1 })),
    digests: ids.map((n) => digestOf(`i${n}`, moments.filter((one) => one.theme === `t${n * 2}`).slice(0, EVIDENCE_ROWS), isoTime(end))),
  });
}

function signalOf(moment: Moment): Signal {
  const { signal, source, at, kind, visibility, account } = moment;
  return { id: signal, source, externalId: signal.slice(source.length + 1), at, kind, text: `What ${account ?? 'somebody'} said on ${at}`, visibility, ...(account === undefined ? {} : { account }) };
}

function digestOf(issue: string, members: readonly Moment[], computedAt: string): IssueDigest {
  return {
    issue, product: PRODUCT, engineVersion: 'bench', computedAt, searchability: { issue, searchable: true, recall: 0.9, reasons: [] }, themes: [],
    evidence: members.map((one, index) => ({ issue, signal: one.signal, rank: index + 1, score: 1 / (index + 1), confidence: 0.7, shown: true, reasons: [] })),
  };
}
