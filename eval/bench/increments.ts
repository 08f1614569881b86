import { changeMark, wholeMark } from '../../src/domain/change-mark';
import type { Signal } from '../../src/domain/signal';
import { openStores } from '../../src/platform/store/stores';
import type { Ports } from '../../src/ports/ports';
import { keepUp } from '../../src/understand/keep-up';
import { understand } from '../../src/understand/understand';
import { openSqlDatabase, type SqlDatabase } from '../../test/fixtures/sql-database';
import { fakePorts } from '../../test/fakes/ports';
import { shortTexts, signalsOf, titledIssues } from './engine-texts';
import { round } from './walk';

const PRODUCT = 'bench';
const SAVED_AT_ONCE = 2_000;

interface Measured {
  readonly kind: string;
  /** Requests to the store. */
  readonly requests: number;
  readonly cpuMs: number;
  readonly rssMb: number;
}

/**
 * Linking in parts beside a whole run, over SQL: requests, processor time and memory when 1, 10 and 100 signals arrive, a work item is new and a pair is
 * decided, in a product of 100,000 signals and 5,000 issues (RESURFACE_BENCH_SIGNALS, RESURFACE_BENCH_ISSUES).
 */
export async function benchIncrements(): Promise<Record<string, unknown>> {
  const size = { signals: Number(process.env['RESURFACE_BENCH_SIGNALS'] ?? 100_000), issues: Number(process.env['RESURFACE_BENCH_ISSUES'] ?? 5_000) };
  const database = await openSqlDatabase('sqlite');
  try {
    const fakes = fakePorts();
    const ports: Ports = { ...fakes, stores: openStores() };
    const texts = shortTexts(size.signals + 200);
    const all = signalsOf(texts);
    await ports.stores.products.saveProduct({ id: PRODUCT, name: 'Bench', projects: ['TB'] });
    for (let at = 0; at < size.signals; at += SAVED_AT_ONCE) await ports.stores.signals.saveSignals(PRODUCT, all.slice(at, Math.min(size.signals, at + SAVED_AT_ONCE)), fakes.clock.now());
    const issues = titledIssues(size.issues + 1);
    await ports.stores.issues.saveIssues(PRODUCT, issues.slice(0, size.issues), fakes.clock.now());
    const look = (): Promise<Measured> => measured(database, async () => keepUp(ports, understand, PRODUCT));
    const change = async (how: () => Promise<unknown>): Promise<Measured> => {
      fakes.clock.advance(60_000);
      await how();
      await ports.settings.save(changeMark(PRODUCT), fakes.clock.now());
      fakes.clock.advance(1_000);
      return look();
    };
    const arrive = (from: number, count: number): Promise<Measured> => change(() => ports.stores.signals.saveSignals(PRODUCT, all.slice(size.signals + from, size.signals + from + count) as readonly Signal[], fakes.clock.now()));
    const results: Record<string, Measured> = {};
    const note = async (name: string, work: Promise<Measured>): Promise<void> => {
      results[name] = await work;
      console.error(name, JSON.stringify(results[name]));
    };
    await note('first whole run', change(async () => undefined));
    await note('1 signal', arrive(0, 1));
    await note('10 signals', arrive(1, 10));
    await note('100 signals', arrive(11, 100));
    await note('a new work item', change(() => ports.stores.issues.saveIssues(PRODUCT, issues.slice(size.issues), fakes.clock.now())));
    await note('a pair rejected', change(() => ports.stores.decisions.saveDecision(PRODUCT, { signal: 'b:5', issue: issues[3]?.id ?? '', verdict: 'rejected', at: fakes.clock.now(), by: 'ann' })));
    await note('whole run', change(() => ports.settings.save(wholeMark(PRODUCT), fakes.clock.now())));
    return { ...size, ...results };
  } finally {
    await database.close();
  }
}

async function measured(database: SqlDatabase, work: () => Promise<string>): Promise<Measured> {
  database.statements();
  const before = process.cpuUsage();
  const kind = await work();
  const { user, system } = process.cpuUsage(before);
  return { kind, requests: database.statements(), cpuMs: Math.round((user + system) / 1000), rssMb: round(process.memoryUsage().rss / 2 ** 20) };
}
