import { openWorld } from '../../host/sources/gong/world';
import { gong } from '../../src/connectors/gong';
import { countCustomers } from '../../src/domain/customer';
import { fetchPerson } from '../../src/ingest/sources/fetch-person';
import { openBench, PRODUCT } from './bench-source';

const CALLS = 8;

describe('people in calls of Gong, which numbers speakers anew in each', () => {
  it('are one customer each by their address, however it is written; who has none is somebody new in every call', async () => {
    const bench = await openBench(gong, openWorld, 'callers');
    for (let call = 0; call < CALLS; call += 1) bench.world.speak(`Exports stop at row ${call}000`);
    await bench.cycle(2);
    const { rows } = await bench.ports.stores.signals.pageSignals(PRODUCT, undefined, 100);
    expect(rows).toHaveLength(CALLS);
    // In every four calls Ana speaks twice, Bea once, and somebody without an address.
    expect(countCustomers(rows.map(({ account: _account, ...one }) => one))).toBe(2 + CALLS / 4);
    const pseudonym = await bench.ports.loadPseudonym();
    expect(rows.filter((one) => one.author === pseudonym('ana@northwind.example'))).toHaveLength(CALLS / 2);
    expect(JSON.stringify(rows)).not.toMatch(/@northwind/i);
  });

  it('are called by the name that they have in the call, with an address and without', async () => {
    const bench = await openBench(gong, openWorld, 'called');
    for (let call = 0; call < 4; call += 1) bench.world.speak(`Exports stop at row ${call}000`);
    await bench.cycle(2);
    const { rows } = await bench.ports.stores.signals.pageSignals(PRODUCT, undefined, 100);
    expect(rows).toHaveLength(4);
    for (const signal of rows) expect(await fetchPerson(bench.needs, signal)).toMatchObject({ kind: 'name', name: 'Ana 0' });
    const [signal] = rows;
    expect(await fetchPerson(bench.needs, { source: signal?.source ?? '', externalId: signal?.externalId ?? '', author: 'person-of-somebody-else' })).toEqual({ kind: 'gone' });
  });
});
