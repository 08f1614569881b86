import { z } from 'zod';
import type { WordingStore } from '../../ports/wording-store';
import { jsonColumn } from './columns';
import { insertRows } from './insert-rows';
import { VALUES_PER_IN } from './limits';
import { marks, selectRows, whole, write } from './statement';

const StoredWording = z.object({ key: z.string(), madeFrom: z.string(), model: z.string(), signals: z.array(z.string()), lines: z.record(z.string(), z.string()).exactOptional() });
const Row = z.object({ body: jsonColumn(StoredWording) });
const PAGE = 500;

/** Sentences of a model for prototypes and invitations. */
export function agentWordings(): WordingStore {
  return { listWordings, findWordings, saveWording, dropWordings };
}

const listWordings: WordingStore['listWordings'] = async (product) => {
  const found: z.output<typeof StoredWording>[] = [];
  for (let after = ''; ; ) {
    const rows = await selectRows('agent_wordings', Row, `SELECT body FROM agent_wordings WHERE product = ? AND wording_key > ? ORDER BY wording_key LIMIT ${whole(PAGE)}`, [product, after]);
    found.push(...rows.map((row) => row.body));
    if (rows.length < PAGE) return found;
    after = found.at(-1)!.key;
  }
};

const findWordings: WordingStore['findWordings'] = async (product, keys) => {
  const found: z.output<typeof StoredWording>[] = [];
  for (let at = 0; at < keys.length; at += VALUES_PER_IN) {
    const some = keys.slice(at, at + VALUES_PER_IN);
    const rows = await selectRows('agent_wordings', Row, `SELECT body FROM agent_wordings WHERE product = ? AND wording_key IN (${marks(some.length)}) ORDER BY wording_key`, [product, ...some]);
    found.push(...rows.map((row) => row.body));
  }
  return found;
};

const saveWording: WordingStore['saveWording'] = (product, wording) =>
  insertRows({ table: 'agent_wordings', columns: ['product', 'wording_key', 'body'], update: ['body'] }, [[product, wording.key, JSON.stringify(wording)]]);

const dropWordings: WordingStore['dropWordings'] = async (product, keys) => {
  for (let at = 0; at < keys.length; at += VALUES_PER_IN) {
    const some = keys.slice(at, at + VALUES_PER_IN);
    await write('agent_wordings', `DELETE FROM agent_wordings WHERE product = ? AND wording_key IN (${marks(some.length)})`, [product, ...some]);
  }
};
