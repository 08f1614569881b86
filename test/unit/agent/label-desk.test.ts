import { openApp } from '../../../src/app';
import { agentOff } from '../../../src/domain/agent-settings';
import type { Signal } from '../../../src/domain/signal';
import { sha256 } from '../../../src/platform/sha256';
import { fakePorts } from '../../fakes/ports';
import { failing, scriptedModel } from '../../fakes/scripted-model';
import { tinyEngine } from '../../fakes/tiny-engine';

const AT = '2025-06-01T00:00:00.000Z';
const signals = ['Export loses rows', 'Export loses my rows again', 'Login takes long', 'Login takes so long'].map((text, index): Signal => ({ id: `desk:${index}`, source: 'desk', externalId: String(index), at: AT, kind: 'said', text, visibility: 'open' }));

async function open() {
  const ports = fakePorts();
  await ports.stores.products.saveProduct({ id: 'shop', name: 'Shop', projects: ['A'] });
  await ports.stores.signals.saveSignals('shop', signals, AT);
  const state = { isDown: false };
  const model = scriptedModel((ask) => (ask.name !== 'name-theme' ? failing('not-accepted') : state.isDown ? failing('unreachable') : { label: ask.material.includes('Login') ? 'login takes long' : 'export loses rows' }));
  const app = openApp({ ports, engine: tinyEngine, prepare: async () => undefined, agent: { openModel: () => model, openEmbedder: () => undefined, sha256, schemaText: () => '' } });
  /** Runs what the queue holds, as often as it takes; what measures and closes is not looked at here. */
  const work = async (): Promise<void> => {
    for (let left = 40; ports.jobs.length > 0 && left > 0; left -= 1) {
      const job = ports.jobs.shift()!;
      ports.clock.advance(60_000);
      if (job.name === 'understand' || job.name === 'label') await app.runJob(job);
    }
  };
  const on = { ...agentOff('shop', AT), provider: 'openai' as const, model: 'm', budget: { tokens: 1_000_000, money: 1_000_000 } };
  await app.wantUnderstanding('shop');
  await work();
  const names = async () => (await ports.stores.evidence.listThemes('shop')).map(({ id, label, labelAuthor }) => [id, label, labelAuthor]).sort();
  const again = async (): Promise<void> => {
    ports.clock.advance(60_000);
    await app.wantUnderstanding('shop');
    await work();
  };
  return { ports, app, state, model, work, on, names, again };
}

const ENGINE = [['t-export', 'export', 'engine'], ['t-login', 'login', 'engine']];

describe('themes named by a model', () => {
  it('have the engine’s names until a model is on, the model’s with the next run, and the engine’s again when it is off', async () => {
    const world = await open();
    expect(await world.names()).toEqual(ENGINE);
    await world.app.agent.saveSettings(world.on);
    await world.work();
    expect(await world.names()).toEqual([['t-export', 'Export loses rows', 'model'], ['t-login', 'Login takes long', 'model']]);
    const run = await world.ports.stores.evidence.findRun('shop');
    expect((await world.ports.stores.themes.findDigest('shop', run!.computedAt))?.themes.map((one) => one.theme.label).sort()).toEqual(['Export loses rows', 'Login takes long']);
    await world.again();
    expect(world.model.asked.filter((ask) => ask.name === 'name-theme')).toHaveLength(2);
    await world.app.agent.saveSettings(agentOff('shop', AT));
    await world.again();
    expect(await world.names()).toEqual(ENGINE);
  });

  it('keep a person’s name, given before or after', async () => {
    const world = await open();
    await world.app.editThemes('shop', 'ann', { kind: 'rename', theme: 't-export', label: 'Ours' });
    await world.app.agent.saveSettings(world.on);
    await world.work();
    expect((await world.names())[0]).toEqual(['t-export', 'Ours', 'person']);
    await world.app.editThemes('shop', 'ann', { kind: 'rename', theme: 't-login', label: 'Slow door' });
    await world.again();
    expect(await world.names()).toEqual([['t-export', 'Ours', 'person'], ['t-login', 'Slow door', 'person']]);
  });

  it('keep the engine’s names while nobody answers, and get the model’s when it is back', async () => {
    const world = await open();
    world.state.isDown = true;
    await world.app.agent.saveSettings(world.on);
    await world.app.runJob({ name: 'label', product: 'shop' });
    expect(await world.names()).toEqual(ENGINE);
    world.state.isDown = false;
    await world.work();
    expect((await world.names())[0]).toEqual(['t-export', 'Export loses rows', 'model']);
  });
});
