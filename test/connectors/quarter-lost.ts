import type { SourceBench } from './bench-source';
import { notBlind, notWhole, wordsOf } from './live-a-while';

/**
 * The key loses a quarter, so little that a draw of canaries may miss it: noticed within a day, and never forgotten by itself, also not by an error in between
 * or because much is new; nothing that is hidden goes, and all is whole again afterwards.
 */
export async function quarterLost(bench: SourceBench): Promise<readonly string[]> {
  for (let said = 0; said < 100; said += 1) {
    bench.world.speak(wordsOf(bench.random));
    bench.clock.advance(60_000);
  }
  await bench.cycle(3);
  const whole = [...(await notWhole(bench))];
  const before = [...(await bench.stored()).keys()];
  bench.world.narrow('the older three quarters');
  for (let hour = 0; hour < 26 && (await bench.coverage()) !== 'gap'; hour += 1) await bench.cycle();
  const during = [...(await notBlind(bench, 'a day after a quarter was not shown any more'))];
  for (let hour = 0; hour < 50; hour += 1) {
    bench.fault = hour === 20 ? () => ({ kind: 'status', status: 500 }) : undefined;
    await bench.cycle();
    during.push(...(await notBlind(bench, `hour ${hour} after`)));
  }
  const after = await bench.stored();
  const lost = before.filter((id) => !after.has(id));
  bench.world.narrow('everything');
  await bench.cycle(27);
  return [...whole, ...during.slice(0, 3), ...(lost.length === 0 ? [] : [`${lost.length} that were only hidden are gone`]), ...(await notWhole(bench))];
}
