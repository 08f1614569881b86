import { template } from '../../src/connectors/_template';
import { slack } from '../../src/connectors/slack';
import { hmacSha256 } from '../../src/connectors/_shared/signature';
import { buryIfRemoved } from '../../src/ingest/sources/bury-removed';
import { removeSource } from '../../src/ingest/sources/change-source';
import { pollSource } from '../../src/ingest/sources/poll-source';
import { receiveVendor } from '../../src/ingest/sources/receive-vendor';
import type { SourceNeeds } from '../../src/ingest/sources/source-needs';
import { takeChange } from '../../src/ingest/sources/take-change';
import { openWorld } from '../../host/sources/_template/world';
import { Killed } from '../fakes/failing-after';
import { CONNECTION, openBench, PRODUCT, type SourceBench } from './bench-source';
import { behindDoor } from './doors';

/** Before the run's call number `place` to a store, `meanwhile` happens; counts the calls. */
function interrupted(needs: SourceNeeds, place: number, meanwhile: () => Promise<void>): { readonly needs: SourceNeeds; readonly calls: () => number } {
  let calls = 0;
  const watch = <Store extends object>(store: Store): Store => new Proxy(store, {
    get: (target, name) => {
      const method: unknown = Reflect.get(target, name);
      if (typeof method !== 'function') return method;
      return async (...args: readonly unknown[]) => {
        calls += 1;
        if (calls === place) await meanwhile();
        return Reflect.apply(method, target, args) as unknown;
      };
    },
  });
  const { stores, connections } = needs;
  return { needs: { ...needs, connections: watch(connections), stores: { ...stores, signals: watch(stores.signals), products: watch(stores.products) } }, calls: () => calls };
}

async function left({ ports, needs }: SourceBench) {
  const signals = (await ports.stores.signals.pageSignals(PRODUCT, undefined, 100)).rows.length;
  const [sources, coverage, records] = [await ports.stores.products.listSources(PRODUCT), await ports.stores.products.listCoverage(PRODUCT), await needs.connections.countRecords(CONNECTION)];
  return { signals, sources, coverage, records };
}
const NOTHING = { signals: 0, sources: [], coverage: [], records: [] };

async function speaking(seed: string): Promise<SourceBench> {
  const bench = await openBench(template, openWorld, seed);
  for (const letter of 'abcd') bench.world.speak(`It crashes again number ${letter}`);
  bench.clock.advance(3_600_000);
  return bench;
}

const nothingToAsk = () => behindDoor({ connector: slack, settings: {}, secrets: { signingSecret: 'sign' } });

async function deliver(bench: SourceBench, needs: SourceNeeds): Promise<string> {
  const body = `payload=${encodeURIComponent(JSON.stringify({ type: 'message_action', callback_id: 'customer_signal', team: { id: 'T1' }, channel: { id: 'C1' }, message: { ts: '1735725600.000100', user: 'U2', user_team: 'T2', text: 'The export drops every second row' } }))}`;
  const sentAt = Math.floor(Date.parse(bench.clock.now()) / 1000);
  return receiveVendor(needs, CONNECTION, { body, query: {}, headers: { 'x-slack-request-timestamp': String(sentAt), 'x-slack-signature': `v0=${await hmacSha256('sign', `v0:${sentAt}:${body}`, 'hex')}` } });
}

describe('a source that is removed while it is read', () => {
  it('leaves no word, whenever that happens', async () => {
    const probe = await speaking('probe');
    const counted = interrupted(probe.needs, 0, async () => undefined);
    await pollSource(counted.needs, CONNECTION);
    expect((await left(probe)).signals).toBe(4);
    for (let place = 1; place <= counted.calls(); place += 1) {
      const bench = await speaking(`removed ${place}`);
      await pollSource(interrupted(bench.needs, place, () => removeSource(bench.needs, CONNECTION)).needs, CONNECTION);
      expect({ place, ...(await left(bench)) }).toEqual({ place, ...NOTHING });
    }
  });

  it('leaves none after the next hour, where the run died too', async () => {
    for (const place of ['page-fetched', 'records-announced', 'signals-readmitted', 'signals-stored', 'gone-removed', 'records-stored', 'page-stored', 'checkpoint-moved', 'coverage-recorded']) {
      const bench = await speaking(`died at ${place}`);
      bench.killAt = (at) => at === place;
      const { needs } = interrupted(bench.needs, -1, async () => undefined);
      const prepare: SourceNeeds['prepare'] = async (...args) => {
        await removeSource(bench.needs, CONNECTION);
        return bench.needs.prepare(...args);
      };
      await pollSource({ ...needs, prepare }, CONNECTION).catch((error: unknown) => {
        if (!(error instanceof Killed)) throw error;
      });
      bench.killAt = undefined;
      await buryIfRemoved(bench.needs, CONNECTION);
      expect({ place, ...(await left(bench)) }).toEqual({ place, ...NOTHING });
    }
  });

  it('leaves none of a delivery that was let in before', async () => {
    const probe = await openBench(slack, nothingToAsk, 'probe');
    const counted = interrupted(probe.needs, 0, async () => undefined);
    expect(await deliver(probe, counted.needs)).toBe('taken');
    for (let place = 2; place <= counted.calls(); place += 1) {
      const bench = await openBench(slack, nothingToAsk, `delivered ${place}`);
      await deliver(bench, interrupted(bench.needs, place, () => removeSource(bench.needs, CONNECTION)).needs);
      expect({ place, ...(await left(bench)) }).toEqual({ place, ...NOTHING });
    }
  });

  it('lets stand what a file of the same name brought since', async () => {
    const bench = await speaking('a file since');
    await removeSource(bench.needs, CONNECTION);
    await bench.ports.stores.products.saveSource({ id: CONNECTION, product: PRODUCT, kind: 'file', name: 'Under test', visibility: 'open' });
    await buryIfRemoved(bench.needs, CONNECTION);
    expect(await bench.ports.stores.products.listSources(PRODUCT)).toHaveLength(1);
  });
});

describe('a source that is hidden while something of it is stored', () => {
  it('shows none of a delivery that was let in before, whenever that happens', async () => {
    const probe = await openBench(slack, nothingToAsk, 'probe');
    const counted = interrupted(probe.needs, 0, async () => undefined);
    await deliver(probe, counted.needs);
    for (let place = 2; place <= counted.calls(); place += 1) {
      const bench = await openBench(slack, nothingToAsk, `hidden ${place}`);
      await deliver(bench, interrupted(bench.needs, place, async () => {
        const before = await bench.needs.connections.findConnection(CONNECTION);
        if (before === undefined) throw new RangeError('nothing is connected');
        await bench.needs.connections.saveConnection({ ...before, visibility: 'hidden' });
        await takeChange(bench.needs, before, { ...before, visibility: 'hidden' });
      }).needs);
      const shown = [...(await bench.ports.stores.signals.pageSignals(PRODUCT, undefined, 10)).rows, ...(await bench.ports.stores.products.listSources(PRODUCT))].map((one) => one.visibility);
      expect({ place, shown }).toEqual({ place, shown: ['hidden', 'hidden'] });
    }
  });
});
