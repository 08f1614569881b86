import { z } from 'zod';
import type { LabelStore } from '../../ports/label-store';
import { jsonColumn } from './columns';
import { insertRows } from './insert-rows';
import { VALUES_PER_IN } from './limits';
import { marks, selectRows, write } from './statement';

const StoredLabel = z.object({ theme: z.string(), madeFrom: z.string(), model: z.string(), exemplars: z.array(z.string()), label: z.string().exactOptional() });
const Row = z.object({ body: jsonColumn(StoredLabel) });

/** Names of themes that a model proposed: a few hundred at most. */
export function agentLabels(): LabelStore {
  return {
    listLabels: async (product) => (await selectRows('agent_labels', Row, 'SELECT body FROM agent_labels WHERE product = ? ORDER BY theme_id', [product])).map((row) => row.body),
    saveLabel: (product, label) => insertRows({ table: 'agent_labels', columns: ['product', 'theme_id', 'body'], update: ['body'] }, [[product, label.theme, JSON.stringify(label)]]),
    async dropLabels(product, themes) {
      for (let at = 0; at < themes.length; at += VALUES_PER_IN) {
        const some = themes.slice(at, at + VALUES_PER_IN);
        await write('agent_labels', `DELETE FROM agent_labels WHERE product = ? AND theme_id IN (${marks(some.length)})`, [product, ...some]);
      }
    },
  };
}
