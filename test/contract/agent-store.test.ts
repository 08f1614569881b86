import { agentStore } from '../../src/platform/store/agent-store';
import { fakeAgentStore } from '../fakes/agent-store';
import { openSqlDatabase, sqlEngines, type SqlDatabase } from '../fixtures/sql-database';
import { agentStoreSuite } from './agent-store.suite';
import { vectorStoreSuite } from './vector-store.suite';

agentStoreSuite('in memory', async () => fakeAgentStore());
vectorStoreSuite('in memory', async () => fakeAgentStore());

describe.each(sqlEngines())('on %s', (engine) => {
  let database: SqlDatabase;
  beforeAll(async () => {
    database = await openSqlDatabase(engine);
  });
  afterAll(() => database.close());

  const openStore = async () => {
    await database.clear();
    return agentStore();
  };
  agentStoreSuite(`Forge SQL on ${engine}`, openStore);
  vectorStoreSuite(`Forge SQL on ${engine}`, openStore);
});
