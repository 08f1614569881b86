import type { Stores } from '../../src/ports/stores';

export class Killed extends Error {}

/**
 * Stores that die after so many calls, as a process that is killed would: before the call when `before`, else after it was done but before its
 * answer arrived.
 */
export function failingAfter<Owned extends object = Stores>(stores: Owned, calls: number, before: boolean): Owned {
  let left = calls;
  const wrapCall = (owner: object, call: (...given: readonly unknown[]) => Promise<unknown>) => async (...given: readonly unknown[]): Promise<unknown> => {
    left -= 1;
    if (left < 0 && before) throw new Killed('killed');
    const answer = await call.apply(owner, [...given]);
    if (left < 0) throw new Killed('killed');
    return answer;
  };
  const wrapStore = <Store extends object>(store: Store): Store =>
    new Proxy(store, {
      get(target, name) {
        const value: unknown = Reflect.get(target, name);
        return typeof value === 'function' ? wrapCall(target, value as (...given: readonly unknown[]) => Promise<unknown>) : value;
      },
    });
  return new Proxy(stores, {
    get(target, name) {
      const value: unknown = Reflect.get(target, name);
      return typeof value === 'object' && value !== null ? wrapStore(value) : value;
    },
  });
}
