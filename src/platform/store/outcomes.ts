import { z } from 'zod';
import { measureKey } from '../../domain/outcome';
import type { Moment, OutcomeKey, OutcomeStore } from '../../ports/outcome-store';
import { jsonColumn, visibility } from './columns';
import { contentHash } from './content-hash';
import { batchesOf, insertRows } from './insert-rows';
import { adverseOf, BodyRow, confirmationOf, contractOf, outcomeOf } from './outcome-rows';
import { VALUES_PER_IN } from './limits';
import { present } from './present';
import { marks, selectRows, whole, write, type Value } from './statement';

/** A list is kept in rows of this many ids, some 30 kB each. */
const IDS_A_ROW = 500;
/** An outcome without its lists is some 4 kB, a contract at most some 300 kB (a ring of 5,000 accounts). */
const OUTCOMES_A_PAGE = 300;
const CONTRACTS_A_PAGE = 8;

const ListRow = z.object({ seq: z.number(), ids: jsonColumn(z.array(z.string())) });
const MomentRow = z.object({
  signal_id: z.string(), source: z.string(), said_at: z.string(), kind: z.enum(['said', 'did']), event: z.string().nullable(), author: z.string().nullable(),
  account: z.string().nullable(), app_version: z.string().nullable(), visibility, theme_id: z.string().nullable(),
});

const EventRow = z.object({ event: z.string() });
const EVENTS_SHOWN = 200;

export function outcomeStore(): OutcomeStore {
  return {
    saveContract, findContract, listContracts, saveOutcomes, listOutcomes, outcomesOfIssue, pageMembers, saveConfirmation, listConfirmations,
    saveAdverse, listAdverse, listEvents, pageMoments,
  };
}

const saveContract: OutcomeStore['saveContract'] = async (contract) => {
  const columns = ['contract_id', 'product', 'release_id', 'released_at', 'body'];
  const { id, product, release } = contract;
  await insertRows({ table: 'outcome_contracts', columns, update: ['body'] }, [[id, product, release.id, release.releasedAt, JSON.stringify(contract)]]);
};

const findContract: OutcomeStore['findContract'] = async (id) => {
  const [row] = await selectRows('outcome_contracts', BodyRow, 'SELECT body FROM outcome_contracts WHERE contract_id = ?', [id]);
  return row === undefined ? undefined : contractOf(row);
};

const listContracts: OutcomeStore['listContracts'] = async (product) => {
  const rows = await selectAll(CONTRACTS_A_PAGE, 'outcome_contracts', 'SELECT body FROM outcome_contracts WHERE product = ? ORDER BY released_at DESC, contract_id DESC', [product]);
  return rows.map(contractOf);
};

const saveOutcomes: OutcomeStore['saveOutcomes'] = async (product, judged) => {
  const rows = judged.map((one) => ({ ...one, id: outcomeId(product, { ...one.outcome, measure: measureKey(one.outcome.measure) }) }));
  const lists = rows.flatMap(({ id, members }) => (['before', 'after'] as const).flatMap((side) => batchesOf(members[side], () => 0, IDS_A_ROW).map((ids, seq): Value[] => [id, side, seq, JSON.stringify(ids)])));
  for (const some of batchesOf(rows, () => 0, VALUES_PER_IN)) await write('outcome_lists', `DELETE FROM outcome_lists WHERE outcome_id IN (${marks(some.length)})`, some.map((one) => one.id));
  await insertRows({ table: 'outcome_lists', columns: ['outcome_id', 'side', 'seq', 'ids'], update: ['ids'] }, lists);
  const columns = ['outcome_id', 'product', 'contract_id', 'issue_id', 'body'];
  await insertRows({ table: 'outcomes', columns, update: ['body'] }, rows.map(({ id, outcome }) => [id, product, outcome.contract, outcome.issue, JSON.stringify(outcome)]));
};

const listOutcomes: OutcomeStore['listOutcomes'] = async (product, contract) => {
  const only = contract === undefined ? '' : ' AND contract_id = ?';
  const rows = await selectAll(OUTCOMES_A_PAGE, 'outcomes', `SELECT body FROM outcomes WHERE product = ?${only} ORDER BY outcome_id`, contract === undefined ? [product] : [product, contract]);
  return rows.map(outcomeOf);
};

const outcomesOfIssue: OutcomeStore['outcomesOfIssue'] = async (product, issue) => {
  const rows = await selectAll(OUTCOMES_A_PAGE, 'outcomes', 'SELECT body FROM outcomes WHERE product = ? AND issue_id = ? ORDER BY outcome_id', [product, issue]);
  return rows.map(outcomeOf);
};

/** `after` is the row of ids read last. */
const pageMembers: OutcomeStore['pageMembers'] = async (product, key, window, after) => {
  const seq = after === undefined ? 0 : Number(after) + 1;
  const text = 'SELECT seq, ids FROM outcome_lists WHERE outcome_id = ? AND side = ? AND seq >= ? ORDER BY seq LIMIT 2';
  const [row, further] = await selectRows('outcome_lists', ListRow, text, [outcomeId(product, key), window, seq]);
  return { rows: row?.ids ?? [], ...(row === undefined || further === undefined ? {} : { next: String(row.seq) }) };
};

const saveConfirmation: OutcomeStore['saveConfirmation'] = async (product, confirmation) => {
  const said = confirmation;
  const columns = ['confirmation_id', 'product', 'contract_id', 'body'];
  const id = contentHash([product, said.contract, said.issue, said.how, said.helped, said.by, said.account, said.signal]);
  await insertRows({ table: 'outcome_confirmations', columns, update: [] }, [[id, product, confirmation.contract, JSON.stringify(confirmation)]]);
};

const listConfirmations: OutcomeStore['listConfirmations'] = async (product, contract) => {
  const text = 'SELECT body FROM outcome_confirmations WHERE product = ? AND contract_id = ? ORDER BY confirmation_id';
  return (await selectAll(OUTCOMES_A_PAGE, 'outcome_confirmations', text, [product, contract])).map(confirmationOf);
};

const saveAdverse: OutcomeStore['saveAdverse'] = async (product, adverse) => {
  const columns = ['product', 'contract_id', 'theme_id', 'body'];
  await insertRows({ table: 'outcome_adverse', columns, update: [] }, [[product, adverse.contract, adverse.theme, JSON.stringify(adverse)]]);
};

const listAdverse: OutcomeStore['listAdverse'] = async (product, contract) => {
  const only = contract === undefined ? '' : ' AND contract_id = ?';
  const text = `SELECT body FROM outcome_adverse WHERE product = ?${only} ORDER BY contract_id, theme_id`;
  return (await selectAll(OUTCOMES_A_PAGE, 'outcome_adverse', text, contract === undefined ? [product] : [product, contract])).map(adverseOf);
};

const listEvents: OutcomeStore['listEvents'] = async (product) => {
  const text = `SELECT DISTINCT event FROM signals WHERE product = ? AND removed_at IS NULL AND event IS NOT NULL AND visibility <> ? ORDER BY event LIMIT ${whole(EVENTS_SHOWN)}`;
  return (await selectRows('signals', EventRow, text, [product, 'hidden'])).map((row) => row.event);
};

const pageMoments: OutcomeStore['pageMoments'] = async (product, from, after, limit) => {
  const text = `SELECT s.signal_id, s.source, s.said_at, s.kind, s.event, s.author, s.account, s.app_version, s.visibility, a.theme_id FROM signals s
    LEFT JOIN engine_runs r ON r.product = s.product
    LEFT JOIN assignments a ON a.product = s.product AND a.run_no = r.run_no AND a.signal_id = s.signal_id
    WHERE s.product = ? AND s.said_at >= ? AND s.signal_id > ? AND s.removed_at IS NULL ORDER BY s.signal_id LIMIT ${whole(limit)}`;
  const rows = await selectRows('signals', MomentRow, text, [product, from, after ?? '']);
  const last = rows.at(-1);
  return { rows: rows.map(momentOf), ...(last === undefined || rows.length < limit ? {} : { next: last.signal_id }) };
};

function momentOf(row: z.output<typeof MomentRow>): Moment {
  const { signal_id: signal, source, said_at: at, kind, event, author, account } = row;
  return { signal, source, at, kind, visibility: row.visibility, ...present({ event, author, account, version: row.app_version, theme: row.theme_id }) };
}

function outcomeId(product: string, key: OutcomeKey): string {
  return contentHash([product, key.contract, key.issue, key.measure, key.readOut]);
}

/** All rows of an ordered statement, a page at a time so that each answer fits. */
async function selectAll(page: number, table: string, text: string, values: readonly Value[]): Promise<z.output<typeof BodyRow>[]> {
  const all: z.output<typeof BodyRow>[] = [];
  for (;;) {
    const rows = await selectRows(table, BodyRow, `${text} LIMIT ${whole(page)} OFFSET ${whole(all.length)}`, values);
    all.push(...rows);
    if (rows.length < page) return all;
  }
}
