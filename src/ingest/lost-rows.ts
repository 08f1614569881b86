import { z } from 'zod';
import { parseAt } from '../domain/boundary';
import type { Gap } from '../domain/coverage';
import { isReadWhole } from '../domain/gap-fill';
import type { ImportRun } from '../domain/import';
import { standingFiles } from '../domain/lost-rows';
import { PARKED } from '../domain/parked';
import { isChosenSkip } from '../domain/skip-reasons';
import type { Ports } from '../ports/ports';

type Needs = Pick<Ports, 'stores' | 'settings'>;

const RUNS_LOOKED_AT = 1000;
const Saved = z.array(z.string());
const keyOf = (product: string, source: string): string => `lost-rows-settled:${product}:${source}`;

export interface LostRows {
  /** Rows by the reason for which they were not taken. */
  readonly skipped: Readonly<Record<string, number>>;
  /** Not empty when so much of a file is lost that nobody can say what it held. */
  readonly open: readonly Gap[];
}

/** Rows of a source's files that could not be read, that no later file brought and of which no admin said that nothing is missing. @throws StoreUnavailable BadInput */
export async function lostRows(needs: Needs, product: string, source: string): Promise<LostRows> {
  const files = await unsettled(needs, product, source);
  const skipped: Record<string, number> = {};
  const broken: ImportRun[] = [];
  for (const one of files) {
    const problems = Object.entries(await needs.stores.imports.countProblems(one.id));
    for (const [reason, rows] of problems) skipped[reason] = (skipped[reason] ?? 0) + rows;
    // Who was erased is left out by choice: nothing of them is missing.
    const chosen = problems.reduce((sum, [reason, rows]) => (isChosenSkip(reason) ? sum + rows : sum), 0);
    if (!isReadWhole({ kept: one.kept + one.unchanged + chosen, unreadable: one.rejected - chosen })) broken.push(one);
  }
  const [first] = broken.map((one) => one.startedAt).sort();
  if (first === undefined) return { skipped, open: [] };
  // When it was said is what could not be read.
  const { oldestAt } = await needs.stores.signals.spanOfSource(product, source);
  return { skipped, open: [{ from: oldestAt !== undefined && oldestAt < first ? oldestAt : first, reason: PARKED }] };
}

/** An admin says that of the files as they are now nothing is missing. Safe to repeat. @throws StoreUnavailable BadInput */
export async function settleLostRows(needs: Needs, product: string, source: string): Promise<void> {
  const files = await unsettled(needs, product, source);
  if (files.length > 0) await needs.settings.save(keyOf(product, source), [...(await settledOf(needs, product, source)), ...files.map((one) => one.id)]);
}

/** Of a source that was left. */
export async function forgetSettledRows({ settings }: Pick<Needs, 'settings'>, product: string, source: string): Promise<void> {
  await settings.remove(keyOf(product, source));
}

async function unsettled(needs: Needs, product: string, source: string): Promise<readonly ImportRun[]> {
  const runs = (await needs.stores.imports.listRuns(product, RUNS_LOOKED_AT)).filter((one) => one.kind === 'signals' && (one.source ?? 'file') === source);
  const standing = standingFiles(runs.toReversed()).filter((one) => one.rejected > 0);
  if (standing.length === 0) return [];
  const settled = new Set(await settledOf(needs, product, source));
  return standing.filter((one) => !settled.has(one.id));
}

async function settledOf({ settings }: Needs, product: string, source: string): Promise<readonly string[]> {
  const saved = await settings.find(keyOf(product, source));
  return saved === undefined ? [] : parseAt('settings', Saved, saved);
}
