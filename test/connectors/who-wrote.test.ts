import type { Fault } from '../../host/sources/faults';
import { openWorld as openTypeform } from '../../host/sources/typeform/world';
import { openWorld as openZendesk } from '../../host/sources/zendesk/world';
import { typeform } from '../../src/connectors/typeform';
import { zendesk } from '../../src/connectors/zendesk';
import { fetchPerson } from '../../src/ingest/sources/fetch-person';
import { CONNECTION, openBench, PRODUCT, type SourceBench } from './bench-source';
import { findConnectors, namingFolders } from './find-connectors';

const SIGNAL = { source: CONNECTION, externalId: '1#0', author: 'nobody/nobody' };

async function firstSignal(bench: SourceBench): Promise<{ readonly source: string; readonly externalId: string; readonly author: string }> {
  bench.world.speak('Exports stop at a thousand rows');
  await bench.cycle(2);
  const [signal] = (await bench.ports.stores.signals.pageSignals(PRODUCT, undefined, 1)).rows;
  if (signal?.author === undefined) throw new Error('nobody spoke');
  return { source: signal.source, externalId: signal.externalId, author: signal.author };
}

/** How each emulated vendor calls the first person; of another one, anything. */
const SHOWN: Readonly<Record<string, RegExp>> = { zendesk: /^Person \d+, name 0$/, intercom: /^A name 0$/, github: /^Person \d+ \(u\d+\)$/, gong: /^Ana 0$/ };
/** An author that a vendor does not know, where its ids are no plain numbers. */
const UNKNOWN: Readonly<Record<string, string>> = { gong: '1/2' };

describe.each(namingFolders())('who wrote, asked of %s', (folder) => {
  const open = async (seed: string): Promise<SourceBench> => {
    const found = (await findConnectors()).find((one) => one.folder === folder);
    if (found?.openWorld === undefined) throw new Error(`host/sources/${folder}/world.ts is missing`);
    return openBench(found.connector, found.openWorld, `${seed} ${folder}`);
  };

  it('is answered with the name of this moment, and nothing of it is kept', async () => {
    const bench = await open('who');
    const signal = await firstSignal(bench);
    const before = JSON.stringify([await bench.ports.stores.signals.pageSignals(PRODUCT, undefined, 10), await bench.needs.connections.listReceipts(CONNECTION, 10)]);
    const found = await fetchPerson(bench.needs, signal);
    expect(found).toMatchObject({ kind: 'name', source: 'Under test', name: expect.stringMatching(SHOWN[folder] ?? /\S/) });
    bench.world.identity?.rename?.();
    expect(JSON.stringify(await fetchPerson(bench.needs, signal))).not.toBe(JSON.stringify(found));
    expect(JSON.stringify([await bench.ports.stores.signals.pageSignals(PRODUCT, undefined, 10), await bench.needs.connections.listReceipts(CONNECTION, 10)])).toBe(before);
  });

  it('is nobody where the person is not known there any more', async () => {
    const bench = await open('gone');
    await firstSignal(bench);
    expect(await fetchPerson(bench.needs, { ...SIGNAL, author: UNKNOWN[folder] ?? '99999999' })).toEqual({ kind: 'gone' });
    expect(await fetchPerson(bench.needs, { source: CONNECTION, externalId: '1#0' })).toEqual({ kind: 'no-author' });
  });

  it.each<readonly [string, Fault, string]>([
    ['may not see people', { kind: 'status', status: 403 }, 'refused'],
    ['was revoked', { kind: 'status', status: 401 }, 'refused'],
    ['gets a page for people', { kind: 'html' }, 'no-answer'],
    ['is asked to wait', { kind: 'status', status: 429, headers: { 'retry-after': '60' } }, 'no-answer'],
    ['gets no answer', { kind: 'hang' }, 'no-answer'],
  ])('is no name when our key %s, before the screen is given up', async (_what, fault, kind) => {
    const bench = await open('faults');
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
