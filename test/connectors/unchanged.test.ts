import { openBench } from './bench-source';
import { findConnectors, polledFolders } from './find-connectors';
import { wordsOf } from './live-a-while';

const MOST = 2;
const HOURS = 6;
const DAY = 86_400_000;

describe.each(polledFolders())('%s, where nothing happens', (folder) => {
  it('is asked no more than twice a poll', async () => {
    const found = (await findConnectors()).find((one) => one.folder === folder);
    if (found?.openWorld === undefined) throw new Error(`host/sources/${folder}/world.ts is missing`);
    const bench = await openBench(found.connector, found.openWorld, `${folder} unchanged`);
    for (let said = 0; said < 40; said += 1) {
      bench.world.speak(wordsOf(bench.random));
      bench.clock.advance(60_000);
    }
    await bench.cycle(2);
    // What is of today may still be edited, as transcripts are, and is looked at again.
    bench.clock.advance(DAY);
    await bench.cycle(2);
    const counts: number[] = [];
    for (let hour = 0; hour < HOURS; hour += 1) {
      const before = bench.arrivals.length;
      await bench.cycle();
      counts.push(bench.arrivals.length - before);
    }
    expect(await bench.coverage()).toBe('complete');
    expect(Math.min(...counts)).toBeGreaterThan(0);
    expect(Math.max(...counts)).toBeLessThanOrEqual(MOST);
  });
});
