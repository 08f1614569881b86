import { z } from 'zod';
import { StoreUnavailable } from '../../domain/errors';
import type { EngineShelf } from '../../domain/engine-shelf';
import type { Increment, IncrementStore, LookedAt } from '../../ports/increment-store';
import { classedRun } from './classed-run';
import { count, jsonColumn } from './columns';
import { findPointer } from './current-run';
import { DIGEST_COLUMNS, evidenceTuples, LinkRow, linksOf, linkTuples, searchabilityText, themeTuples } from './evidence-rows';
import { batchesOf, insertRows } from './insert-rows';
import { RESPONSE_BYTES } from './limits';
import { readClasses } from './read-classes';
import { shelfBytes, shelfOf } from './shelf-bytes';
import { marks, selectRows, write } from './statement';

/** Base64 is ASCII: a part is as many bytes. */
const PART_CHARS = 850_000;
const PARTS_AN_ANSWER = 3;
const ROWS_A_PAGE = 1_000;
/** Each is looked for in the text of every link. */
const ISSUES_FORGOTTEN_AT_ONCE = 20;
const PartRow = z.object({ parts: count, body: z.string() });
/** A row's other columns at most. */
const ROW_BYTES = 600;
const LookedSize = z.object({ thing_id: z.string(), bytes: count });
const LookedRow = z.object({ thing_id: z.string(), mark: z.string(), is_new: count, beside: jsonColumn(z.array(z.string())) });

/** Over Forge SQL. */
export function incrementStore(): IncrementStore {
  return { saveShelf, findShelf, listLookedAt, saveIncrement, countSignals, removeOld };
}

async function saveShelf(product: string, computedAt: string, shelf: EngineShelf): Promise<void> {
  const text = shelfBytes(shelf).toString('base64');
  const parts = Math.ceil(text.length / PART_CHARS);
  for (let part = 0; part < parts; part += 1) {
    const row = [product, computedAt, part, parts, text.slice(part * PART_CHARS, (part + 1) * PART_CHARS)];
    await insertRows({ table: 'engine_shelves', columns: ['product', 'computed_at', 'part', 'parts', 'body'], update: ['parts', 'body'] }, [row]);
  }
}

async function findShelf(product: string, computedAt: string): Promise<EngineShelf | undefined> {
  const rows: z.output<typeof PartRow>[] = [];
  for (;;) {
    const text = `SELECT parts, body FROM engine_shelves WHERE product = ? AND computed_at = ? AND part >= ? ORDER BY part LIMIT ${PARTS_AN_ANSWER}`;
    const some = await selectRows('engine_shelves', PartRow, text, [product, computedAt, rows.length]);
    rows.push(...some);
    if (some.length < PARTS_AN_ANSWER) break;
  }
  const parts = rows[0]?.parts;
  return parts === undefined || rows.length !== parts ? undefined : shelfOf(Buffer.from(rows.map((row) => row.body).join(''), 'base64'));
}

async function listLookedAt(product: string, computedAt: string): Promise<readonly LookedAt[]> {
  const from = 'FROM looked_at WHERE product = ? AND computed_at = ? AND thing_kind = ? AND thing_id > ?';
  const found: LookedAt[] = [];
  for (const kind of ['issue', 'signal'] as const) {
    for (let after = '', more = true; more; ) {
      const asked = [product, computedAt, kind, after];
      const sizes = await selectRows('looked_at', LookedSize, `SELECT thing_id, LENGTH(beside) AS bytes ${from} ORDER BY thing_id LIMIT ${ROWS_A_PAGE}`, asked);
      for (const page of batchesOf(sizes, (row) => row.bytes + ROW_BYTES, ROWS_A_PAGE, RESPONSE_BYTES)) {
        const rows = await selectRows('looked_at', LookedRow, `SELECT thing_id, mark, is_new, beside ${from} AND thing_id <= ? ORDER BY thing_id`, [product, computedAt, kind, after, page.at(-1)!.thing_id]);
        found.push(...rows.map((row): LookedAt => ({ kind, id: row.thing_id, mark: row.mark, beside: row.beside, isNew: row.is_new === 1 })));
        after = page.at(-1)!.thing_id;
      }
      more = sizes.length === ROWS_A_PAGE;
    }
  }
  return found;
}

async function saveIncrement(product: string, computedAt: string, increment: Increment): Promise<void> {
  const run = await currentRun(product, computedAt);
  await forgetIssues(product, run, increment.forgotten);
  const rows = classedRun({ engineVersion: '', computedAt, signals: 0, ...increment, themes: [], themeIssues: [] }, await readClasses(product));
  await insertRows(
    { table: 'assignments', columns: ['product', 'run_no', 'signal_id', 'theme_id', 'fit', 'visibility'], update: [] },
    rows.assignments.map((one) => [product, run, one.signal, one.theme ?? null, one.fit, one.visibility ?? 'open']),
  );
  await insertRows(
    { table: 'digests', columns: ['run_no', ...DIGEST_COLUMNS], update: DIGEST_COLUMNS },
    [...rows.digests].map((one) => [run, product, one.issue, one.engineVersion, one.computedAt, one.visibility, searchabilityText(one.searchability), evidenceTuples(one.evidence), themeTuples(one.themes)]),
  );
  const linked = increment.lookedAt.filter((one) => one.kind === 'signal').map((one) => one.id);
  await insertRows(
    { table: 'links', columns: ['product', 'run_no', 'signal_id', 'visibility', 'best'], update: ['visibility', 'best'] },
    linked.map((signal) => [product, run, signal, rows.links.get(signal)?.[0]?.visibility ?? 'open', linkTuples(rows.links.get(signal) ?? [])]),
  );
  await insertRows(
    { table: 'looked_at', columns: ['product', 'computed_at', 'thing_kind', 'thing_id', 'mark', 'is_new', 'beside'], update: ['mark', 'beside'] },
    increment.lookedAt.map((one) => [product, computedAt, one.kind, one.id, one.mark, one.isNew ? 1 : 0, JSON.stringify(one.beside)]),
  );
}

async function forgetIssues(product: string, run: number, issues: readonly string[]): Promise<void> {
  for (const some of batchesOf(issues, () => 0, ISSUES_FORGOTTEN_AT_ONCE)) {
    for (const table of ['digests', 'theme_issues']) await write(table, `DELETE FROM ${table} WHERE product = ? AND run_no = ? AND issue_id IN (${marks(some.length)})`, [product, run, ...some]);
    await forgetLinks(product, run, new Set(some));
  }
}

/** Signals keep their other links; which of them a link names stands in its text. */
async function forgetLinks(product: string, run: number, issues: ReadonlySet<string>): Promise<void> {
  const names = [...issues].map((id) => JSON.stringify(id));
  const text = `SELECT signal_id, best FROM links WHERE product = ? AND run_no = ? AND signal_id > ? AND (${names.map(() => 'INSTR(best, ?) > 0').join(' OR ')}) ORDER BY signal_id LIMIT ${ROWS_A_PAGE}`;
  for (let after = '', more = true; more; ) {
    const rows = await selectRows('links', LinkRow, text, [product, run, after, ...names]);
    for (const row of rows) {
      const kept = linksOf(row).filter((link) => !issues.has(link.issue)).map((link, at) => ({ ...link, rank: at + 1 }));
      await write('links', 'UPDATE links SET best = ? WHERE product = ? AND run_no = ? AND signal_id = ?', [linkTuples(kept), product, run, row.signal_id]);
    }
    after = rows.at(-1)?.signal_id ?? after;
    more = rows.length === ROWS_A_PAGE;
  }
}

/** @throws StoreUnavailable when another run has taken its place */
async function currentRun(product: string, computedAt: string): Promise<number> {
  const pointer = await findPointer(product);
  if (pointer?.computed_at !== computedAt) throw new StoreUnavailable('engine_runs: another run of this product has taken its place');
  return pointer.run_no;
}

async function countSignals(product: string, computedAt: string, signals: number): Promise<void> {
  await write('engine_runs', 'UPDATE engine_runs SET signals = ? WHERE product = ? AND computed_at = ?', [signals, product, computedAt]);
}

async function removeOld(product: string, current: string): Promise<void> {
  for (const table of ['engine_shelves', 'looked_at']) await write(table, `DELETE FROM ${table} WHERE product = ? AND computed_at < ?`, [product, current]);
}
