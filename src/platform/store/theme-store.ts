import { z } from 'zod';
import type { Signal } from '../../domain/signal';
import type { ThemeEdit } from '../../domain/theme-edit';
import type { Page } from '../../ports/stores';
import type { MemberQuery, ThemeStore } from '../../ports/theme-store';
import { count, jsonColumn } from './columns';
import { findPointer } from './current-run';
import { AssignmentRow, assignmentOf, themeText } from './evidence-rows';
import { insertRows } from './insert-rows';
import { findDigest, removeOldDigests, saveDigest, StoredTheme } from './product-digests';
import { SIGNAL_VALUES, signalOf, SignalRow } from './signal-rows';
import { selectRows, whole, write, type Value } from './statement';

const Change = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('rename'), theme: z.string(), label: z.string() }),
  z.object({ kind: z.literal('merge'), from: z.string(), into: z.string() }),
  z.object({ kind: z.literal('split'), theme: z.string(), newTheme: z.string(), label: z.string(), signals: z.array(z.string()) }),
  z.object({ kind: z.literal('move'), signal: z.string(), theme: z.string().nullable() }),
]);
const Edited = z.object({
  change: Change,
  before: z.object({ themes: z.array(StoredTheme), places: z.array(z.tuple([z.string(), z.string().nullable()])) }),
});
const EditRow = z.object({ product: z.string(), edit_id: z.string(), edited_at: z.string(), edited_by: z.string(), change_text: jsonColumn(Edited) });
const EDIT_COLUMNS = 'product, edit_id, edited_at, edited_by, change_text';
const EDITS_A_PAGE = 500;
const Count = z.object({ n: count });

export function themeStore(): ThemeStore {
  return { saveEdit, removeEdit, listEdits, changeRun, findPlace, listMembers, countMembers, pageMemberIds, saveDigest, findDigest, removeOldDigests };
}

async function saveEdit(edit: ThemeEdit): Promise<void> {
  const columns = ['product', 'edit_id', 'edited_at', 'edited_by', 'change_text'];
  await insertRows({ table: 'theme_edits', columns, update: [] }, [[edit.product, edit.id, edit.at, edit.by, JSON.stringify({ change: edit.change, before: edit.before })]]);
}

async function removeEdit(product: string, id: string): Promise<ThemeEdit | undefined> {
  const [row] = await selectRows('theme_edits', EditRow, `SELECT ${EDIT_COLUMNS} FROM theme_edits WHERE product = ? AND edit_id = ?`, [product, id]);
  if (row === undefined) return undefined;
  await write('theme_edits', 'DELETE FROM theme_edits WHERE product = ? AND edit_id = ?', [product, id]);
  return editOf(row);
}

async function listEdits(product: string): Promise<readonly ThemeEdit[]> {
  const edits: ThemeEdit[] = [];
  for (let after = ''; ; ) {
    const text = `SELECT ${EDIT_COLUMNS} FROM theme_edits WHERE product = ? AND edit_id > ? ORDER BY edit_id LIMIT ${EDITS_A_PAGE}`;
    const rows = await selectRows('theme_edits', EditRow, text, [product, after]);
    edits.push(...rows.map(editOf));
    const last = rows.at(-1);
    if (last === undefined || rows.length < EDITS_A_PAGE) return edits.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : a.id < b.id ? -1 : 1));
    after = last.edit_id;
  }
}

function editOf(row: z.output<typeof EditRow>): ThemeEdit {
  return { id: row.edit_id, product: row.product, at: row.edited_at, by: row.edited_by, ...row.change_text };
}

const changeRun: ThemeStore['changeRun'] = async (product, { themes, removed, places }) => {
  const pointer = await findPointer(product);
  if (pointer === undefined) return;
  const run = pointer.run_no;
  const columns = ['product', 'run_no', 'theme_id', 'signals', 'open_signals', 'body'];
  await insertRows({ table: 'themes', columns, update: ['signals', 'open_signals', 'body'] }, themes.map((theme) => [product, run, theme.id, theme.signals, theme.openSignals ?? theme.signals, themeText(theme)]));
  await insertRows(
    { table: 'assignments', columns: ['product', 'run_no', 'signal_id', 'theme_id', 'fit', 'visibility'], update: ['theme_id'] },
    places.map((place) => [product, run, place.signal, place.theme ?? null, place.fit, place.visibility ?? 'open']),
  );
  for (const theme of removed) await write('themes', 'DELETE FROM themes WHERE product = ? AND run_no = ? AND theme_id = ?', [product, run, theme]);
};

const findPlace: ThemeStore['findPlace'] = async (product, signal) => {
  const text = `SELECT a.signal_id, a.theme_id, a.fit, a.visibility FROM assignments a
    INNER JOIN engine_runs r ON r.product = a.product AND r.run_no = a.run_no WHERE a.product = ? AND a.signal_id = ?`;
  const [row] = await selectRows('assignments', AssignmentRow, text, [product, signal]);
  return row === undefined ? undefined : assignmentOf(row);
};

/** The members' part of a statement, from the current run. */
function membersOf({ product, theme, source, from: since, to }: MemberQuery): { readonly from: string; readonly values: readonly Value[] } {
  const from = `FROM assignments a INNER JOIN engine_runs r ON r.product = a.product AND r.run_no = a.run_no
    INNER JOIN signals s ON s.product = a.product AND s.signal_id = a.signal_id
    WHERE a.product = ? AND ${theme === null ? 'a.theme_id IS NULL' : 'a.theme_id = ?'}${source === undefined ? '' : ' AND s.source = ?'}${since === undefined ? '' : ' AND s.said_at >= ?'}${to === undefined ? '' : ' AND s.said_at < ?'} AND s.removed_at IS NULL`;
  return { from, values: [product, ...[theme ?? undefined, source, since, to].filter((value) => value !== undefined)] };
}

const listMembers: ThemeStore['listMembers'] = async (query, { offset, limit }) => {
  const { from, values } = membersOf(query);
  const columns = ['signal_id', ...SIGNAL_VALUES].map((column) => `s.${column}`).join(', ');
  const text = `SELECT ${columns} ${from} AND s.visibility = 'open' ORDER BY s.said_at DESC, s.signal_id LIMIT ${whole(limit)} OFFSET ${whole(offset)}`;
  return (await selectRows('assignments', SignalRow, text, values)).map(signalOf);
};

const countMembers: ThemeStore['countMembers'] = async (query, visibility = 'open') => {
  const { from, values } = membersOf(query);
  const [row] = await selectRows('assignments', Count, `SELECT COUNT(*) AS n ${from} AND s.visibility = ?`, [...values, visibility]);
  return row?.n ?? 0;
};

/** Columns without words: a theme of thousands must be counted within one click. */
const WORDLESS = ['s.signal_id', 's.source', 's.said_at', 's.kind', 's.author', 's.account', 's.visibility'];
const WordlessRow = SignalRow.pick({ signal_id: true, source: true, said_at: true, kind: true, author: true, account: true, visibility: true });

const pageMemberIds: ThemeStore['pageMemberIds'] = async (query, after, limit): Promise<Page<Signal>> => {
  const { from, values } = membersOf(query);
  const text = `SELECT ${WORDLESS.join(', ')} ${from} AND a.signal_id > ? ORDER BY a.signal_id LIMIT ${whole(limit)}`;
  const rows = await selectRows('assignments', WordlessRow, text, [...values, after ?? '']);
  const last = rows.at(-1);
  const none = { title: null, body: null, event: null, locale: null, url: null, rating: null, amount: null, status: null, app_version: null, reactions: null };
  return { rows: rows.map((row) => signalOf({ ...none, ...row })), ...(last === undefined || rows.length < limit ? {} : { next: last.signal_id }) };
};
