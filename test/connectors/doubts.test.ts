import { template } from '../../src/connectors/_template';
import { intercom } from '../../src/connectors/intercom';
import { zendesk } from '../../src/connectors/zendesk';
import { acceptLoss } from '../../src/ingest/sources/change-source';
import { openWorld as openIntercom } from '../../host/sources/intercom/world';
import { openWorld as openTemplate } from '../../host/sources/_template/world';
import { openWorld as openZendesk } from '../../host/sources/zendesk/world';
import type { OpenWorld } from '../../host/sources/source-world';
import type { Connector } from '../../src/ports/connector';
import { CONNECTION, openBench, type SourceBench } from './bench-source';
import { wordsOf } from './live-a-while';

async function hundred(connector: Connector, openWorld: OpenWorld): Promise<{ readonly bench: SourceBench; readonly ids: readonly string[] }> {
  const bench = await openBench(connector, openWorld, 'doubts');
  const ids = Array.from({ length: 100 }, () => {
    bench.clock.advance(60_000);
    return bench.world.speak(wordsOf(bench.random));
  });
  await bench.cycle(3);
  return { bench, ids };
}

async function states(bench: SourceBench, hours: number): Promise<ReadonlySet<string>> {
  const seen = new Set<string>();
  for (let hour = 0; hour < hours; hour += 1) {
    await bench.cycle();
    seen.add(await bench.coverage());
  }
  return seen;
}

describe('records that are gone at once', () => {
  it('and that the source itself reports as deleted end the doubt that they raise, however many they are', async () => {
    const { bench, ids } = await hundred(zendesk, openZendesk);
    for (const id of ids.slice(0, 40)) bench.world.remove(id);
    await bench.cycle(2);
    expect([await bench.coverage(), (await bench.stored()).size]).toEqual(['complete', 60]);
  });

  it('and are few go with the next reading of everything, and nobody is asked', async () => {
    const { bench, ids } = await hundred(intercom, openIntercom);
    for (const id of ids.slice(0, 4)) bench.world.remove(id);
    await bench.cycle(50);
    expect([await bench.coverage(), (await bench.stored()).size]).toEqual(['complete', 96]);
  });

  it('and are many go when an admin says so, and not before', async () => {
    const { bench, ids } = await hundred(intercom, openIntercom);
    for (const id of ids.slice(0, 25)) bench.world.remove(id);
    await bench.cycle(26);
    expect(await states(bench, 60)).toEqual(new Set(['gap']));
    expect((await bench.stored()).size).toBe(100);
    await acceptLoss(bench.needs, CONNECTION);
    await bench.cycle(2);
    expect([await bench.coverage(), (await bench.stored()).size]).toEqual(['complete', 75]);
    expect(await states(bench, 30)).toEqual(new Set(['complete']));
  });
});

describe.each([['by what it counts', template, openTemplate], ['by records that it does not show', zendesk, openZendesk]] as const)('a quarter that is hidden, found %s', (_how, connector, openWorld) => {
  it('is not thinned out by what is new: the doubt stands, and nothing hidden goes', async () => {
    const { bench, ids } = await hundred(connector, openWorld);
    const shown = new Set(ids.slice(25));
    const { answer } = bench.world;
    const withoutHidden = (value: unknown): unknown => {
      if (Array.isArray(value)) return value.filter((one) => !isHidden(one)).map(withoutHidden);
      return typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value).map(([key, one]) => [key, key === 'total' && typeof one === 'number' && one > 25 ? one - 25 : withoutHidden(one)])) : value;
    };
    const isHidden = (value: unknown): boolean => typeof value === 'object' && value !== null && 'id' in value && ids.includes(String(value.id)) && !shown.has(String(value.id));
    Object.assign(bench.world, { answer: (call: Parameters<typeof answer>[0]) => {
      const reply = answer(call);
      return { ...reply, body: withoutHidden(reply.body) };
    } });
    await bench.cycle(26);
    for (let said = 0; said < 200; said += 1) bench.world.speak(wordsOf(bench.random));
    expect(await states(bench, 30)).toEqual(new Set(['gap']));
    const stored = await bench.stored();
    expect(ids.filter((id) => !stored.has(id))).toEqual([]);
  });
});
