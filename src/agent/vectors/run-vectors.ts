import { epochMs, isoTime } from '../../domain/time';
import type { Clock } from '../../ports/clock';
import type { Embedder } from '../../ports/embedder';
import type { ModelFailure } from '../../ports/model';
import type { VectorBlock, VectorStore } from '../../ports/vector-store';
import { endOf, LOST_AFTER_MS, whyParked, type RunEnd } from '../model/without-reply';
import type { WantedText } from './wanted-texts';

/** Questions under way at once: each holds 64 texts. */
const AT_ONCE = 4;

export interface Embedding {
  readonly product: string;
  readonly embedder: Embedder;
  readonly store: VectorStore;
  readonly texts: readonly WantedText[];
  readonly clock: Clock;
  /** Runs at most this long, and asks at most this many questions. */
  readonly budgetMs: number;
  readonly most: number;
}

/** Embeds the blocks that wait until none does, the time is up, the budget is spent or the provider is away. Safe to repeat and to kill: a block that was asked is never asked again by itself. */
export async function runVectors({ product, embedder, store, texts, clock, budgetMs, most }: Embedding): Promise<RunEnd> {
  const until = clock.monotonicMs() + budgetMs;
  await store.parkLostBlocks(product, isoTime(epochMs(clock.now()) - LOST_AFTER_MS));
  const waiting = (await store.listBlocks(product)).filter((block) => block.state === 'waiting' && block.model === embedder.id);
  const line = waiting.slice(0, most);
  const textOf = new Map(texts.map((one) => [one.hash, one.text]));
  const ends: RunEnd[] = [];
  const work = async (): Promise<void> => {
    for (let block = line.shift(); block !== undefined && ends.length === 0 && clock.monotonicMs() < until; block = line.shift()) {
      const failure = await embedOne({ product, embedder, store, clock }, block, textOf);
      const end = failure === undefined ? undefined : endOf(failure);
      if (end !== undefined) ends.push(end);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return ends[0] ?? (line.length > 0 || waiting.length > most ? { kind: 'more' } : { kind: 'done' });
}

/** One block. Undefined when it is embedded, or no longer there to be. */
async function embedOne({ product, embedder, store, clock }: Pick<Embedding, 'product' | 'embedder' | 'store' | 'clock'>, block: VectorBlock, textOf: ReadonlyMap<string, string>): Promise<ModelFailure | undefined> {
  const texts = block.entries.flatMap((entry) => textOf.get(entry.hash) ?? []);
  // A text changed or went since the blocks were cut: the next plan cuts them anew.
  if (texts.length < block.entries.length) return void (await store.dropBlocks(product, [block.id]));
  if (!(await store.takeBlock(product, block.id, clock.now()))) return undefined;
  const answer = await embedder.embed(texts);
  if (answer.kind === 'vectors') return void (await store.saveBlock(product, block, answer.vectors));
  const why = whyParked(answer);
  if (why === undefined) await store.returnBlock(product, block.id);
  else await store.parkBlock(product, block.id, why);
  return answer;
}
