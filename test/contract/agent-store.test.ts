import { agentStore } from '../../src/platform/store/agent-store';
import { fakeAgentStore } from '../fakes/agent-store';
import { openSqlDatabase, sqlEngines, type SqlDatabase } from '../fixtures/sql-database';
import { agentStoreSuite } from './agent-store.suite';

agentStoreSuite('in memory', async () => fakeAgentStore());

describe.each(sqlEngines())('on %s', (engine) => {
  let database: SqlDatabase;
  beforeAll(async () => {
    database = await openSqlDatabase(engine);
  });
  afterAll(() => database.close());

  agentStoreSuite(`Forge SQL on ${engine}`, async () => {
    await database.clear();
    return agentStore();
  });
});
