import fc from 'fast-check';
import type { WaitingSignal } from '../../../../src/domain/inbound';
import { drainInbound } from '../../../../src/ingest/inbound/drain-inbound';
import { addInboundSource } from '../../../../src/ingest/inbound/inbound-sources';
import { fakePorts, type FakePorts } from '../../../fakes/ports';

interface Version {
  readonly id: string;
  readonly revision?: number;
}
type Sent = Version | { readonly gone: string };
const AT = '2025-06-01T00:00:00.000Z';

async function world(sent: readonly Sent[]): Promise<FakePorts> {
  const ports = fakePorts();
  await ports.stores.products.saveProduct({ id: 'mail', name: 'Mail', projects: ['M'] });
  await addInboundSource(ports, { product: 'mail', name: 'Own', visibility: 'open', quietAfterHours: 24 });
  for (const one of sent) await accept(ports, one);
  return ports;
}

let sentUntilNow = 0;
async function accept(ports: FakePorts, one: Sent): Promise<void> {
  sentUntilNow += 1;
  const signals: WaitingSignal[] = 'gone' in one ? [] : [{
    signal: { id: `own:${one.id}`, source: 'own', externalId: one.id, at: AT, kind: 'said', text: wordsOf(one), visibility: 'open' }, origin: { organisation: `org ${wordsOf(one)}` },
    ...(one.revision === undefined ? {} : { revision: String(one.revision).padStart(16, '0') }),
  }];
  await ports.inbound.accept({ source: 'own', nonce: `n${sentUntilNow}`, receivedAt: ports.clock.now(), signals, gone: 'gone' in one ? [one.gone] : [] });
}

function wordsOf(one: Version): string {
  return one.revision === undefined ? `arrival ${sentUntilNow}` : `version ${one.revision}`;
}

/** Every question to a store waits until its turn is drawn, so that several readers pass each other at every one of them. */
function turns(): { readonly wrap: <Store extends object>(store: Store) => Store; readonly play: (readers: readonly Promise<unknown>[], draw: () => number) => Promise<void> } {
  const waiting: (() => void)[] = [];
  return {
    wrap: (store) => new Proxy(store, {
      get: (target, name) => {
        const own: unknown = Reflect.get(target, name);
        if (typeof own !== 'function') return own;
        return async (...input: unknown[]) => {
          await new Promise<void>((go) => waiting.push(go));
          return own.apply(target, input) as unknown;
        };
      },
    }),
    async play(readers, draw) {
      let isOver = false;
      const all = Promise.all(readers).finally(() => {
        isOver = true;
      });
      while (!isOver) {
        await new Promise((resolve) => setImmediate(resolve));
        const at = waiting.length === 0 ? 0 : draw() % waiting.length;
        waiting.splice(at, 1)[0]?.();
      }
      await all;
    },
  };
}

const stored = async (ports: FakePorts): Promise<Readonly<Record<string, string | undefined>>> =>
  Object.fromEntries((await ports.stores.signals.pageSignals('mail', undefined, 100)).rows.map((one) => [one.externalId, one.text]));

/** Two drains, and what arrives meanwhile. */
async function drainTwice(ports: FakePorts, late: readonly Sent[], draw: () => number): Promise<void> {
  const { wrap, play } = turns();
  const slow = { ...ports, inbound: wrap(ports.inbound), stores: { ...ports.stores, signals: wrap(ports.stores.signals) }, wantUnderstanding: async () => undefined };
  const arrive = async (): Promise<void> => {
    for (const one of late) {
      await slow.inbound.figures('own');
      await accept(ports, one);
    }
  };
  await play([drainInbound(slow), drainInbound(slow), arrive()], draw);
  await drainInbound({ ...ports, wantUnderstanding: async () => undefined });
}

const sentOf = (kind: 'versions' | 'arrivals') => fc.array(fc.oneof(
  { weight: 5, arbitrary: fc.record({ id: fc.constantFrom('a', 'b'), ...(kind === 'versions' ? { revision: fc.nat(6) } : {}) }) },
  { weight: 1, arbitrary: fc.record({ gone: fc.constantFrom('b', 'c') }) },
), { minLength: 1, maxLength: 6 });

describe('two drains of the same deliveries at once', () => {
  it.each(['versions', 'arrivals'] as const)('end with the newest of each id (%s), and with nothing that was taken back, wherever they pass each other', async (kind) => {
    await fc.assert(fc.asyncProperty(sentOf(kind), sentOf(kind), fc.infiniteStream(fc.nat(999)), async (first, late, dice) => {
      sentUntilNow = 0;
      const ports = await world(first);
      await drainTwice(ports, late, () => dice.next().value ?? 0);
      const newest = new Map<string, string>();
      const best = new Map<string, number>();
      for (const [index, one] of [...first, ...late].entries()) {
        if ('gone' in one) continue;
        const order = one.revision ?? index;
        if (order < (best.get(one.id) ?? 0)) continue;
        best.set(one.id, order);
        newest.set(one.id, one.revision === undefined ? `arrival ${index + 1}` : `version ${one.revision}`);
      }
      for (const one of [...first, ...late]) if ('gone' in one) newest.delete(one.gone);
      expect(await stored(ports)).toEqual(Object.fromEntries(newest));
    }), { numRuns: 150, seed: 20251123 });
  });

  it('keep the account of the newest version', async () => {
    await fc.assert(fc.asyncProperty(fc.infiniteStream(fc.nat(999)), async (dice) => {
      sentUntilNow = 0;
      const ports = await world([{ id: 'a', revision: 1 }, { id: 'a', revision: 2 }]);
      await drainTwice(ports, [{ id: 'a', revision: 3 }], () => dice.next().value ?? 0);
      expect((await ports.stores.signals.findSignals('mail', ['own:a']))[0]?.account).toBe('org version 3');
    }), { numRuns: 60, seed: 20251124 });
  });
});
