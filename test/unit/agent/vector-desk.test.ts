import { openApp } from '../../../src/app';
import { agentOff } from '../../../src/domain/agent-settings';
import type { Signal } from '../../../src/domain/signal';
import { NO_TOKENS, type ModelFailureCode } from '../../../src/ports/model';
import { noModel } from '../../../src/agent/model/no-model';
import { sha256 } from '../../../src/platform/sha256';
import type { Corpus } from '../../../src/understand/engine';
import { fakePorts } from '../../fakes/ports';
import { tinyEngine } from '../../fakes/tiny-engine';

const AT = '2025-06-01T00:00:00.000Z';
const signals = Array.from({ length: 130 }, (_, index): Signal => ({ id: `desk:${index}`, source: 'desk', externalId: String(index), at: AT, kind: 'said', text: `Export ${index} loses rows`, visibility: 'open' }));
const issue = { id: '1', key: 'A-1', project: 'A', summary: 'Export loses rows', status: 'To Do', statusCategory: 'todo' as const, createdAt: AT, fixVersions: [], labels: [], visibility: 'open' as const };

async function open() {
  const ports = fakePorts();
  await ports.stores.products.saveProduct({ id: 'shop', name: 'Shop', projects: ['A'] });
  await ports.stores.products.saveSource({ product: 'shop', id: 'desk', kind: 'file', name: 'Desk', visibility: 'open', gaps: [] });
  await ports.stores.products.saveCoverage('shop', { source: 'desk', name: 'Desk', kind: 'file', total: 130, totalBy: 'offered', read: 130, kept: 130, skipped: {}, oldestAt: AT, newestAt: AT, gaps: [] });
  await ports.stores.signals.saveSignals('shop', signals, AT);
  await ports.stores.issues.saveIssues('shop', [issue], AT);
  const state: { fails?: ModelFailureCode; asked: number } = { asked: 0 };
  const corpora: Corpus[] = [];
  const app = openApp({
    ports,
    prepare: async () => undefined,
    engine: (corpus, options) => {
      corpora.push(corpus);
      return tinyEngine(corpus, options);
    },
    agent: {
      openModel: () => noModel, sha256, schemaText: () => '',
      openEmbedder: ({ embeddings }) => embeddings && {
        id: `openai:${embeddings.model}`,
        embed: async (texts) => {
          state.asked += texts.length;
          return state.fails === undefined ? { kind: 'vectors', vectors: texts.map(() => Int8Array.from([1, 2])), use: { input: texts.length, output: 0 } } : { kind: 'failure', code: state.fails, retryable: true, use: NO_TOKENS };
        },
      },
    },
  });
  /** Runs what the queue holds, as often as it takes. */
  const work = async (): Promise<void> => {
    for (let left = 60; ports.jobs.length > 0 && left > 0; left -= 1) {
      const job = ports.jobs.shift()!;
      ports.clock.advance(60_000);
      // What measures and closes has stores of its own and is not looked at here.
      if (job.name === 'understand' || job.name === 'embed' || job.name === 'read') await app.runJob(job);
    }
  };
  const settings = (model?: string, tokens = 1_000_000) => ({ ...agentOff('shop', AT), provider: 'openai' as const, model: 'm-1', budget: { tokens, money: 1_000_000 }, ...(model === undefined ? {} : { embeddings: { model, price: 20_000 } }) });
  await app.wantUnderstanding('shop');
  await work();
  return { ports, app, state, corpora, work, settings, coverage: () => ports.stores.products.listCoverage('shop') };
}

describe('embeddings of a product', () => {
  it('are off until a person switches them on, then join the next run of the engine', async () => {
    const world = await open();
    expect(world.corpora.at(-1)?.vectors).toBeUndefined();
    expect(world.state.asked).toBe(0);
    await world.app.agent.saveSettings(world.settings('e-1'));
    await world.work();
    expect(world.corpora.at(-1)?.vectors).toMatchObject({ model: 'openai:e-1', length: 2 });
    expect(world.corpora.at(-1)?.vectors?.signals.size).toBe(130);
    expect(world.corpora.at(-1)?.vectors?.issues.has('1')).toBe(true);
    expect(await world.app.agent.vectorProgress('shop')).toEqual({ embedded: 3, waiting: 0, parked: 0 });
    const runs = world.corpora.length;
    await world.app.agent.wantWork('shop');
    await world.work();
    expect([world.state.asked, world.corpora.length]).toEqual([131, runs]);
  });

  it('say how far another model has come, and are removed when they are switched off', async () => {
    const world = await open();
    await world.app.agent.saveSettings(world.settings('e-1'));
    await world.work();
    world.state.fails = 'server-error';
    await world.app.agent.saveSettings(world.settings('e-2'));
    await world.app.runJob({ name: 'embed', product: 'shop' });
    expect(await world.app.agent.vectorProgress('shop')).toEqual({ embedded: 0, waiting: 3, parked: 0 });
    delete world.state.fails;
    await world.work();
    expect(await world.app.agent.vectorProgress('shop')).toEqual({ embedded: 3, waiting: 0, parked: 0 });
    expect(world.corpora.at(-1)?.vectors?.model).toBe('openai:e-2');
    await world.app.agent.saveSettings(world.settings());
    await world.work();
    expect(world.corpora.at(-1)?.vectors).toBeUndefined();
    expect(await world.ports.agent.listBlocks('shop')).toEqual([]);
  });

  it.each(['server-error', 'unreachable', 'rate-limited', 'no-access', 'lost', 'wrong-shape', 'not-accepted'] as const)('leave the evidence, and what was read, as words alone have them when the provider fails (%s)', async (code) => {
    const world = await open();
    const before = { digest: await world.ports.stores.evidence.findDigest('1'), coverage: await world.coverage() };
    world.state.fails = code;
    await world.app.agent.saveSettings(world.settings('e-1'));
    await world.work();
    await world.app.wantUnderstanding('shop');
    await world.work();
    expect(world.corpora.at(-1)?.vectors).toBeUndefined();
    expect((await world.ports.stores.evidence.findDigest('1'))?.evidence).toEqual(before.digest?.evidence);
    expect(await world.coverage()).toEqual(before.coverage);
  });

  it('ask nothing on a budget of zero', async () => {
    const world = await open();
    await world.app.agent.saveSettings(world.settings('e-1', 0));
    await world.work();
    expect(world.state.asked).toBe(0);
  });
});
