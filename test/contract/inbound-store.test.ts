import { inboundStore } from '../../src/platform/store/inbound-store';
import { fakeInboundStore } from '../fakes/inbound-store';
import { openSqlDatabase, sqlEngines, type SqlDatabase } from '../fixtures/sql-database';
import { inboundStoreSuite } from './inbound-store.suite';

inboundStoreSuite('in memory', async () => fakeInboundStore());

describe.each(sqlEngines())('on %s', (engine) => {
  let database: SqlDatabase;
  beforeAll(async () => {
    database = await openSqlDatabase(engine);
  });
  afterAll(() => database.close());

  inboundStoreSuite(`Forge SQL on ${engine}`, async () => {
    await database.clear();
    return inboundStore();
  });
});
