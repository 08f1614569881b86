import { hasEmbeddings } from '../../domain/agent-settings';
import type { OpenEmbedder } from '../../ports/embedder';
import { NO_TOKENS, type Model, type ModelFailure, type OpenModel } from '../../ports/model';

/**
 * The model that a product's settings name. Vendors' clients are loaded when a question is asked: they are large, a panel needs none of
 * them, and Forge's own can only be loaded inside an invocation.
 */
export const openModel: OpenModel = (settings, key) => {
  const { provider, model } = settings;
  if (provider === 'none' || model === undefined) return off('none');
  const id = `${provider}:${model}`;
  if (provider === 'forge') return late(id, async () => (await import('./forge-model')).forgeModel({ id, model }));
  if (key === undefined) return refused(id);
  if (provider === 'openai') return late(id, async () => (await import('./openai-model')).openAiModel({ id, model, key }));
  const { address } = settings;
  if (address === undefined) return refused(id);
  return late(id, async () => (await import('./openai-model')).openAiModel({ id, model, key, address }));
};

/** The embedding model that a product's settings name. Atlassian's models have none. */
export const openEmbedder: OpenEmbedder = ({ provider, embeddings, address }, key) => {
  if (embeddings === undefined || !hasEmbeddings(provider)) return undefined;
  const { model } = embeddings;
  const id = `${provider}:${model}`;
  if (key === undefined || (provider === 'compatible' && address === undefined)) return { id, embed: async () => NO_ACCESS };
  const access = { id, model, key, ...(provider === 'compatible' && address !== undefined ? { address } : {}) };
  return { id, embed: async (texts) => (await import('./openai-embedder')).openAiEmbedder(access).embed(texts) };
};

/** No key or no address: as good as a wrong one. */
const NO_ACCESS: ModelFailure = { kind: 'failure', code: 'no-access', retryable: false, use: NO_TOKENS };

function late(id: string, load: () => Promise<Model>): Model {
  return { id, ask: async (ask) => (await load()).ask(ask) };
}

function off(id: string): Model {
  return { id, ask: async () => ({ kind: 'failure', code: 'off', retryable: false, use: NO_TOKENS }) };
}

function refused(id: string): Model {
  return { id, ask: async () => NO_ACCESS };
}
