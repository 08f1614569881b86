import { fakeOutcomeStore } from '../fakes/outcome-store';
import { fakeStores } from '../fakes/stores';
import { outcomesStoreSuite } from './outcomes-store.suite';

outcomesStoreSuite('in memory', async () => {
  const stores = fakeStores();
  return { stores, outcomes: fakeOutcomeStore(stores) };
});
