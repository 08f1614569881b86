import { forgeSources, type SourceOutside } from '../../src/compose-sources';
import { fakeConnectionStore } from './connection-store';

/** Sources as the platform gives them, with connections in memory: there are none. */
export function fakeSources(): SourceOutside {
  return { ...forgeSources(), connections: fakeConnectionStore() };
}
