import type { AgentSettings } from '../domain/agent-settings';
import type { ModelFailure, TokenUse } from './model';

/** Vectors of texts, in their order, or why there are none. Says nothing about what customers said. */
export type Embedded = { readonly kind: 'vectors'; readonly vectors: readonly Int8Array[]; readonly use: TokenUse } | ModelFailure;

/** Turns texts into vectors. It never throws: every way to have none is an answer with a name. */
export interface Embedder {
  /** Provider and pinned model, e.g. `openai:text-embedding-3-small`. */
  readonly id: string;
  /** @param texts at most `TEXTS_PER_BLOCK`, none empty */
  embed(texts: readonly string[]): Promise<Embedded>;
}

/** Opens the embedding model that a product's settings name; undefined where it is off or its provider has none (Atlassian's). */
export type OpenEmbedder = (settings: AgentSettings, key: string | undefined) => Embedder | undefined;
