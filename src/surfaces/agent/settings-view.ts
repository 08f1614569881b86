import type { AgentSettingsView } from '../../contract/agent';
import type { App } from '../../app';
import { budgetMonth, KNOWN_EMBEDDING, KNOWN_MODELS } from '../../domain/agent-settings';
import { sentence } from '../../domain/sentence';

const MICRO = 1_000_000;

/** How a product uses a model, what the month has cost, and how far reading has come. */
export async function settingsView({ agent, ports }: App, product: string): Promise<AgentSettingsView> {
  const [settings, hasKey, spend, progress, vectors, trouble, isOver] = await Promise.all([agent.settingsOf(product), agent.hasKey(product), agent.findSpend(product), agent.progress(product), agent.vectorProgress(product), agent.trouble(product), agent.isOut(product)]);
  return {
    provider: settings.provider,
    ...(settings.model === undefined ? {} : { model: settings.model }),
    ...(settings.address === undefined ? {} : { address: settings.address }),
    inputPrice: settings.price.input / MICRO,
    outputPrice: settings.price.output / MICRO,
    reads: settings.reads,
    ...(settings.embeddings === undefined ? {} : { embeddings: { model: settings.embeddings.model, price: settings.embeddings.price / MICRO } }),
    knownEmbedding: { model: KNOWN_EMBEDDING.id, price: KNOWN_EMBEDDING.price / MICRO },
    tokens: settings.budget.tokens,
    dollars: settings.budget.money / MICRO,
    hasKey,
    models: KNOWN_MODELS.map(({ provider, id, price }) => ({ provider, id, inputPrice: price.input / MICRO, outputPrice: price.output / MICRO })),
    spent: { month: budgetMonth(ports.clock.now()), tokens: spend.tokens, dollars: spend.money / MICRO, heldTokens: spend.heldTokens, heldDollars: spend.heldMoney / MICRO, isOver },
    progress: {
      read: progress.read,
      waiting: progress.waiting,
      parked: Object.entries(progress.parked).map(([why, count]) => ({ why: sentence(`agent.parked.${why}`), count })),
    },
    ...(vectors === undefined ? {} : { vectors }),
    ...(trouble === undefined ? {} : { trouble: sentence(`agent.trouble.${trouble.code}`, { since: trouble.since }) }),
  };
}
