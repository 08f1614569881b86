import { z } from 'zod';
import type { NotAnalysed } from '../../domain/reading';
import type { AgentStore, ReadingTask } from '../../ports/agent-store';
import { StoredReading } from './agent-rows';
import { count, jsonColumn } from './columns';
import { insertRows } from './insert-rows';
import { VALUES_PER_IN } from './limits';
import { changeRows, marks, selectRows, whole, write } from './statement';

type Readings = Pick<AgentStore, 'queueReadings' | 'dropWaiting' | 'nextReadings' | 'takeReading' | 'returnReading' | 'saveReading' | 'park' | 'parkLost' | 'readAgain' | 'listReadings' | 'progress'>;

const Task = z.object({ signal_id: z.string(), read_hash: z.string(), issues: jsonColumn(z.array(z.string())), size: count });
const Known = z.object({ signal_id: z.string(), read_hash: z.string() });
const Waiting = z.object({ signal_id: z.string() });
const Read = z.object({ body: jsonColumn(StoredReading) });
const State = z.object({ state: z.string(), n: count });
const NotRead = z.enum(['waiting', 'asked', 'refused', 'wrong-shape', 'truncated', 'too-large', 'not-accepted', 'answer-lost', 'unproven']);
const PAGE = 2_000;

/** The line of signals to read, and what was read. The state of a row moves waiting → asked → read or parked; only a person moves it back. */
export function agentReadings(): Readings {
  return { queueReadings, dropWaiting, nextReadings, takeReading, returnReading, saveReading, park, parkLost, readAgain, listReadings, progress };
}

async function queueReadings(product: string, tasks: readonly ReadingTask[]): Promise<void> {
  for (let at = 0; at < tasks.length; at += VALUES_PER_IN) {
    const some = tasks.slice(at, at + VALUES_PER_IN);
    const known = await selectRows('agent_readings', Known, `SELECT signal_id, read_hash FROM agent_readings WHERE product = ? AND signal_id IN (${marks(some.length)})`, [product, ...some.map((one) => one.signal)]);
    const hashes = new Map(known.map((row) => [row.signal_id, row.read_hash]));
    const changed = some.filter((one) => hashes.get(one.signal) !== one.hash);
    const columns = ['product', 'signal_id', 'read_hash', 'state', 'size', 'asked_at', 'issues', 'body'];
    await insertRows({ table: 'agent_readings', columns, update: columns.slice(2) }, changed.map((one) => [product, one.signal, one.hash, 'waiting', one.size, null, JSON.stringify(one.issues), null]));
  }
}

async function dropWaiting(product: string, keep: ReadonlySet<string>): Promise<void> {
  let after = '';
  for (;;) {
    const rows = await selectRows('agent_readings', Waiting, `SELECT signal_id FROM agent_readings WHERE product = ? AND state = 'waiting' AND signal_id > ? ORDER BY signal_id LIMIT ${whole(PAGE)}`, [product, after]);
    const gone = rows.map((row) => row.signal_id).filter((signal) => !keep.has(signal));
    for (let at = 0; at < gone.length; at += VALUES_PER_IN) {
      const some = gone.slice(at, at + VALUES_PER_IN);
      await write('agent_readings', `DELETE FROM agent_readings WHERE product = ? AND state = 'waiting' AND signal_id IN (${marks(some.length)})`, [product, ...some]);
    }
    if (rows.length < PAGE) return;
    after = rows.at(-1)!.signal_id;
  }
}

async function nextReadings(product: string, limit: number): Promise<readonly ReadingTask[]> {
  const rows = await selectRows('agent_readings', Task, `SELECT signal_id, read_hash, issues, size FROM agent_readings WHERE product = ? AND state = 'waiting' ORDER BY size, signal_id LIMIT ${whole(limit)}`, [product]);
  return rows.map((row) => ({ signal: row.signal_id, hash: row.read_hash, issues: row.issues, size: row.size }));
}

const takeReading: Readings['takeReading'] = async (product, { signal, hash }, at) =>
  (await changeRows('agent_readings', "UPDATE agent_readings SET state = 'asked', asked_at = ? WHERE product = ? AND signal_id = ? AND read_hash = ? AND state = 'waiting'", [at, product, signal, hash])) > 0;

const returnReading: Readings['returnReading'] = (product, { signal, hash }) =>
  write('agent_readings', "UPDATE agent_readings SET state = 'waiting', asked_at = NULL WHERE product = ? AND signal_id = ? AND read_hash = ? AND state = 'asked'", [product, signal, hash]);

/** A text that changed while it was read is read again: an answer to what it was is not kept. */
const saveReading: Readings['saveReading'] = (product, reading) =>
  write('agent_readings', "UPDATE agent_readings SET state = 'read', body = ? WHERE product = ? AND signal_id = ? AND read_hash = ?", [JSON.stringify(reading), product, reading.signal, reading.hash]);

const park: Readings['park'] = (product, { signal, hash }, why) =>
  write('agent_readings', 'UPDATE agent_readings SET state = ? WHERE product = ? AND signal_id = ? AND read_hash = ?', [why, product, signal, hash]);

const parkLost: Readings['parkLost'] = (product, before) =>
  changeRows('agent_readings', "UPDATE agent_readings SET state = 'answer-lost' WHERE product = ? AND state = 'asked' AND asked_at < ?", [product, before]);

const readAgain: Readings['readAgain'] = (product) =>
  changeRows('agent_readings', "UPDATE agent_readings SET state = 'waiting', asked_at = NULL WHERE product = ? AND state NOT IN ('waiting', 'asked', 'read')", [product]);

const listReadings: Readings['listReadings'] = async (product, signals) => {
  const found: z.output<typeof StoredReading>[] = [];
  for (let at = 0; at < signals.length; at += VALUES_PER_IN) {
    const some = signals.slice(at, at + VALUES_PER_IN);
    const rows = await selectRows('agent_readings', Read, `SELECT body FROM agent_readings WHERE product = ? AND state = 'read' AND signal_id IN (${marks(some.length)})`, [product, ...some]);
    found.push(...rows.map((row) => row.body));
  }
  return found;
};

const progress: Readings['progress'] = async (product) => {
  const rows = await selectRows('agent_readings', State, 'SELECT state, COUNT(*) AS n FROM agent_readings WHERE product = ? GROUP BY state', [product]);
  const byState = new Map(rows.map((row) => [row.state, row.n]));
  const parked = NotRead.options.filter((state) => state !== 'waiting' && byState.has(state)).map((state): [NotAnalysed, number] => [state, byState.get(state)!]);
  return { read: byState.get('read') ?? 0, waiting: byState.get('waiting') ?? 0, parked: Object.fromEntries(parked) };
};
