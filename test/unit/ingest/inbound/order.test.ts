import fc from 'fast-check';
import type { InboundSource } from '../../../../src/domain/inbound';
import { drainInbound } from '../../../../src/ingest/inbound/drain-inbound';
import { addInboundSource } from '../../../../src/ingest/inbound/inbound-sources';
import { readDelivery } from '../../../../src/ingest/inbound/read-delivery';
import { fakePorts, type FakePorts } from '../../../fakes/ports';

interface World {
  readonly ports: FakePorts;
  readonly source: InboundSource;
}

async function world(): Promise<World> {
  const ports = fakePorts();
  await ports.stores.products.saveProduct({ id: 'mail', name: 'Mail', projects: ['M'] });
  return { ports, source: await addInboundSource(ports, { product: 'mail', name: 'Warehouse', visibility: 'open', quietAfterHours: 24 }) };
}

let nonces = 0;
async function accept({ ports, source }: World, body: unknown): Promise<void> {
  const read = readDelivery(source, JSON.stringify(body), await ports.loadPseudonym());
  if (!read.ok) throw new Error(`${read.outcome} ${read.detail ?? ''}`);
  await ports.inbound.accept({ source: source.id, nonce: `nonce-nonce-nonce-${(nonces += 1)}`, receivedAt: ports.clock.now(), signals: read.signals, gone: read.gone });
  ports.clock.advance(1000);
}
const drain = ({ ports }: World): Promise<void> => drainInbound({ ...ports, wantUnderstanding: async () => undefined });
const stored = async ({ ports }: World): Promise<Readonly<Record<string, string | undefined>>> =>
  Object.fromEntries((await ports.stores.signals.pageSignals('mail', undefined, 100)).rows.map((one) => [one.externalId, one.text]));
const record = (id: string, text: string, more: object = {}): object => ({ id, at: '2025-06-01', text, author: `author of ${id}`, ...more });

describe('what an own system sends', () => {
  it.each([['revision', 1, 2], ['revision', 9, 10], ['updated_at', '2025-06-02', '2025-06-02T00:00:00.001Z'], ['updated_at', '2025-06-02T10:00:00+02:00', '2025-06-02T09:00:00Z']])('F10: in an older version (%s %j before %j) that is sent again late changes nothing', async (field, older, newer) => {
    const one = await world();
    await accept(one, [record('a', 'second, corrected', { [field]: newer })]);
    await drain(one);
    await accept(one, [record('a', 'first', { [field]: older })]);
    await accept(one, [record('a', 'without any')]);
    await drain(one);
    expect(await stored(one)).toEqual({ a: 'second, corrected' });
  });

  it('without a version is newest where it arrives last', async () => {
    const one = await world();
    await accept(one, [record('a', 'first'), record('a', 'second')]);
    await accept(one, [record('a', 'third')]);
    await drain(one);
    expect(await stored(one)).toEqual({ a: 'third' });
  });

  it('F28: and took back before it came stays gone, read in one go or two, with a version or without', async () => {
    for (const more of [{}, { revision: 5 }]) {
      for (const isApart of [true, false]) {
        const one = await world();
        await accept(one, { gone: ['b'] });
        if (isApart) await drain(one);
        await accept(one, [record('b', 'taken back', more), record('c', 'kept', more)]);
        await drain(one);
        expect(await stored(one)).toEqual({ c: 'kept' });
      }
    }
  });

  it('F28: and took back stays gone for a sender that was removed with its signals kept, and begins anew without', async () => {
    const one = await world();
    await accept(one, { gone: ['b'] });
    await drain(one);
    await one.ports.inbound.removeSource(one.source.id);
    expect((await one.ports.inbound.findMarks(one.source.id, ['b'])).get('b')?.goneAt).toBeDefined();
  });

  it.each([[{ revision: '7' }, 'record 2, revision: not a whole number'], [{ revision: 1.5 }, 'record 2, revision: not a whole number'], [{ revision: -1 }, 'record 2, revision: not a whole number'], [{ updated_at: 'soon' }, 'record 2, updated_at: not a date'], [{ updated_at: 7 }, 'record 2, updated_at: not a date']])('with a version that cannot be read (%j) is refused whole and named', async (more, detail) => {
    const { source, ports } = await world();
    expect(readDelivery(source, JSON.stringify([record('a', 'x'), record('b', 'y', more)]), await ports.loadPseudonym())).toEqual({ ok: false, outcome: 'wrong-record', detail });
  });

  it('comes to the same in whatever order its versions, repeats and deletions arrive, and wherever the reading of them dies', async () => {
    const parts = fc.record({ id: fc.constantFrom('a', 'b', 'c'), version: fc.nat(4) });
    await fc.assert(
      fc.asyncProperty(fc.array(parts, { maxLength: 10 }), fc.uniqueArray(fc.constantFrom('a', 'b', 'c'), { maxLength: 2 }), fc.infiniteStream(fc.nat(99)), fc.nat(12), async (versions, gone, dice, diesAt) => {
        const order = (version: number): object => ({ updated_at: `2025-06-0${version + 1}T00:00:00Z` });
        const bodies: object[] = [...versions.map(({ id, version }) => ({ signals: [record(id, `version ${version}`, order(version))] })), ...gone.map((id) => ({ gone: [id] }))];
        // A sender sends some of them twice.
        const sent = [...bodies, ...bodies.filter(() => (dice.next().value ?? 0) < 30)].map((body) => ({ body, at: dice.next().value ?? 0 })).sort((x, y) => x.at - y.at);
        const one = await world();
        for (const [index, { body }] of sent.entries()) {
          await accept(one, body);
          if (index === diesAt) await expect(drain(dying(one))).rejects.toThrow('died');
          else if ((dice.next().value ?? 0) < 40) await drain(one);
        }
        await drain(one);
        const newest = new Map<string, number>();
        for (const { id, version } of versions) if (!gone.includes(id)) newest.set(id, Math.max(version, newest.get(id) ?? 0));
        expect(await stored(one)).toEqual(Object.fromEntries([...newest].map(([id, version]) => [id, `version ${version}`])));
      }),
      { numRuns: 60 },
    );
  });
});

/** The same, but the process ends after everything is stored and before the deliveries are finished: they are read again. */
function dying(one: World): World {
  return { ...one, ports: { ...one.ports, inbound: { ...one.ports.inbound, finish: async () => { throw new Error('died'); } } } };
}
