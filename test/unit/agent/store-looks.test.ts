import { numberedCustomers } from '../../../src/agent/tools/numbered-customers';
import { storeLooks } from '../../../src/agent/tools/store-looks';
import { writtenBrief } from '../../../src/agent/brief/written-brief';
import { sha256 } from '../../../src/platform/sha256';
import { aBriefCase, aVoice, NOW } from '../../build/brief-case';
import { aRun, aTheme } from '../../build/stored';
import { fakeClock } from '../../fakes/ports';
import { failing, scriptedModel } from '../../fakes/scripted-model';
import { fakeStores } from '../../fakes/stores';

const ann = aVoice('ann', 'The export loses the last row every single time.', { account: 'Acme Ltd' });
const again = aVoice('again', 'My importer chokes on the short file.', { account: 'Acme Ltd' });
const bob = aVoice('bob', 'Our export file is always one row short.', { account: 'Birch & Co' });

async function open() {
  const stores = fakeStores();
  await stores.signals.saveSignals('shop', [ann, again, bob], NOW);
  return { stores, looks: storeLooks(stores, 'shop', fakeClock(NOW)) };
}

describe('looks into the store', () => {
  it('find what one customer said by the number beside their quotes, and name no account', async () => {
    const { looks } = await open();
    const model = scriptedModel((ask) => ((ask.turns ?? []).length === 0 ? { kind: 'look', calls: [{ id: 'a', tool: 'account', input: { customer: 1 } }, { id: 'b', tool: 'account', input: { customer: 9 } }], use: { input: 1, output: 1 } } : failing('truncated')));
    await writtenBrief(aBriefCase([ann], [bob]), 'x', { model, looks, clock: fakeClock(NOW), sha256 });
    expect(model.asked[0]?.material.split('\n').slice(1)).toEqual(['1. [2025-06-20, for, customer 1] The export loses the last row every single time.', '2. [2025-06-20, for, customer 2] Our export file is always one row short.']);
    const [theirs, nobody] = model.asked[1]?.turns?.[0]?.results ?? [];
    expect(theirs).toContain('2 signals of this customer');
    expect(theirs).toContain('[2025-06-20, customer 1] My importer chokes on the short file.');
    expect(theirs).not.toContain('one row short');
    expect(nobody).toBe('No customer has this number.');
    expect(JSON.stringify(model.asked)).not.toMatch(/Acme|Birch|desk:/);
  });

  it('count customers of a theme as the last run did, and say nothing where that is not known', async () => {
    const { stores, looks } = await open();
    await stores.evidence.saveRun('shop', aRun({ themes: [{ ...aTheme('t1', 3), label: 'Export', openSignals: 3 }], assignments: [ann, again, bob].map((one) => ({ signal: one.id, theme: 't1', strength: 1 })) as never, computedAt: NOW, signals: 3 }));
    const look = async () => (await looks.theme({ name: 'export' }, numberedCustomers())).lines;
    expect(await look()).toEqual([]);
    await stores.themes.saveDigest({ product: 'shop', computedAt: NOW, themes: [{ theme: aTheme('t1', 3), customers: 2, recentCustomers: 2, signals: 3, weeks: [], sources: {}, quotes: [], issues: [] }], planned: [] } as never);
    expect(await look()).toEqual(['2 customers in this theme']);
  });

  it('show conversations of the last week before everything else said in it', async () => {
    const { stores, looks } = await open();
    await stores.products.saveSource({ product: 'shop', id: 'talks', kind: 'conversation', name: 'Customer conversations', visibility: 'open', gaps: [] });
    const recent = Array.from({ length: 8 }, (_, index) => aVoice(`r${index}`, `The forum says that row ${index} is gone.`, { at: '2025-06-30T00:00:00.000Z' }));
    const talk = aVoice('talk', 'On the call I said that the row is gone.', { id: 'talks:1', source: 'talks', at: '2025-06-27T00:00:00.000Z' });
    await stores.signals.saveSignals('shop', [...recent, talk], NOW);
    const { lines, sights } = await looks.conversations({}, numberedCustomers());
    expect(lines).toEqual(['9 signals of 9 customers in the last seven days, 1 of them in conversations and calls']);
    expect(sights.map((one) => one.signal.id)[0]).toBe('talks:1');
    expect(sights).toHaveLength(6);
  });
});
