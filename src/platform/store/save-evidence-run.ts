import { randomInt } from 'node:crypto';
import { z } from 'zod';
import { StoreUnavailable } from '../../domain/errors';
import type { EvidenceRun } from '../../ports/stores';
import { classedRun, type ClassedRun } from './classed-run';
import { findPointer } from './current-run';
import { DIGEST_COLUMNS, evidenceTuples, linkTuples, searchabilityText, themeText, themeTuples } from './evidence-rows';
import { insertRows } from './insert-rows';
import { deleteRun, listDerivedRuns } from './old-runs';
import { readClasses } from './read-classes';
import { selectRows, write, type Value } from './statement';

/**
 * Forge SQL has no transaction over several statements. So a run is written under a number of its own, the product's pointer is moved to it
 * in one statement, and only then the old rows go. A run that was killed leaves the old one readable; its leftovers are removed by the next.
 * Two runs at once: the later one claims the product, and the earlier one finds at the switch that its claim is gone.
 * @throws StoreUnavailable in that case, and when the database refused
 */
export async function saveEvidenceRun(product: string, run: EvidenceRun): Promise<void> {
  // Listed before the claim: whatever is in this list belongs to a run that can no longer become current once we have claimed.
  const leftovers = await listDerivedRuns(product);
  const mine = otherThan(leftovers);
  await claim(product, mine);
  const current = (await findPointer(product))?.run_no;
  for (const old of leftovers) if (old !== current) await deleteRun(product, old);
  await writeRows(product, mine, classedRun(run, await readClasses(product)));
  await switchTo(product, mine, run);
  if (current !== undefined) await deleteRun(product, current);
}

function otherThan(taken: ReadonlySet<number>): number {
  const number = randomInt(1, 2 ** 31);
  return taken.has(number) ? otherThan(taken) : number;
}

async function claim(product: string, mine: number): Promise<void> {
  const columns = ['product', 'run_no', 'writing', 'engine_version', 'computed_at', 'signals'];
  await insertRows({ table: 'engine_runs', columns, update: ['writing'] }, [[product, 0, mine, '', '', 0]]);
}

async function switchTo(product: string, mine: number, run: EvidenceRun): Promise<void> {
  const text = 'UPDATE engine_runs SET run_no = ?, engine_version = ?, computed_at = ?, signals = ? WHERE product = ? AND writing = ?';
  await write('engine_runs', text, [mine, run.engineVersion, run.computedAt, run.signals, product, mine]);
  const [claimed] = await selectRows('engine_runs', z.object({ writing: z.coerce.number() }), 'SELECT writing FROM engine_runs WHERE product = ?', [product]);
  if (claimed?.writing !== mine) throw new StoreUnavailable('engine_runs: another run of this product was begun meanwhile');
}

async function writeRows(product: string, run: number, rows: ClassedRun): Promise<void> {
  await insertRows(
    { table: 'digests', columns: ['run_no', ...DIGEST_COLUMNS], update: [] },
    each(rows.digests, (one) => [
      run, product, one.issue, one.engineVersion, one.computedAt, one.visibility, searchabilityText(one.searchability),
      evidenceTuples(one.evidence), themeTuples(one.themes),
    ]),
  );
  await insertRows(
    { table: 'links', columns: ['product', 'run_no', 'signal_id', 'visibility', 'best'], update: [] },
    each(rows.links, ([signal, links]) => [product, run, signal, links[0]?.visibility ?? 'open', linkTuples(links)]),
  );
  await insertRows(
    { table: 'themes', columns: ['product', 'run_no', 'theme_id', 'signals', 'open_signals', 'body'], update: [] },
    rows.themes.map((theme) => [product, run, theme.id, theme.signals, theme.openSignals ?? 0, themeText(theme)]),
  );
  await insertRows(
    { table: 'assignments', columns: ['product', 'run_no', 'signal_id', 'theme_id', 'fit', 'visibility'], update: [] },
    each(rows.assignments, (one) => [product, run, one.signal, one.theme ?? null, one.fit, one.visibility ?? 'open']),
  );
  await insertRows(
    { table: 'theme_issues', columns: ['product', 'run_no', 'theme_id', 'issue_id', 'strength', 'signals', 'visibility'], update: [] },
    rows.themeIssues.map((one) => [product, run, one.theme, one.issue, one.strength, one.signals, one.visibility ?? 'open']),
  );
}

/** Rows one by one: texts of a whole run at once are as large as the run. */
function* each<Item>(items: Iterable<Item>, rowOf: (item: Item) => readonly Value[]): Iterable<readonly Value[]> {
  for (const item of items) yield rowOf(item);
}
