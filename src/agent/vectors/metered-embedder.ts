import { budgetMonth, costOf, type AgentSettings, type EmbeddingSettings } from '../../domain/agent-settings';
import type { AgentStore } from '../../ports/agent-store';
import type { Clock } from '../../ports/clock';
import type { Embedder } from '../../ports/embedder';
import { NO_TOKENS } from '../../ports/model';

interface Needs {
  readonly store: Pick<AgentStore, 'hold' | 'settle'>;
  readonly clock: Clock;
  readonly newId: () => string;
}

/** An embedder that is asked only within the month's budget, from the same purse as the model: promised before, settled after, in full where the answer was lost. */
export function meteredEmbedder(embedder: Embedder, { product, budget, embeddings }: Pick<AgentSettings, 'product' | 'budget'> & { readonly embeddings: EmbeddingSettings }, { store, clock, newId }: Needs): Embedder {
  const price = { input: embeddings.price, output: 0 };
  return {
    id: embedder.id,
    async embed(texts) {
      // No text has more tokens than bytes.
      const most = { input: texts.reduce((sum, text) => sum + encoder.encode(text).length, 0), output: 0 };
      const hold = { id: newId(), product, month: budgetMonth(clock.now()), tokens: most.input, money: costOf(most, price) };
      if (!(await store.hold(hold, budget))) return { kind: 'failure', code: 'over-budget', retryable: false, use: NO_TOKENS };
      const answer = await embedder.embed(texts);
      const use = answer.kind === 'failure' && answer.code === 'lost' ? most : answer.use;
      await store.settle(hold, { tokens: use.input, money: costOf(use, price) });
      return answer;
    },
  };
}

const encoder = new TextEncoder();
