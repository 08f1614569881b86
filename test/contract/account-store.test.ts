import { accountStore } from '../../src/platform/store/account-store';
import { fakeAccountStore } from '../fakes/account-store';
import { openSqlDatabase, sqlEngines, type SqlDatabase } from '../fixtures/sql-database';
import { accountStoreSuite } from './account-store.suite';

accountStoreSuite('in memory', async () => fakeAccountStore());

describe.each(sqlEngines())('on %s', (engine) => {
  let database: SqlDatabase;
  beforeAll(async () => {
    database = await openSqlDatabase(engine);
  });
  afterAll(() => database.close());

  accountStoreSuite(`Forge SQL on ${engine}`, async () => {
    await database.clear();
    return accountStore();
  });
});
