import { agentOff } from '../../../src/domain/agent-settings';
import { applyVectorPlan, planVectors, TEXTS_PER_BLOCK } from '../../../src/agent/vectors/plan-vectors';
import { loadVectors } from '../../../src/agent/vectors/load-vectors';
import { meteredEmbedder } from '../../../src/agent/vectors/metered-embedder';
import { runVectors } from '../../../src/agent/vectors/run-vectors';
import { wantedTexts } from '../../../src/agent/vectors/wanted-texts';
import type { Issue } from '../../../src/domain/issue';
import type { Signal } from '../../../src/domain/signal';
import { sha256 } from '../../../src/platform/sha256';
import type { Embedded, Embedder } from '../../../src/ports/embedder';
import { fakeAgentStore } from '../../fakes/agent-store';
import { fakeClock } from '../../fakes/ports';

const AT = '2025-06-01T00:00:00.000Z';
const said = (index: number, text = `The export loses row ${index}`): Signal => ({ id: `desk:${index}`, source: 'desk', externalId: String(index), at: AT, kind: 'said', text, visibility: 'open' });
const issue = (id: string, visibility: Issue['visibility'] = 'open'): Issue => ({ id, key: `A-${id}`, project: 'A', summary: `Summary ${id}`, status: 'To Do', statusCategory: 'todo', createdAt: AT, fixVersions: [], labels: [], visibility });
const many = (count: number): Signal[] => Array.from({ length: count }, (_, index) => said(index));

/** A vector that says which text it is of; keeps what it was asked. */
function embedder(id = 'openai:e-1', fails: (times: number) => Embedded | undefined = () => undefined): Embedder & { readonly asked: string[][] } {
  const asked: string[][] = [];
  return {
    id,
    asked,
    async embed(texts) {
      asked.push([...texts]);
      return fails(asked.length) ?? { kind: 'vectors', vectors: texts.map((text) => Int8Array.from([text.length, 1, 2, 3])), use: { input: texts.length, output: 0 } };
    },
  };
}
const failure = (code: Extract<Embedded, { kind: 'failure' }>['code']): Embedded => ({ kind: 'failure', code, retryable: true, use: { input: 0, output: 0 } });

function open(signals: readonly Signal[], issues: readonly Issue[] = []) {
  const store = fakeAgentStore();
  const clock = fakeClock();
  const texts = wantedTexts(signals, issues, sha256);
  const plan = async (model: string, of = texts): Promise<void> => applyVectorPlan(store, 'shop', planVectors(of, await store.listBlocks('shop'), model, sha256));
  const run = (one: Embedder, of = texts) => runVectors({ product: 'shop', embedder: one, store, texts: of, clock, budgetMs: 60_000, most: 1_000 });
  const states = async (): Promise<Record<string, number>> => Object.fromEntries([...Map.groupBy(await store.listBlocks('shop'), (block) => `${block.model} ${block.state}`)].map(([state, blocks]) => [state, blocks.length]));
  return { store, clock, texts, plan, run, states };
}

describe('what is embedded', () => {
  it('is what may be read by anyone, in visible characters, cut to what a text is about', () => {
    const texts = wantedTexts([said(1, 'a\u200Bb'), { ...said(2), visibility: 'counts' }, said(3, ' '), said(4, 'x'.repeat(9_000))], [issue('1'), issue('2', 'hidden')], sha256);
    expect(texts.map(({ about, text }) => [about, text.length])).toEqual([['signal:desk:1', 2], ['signal:desk:4', 2_000], ['issue:1', 9]]);
  });

  it('is asked for once for a text that several wrote', async () => {
    const world = open([said(1, 'The same words'), said(2, 'The same words'), said(3)]);
    const one = embedder();
    await world.plan(one.id);
    await world.run(one);
    expect(one.asked.flat()).toHaveLength(2);
    const vectors = await loadVectors(world.store, 'shop', one.id, { signals: [said(1, 'The same words'), said(2, 'The same words'), said(3)], issues: [] }, sha256);
    expect(vectors?.signals.get('desk:2')).toEqual(vectors?.signals.get('desk:1'));
    expect(vectors?.signals.size).toBe(3);
  });
});

describe('embedding', () => {
  it('asks no block twice, wherever it is killed', async () => {
    const blocks = 6;
    for (let killAt = 1; killAt <= blocks; killAt += 1) {
      const world = open(many(blocks * TEXTS_PER_BLOCK));
      const paid: string[] = [];
      const one = embedder('openai:e-1', (times) => {
        if (times === killAt) throw new Error('killed');
        return undefined;
      });
      const watched: Embedder = { id: one.id, embed: async (texts) => one.embed(texts).finally(() => paid.push(...texts)) };
      await world.plan(one.id);
      await world.run(watched).catch((error: Error) => expect(error.message).toBe('killed'));
      await world.plan(one.id);
      await world.run(watched);
      expect(new Set(paid).size).toBe(paid.length);
      world.clock.advance(3_600_000);
      await world.run(watched);
      expect(new Set(paid).size).toBe(paid.length);
      expect((await world.states())['openai:e-1 answer-lost']).toBe(1);
      await world.store.askBlocksAgain('shop');
      await world.run(watched);
      expect(await world.states()).toEqual({ 'openai:e-1 embedded': blocks });
    }
  });

  it.each([['unreachable', 'wait'], ['rate-limited', 'wait'], ['server-error', 'wait'], ['over-budget', 'stopped'], ['no-access', 'stopped']] as const)('puts a block back that was not paid for (%s)', async (code, end) => {
    const world = open(many(TEXTS_PER_BLOCK));
    await world.plan('openai:e-1');
    expect(await world.run(embedder('openai:e-1', () => failure(code)))).toMatchObject({ kind: end });
    expect(await world.states()).toEqual({ 'openai:e-1 waiting': 1 });
  });

  it('parks what had no whole answer and goes on', async () => {
    const world = open(many(2 * TEXTS_PER_BLOCK));
    await world.plan('openai:e-1');
    expect(await world.run(embedder('openai:e-1', (times) => (times === 1 ? failure('wrong-shape') : undefined)))).toEqual({ kind: 'done' });
    expect(await world.states()).toEqual({ 'openai:e-1 wrong-shape': 1, 'openai:e-1 embedded': 1 });
  });

  it('promises the month’s budget before it asks, and settles what it took', async () => {
    const world = open(many(2 * TEXTS_PER_BLOCK));
    const settings = { ...agentOff('shop', AT), embeddings: { model: 'e-1', price: 1_000_000 }, budget: { tokens: 2_500, money: 100_000_000 } };
    let holds = 0;
    const one = meteredEmbedder(embedder(), settings, { store: world.store, clock: world.clock, newId: () => `hold-${(holds += 1)}` });
    await world.plan(one.id);
    const bytes = world.texts.slice(0, TEXTS_PER_BLOCK).reduce((sum, { text }) => sum + text.length, 0);
    expect(2 * bytes).toBeGreaterThan(2_500);
    // Both ask at once: the budget holds one promise.
    expect(await world.run(one)).toEqual({ kind: 'stopped', because: 'over-budget' });
    expect(await world.states()).toEqual({ 'openai:e-1 waiting': 1, 'openai:e-1 embedded': 1 });
    expect(await world.store.findSpend('shop', world.clock.now().slice(0, 7))).toEqual({ tokens: TEXTS_PER_BLOCK, money: TEXTS_PER_BLOCK, heldTokens: 0, heldMoney: 0 });
  });
});

describe('another embedding model', () => {
  it('embeds everything anew, block by block, while the vectors of the last one still serve', async () => {
    const signals = many(3 * TEXTS_PER_BLOCK);
    const world = open(signals);
    await world.plan('openai:e-1');
    await world.run(embedder('openai:e-1'));
    await world.plan('openai:e-2');
    expect(await world.states()).toEqual({ 'openai:e-1 embedded': 3, 'openai:e-2 waiting': 3 });
    await runVectors({ product: 'shop', embedder: embedder('openai:e-2'), store: world.store, texts: world.texts, clock: world.clock, budgetMs: 60_000, most: 1 });
    expect((await loadVectors(world.store, 'shop', 'openai:e-2', { signals, issues: [] }, sha256))?.model).toBe('openai:e-1');
    await world.run(embedder('openai:e-2'));
    expect((await loadVectors(world.store, 'shop', 'openai:e-2', { signals, issues: [] }, sha256))?.model).toBe('openai:e-2');
    await world.plan('openai:e-2');
    expect(await world.states()).toEqual({ 'openai:e-2 embedded': 3 });
  });
});

describe('texts that change', () => {
  it('are embedded again, alone; what nobody says any more is forgotten', async () => {
    const signals = many(TEXTS_PER_BLOCK);
    const world = open(signals);
    const one = embedder();
    await world.plan(one.id);
    await world.run(one);
    const changed = [said(0, 'Now it is something else'), ...signals.slice(2)];
    const texts = wantedTexts(changed, [], sha256);
    await world.plan(one.id, texts);
    await world.run(one, texts);
    expect(one.asked.slice(1)).toEqual([['Now it is something else']]);
    const held = (await world.store.listBlocks('shop')).flatMap((block) => block.entries.map((entry) => entry.about));
    expect(new Set(held)).toEqual(new Set(texts.map((text) => text.about)));
  });

  it('leave retrieval to words while fewer than nine in ten have a vector', async () => {
    const world = open(many(80));
    await world.plan('openai:e-1');
    await world.run(embedder());
    const corpus = (count: number) => ({ signals: many(count), issues: [] });
    expect(await loadVectors(world.store, 'shop', 'openai:e-1', corpus(88), sha256)).toBeDefined();
    expect(await loadVectors(world.store, 'shop', 'openai:e-1', corpus(90), sha256)).toBeUndefined();
  });
});
