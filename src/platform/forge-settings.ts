import { kvs } from '@forge/kvs';
import type { Settings } from '../ports/settings';

/** Settings and secrets in Forge's key-value store. */
export function forgeSettings(): Settings {
  return {
    find: (key) => kvs.get(key),
    save: (key, value) => kvs.set(key, value),
    remove: (key) => kvs.delete(key),
    saveSecret: (key, value) => kvs.setSecret(key, value),
    findSecret: (key) => kvs.getSecret<string>(key),
  };
}
