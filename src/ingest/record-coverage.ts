import type { Gap } from '../domain/coverage';
import type { ImportRun } from '../domain/import';
import type { SourceSetting } from '../domain/product';
import { readAgainBy } from '../domain/read-again';
import type { Ports } from '../ports/ports';
import { lostRows } from './lost-rows';

type Needs = Pick<Ports, 'stores' | 'settings' | 'clock'>;

/** Writes what the import's source has now. Counted from what is stored, never added up, so that a repeat changes nothing. @throws StoreUnavailable */
export async function recordCoverage(ports: Needs, run: ImportRun): Promise<void> {
  if (run.kind !== 'signals') return;
  const id = run.source ?? 'file';
  const setting = (await ports.stores.products.listSources(run.product)).find((source) => source.id === id);
  if (setting !== undefined) await recordFiles(ports, setting);
}

/** Writes what a source of files has now, with the rows of them that are lost. @throws StoreUnavailable */
export async function recordFiles(ports: Needs, source: SourceSetting): Promise<void> {
  const { skipped, open } = await lostRows(ports, source.product, source.id);
  await recordSource(ports, source, skipped, open);
}

/** `open`: gaps that have not ended. Files give no total of their own: what was offered is what is kept and what was skipped with a reason. */
export async function recordSource({ stores, clock }: Pick<Needs, 'stores' | 'clock'>, source: SourceSetting, skipped: Readonly<Record<string, number>>, open: readonly Gap[] = [], isReadHourly = false): Promise<void> {
  const now = clock.now();
  const { signals, ...span } = await stores.signals.spanOfSource(source.product, source.id);
  const total = signals + Object.values(skipped).reduce((sum, rows) => sum + rows, 0);
  await stores.products.saveCoverage(source.product, {
    source: source.id, name: source.name, kind: source.kind, total, totalBy: 'offered', read: total, kept: signals, skipped,
    ...span, lastReadAt: now, ...(isReadHourly ? { readAgainBy: readAgainBy(now) } : {}), gaps: [...(source.gaps ?? []), ...open],
  });
}
