import { z } from 'zod';
import { ItemChanged } from '../../domain/closing-errors';
import { BadInput } from '../../domain/errors';
import type { Batch, SweepItem } from '../../domain/sweep';
import { DAY_IN_MS, epochMs, isoTime } from '../../domain/time';
import type { SourceVolume, SweepStore } from '../../ports/sweep-store';
import { count } from './columns';
import { contentHash } from './content-hash';
import { insertRows } from './insert-rows';
import { closingSettings } from './closing-settings';
import { verdictStore } from './closing-verdicts';
import { BatchBody, batchOf, ItemBody, itemOf, MarkBody, markOf } from './sweep-rows';
import { changeRows, marks, selectRows, whole, type Value } from './statement';

const ITEMS_A_PAGE = 500;
const Id = z.object({ item_id: z.string() });
const Volume = z.object({ source: z.string(), last7: count, before28: count, last28: count, before112: count });
const Lease = z.object({ fence: count, held_until: z.string() });
const Count = z.object({ n: count });

/** Sweeps in SQL. */
export function sweepStore(): SweepStore {
  return {
    ...closingSettings(), ...verdictStore(), takeLease, holdsLease, releaseLease, saveBatch, listBatches, addItem, saveItem, findItem, listItems, listItemsOfIssue, saveMark, listMarks, marksOfIssue,
    countSaid, countVolumes,
  };
}

const takeLease: SweepStore['takeLease'] = async (name, now, seconds) => {
  await insertRows({ table: 'closing_leases', columns: ['lease', 'fence', 'held_until'], update: [] }, [[name, 0, '']]);
  const held = await findLease(name);
  if (held === undefined || held.held_until > now) return undefined;
  const until = isoTime(epochMs(now) + seconds * 1_000);
  const taken = await changeRows('closing_leases', 'UPDATE closing_leases SET fence = ?, held_until = ? WHERE lease = ? AND fence = ?', [held.fence + 1, until, name, held.fence]);
  return taken === 1 ? held.fence + 1 : undefined;
};

const holdsLease: SweepStore['holdsLease'] = async (name, fence, now) => {
  const held = await findLease(name);
  return held !== undefined && held.fence === fence && held.held_until > now;
};

const releaseLease: SweepStore['releaseLease'] = async (name, fence) => {
  await changeRows('closing_leases', `UPDATE closing_leases SET held_until = '' WHERE lease = ? AND fence = ?`, [name, fence]);
};

async function findLease(name: string): Promise<z.output<typeof Lease> | undefined> {
  return (await selectRows('closing_leases', Lease, 'SELECT fence, held_until FROM closing_leases WHERE lease = ?', [name]))[0];
}

async function saveBatch(batch: Batch): Promise<void> {
  await insertRows({ table: 'closing_batches', columns: ['batch_id', 'product', 'planned_at', 'body'], update: ['planned_at', 'body'] }, [[batch.id, batch.product, batch.plannedAt, JSON.stringify(batch)]]);
}

const listBatches: SweepStore['listBatches'] = async (product, limit) => {
  const text = `SELECT body FROM closing_batches WHERE product = ? ORDER BY planned_at DESC, batch_id DESC LIMIT ${whole(limit)}`;
  return (await selectRows('closing_batches', BatchBody, text, [product])).map(batchOf);
};

async function addItem(item: SweepItem): Promise<void> {
  await insertRows({ table: 'closing_items', columns: ['item_id', 'product', 'issue_id', 'state', 'revision', 'body'], update: [] }, [[item.id, item.product, item.issue, item.state, item.revision, JSON.stringify(item)]]);
}

async function saveItem(item: SweepItem): Promise<void> {
  const text = 'UPDATE closing_items SET state = ?, revision = ?, body = ? WHERE item_id = ? AND revision = ?';
  const changed = await changeRows('closing_items', text, [item.state, item.revision, JSON.stringify(item), item.id, item.revision - 1]);
  if (changed !== 1) throw new ItemChanged(`${item.id} is no longer at revision ${item.revision - 1}`);
}

const findItem: SweepStore['findItem'] = async (id) => (await readItems('SELECT body FROM closing_items WHERE item_id = ?', [id]))[0];

const listItems: SweepStore['listItems'] = (product, states) => readPages(`product = ? AND state IN (${marks(states.length)})`, [product, ...states]);

const listItemsOfIssue: SweepStore['listItemsOfIssue'] = (issue) => readPages('issue_id = ?', [issue]);

/** By id, a page of ids first, so that no answer outgrows its limit. */
async function readPages(where: string, values: readonly Value[]): Promise<readonly SweepItem[]> {
  const items: SweepItem[] = [];
  for (let after = ''; ; ) {
    const ids = await selectRows('closing_items', Id, `SELECT item_id FROM closing_items WHERE item_id > ? AND ${where} ORDER BY item_id LIMIT ${ITEMS_A_PAGE}`, [after, ...values]);
    const last = ids.at(-1);
    if (last === undefined) return items;
    items.push(...(await readItems(`SELECT body FROM closing_items WHERE item_id > ? AND item_id <= ? AND ${where} ORDER BY item_id`, [after, last.item_id, ...values])));
    if (ids.length < ITEMS_A_PAGE) return items;
    after = last.item_id;
  }
}

async function readItems(text: string, values: readonly Value[]): Promise<readonly SweepItem[]> {
  return (await selectRows('closing_items', ItemBody, text, values)).map(itemOf);
}

const saveMark: SweepStore['saveMark'] = async (mark) => {
  const id = contentHash([mark.product, mark.issue, mark.kind, mark.by, mark.at]);
  await insertRows({ table: 'closing_marks', columns: ['mark_id', 'product', 'issue_id', 'body'], update: [] }, [[id, mark.product, mark.issue, JSON.stringify(mark)]]);
};

/** A mark is some 200 bytes: 10,000 of them fit one answer. */
const MARKS_READ = 10_000;
const listMarks: SweepStore['listMarks'] = async (product) => {
  const rows = await selectRows('closing_marks', MarkBody, `SELECT body FROM closing_marks WHERE product = ? ORDER BY mark_id LIMIT ${MARKS_READ}`, [product]);
  // Fewer marks than there are would leave kept items unprotected.
  if (rows.length === MARKS_READ) throw new BadInput('store:closing_marks', '(whole)', `more than ${MARKS_READ} marks`);
  return rows.map(markOf);
};

const marksOfIssue: SweepStore['marksOfIssue'] = async (issue) => (await selectRows('closing_marks', MarkBody, 'SELECT body FROM closing_marks WHERE issue_id = ?', [issue])).map(markOf);

const countSaid: SweepStore['countSaid'] = async (product) => {
  const text = `SELECT COUNT(*) AS n FROM signals WHERE product = ? AND kind = 'said' AND body IS NOT NULL AND removed_at IS NULL`;
  return (await selectRows('signals', Count, text, [product]))[0]?.n ?? 0;
};

const countVolumes: SweepStore['countVolumes'] = async (product, now): Promise<readonly SourceVolume[]> => {
  const back = (days: number): string => isoTime(epochMs(now) - days * DAY_IN_MS);
  const between = 'SUM(CASE WHEN said_at >= ? AND said_at < ? THEN 1 ELSE 0 END)';
  const text = `SELECT source, ${between} AS last7, ${between} AS before28, ${between} AS last28, ${between} AS before112 FROM signals
    WHERE product = ? AND removed_at IS NULL AND said_at >= ? GROUP BY source`;
  return selectRows('signals', Volume, text, [back(7), now, back(35), back(7), back(28), now, back(140), back(28), product, back(140)]);
};
