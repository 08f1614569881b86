import { sourceDesk } from '../../src/compose-sources';
import { template } from '../../src/connectors/_template';
import { placeSignals } from '../../src/ingest/place-signals';
import { keptFacts } from '../../src/ingest/redact/redact-signal';
import { loadRoutes, saveRoutes } from '../../src/ingest/routing/routes';
import { findAcceptedLoss } from '../../src/ingest/sources/accepted-loss';
import { acceptLoss, removeSource } from '../../src/ingest/sources/change-source';
import { previewSource } from '../../src/ingest/sources/preview-source';
import { openWorld } from '../../host/sources/_template/world';
import { CONNECTION, openBench, PRODUCT } from './bench-source';
import { findConnectors } from './find-connectors';

const belonging: typeof template = {
  ...template,
  poll: async () => ({
    items: [{ externalId: '77', revision: '1', at: '2025-06-30T00:00:00.000Z', kind: 'said', text: 'It crashes', account: { organisation: 'org-9', domain: 'acme.example' }, routing: { brand: ['Mail'] } }],
    checkpoint: {}, isLast: true,
  }),
};

describe('a preview', () => {
  it('writes nothing anywhere, of a new source and of one with rules', async () => {
    const bench = await openBench(belonging, openWorld, 'preview');
    await saveRoutes(bench.ports, CONNECTION, { rules: [{ fact: 'brand', value: 'Other', product: PRODUCT }] });
    const form = { connector: belonging.id, product: PRODUCT, name: 'New', visibility: 'open' as const, days: 30, fields: { ...bench.world.settings, ...bench.world.secrets } };
    expect((await previewSource(bench.needs, form, 'admin')).signals).toHaveLength(1);
    expect((await previewSource(bench.needs, { ...form, id: CONNECTION }, 'admin')).skipped).toEqual({ unrouted: 1 });
    expect(await bench.ports.accounts.listUnknown(PRODUCT, 10)).toEqual([]);
    expect(await bench.ports.unrouted.count(CONNECTION)).toBe(0);
    await placeSignals({ ...bench.ports, findConnector: bench.needs.findConnector })({ ...form, id: 'new', state: 'active', settings: {}, since: '', createdAt: '', createdBy: '' }, [{ externalId: '77', revision: '1', at: '2025-06-30T00:00:00.000Z', kind: 'said', text: 'It crashes', account: { organisation: 'org-9' } }]);
    expect(await bench.ports.accounts.listUnknown(PRODUCT, 10)).toHaveLength(1);
  });
});

describe('a record that no rule places', () => {
  const PERSONS = ['annegret@kunde.example', '+49 151 23456789', 'DE89370400440532013000', 'seen by annegret@kunde.example'];
  const OURS = ['360001234567', 'good first issue', 'Billing', 'beta'];

  it('is listed by its facts without an address, a number or a secret of a person, whatever fact of whatever connector holds it', async () => {
    const connectors = (await findConnectors()).map((one) => one.connector);
    expect(connectors.length).toBeGreaterThan(10);
    for (const connector of connectors) {
      const bench = await openBench(connector, openWorld, connector.id);
      const connection = await bench.needs.connections.findConnection(CONNECTION);
      if (connection === undefined) throw new RangeError('nothing is connected');
      await saveRoutes(bench.ports, CONNECTION, { rules: [{ fact: 'brand', value: 'Another', product: PRODUCT }] });
      const routing = Object.fromEntries(connector.routes.map((fact) => [fact, [...PERSONS, ...OURS]]));
      await placeSignals({ ...bench.ports, findConnector: bench.needs.findConnector })(connection, [{ externalId: '77', revision: '1', at: '2025-06-30T00:00:00.000Z', kind: 'said', text: 'It crashes', routing }]);
      expect((await bench.ports.unrouted.list(CONNECTION, 10)).map((one) => one.facts)).toEqual([Object.fromEntries(connector.routes.map((fact) => [fact, OURS]))]);
    }
  });

  it('is listed without a name where the fact is one that a person\'s link carried', () => {
    expect(keptFacts({ 'hidden.plan': ['pro', 'Annegret Zimmerhackl', '015123456789', 'x@y.example'], form: ['u6nXL7'] })).toEqual({ 'hidden.plan': ['pro'], form: ['u6nXL7'] });
  });
});

describe('a source that is removed', () => {
  it('takes along what a person once said is really gone', async () => {
    const bench = await openBench(belonging, openWorld, 'said');
    await acceptLoss(bench.needs, CONNECTION);
    expect(await findAcceptedLoss(bench.needs, CONNECTION)).toBeDefined();
    await removeSource(bench.needs, CONNECTION);
    expect(await findAcceptedLoss(bench.needs, CONNECTION)).toBeUndefined();
  });

  it('leaves neither rules nor facts of records that no rule placed', async () => {
    const bench = await openBench(belonging, openWorld, 'removed');
    await saveRoutes(bench.ports, CONNECTION, { rules: [{ fact: 'brand', value: 'Other', product: PRODUCT }] });
    await bench.cycle();
    expect(await bench.ports.unrouted.count(CONNECTION)).toBe(1);
    await sourceDesk(bench.ports, { ...bench.needs, vendorAddress: async () => '' }).remove(CONNECTION);
    expect(await bench.ports.unrouted.count(CONNECTION)).toBe(0);
    expect(await loadRoutes(bench.ports, CONNECTION)).toEqual({ rules: [] });
  });
});
