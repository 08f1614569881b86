import { applyVectorPlan, planVectors } from './agent/vectors/plan-vectors';
import { loadVectors } from './agent/vectors/load-vectors';
import { meteredEmbedder } from './agent/vectors/metered-embedder';
import { runVectors } from './agent/vectors/run-vectors';
import { wantedTexts, type WantedText } from './agent/vectors/wanted-texts';
import { outwardIssue, outwardStores } from './compose-outward';
import { mayAsk, type AgentSettings } from './domain/agent-settings';
import type { Signal } from './domain/signal';
import type { Embedder, OpenEmbedder } from './ports/embedder';
import type { Ports } from './ports/ports';
import type { Sha256 } from './ports/sha256';
import type { FindVectors } from './understand/understand-product';
import { wantUnderstanding } from './understand/want-understanding';

/** One run of a job fits a minute, and with it the hundred calls that Forge lets an invocation make in one. */
const RUN = { ms: 50_000, seconds: 60, questions: 90 };
const PAGE = 500;

export interface VectorOutside {
  readonly openEmbedder: OpenEmbedder;
  readonly sha256: Sha256;
  readonly settingsOf: (product: string) => Promise<AgentSettings>;
  readonly keyOf: (settings: AgentSettings) => Promise<string | undefined>;
  /** Seconds until somebody who did not answer is asked again. */
  readonly waitFor: (product: string, seconds: number) => Promise<number>;
}

/** How far texts have become vectors. Counts are blocks of up to 64 texts. */
export interface VectorProgress {
  readonly embedded: number;
  readonly waiting: number;
  /** Not embedded, and not asked again by itself. */
  readonly parked: number;
}

export type VectorDesk = ReturnType<typeof vectorDesk>;

/** The use cases of embeddings: off, retrieval is by words alone, and so it is whenever anything here fails. */
export function vectorDesk(ports: Ports, { openEmbedder, sha256, settingsOf, keyOf, waitFor }: VectorOutside) {
  const { settings: kept, clock, queue } = ports;
  const stores = outwardStores(ports.stores);
  const store = ports.agent;
  const open = async (settings: AgentSettings): Promise<Embedder | undefined> => {
    const { embeddings } = settings;
    const embedder = openEmbedder(settings, await keyOf(settings));
    return embedder === undefined || embeddings === undefined ? undefined : meteredEmbedder(embedder, { ...settings, embeddings }, { store, clock, newId: () => `hold-${crypto.randomUUID()}` });
  };
  const textsOf = async (product: string): Promise<WantedText[]> => {
    const signals: Signal[] = [];
    for (let after: string | undefined, more = true; more; more = after !== undefined) {
      const page = await stores.signals.pageSignals(product, after, PAGE);
      signals.push(...page.rows);
      after = page.next;
    }
    return wantedTexts(signals, await stores.issues.listIssues(product), sha256);
  };
  const dropAll = async (product: string): Promise<void> => store.dropBlocks(product, (await store.listBlocks(product)).map((block) => block.id));
  const embedder = async (settings: AgentSettings): Promise<Embedder | undefined> => (mayAsk(settings) ? open(settings) : undefined);
  return {
    async want(product: string): Promise<void> {
      if ((await settingsOf(product)).embeddings !== undefined) await queue.push({ name: 'embed', product });
    },

    /** What was made is removed when a person switches it off. */
    dropAll,

    /** One run: cuts what has no vector into blocks, asks for some, and wants a run of the engine once all that could be had are there. */
    async run(product: string): Promise<void> {
      const settings = await settingsOf(product);
      const opened = await embedder(settings);
      if (opened === undefined) return;
      const texts = await textsOf(product);
      await applyVectorPlan(store, product, planVectors(texts, await store.listBlocks(product), opened.id, sha256));
      // Before, not after: a run that is killed in between has made vectors that the engine has not seen.
      if ((await progressOf(product, opened.id)).waiting > 0) await kept.save(freshMark(product), true);
      const began = clock.monotonicMs();
      const end = await runVectors({ product, embedder: opened, store, texts, clock, budgetMs: RUN.ms, most: RUN.questions });
      ports.logger.info('agent.embed', { product, end: end.kind });
      if (end.kind === 'more') return queue.push({ name: 'embed', product }, Math.max(1, RUN.seconds - Math.ceil((clock.monotonicMs() - began) / 1000)));
      if (end.kind === 'wait') return queue.push({ name: 'embed', product }, await waitFor(product, end.seconds));
      if (end.kind === 'done' && (await kept.find(freshMark(product))) === true) {
        await kept.remove(freshMark(product));
        await applyVectorPlan(store, product, planVectors(texts, await store.listBlocks(product), opened.id, sha256));
        await wantUnderstanding(ports, product);
      }
    },

    /** Vectors for a run of the engine; none where the view is off or too few texts have one. */
    find: (async (product, corpus) => {
      const settings = await settingsOf(product);
      const named = openEmbedder(settings, undefined);
      return named === undefined ? undefined : loadVectors(store, product, named.id, { ...corpus, issues: corpus.issues.map(outwardIssue) }, sha256);
    }) satisfies FindVectors,

    async progress(product: string): Promise<VectorProgress | undefined> {
      const named = openEmbedder(await settingsOf(product), undefined);
      return named === undefined ? undefined : progressOf(product, named.id);
    },
  };

  async function progressOf(product: string, model: string): Promise<VectorProgress> {
    const blocks = (await store.listBlocks(product)).filter((block) => block.model === model);
    const count = (states: readonly string[]): number => blocks.filter((block) => states.includes(block.state)).length;
    const [embedded, waiting] = [count(['embedded']), count(['waiting', 'asked'])];
    return { embedded, waiting, parked: blocks.length - embedded - waiting };
  }
}

function freshMark(product: string): string {
  return `vectors-fresh:${product}`;
}
