import { z } from 'zod';
import type { InboundMark } from '../../domain/inbound';
import type { InboundStore } from '../../ports/inbound-store';
import { batchesOf, insertRows } from './insert-rows';
import { ROWS_PER_DELETE, VALUES_PER_IN } from './limits';
import { present } from './present';
import { changeRows, marks, selectRows } from './statement';

const Mark = z.object({ external_id: z.string(), revision: z.string(), gone_at: z.string().nullable() });

/** Which version of an own system's signal is the newest, and what was taken back: also of ids that never came. */
export const inboundMarks: Pick<InboundStore, 'findMarks' | 'saveMarks' | 'forgetMarks'> = {
  findMarks: async (source, externalIds) => {
    const found = new Map<string, InboundMark>();
    for (const some of batchesOf([...new Set(externalIds)], () => 0, VALUES_PER_IN)) {
      const text = `SELECT external_id, revision, gone_at FROM inbound_marks WHERE source = ? AND external_id IN (${marks(some.length)})`;
      for (const row of await selectRows('inbound_marks', Mark, text, [source, ...some])) found.set(row.external_id, { externalId: row.external_id, revision: row.revision, ...present({ goneAt: row.gone_at }) });
    }
    return found;
  },
  saveMarks: async (source, all) => {
    const last = new Map(all.map((one) => [one.externalId, one]));
    await insertRows(
      { table: 'inbound_marks', columns: ['source', 'external_id', 'revision', 'gone_at'], update: [], assign: ['revision = GREATEST(revision, VALUES(revision))', 'gone_at = COALESCE(gone_at, VALUES(gone_at))'] },
      [...last.values()].map((one) => [source, one.externalId, one.revision, one.goneAt ?? null]),
    );
  },
  forgetMarks: async (source) => {
    while ((await changeRows('inbound_marks', `DELETE FROM inbound_marks WHERE source = ? LIMIT ${ROWS_PER_DELETE}`, [source])) === ROWS_PER_DELETE) continue;
  },
};
