import { decisionLog } from '../../src/platform/store/decision-log';
import { ledgerStore } from '../../src/platform/store/ledger';
import { openStores } from '../../src/platform/store/stores';
import { sweepStore } from '../../src/platform/store/sweeps';
import { fakeDecisionLog, fakeLedger, fakeSweeps } from '../fakes/closing-stores';
import { openSqlDatabase, sqlEngines, type SqlDatabase } from '../fixtures/sql-database';
import { closingStoresSuite } from './closing-stores.suite';

closingStoresSuite('in memory', async () => ({ ledger: fakeLedger(), sweeps: fakeSweeps(), decisionLog: fakeDecisionLog() }));

describe.each(sqlEngines())('on %s', (engine) => {
  let database: SqlDatabase;
  beforeAll(async () => {
    database = await openSqlDatabase(engine);
  });
  afterAll(() => database.close());

  closingStoresSuite(`Forge SQL on ${engine}`, async () => {
    await database.clear();
    return { ledger: ledgerStore(), sweeps: sweepStore(), decisionLog: decisionLog() };
  });

  it('counts signals by source around a day', async () => {
    await database.clear();
    const days = [1, 3, 6, 10, 20, 30, 40, 100, 139, 200];
    const now = '2025-06-30T00:00:00.000Z';
    const signals = days.map((day) => ({ id: `forum:${day}`, source: 'forum', externalId: String(day), at: new Date(Date.parse(now) - day * 86_400_000).toISOString(), kind: 'said' as const, text: 'x', visibility: 'open' as const }));
    await openStores().signals.saveSignals('shop', [...signals, { ...signals[0]!, id: 'forum:did', externalId: 'did', kind: 'did', event: 'left' }], now);
    expect(await sweepStore().countVolumes('shop', now)).toEqual([{ source: 'forum', last7: 4, before28: 3, last28: 6, before112: 4 }]);
    expect(await sweepStore().countSaid('shop')).toBe(10);
  });
});
