import type { Gap } from '../domain/coverage';
import type { ImportRun } from '../domain/import';
import type { SourceSetting } from '../domain/product';
import { readAgainBy } from '../domain/read-again';
import { DAY_IN_MS, epochMs } from '../domain/time';
import type { Ports } from '../ports/ports';
import { heldOfFiles, type Held } from './held-time';
import { lostRows } from './lost-rows';

type Needs = Pick<Ports, 'stores' | 'settings' | 'clock'>;

/** Writes what the import's source has now. Counted from what is stored, never added up, so that a repeat changes nothing. @throws StoreUnavailable */
export async function recordCoverage(ports: Needs, run: ImportRun): Promise<void> {
  if (run.kind !== 'signals') return;
  const id = run.source ?? 'file';
  const setting = (await ports.stores.products.listSources(run.product)).find((source) => source.id === id);
  if (setting !== undefined) await recordFiles(ports, setting);
}

/** Writes what a source of files has now, with the rows of them that are lost, and the time that they hold. @throws StoreUnavailable BadInput */
export async function recordFiles(ports: Needs, source: SourceSetting): Promise<void> {
  const { skipped, open } = await lostRows(ports, source.product, source.id);
  await recordSource(ports, source, skipped, { open, held: await heldOfFiles(ports, source.product, source.id) });
}

export interface Recorded {
  /** Gaps that have not ended. */
  readonly open?: readonly Gap[];
  readonly isReadHourly?: boolean;
  readonly held?: Held;
}

/** Files give no total of their own: what was offered is what is kept and what was skipped with a reason. */
export async function recordSource({ stores, clock }: Pick<Needs, 'stores' | 'clock'>, source: SourceSetting, skipped: Readonly<Record<string, number>>, { open = [], isReadHourly = false, held = {} }: Recorded = {}): Promise<void> {
  const now = clock.now();
  const { signals, newestAt, ...span } = await stores.signals.spanOfSource(source.product, source.id);
  // Nobody spoke tomorrow: a date in the future is a typing error, and no newest signal.
  const newest = newestAt !== undefined && epochMs(newestAt) > epochMs(now) + DAY_IN_MS ? held.held?.to : newestAt;
  const total = signals + Object.values(skipped).reduce((sum, rows) => sum + rows, 0);
  await stores.products.saveCoverage(source.product, {
    source: source.id, name: source.name, kind: source.kind, total, totalBy: 'offered', read: total, kept: signals, skipped,
    ...span, ...(newest === undefined ? {} : { newestAt: newest }), ...held, lastReadAt: now, ...(isReadHourly ? { readAgainBy: readAgainBy(now) } : {}), gaps: [...(source.gaps ?? []), ...open],
  });
}
