import { z } from 'zod';
import type { Proposal } from '../../domain/proposal';
import type { ProposalStore } from '../../ports/proposal-store';
import { jsonColumn } from './columns';
import { insertRows } from './insert-rows';
import { changeRows, selectRows, whole } from './statement';

const Act = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('link'), signal: z.string(), issue: z.string() }),
  z.object({ kind: z.literal('call'), subject: z.object({ kind: z.enum(['issue', 'theme']), id: z.string() }), call: z.enum(['build', 'not-now', 'no']) }),
]);
const StoredProposal = z.object({
  id: z.string(), product: z.string(), act: Act, reason: z.string(), by: z.string(), at: z.string(), state: z.enum(['open', 'accepted', 'dismissed']),
  decidedBy: z.string().exactOptional(), decidedAt: z.string().exactOptional(),
});
const Row = z.object({ body: jsonColumn(StoredProposal) });

/** Proposals in SQL. */
export function proposalStore(): ProposalStore {
  return {
    addProposal: (one) => insertRows({ table: 'proposals', columns: ['proposal_id', 'product', 'state', 'made_at', 'body'], update: [] }, [[one.id, one.product, one.state, one.at, JSON.stringify(one)]]),
    findProposal: async (id) => (await selectRows('proposals', Row, 'SELECT body FROM proposals WHERE proposal_id = ?', [id]))[0]?.body,
    listProposals: async (product, state, limit): Promise<readonly Proposal[]> => {
      const text = `SELECT body FROM proposals WHERE product = ? AND state = ? ORDER BY made_at DESC, proposal_id DESC LIMIT ${whole(limit)}`;
      return (await selectRows('proposals', Row, text, [product, state])).map((row) => row.body);
    },
    decideProposal: async (one) => {
      const text = "UPDATE proposals SET state = ?, body = ? WHERE proposal_id = ? AND state = 'open'";
      return (await changeRows('proposals', text, [one.state, JSON.stringify(one), one.id])) === 1;
    },
  };
}
