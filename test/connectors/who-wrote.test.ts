import type { Fault } from '../../host/sources/faults';
import { openWorld as openGitHub } from '../../host/sources/github/world';
import { openWorld as openGong } from '../../host/sources/gong/world';
import { openWorld as openIntercom } from '../../host/sources/intercom/world';
import { openWorld as openTypeform } from '../../host/sources/typeform/world';
import { openWorld as openZendesk } from '../../host/sources/zendesk/world';
import { github } from '../../src/connectors/github';
import { gong } from '../../src/connectors/gong';
import { intercom } from '../../src/connectors/intercom';
import { typeform } from '../../src/connectors/typeform';
import { zendesk } from '../../src/connectors/zendesk';
import { fetchPerson } from '../../src/ingest/sources/fetch-person';
import { CONNECTION, openBench, PRODUCT, type SourceBench } from './bench-source';

const SIGNAL = { source: CONNECTION, author: 'nobody/nobody' };

async function firstSignal(bench: SourceBench): Promise<{ readonly source: string; readonly author: string }> {
  bench.world.speak('Exports stop at a thousand rows');
  await bench.cycle(2);
  const [signal] = (await bench.ports.stores.signals.pageSignals(PRODUCT, undefined, 1)).rows;
  if (signal?.author === undefined) throw new Error('nobody spoke');
  return { source: signal.source, author: signal.author };
}

describe.each([
  ['Zendesk', zendesk, openZendesk, /^Person \d+, name 0$/],
  ['Intercom', intercom, openIntercom, /^A name 0$/],
  ['GitHub', github, openGitHub, /^Person \d+ \(u\d+\)$/],
  ['Gong', gong, openGong, /^Ana 0$/],
] as const)('who wrote, asked of %s', (name, connector, openWorld, shown) => {
  it('is answered with the name of this moment, and nothing of it is kept', async () => {
    const bench = await openBench(connector, openWorld, `who ${name}`);
    const signal = await firstSignal(bench);
    const before = JSON.stringify([await bench.ports.stores.signals.pageSignals(PRODUCT, undefined, 10), await bench.needs.connections.listReceipts(CONNECTION, 10)]);
    const found = await fetchPerson(bench.needs, signal);
    expect(found).toMatchObject({ kind: 'name', source: 'Under test', name: expect.stringMatching(shown) });
    bench.world.identity?.rename?.();
    expect(JSON.stringify(await fetchPerson(bench.needs, signal))).not.toBe(JSON.stringify(found));
    expect(JSON.stringify([await bench.ports.stores.signals.pageSignals(PRODUCT, undefined, 10), await bench.needs.connections.listReceipts(CONNECTION, 10)])).toBe(before);
  });

  it('is nobody where the person is not known there any more', async () => {
    const bench = await openBench(connector, openWorld, `gone ${name}`);
    await firstSignal(bench);
    expect(await fetchPerson(bench.needs, { ...SIGNAL, author: name === 'Gong' ? '1/2' : '99999999' })).toEqual({ kind: 'gone' });
    expect(await fetchPerson(bench.needs, { source: CONNECTION })).toEqual({ kind: 'no-author' });
  });

  it.each<readonly [string, Fault, string]>([
    ['may not see people', { kind: 'status', status: 403 }, 'refused'],
    ['was revoked', { kind: 'status', status: 401 }, 'refused'],
    ['gets a page for people', { kind: 'html' }, 'no-answer'],
    ['is asked to wait', { kind: 'status', status: 429, headers: { 'retry-after': '60' } }, 'no-answer'],
    ['gets no answer', { kind: 'hang' }, 'no-answer'],
  ])('is no name when our key %s, before the screen is given up', async (_what, fault, kind) => {
    const bench = await openBench(connector, openWorld, `faults ${name}`);
    const signal = await firstSignal(bench);
    bench.fault = () => fault;
    const from = bench.clock.monotonicMs();
    expect(await fetchPerson(bench.needs, signal)).toEqual({ kind });
    expect(bench.clock.monotonicMs() - from).toBeLessThan(25_000);
  });
});

describe('who wrote', () => {
  it('is one line of a bearable length, whatever a vendor sends', async () => {
    const bench = await openBench({ ...zendesk, person: async () => `  Ann\n\u202e\u0000${'x'.repeat(500)}` }, openZendesk, 'odd');
    const found = await fetchPerson(bench.needs, SIGNAL);
    expect(found).toEqual({ kind: 'name', source: 'Under test', name: `Ann ${'x'.repeat(196)}` });
  });

  it('is said to be untold where the vendor tells no names, and of a source that is not connected', async () => {
    const bench = await openBench(typeform, openTypeform, 'nameless');
    expect(await fetchPerson(bench.needs, SIGNAL)).toMatchObject({ kind: 'not-told', why: expect.stringContaining('no name') });
    expect(await fetchPerson(bench.needs, { ...SIGNAL, source: 'a-file' })).toEqual({ kind: 'no-source' });
  });
});
