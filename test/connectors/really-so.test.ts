import { template } from '../../src/connectors/_template';
import { acceptLoss } from '../../src/ingest/sources/change-source';
import { openWorld } from '../../host/sources/_template/world';
import { CONNECTION, openBench, type SourceBench } from './bench-source';
import { wordsOf } from './live-a-while';

const DAY = 86_400_000;

async function days(bench: SourceBench, count: number, each: (day: number) => void = () => undefined): Promise<readonly string[]> {
  const states: string[] = [];
  for (let day = 0; day < count; day += 1) {
    each(day);
    bench.clock.advance(DAY - 3_600_000);
    await bench.cycle();
    states.push(await bench.coverage());
  }
  return states;
}

const blindFor = async (bench: SourceBench): Promise<string | undefined> => (await bench.needs.connections.findFeed(CONNECTION, 'poll')).blind?.reason;

describe('an admin who says "it is really so"', () => {
  it('of a source that has nothing is not asked again, until it has had something', async () => {
    const bench = await openBench(template, openWorld, 'empty');
    expect(await days(bench, 2)).toEqual(['gap', 'gap']);
    await acceptLoss(bench.needs, CONNECTION);
    expect(new Set(await days(bench, 40))).toEqual(new Set(['complete']));
  });

  it('of a quiet week is not asked again of the same week, and is asked again when the quiet lasts', async () => {
    const bench = await openBench(template, openWorld, 'quiet');
    await days(bench, 100, () => {
      for (let said = 0; said < 3; said += 1) bench.world.speak(wordsOf(bench.random));
    });
    for (let day = 0; day < 10 && (await blindFor(bench)) === undefined; day += 1) await days(bench, 1);
    expect(await blindFor(bench)).toBe('too-quiet');
    await acceptLoss(bench.needs, CONNECTION);
    const states = await days(bench, 12);
    expect(states.slice(0, 6)).toEqual(Array.from({ length: 6 }, () => 'complete'));
    expect(states.at(-1)).toBe('gap');
  });

  it('of a count that stays higher than what is shown is believed once everything was read anew, and not when it grows', async () => {
    let more = 20;
    const bench: SourceBench = await openBench({ ...template, probe: async () => ({ total: bench.world.live().size + more }) }, openWorld, 'count');
    for (let said = 0; said < 40; said += 1) bench.world.speak(wordsOf(bench.random));
    await bench.cycle(2);
    expect(await blindFor(bench)).toBe('count-contradicts');
    await acceptLoss(bench.needs, CONNECTION);
    await bench.cycle();
    expect(new Set(await days(bench, 5, () => bench.world.speak(wordsOf(bench.random))))).toEqual(new Set(['complete']));
    more = 40;
    expect(await days(bench, 1)).toEqual(['gap']);
  });
});
