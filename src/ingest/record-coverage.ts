import type { Gap } from '../domain/coverage';
import type { ImportRun } from '../domain/import';
import type { SourceSetting } from '../domain/product';
import { readAgainBy } from '../domain/read-again';
import type { Ports } from '../ports/ports';

type Needs = Pick<Ports, 'stores' | 'clock'>;

const RUNS_LOOKED_AT = 1000;

/** Writes what the import's source has now. Counted from what is stored, never added up, so that a repeat changes nothing. @throws StoreUnavailable */
export async function recordCoverage(ports: Needs, run: ImportRun): Promise<void> {
  if (run.kind !== 'signals') return;
  const id = run.source ?? 'file';
  const setting = (await ports.stores.products.listSources(run.product)).find((source) => source.id === id);
  if (setting !== undefined) await recordSource(ports, setting, await skippedOf(ports, run, id));
}

/** `open`: gaps that have not ended. Files give no total of their own: what was offered is what is kept and what was skipped with a reason. */
export async function recordSource({ stores, clock }: Needs, source: SourceSetting, skipped: Readonly<Record<string, number>>, open: readonly Gap[] = [], isReadHourly = false): Promise<void> {
  const now = clock.now();
  const { signals, ...span } = await stores.signals.spanOfSource(source.product, source.id);
  const total = signals + Object.values(skipped).reduce((sum, rows) => sum + rows, 0);
  await stores.products.saveCoverage(source.product, {
    source: source.id, name: source.name, kind: source.kind, total, totalBy: 'offered', read: total, kept: signals, skipped,
    ...span, lastReadAt: now, ...(isReadHourly ? { readAgainBy: readAgainBy(now) } : {}), gaps: [...(source.gaps ?? []), ...open],
  });
}

/** Rejected rows by reason, of the newest import of each file: the same file twice counts once. */
async function skippedOf({ stores }: Needs, run: ImportRun, source: string): Promise<Readonly<Record<string, number>>> {
  const newest = new Map<string, ImportRun>();
  for (const one of await stores.imports.listRuns(run.product, RUNS_LOOKED_AT)) {
    if (one.kind === 'signals' && (one.source ?? 'file') === source && !newest.has(one.fileName)) newest.set(one.fileName, one);
  }
  const skipped: Record<string, number> = {};
  for (const one of newest.values()) {
    if (one.rejected === 0) continue;
    for (const [reason, rows] of Object.entries(await stores.imports.countProblems(one.id))) skipped[reason] = (skipped[reason] ?? 0) + rows;
  }
  return skipped;
}
