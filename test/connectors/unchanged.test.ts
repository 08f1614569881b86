import { openBench } from './bench-source';
import { findConnectors, polledFolders } from './find-connectors';
import { wordsOf } from './live-a-while';

/** The page and the probe; of several lists one a poll (`nextInTurn`). */
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
    const asked: (readonly string[])[] = [];
    for (let hour = 0; hour < HOURS; hour += 1) {
      const before = bench.arrivals.length;
      await bench.cycle();
      asked.push(bench.arrivals.slice(before).map((one) => one.path));
    }
    expect(await bench.coverage()).toBe('complete');
    const wrong = asked.filter((paths) => paths.length === 0 || paths.length > MOST).map((paths) => `${paths.length} requests in a poll where nothing happened, of at most ${MOST} with the probe: ${paths.join(', ')}`);
    expect([...new Set(wrong)]).toEqual([]);
  });
});
