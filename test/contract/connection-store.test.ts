import { connectionStore } from '../../src/platform/store/connection-store';
import { fakeConnectionStore } from '../fakes/connection-store';
import { openSqlDatabase, sqlEngines, type SqlDatabase } from '../fixtures/sql-database';
import { connectionStoreSuite } from './connection-store.suite';

connectionStoreSuite('in memory', async () => fakeConnectionStore());

describe.each(sqlEngines())('on %s', (engine) => {
  let database: SqlDatabase;
  beforeAll(async () => {
    database = await openSqlDatabase(engine);
  });
  afterAll(() => database.close());

  connectionStoreSuite(`Forge SQL on ${engine}`, async () => {
    await database.clear();
    return connectionStore();
  });
});
