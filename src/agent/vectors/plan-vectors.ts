import type { Sha256 } from '../../ports/sha256';
import type { VectorBlock, VectorEntry, VectorStore } from '../../ports/vector-store';
import type { WantedText } from './wanted-texts';

/** Texts in one question. */
export const TEXTS_PER_BLOCK = 64;

export interface VectorPlan {
  /** Blocks to ask for: texts that no block of this model holds, the shortest first. */
  readonly queue: readonly Pick<VectorBlock, 'id' | 'model' | 'entries'>[];
  /** Blocks that are no longer wanted: waiting ones that will be cut anew, and those of a model that has been replaced whole. */
  readonly drop: readonly string[];
  /** Texts in kept blocks that no longer exist. */
  readonly forget: readonly string[];
}

/**
 * What is to be embedded. A text is known by its hash: what has a vector of this model, or was asked for, is not asked again, whoever says
 * it. Blocks of another model stay until this one has them all, so that a change of model never leaves retrieval without its view.
 */
export function planVectors(wanted: readonly WantedText[], blocks: readonly VectorBlock[], model: string, sha256: Sha256): VectorPlan {
  const isWanted = new Set(wanted.map((one) => `${one.hash} ${one.about}`));
  const waiting = blocks.filter((block) => block.state === 'waiting').map((block) => block.id);
  const begun = blocks.filter((block) => block.state !== 'waiting');
  const gone = begun.flatMap((block) => block.entries.filter((entry) => !isWanted.has(`${entry.hash} ${entry.about}`)).map((entry) => entry.about));
  const isGone = new Set(gone);
  const known = new Set(begun.filter((block) => block.model === model).flatMap((block) => block.entries.filter((entry) => !isGone.has(entry.about)).map((entry) => entry.hash)));
  const missing = new Map<string, WantedText>();
  for (const one of wanted) if (!known.has(one.hash) && !missing.has(one.hash)) missing.set(one.hash, one);
  const entries = [...missing.values()].sort((a, b) => a.text.length - b.text.length || (a.hash < b.hash ? -1 : 1)).map(({ hash, about }): VectorEntry => ({ hash, about }));
  const cut = Array.from({ length: Math.ceil(entries.length / TEXTS_PER_BLOCK) }, (_, at) => entries.slice(at * TEXTS_PER_BLOCK, (at + 1) * TEXTS_PER_BLOCK));
  const queue = cut.map((some) => ({ id: sha256(JSON.stringify([model, some.map((entry) => entry.hash)])), model, entries: some }));
  const isWhole = queue.length === 0;
  const kept = new Set(queue.map((block) => block.id));
  return {
    queue,
    drop: [...waiting.filter((id) => !kept.has(id)), ...(isWhole ? begun.filter((block) => block.model !== model).map((block) => block.id) : [])],
    forget: [...isGone],
  };
}

/** Puts in the line what has no vector yet, and takes out what is no longer said. Safe to repeat. */
export async function applyVectorPlan(store: VectorStore, product: string, { queue, drop, forget }: VectorPlan): Promise<void> {
  if (forget.length > 0) await store.forgetEntries(product, forget);
  await store.dropBlocks(product, drop);
  await store.queueBlocks(product, queue);
}
