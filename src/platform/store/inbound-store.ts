import { z } from 'zod';
import type { InboundRefusal } from '../../domain/inbound';
import type { InboundStore, WaitingDelivery } from '../../ports/inbound-store';
import { count, jsonColumn, visibility } from './columns';
import { inboundMarks } from './inbound-marks';
import { batchesOf, bytesOfValue, insertRows } from './insert-rows';
import { RESPONSE_BYTES, ROWS_PER_DELETE, VALUES_PER_IN } from './limits';
import { present } from './present';
import { changeRows, marks, selectRows, whole, write } from './statement';

const text = z.string().exactOptional();
const WaitingBody = z.object({
  signals: z.array(
    z.object({
      signal: z.object({
        id: z.string(), source: z.string(), externalId: z.string(), at: z.string(), kind: z.enum(['said', 'did']), title: text, text, event: text, author: text,
        account: text, locale: text, url: text, rating: z.number().exactOptional(), value: z.number().exactOptional(), status: text, version: text, visibility,
      }),
      origin: z.object({ domain: text, organisation: text }),
      revision: text,
    }),
  ),
  gone: z.array(z.string()),
});
const Waiting = z.object({ seq: count, source: z.string(), nonce: z.string(), received_at: z.string(), body: jsonColumn(WaitingBody) });
const Seq = z.object({ seq: count });
const Size = z.object({ seq: count, bytes: count });
const Figures = z.object({ last_at: z.string().nullable(), waiting: count.nullable() });
const Refusal = z.object({
  refused_at: z.string(),
  outcome: z.enum(['accepted', 'not-post', 'no-signature', 'wrong-time', 'unknown-key', 'wrong-signature', 'replayed', 'not-json', 'wrong-record', 'too-many', 'too-large', 'over-limit', 'busy']),
  detail: z.string().nullable(),
});

export function inboundStore(): InboundStore {
  return {
    /** The unique key on the nonce decides who came first, in the same statement that keeps the delivery. */
    accept: async ({ source, nonce, receivedAt, signals, gone }) => {
      const statement = 'INSERT IGNORE INTO inbound_deliveries (source, nonce, received_at, state, records, bytes, body) VALUES (?, ?, ?, ?, ?, ?, ?)';
      const body = JSON.stringify({ signals, gone });
      const values = [source, nonce, receivedAt, 'waiting', signals.length + gone.length, bytesOfValue(body), body];
      return (await changeRows('inbound_deliveries', statement, values)) === 0 ? 'replayed' : 'accepted';
    },
    listWaiting,
    finish: async (seqs) => {
      for (const some of batchesOf(seqs, () => 0, VALUES_PER_IN)) {
        await write('inbound_deliveries', `UPDATE inbound_deliveries SET state = 'read', body = '' WHERE seq IN (${marks(some.length)})`, some);
      }
    },
    forget: async (before) => {
      // The last of each source tells when it was last heard.
      const last = (await selectRows('inbound_deliveries', Seq, 'SELECT MAX(seq) AS seq FROM inbound_deliveries GROUP BY source', [])).map((row) => row.seq);
      if (last.length === 0) return;
      const statement = `DELETE FROM inbound_deliveries WHERE state = 'read' AND received_at < ? AND seq NOT IN (${marks(last.length)}) LIMIT ${ROWS_PER_DELETE}`;
      while ((await changeRows('inbound_deliveries', statement, [before, ...last])) === ROWS_PER_DELETE) continue;
    },
    figures,
    saveRefusal: (source, { at, outcome, detail }) =>
      insertRows({ table: 'inbound_refusals', columns: ['source', 'refused_at', 'outcome', 'detail'], update: ['refused_at', 'outcome', 'detail'] }, [[source, at, outcome, detail?.slice(0, 255) ?? null]]),
    removeSource: async (source) => {
      await write('inbound_deliveries', 'DELETE FROM inbound_deliveries WHERE source = ?', [source]);
      await write('inbound_refusals', 'DELETE FROM inbound_refusals WHERE source = ?', [source]);
    },
    ...inboundMarks,
  };
}

/** Sizes first, so that the answer fits. */
async function listWaiting(limit: number): Promise<readonly WaitingDelivery[]> {
  const sizes = await selectRows('inbound_deliveries', Size, `SELECT seq, bytes FROM inbound_deliveries WHERE state = 'waiting' ORDER BY seq LIMIT ${whole(limit)}`, []);
  const [page = []] = batchesOf(sizes, (row) => row.bytes, limit, RESPONSE_BYTES);
  if (page.length === 0) return [];
  const statement = `SELECT seq, source, nonce, received_at, body FROM inbound_deliveries WHERE seq IN (${marks(page.length)}) ORDER BY seq`;
  return (await selectRows('inbound_deliveries', Waiting, statement, page.map((row) => row.seq))).map(deliveryOf);
}

function deliveryOf(row: z.output<typeof Waiting>): WaitingDelivery {
  return { seq: row.seq, source: row.source, nonce: row.nonce, receivedAt: row.received_at, ...row.body };
}

async function figures(source: string): ReturnType<InboundStore['figures']> {
  const [[sums], [refused]] = await Promise.all([
    selectRows('inbound_deliveries', Figures, `SELECT MAX(received_at) AS last_at, SUM(CASE WHEN state = 'waiting' THEN 1 ELSE 0 END) AS waiting FROM inbound_deliveries WHERE source = ?`, [source]),
    selectRows('inbound_refusals', Refusal, 'SELECT refused_at, outcome, detail FROM inbound_refusals WHERE source = ?', [source]),
  ]);
  return { waiting: sums?.waiting ?? 0, ...present({ lastReceivedAt: sums?.last_at, lastRefusal: refused === undefined ? undefined : refusalOf(refused) }) };
}

function refusalOf({ refused_at: at, outcome, detail }: z.output<typeof Refusal>): InboundRefusal {
  return { at, outcome, ...present({ detail }) };
}
