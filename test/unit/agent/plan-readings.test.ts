import { planReadings } from '../../../src/agent/reader/plan-readings';
import type { Signal } from '../../../src/domain/signal';
import { sha256 } from '../../../src/platform/sha256';
import { aDigest, aRun, aTheme } from '../../build/stored';
import { fakeAgentStore } from '../../fakes/agent-store';
import { fakeSettings } from '../../fakes/ports';
import { fakeStores } from '../../fakes/stores';

const AT = '2025-06-01T00:00:00.000Z';
const said = (index: number): Signal => ({ id: `desk:${String(index).padStart(4, '0')}`, source: 'desk', externalId: String(index), at: AT, kind: 'said', text: `Words number ${index}`, visibility: 'open' });
/** More than two pages of the store. */
const SIGNALS = Array.from({ length: 1_203 }, (_, index) => said(index));

async function open(reads: 'candidates' | 'everything') {
  const stores = fakeStores();
  const store = fakeAgentStore();
  const settings = fakeSettings();
  await stores.signals.saveSignals('shop', SIGNALS, AT);
  const digest = aDigest('1', [SIGNALS[3]!.id, SIGNALS[700]!.id]);
  await stores.evidence.saveRun('shop', aRun({ digests: [{ ...digest, product: 'shop' }], links: [], themes: [{ ...aTheme('t1', 1), exemplars: [SIGNALS[5]!.id] }], computedAt: AT, signals: SIGNALS.length }));
  const plan = (mode = reads): Promise<void> => planReadings({ product: 'shop', stores, store, settings, summaries: new Map([['1', 'Export loses rows']]), reads: mode, model: 'openai:m', sha256 });
  await plan();
  return { store, plan };
}

describe('what is put in the line to be read', () => {
  it('is every signal in the mode that reads everything', async () => {
    const { store } = await open('everything');
    expect((await store.nextReadings('shop', 5_000)).map((task) => task.signal).sort()).toEqual(SIGNALS.map((signal) => signal.id));
  });

  it('is candidates of issues and examples of themes in the other', async () => {
    const { store } = await open('candidates');
    const tasks = await store.nextReadings('shop', 5_000);
    expect(tasks.map((task) => [task.signal, task.issues]).sort()).toEqual([[SIGNALS[3]!.id, ['1']], [SIGNALS[5]!.id, []], [SIGNALS[700]!.id, ['1']]]);
  });

  it('grows and shrinks with the mode, and is planned once a run', async () => {
    const { store, plan } = await open('candidates');
    await plan('everything');
    expect((await store.progress('shop')).waiting).toBe(SIGNALS.length);
    await plan('everything');
    await plan('candidates');
    expect((await store.progress('shop')).waiting).toBe(3);
  });
});
