import { agentOff, costOf } from '../../../src/domain/agent-settings';
import type { Signal } from '../../../src/domain/signal';
import { cachedModel } from '../../../src/agent/model/cached-model';
import { meteredModel } from '../../../src/agent/model/metered-model';
import { readingTasks } from '../../../src/agent/reader/plan-readings';
import { runReadings } from '../../../src/agent/reader/run-readings';
import { sha256 } from '../../../src/platform/sha256';
import type { Model } from '../../../src/ports/model';
import { fakeAgentStore } from '../../fakes/agent-store';
import { fakeClock } from '../../fakes/ports';
import { failing, scriptedModel } from '../../fakes/scripted-model';
import { fakeStores } from '../../fakes/stores';

const AT = '2025-06-01T00:00:00.000Z';
const SUMMARIES = new Map([['1', 'Export loses rows'], ['2', 'Dark mode']]);
const WORDS = ['The export loses the last row.', 'I like the export exactly as it is now.', 'Where do I find the invoice of last month?'];

const said = (index: number, text = WORDS[index % WORDS.length]!): Signal => ({ id: `desk:${index}`, source: 'desk', externalId: String(index), at: AT, kind: 'said', text: `${text} ${'x'.repeat(index)}`.trim(), visibility: 'open' });
const supports = { k: 'problem', v: 2, n: 'Exports have to be whole', q: 'The export loses the last row.', i: [['supports', 'The export loses the last row.'], ['unrelated', null]] };

async function open(count: number) {
  const stores = fakeStores();
  const store = fakeAgentStore();
  const clock = fakeClock();
  const signals = Array.from({ length: count }, (_, index) => said(index));
  await stores.signals.saveSignals('shop', signals, AT);
  const plan = async (model: Model): Promise<void> =>
    store.queueReadings('shop', readingTasks(signals, new Map(signals.map((one) => [one.id, ['1', '2']])), { reads: 'candidates', model: model.id, summaries: SUMMARIES }, sha256));
  const run = (model: Model) => runReadings({ product: 'shop', model, store, signals: stores.signals, summaries: SUMMARIES, clock, budgetMs: 60_000, most: 1_000 });
  return { stores, store, clock, signals, plan, run };
}

describe('reading signals', () => {
  it('keeps labels with literal words, and names as unproven what the customer did not say', async () => {
    const world = await open(3);
    const model = scriptedModel(() => supports);
    await world.plan(model);
    expect(await world.run(model)).toEqual({ kind: 'done' });
    const readings = await world.store.listReadings('shop', ['desk:0', 'desk:1', 'desk:2']);
    expect(readings[0]).toMatchObject({ needKind: 'problem', severity: 'hinders', need: { text: 'Exports have to be whole', citation: { field: 'text', start: 0, end: 30 } }, pairs: [{ issue: '1', stance: 'supports', citation: { field: 'text', start: 0, end: 30 } }, { issue: '2', stance: 'unrelated' }] });
    expect(readings[1]?.pairs[0]).toEqual({ issue: '1', kind: 'unproven' });
    expect(readings[1]?.need).toBeUndefined();
  });

  it('shows a model one signal at a time, with no id of ours', async () => {
    const world = await open(3);
    const model = scriptedModel(() => supports);
    await world.plan(model);
    await world.run(model);
    expect(model.asked).toHaveLength(3);
    for (const ask of model.asked) {
      expect(world.signals.filter((one) => ask.material.includes(one.text ?? ''))).toHaveLength(1);
      expect(ask.material).not.toMatch(/desk:|shop/);
    }
  });

  it('asks once more when the shape is wrong, then parks the signal as not analysed', async () => {
    const world = await open(2);
    const model = scriptedModel((ask) => (ask.task.includes('did not fit') && ask.material.includes('loses the last') ? supports : { ...supports, extra: 'key' }));
    await world.plan(model);
    expect(await world.run(model)).toEqual({ kind: 'done' });
    expect(await world.store.progress('shop')).toEqual({ read: 1, waiting: 0, parked: { 'wrong-shape': 1 } });
    expect(model.asked).toHaveLength(4);
  });

  it('never asks about a signal twice, wherever it is killed', async () => {
    for (let killAt = 1; killAt <= 12; killAt += 1) {
      const world = await open(12);
      const asked: string[] = [];
      let calls = 0;
      const model = scriptedModel((ask) => {
        calls += 1;
        if (calls === killAt) throw new Error('killed');
        asked.push(ask.about);
        return supports;
      });
      await world.plan(model);
      await world.run(model).catch((error: Error) => expect(error.message).toBe('killed'));
      await world.plan(model);
      await world.run(model);
      world.clock.advance(3_600_000);
      await world.run(model);
      expect(new Set(asked).size).toBe(asked.length);
      const progress = await world.store.progress('shop');
      expect(progress.waiting).toBe(0);
      expect(progress.read + (progress.parked['answer-lost'] ?? 0)).toBe(12);
      expect(progress.parked['answer-lost'] ?? 0).toBeLessThanOrEqual(8);
    }
  });

  it('waits for a provider that is away, and loses nothing', async () => {
    const world = await open(10);
    let isDown = true;
    const model = scriptedModel(() => (isDown ? failing('rate-limited', { retryAfterSeconds: 7.2 }) : supports));
    await world.plan(model);
    expect(await world.run(model)).toEqual({ kind: 'wait', seconds: 8 });
    expect(await world.store.progress('shop')).toEqual({ read: 0, waiting: 10, parked: {} });
    isDown = false;
    expect(await world.run(model)).toEqual({ kind: 'done' });
    expect((await world.store.progress('shop')).read).toBe(10);
  });

  it('stops on a wrong key without parking anybody', async () => {
    const world = await open(4);
    const model = scriptedModel(() => failing('no-access'));
    await world.plan(model);
    expect(await world.run(model)).toEqual({ kind: 'stopped', because: 'no-access' });
    expect(await world.store.progress('shop')).toEqual({ read: 0, waiting: 4, parked: {} });
  });

  it('stops when the month is spent and never passes the budget', async () => {
    const world = await open(40);
    const raw = scriptedModel((ask) => ({ kind: 'reply', value: supports, use: { input: 60, output: ask.longestReply } }));
    const settings = { ...agentOff('shop', AT), provider: 'openai' as const, price: { input: 400_000, output: 1_600_000 }, budget: { tokens: 5_000, money: 1_000_000 } };
    let ids = 0;
    const model = meteredModel(raw, settings, { store: world.store, clock: world.clock, newId: () => `hold-${(ids += 1)}`, schemaText: () => '' });
    await world.plan(model);
    expect(await world.run(model)).toEqual({ kind: 'stopped', because: 'over-budget' });
    const spend = await world.store.findSpend('shop', '2025-07');
    expect(spend.tokens).toBeLessThanOrEqual(5_000);
    expect(spend).toMatchObject({ heldTokens: 0, heldMoney: 0, money: expect.any(Number) });
    expect(spend.money).toBeGreaterThan(0);
    const { read, waiting } = await world.store.progress('shop');
    expect(read).toBeGreaterThan(5);
    expect(read + waiting).toBe(40);
    expect(await world.run(model)).toEqual({ kind: 'stopped', because: 'over-budget' });
  });

  it('pays nothing for a text it has read before', async () => {
    const world = await open(3);
    const raw = scriptedModel(() => supports);
    const model = cachedModel(raw, 'shop', world.store, sha256);
    await world.plan(model);
    await world.run(model);
    await world.store.queueReadings('shop', world.signals.map((one) => ({ signal: one.id, hash: `again-${one.id}`, issues: ['1', '2'], size: 1 })));
    await world.run(model);
    expect(raw.asked).toHaveLength(3);
    expect((await world.store.progress('shop')).read).toBe(3);
  });

  it('does not read what is gone or may not be shown', async () => {
    const world = await open(2);
    const model = scriptedModel(() => supports);
    await world.plan(model);
    await world.stores.signals.removeSignals('shop', ['desk:0'], AT);
    await world.run(model);
    expect(model.asked.map((ask) => ask.about)).toEqual(['desk:1']);
    const hidden = { ...said(1), visibility: 'counts' as const };
    expect(readingTasks([hidden], new Map([[hidden.id, ['1']]]), { reads: 'everything', model: 'm', summaries: SUMMARIES }, sha256)).toEqual([]);
  });

  it('rounds money up', () => {
    expect(costOf({ input: 1, output: 0 }, { input: 400_000, output: 0 })).toBe(1);
  });
});
