import { fakeStores } from '../fakes/stores';
import { storesSuite } from './stores.suite';

storesSuite('in memory', async () => fakeStores());
