import { proposalStore } from '../../src/platform/store/proposal-store';
import { prototypeStore } from '../../src/platform/store/prototype-store';
import { talkStore } from '../../src/platform/store/talk-store';
import { fakeProposalStore, fakePrototypeStore, fakeTalkStore } from '../fakes/talk-stores';
import { openSqlDatabase, sqlEngines, type SqlDatabase } from '../fixtures/sql-database';
import { talkStoresSuite } from './talk-stores.suite';

talkStoresSuite('in memory', async () => ({ talk: fakeTalkStore(), prototypes: fakePrototypeStore(), proposals: fakeProposalStore() }));

describe.each(sqlEngines())('on %s', (engine) => {
  let database: SqlDatabase;
  beforeAll(async () => {
    database = await openSqlDatabase(engine);
  });
  afterAll(() => database.close());

  talkStoresSuite(`Forge SQL on ${engine}`, async () => {
    await database.clear();
    return { talk: talkStore(), prototypes: prototypeStore(), proposals: proposalStore() };
  });
});
