import type { Issue } from '../../domain/issue';
import type { Signal } from '../../domain/signal';
import type { TextVectors } from '../../domain/text-vectors';
import type { Sha256 } from '../../ports/sha256';
import type { VectorBlock, VectorStore } from '../../ports/vector-store';
import { wantedTexts } from './wanted-texts';

/** Below this share of texts with a vector the view would follow who was embedded first, not who means it. */
const ENOUGH = 0.9;

/**
 * Vectors for a run of the engine: of the product's model where nine in ten texts have one, else of the model before it, else none, and
 * retrieval is by words alone. A text that changed since has none.
 */
export async function loadVectors(store: VectorStore, product: string, model: string, corpus: { readonly signals: readonly Signal[]; readonly issues: readonly Issue[] }, sha256: Sha256): Promise<TextVectors | undefined> {
  const wanted = wantedTexts(corpus.signals, corpus.issues, sha256);
  const blocks = await store.listBlocks(product);
  for (const one of modelsOf(blocks, model)) {
    const known = new Set(blocks.filter((block) => block.model === one && block.state === 'embedded').flatMap((block) => block.entries.map((entry) => entry.hash)));
    if (wanted.length === 0 || wanted.filter(({ hash }) => known.has(hash)).length < ENOUGH * wanted.length) continue;
    return joined(one, await store.readVectors(product, one), wanted);
  }
  return undefined;
}

function modelsOf(blocks: readonly VectorBlock[], first: string): readonly string[] {
  return [...new Set([first, ...blocks.map((block) => block.model)])];
}

function joined(model: string, byHash: ReadonlyMap<string, Int8Array>, wanted: readonly { readonly about: string; readonly hash: string }[]): TextVectors | undefined {
  const length = byHash.values().next().value?.length ?? 0;
  const [signals, issues] = [new Map<string, Int8Array>(), new Map<string, Int8Array>()];
  for (const { about, hash } of wanted) {
    const vector = byHash.get(hash);
    // An address that changed what it serves under one name: vectors of two lengths are of two models.
    if (vector?.length !== length) continue;
    if (about.startsWith('signal:')) signals.set(about.slice('signal:'.length), vector);
    else issues.set(about.slice('issue:'.length), vector);
  }
  return length === 0 ? undefined : { model, length, signals, issues };
}
