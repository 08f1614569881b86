import { outcomeStore } from '../../src/platform/store/outcomes';
import { openStores } from '../../src/platform/store/stores';
import { openSqlDatabase, sqlEngines, type SqlDatabase } from '../fixtures/sql-database';
import { outcomesStoreSuite } from './outcomes-store.suite';

describe.each(sqlEngines())('on %s', (engine) => {
  let database: SqlDatabase;
  beforeAll(async () => {
    database = await openSqlDatabase(engine);
  });
  afterAll(() => database.close());

  outcomesStoreSuite(`Forge SQL on ${engine}`, async () => {
    await database.clear();
    return { stores: openStores(), outcomes: outcomeStore() };
  });
});
