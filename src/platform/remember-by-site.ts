/** Values of a warm process, kept apart by site and for a short time only: the process may serve another site next. */
export interface BySite<Value> {
  /** The kept value, or a new one. Asked for by several at once it is made once; a failure is not kept. */
  get(site: string, nowMs: number, make: () => Promise<Value>): Promise<Value>;
  /** A new one, kept in the place of the old; a failure leaves the old. */
  renew(site: string, nowMs: number, make: () => Promise<Value>): Promise<Value>;
  /** Whether nothing was kept under this name; keeps `value`. */
  isNew(name: string, nowMs: number, value: Value): boolean;
}

/** @param keptMs how long a value is good */
export function rememberBySite<Value>(keptMs: number): BySite<Value> {
  const kept = new Map<string, { readonly value: Promise<Value>; readonly until: number }>();
  const find = (name: string, nowMs: number): Promise<Value> | undefined => {
    for (const [each, { until }] of kept) if (until <= nowMs) kept.delete(each);
    return kept.get(name)?.value;
  };
  return {
    async get(site, nowMs, make) {
      const found = find(site, nowMs);
      if (found !== undefined) return found;
      const value = make();
      kept.set(site, { value, until: nowMs + keptMs });
      try {
        return await value;
      } catch (error) {
        kept.delete(site);
        throw error;
      }
    },
    async renew(site, nowMs, make) {
      const value = await make();
      kept.set(site, { value: Promise.resolve(value), until: nowMs + keptMs });
      return value;
    },
    isNew(name, nowMs, value) {
      if (find(name, nowMs) !== undefined) return false;
      kept.set(name, { value: Promise.resolve(value), until: nowMs + keptMs });
      return true;
    },
  };
}
