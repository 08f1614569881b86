/** What a test makes go wrong with the next answers. */
export type Fault =
  | { readonly kind: 'rate-limited'; readonly retryAfterSeconds?: number; readonly reason?: string }
  | { readonly kind: 'error'; readonly status: 401 | 403 | 500 | 502 | 503 | 504 }
  /** The work is done and durable, the caller never hears of it. */
  | { readonly kind: 'lost-answer' }
  /** The connection ends before anything was done. */
  | { readonly kind: 'lost-request' }
  | { readonly kind: 'slow'; readonly ms: number }
  /** A 200 that is an HTML page. */
  | { readonly kind: 'html' }
  /** A 200 whose JSON ends in the middle. */
  | { readonly kind: 'truncated' };

export interface FaultOrder {
  readonly fault: Fault;
  /** How many answers; default 1. */
  readonly times?: number;
  readonly method?: string;
  /** Matches the path. */
  readonly path?: RegExp;
}

export interface Faults {
  inject(tenant: string, order: FaultOrder): void;
  /** The fault of this call, used up by asking. */
  take(tenant: string, method: string, path: string): Fault | undefined;
  clear(tenant: string): void;
}

export function openFaults(): Faults {
  const waiting = new Map<string, { readonly order: FaultOrder; left: number }[]>();
  return {
    inject(tenant, order) {
      waiting.set(tenant, [...(waiting.get(tenant) ?? []), { order, left: order.times ?? 1 }]);
    },
    take(tenant, method, path) {
      const found = (waiting.get(tenant) ?? []).find(({ order, left }) => left > 0 && (order.method ?? method) === method && (order.path?.test(path) ?? true));
      if (found === undefined) return undefined;
      found.left -= 1;
      return found.order.fault;
    },
    clear: (tenant) => void waiting.delete(tenant),
  };
}
