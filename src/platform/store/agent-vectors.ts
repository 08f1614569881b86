import { z } from 'zod';
import type { VectorBlock, VectorEntry, VectorStore } from '../../ports/vector-store';
import { jsonColumn } from './columns';
import { insertRows } from './insert-rows';
import { VALUES_PER_IN } from './limits';
import { marks, changeRows, selectRows, whole, write } from './statement';

const STATES = ['embedded', 'waiting', 'asked', 'refused', 'wrong-shape', 'truncated', 'too-large', 'not-accepted', 'answer-lost', 'unproven'] as const;
const Entries = jsonColumn(z.array(z.tuple([z.string(), z.string()])));
const Block = z.object({ block_id: z.string(), model: z.string(), state: z.enum(STATES), entries: Entries });
const Listed = z.object({ entries: Entries });
const Body = z.object({ block_id: z.string(), entries: Entries, body: z.string() });
/** Texts of a block are forgotten rarely: a second writer in between is met once, not for ever. */
const TRIES = 5;
/** Blocks in one answer: 64 vectors of 4,096 values, the longest taken, are 350 kB as text. */
const PAGE = { blocks: 100, bodies: 6 };

/** Vectors in blocks: JSON of hashes and ids, and one text of all their bytes. */
export function agentVectors(): VectorStore {
  return { listBlocks, queueBlocks, dropBlocks, takeBlock, returnBlock, saveBlock, parkBlock, parkLostBlocks, askBlocksAgain, forgetEntries, readVectors };
}

async function listBlocks(product: string): Promise<readonly VectorBlock[]> {
  const found: VectorBlock[] = [];
  for (let after = ''; ; ) {
    const rows = await selectRows('agent_vectors', Block, `SELECT block_id, model, state, entries FROM agent_vectors WHERE product = ? AND block_id > ? ORDER BY block_id LIMIT ${whole(PAGE.blocks)}`, [product, after]);
    found.push(...rows.map(({ block_id: id, model, state, entries }) => ({ id, model, state, entries: entriesOf(entries) })));
    if (rows.length < PAGE.blocks) return found;
    after = rows.at(-1)!.block_id;
  }
}

const queueBlocks: VectorStore['queueBlocks'] = (product, blocks) =>
  insertRows(
    { table: 'agent_vectors', columns: ['product', 'block_id', 'model', 'state', 'asked_at', 'entries', 'body'], update: [] },
    blocks.map(({ id, model, entries }) => [product, id, model, 'waiting', null, entriesText(entries), null]),
  );

const dropBlocks: VectorStore['dropBlocks'] = async (product, ids) => {
  for (let at = 0; at < ids.length; at += VALUES_PER_IN) {
    const some = ids.slice(at, at + VALUES_PER_IN);
    await write('agent_vectors', `DELETE FROM agent_vectors WHERE product = ? AND block_id IN (${marks(some.length)})`, [product, ...some]);
  }
};

const takeBlock: VectorStore['takeBlock'] = async (product, id, at) =>
  (await changeRows('agent_vectors', "UPDATE agent_vectors SET state = 'asked', asked_at = ? WHERE product = ? AND block_id = ? AND state = 'waiting'", [at, product, id])) > 0;

const returnBlock: VectorStore['returnBlock'] = (product, id) =>
  write('agent_vectors', "UPDATE agent_vectors SET state = 'waiting', asked_at = NULL WHERE product = ? AND block_id = ? AND state = 'asked'", [product, id]);

/** A text that was forgotten while its block was asked gets no vector; the compare keeps two writers from mixing texts and vectors up. */
const saveBlock: VectorStore['saveBlock'] = async (product, { id, entries }, vectors) => {
  const made = new Map(entries.map((entry, at) => [entry.about, vectors[at]!]));
  for (let left = 0; ; ) {
    const [row] = await selectRows('agent_vectors', Listed, 'SELECT entries FROM agent_vectors WHERE product = ? AND block_id = ?', [product, id]);
    const kept = row === undefined ? [] : entriesOf(row.entries).filter((entry) => made.has(entry.about));
    if (row === undefined || kept.length === 0) return dropBlocks(product, [id]);
    const text = "UPDATE agent_vectors SET state = 'embedded', entries = ?, body = ? WHERE product = ? AND block_id = ? AND entries = ?";
    if ((await changeRows('agent_vectors', text, [entriesText(kept), bytesText(kept.map((entry) => made.get(entry.about)!)), product, id, entriesText(entriesOf(row.entries))])) > 0 || (left += 1) === TRIES) return;
  }
};

const parkBlock: VectorStore['parkBlock'] = (product, id, why) =>
  write('agent_vectors', 'UPDATE agent_vectors SET state = ? WHERE product = ? AND block_id = ?', [why, product, id]);

const parkLostBlocks: VectorStore['parkLostBlocks'] = (product, before) =>
  write('agent_vectors', "UPDATE agent_vectors SET state = 'answer-lost' WHERE product = ? AND state = 'asked' AND asked_at < ?", [product, before]);

const askBlocksAgain: VectorStore['askBlocksAgain'] = (product) =>
  write('agent_vectors', "UPDATE agent_vectors SET state = 'waiting', asked_at = NULL WHERE product = ? AND state NOT IN ('waiting', 'asked', 'embedded')", [product]);

const forgetEntries: VectorStore['forgetEntries'] = async (product, about) => {
  const gone = new Set(about);
  for (const { id, entries } of await listBlocks(product)) {
    if (!entries.some((entry) => gone.has(entry.about))) continue;
    const kept = entries.map((entry, at) => ({ entry, at })).filter(({ entry }) => !gone.has(entry.about));
    const [row] = await selectRows('agent_vectors', Body.extend({ body: z.string().nullable() }), 'SELECT block_id, entries, body FROM agent_vectors WHERE product = ? AND block_id = ?', [product, id]);
    const vectors = row?.body === null || row === undefined ? undefined : vectorsOf(row.body, entries.length);
    if (kept.length === 0) await dropBlocks(product, [id]);
    else await write('agent_vectors', 'UPDATE agent_vectors SET entries = ?, body = ? WHERE product = ? AND block_id = ?', [entriesText(kept.map((one) => one.entry)), vectors === undefined ? null : bytesText(kept.map(({ at }) => vectors[at]!)), product, id]);
  }
};

async function readVectors(product: string, model: string): Promise<ReadonlyMap<string, Int8Array>> {
  const found = new Map<string, Int8Array>();
  for (let after = ''; ; ) {
    const text = `SELECT block_id, entries, body FROM agent_vectors WHERE product = ? AND model = ? AND state = 'embedded' AND block_id > ? ORDER BY block_id LIMIT ${whole(PAGE.bodies)}`;
    const rows = await selectRows('agent_vectors', Body, text, [product, model, after]);
    for (const { entries, body } of rows) vectorsOf(body, entries.length).forEach((vector, at) => found.set(entries[at]![0], vector));
    if (rows.length < PAGE.bodies) return found;
    after = rows.at(-1)!.block_id;
  }
}

function entriesOf(entries: readonly (readonly [string, string])[]): VectorEntry[] {
  return entries.map(([hash, about]) => ({ hash, about }));
}

function entriesText(entries: readonly VectorEntry[]): string {
  return JSON.stringify(entries.map(({ hash, about }) => [hash, about]));
}

function bytesText(vectors: readonly Int8Array[]): string {
  return Buffer.concat(vectors.map((one) => Buffer.from(one.buffer, one.byteOffset, one.byteLength))).toString('base64');
}

function vectorsOf(body: string, count: number): Int8Array[] {
  const bytes = Int8Array.from(Buffer.from(body, 'base64'), (value) => (value << 24) >> 24);
  const length = count === 0 ? 0 : bytes.length / count;
  return Array.from({ length: count }, (_, at) => bytes.subarray(at * length, (at + 1) * length));
}
