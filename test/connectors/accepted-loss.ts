import { acceptLoss } from '../../src/ingest/sources/change-source';
import { CONNECTION, type SourceBench } from './bench-source';
import { differences, liveAWhile, notWhole } from './live-a-while';

const MOST_DAYS = 35;
const DAY = 86_400_000;

/** A day of reading every hour would take long: two readings stand for it. */
async function day(bench: SourceBench): Promise<void> {
  bench.clock.advance(DAY - 3_600_000);
  await bench.cycle();
}

/**
 * Most of what a source has is really gone, and an admin says so: everything is read anew at once and what is gone goes; coverage says "gap" until that
 * is done. Nobody is asked again for the same loss.
 */
export async function lossAccepted(bench: SourceBench): Promise<readonly string[]> {
  const { world } = bench;
  liveAWhile(bench, 60);
  await bench.cycle(2);
  const ids = [...world.live().keys()];
  for (const id of ids.slice(0, Math.ceil(ids.length * 0.6))) world.remove(id);
  for (let days = 0; days < MOST_DAYS && (await differences(bench, 'everything')).length > 0 && (await bench.coverage()) !== 'gap'; days += 1) await day(bench);
  const doubted = (await differences(bench, 'everything')).length > 0;
  const wrong: string[] = [];
  if (doubted) {
    await acceptLoss(bench.needs, CONNECTION);
    if ((await bench.coverage()) !== 'gap') wrong.push('accepted and not read anew, and coverage says no gap');
    await bench.cycle(2);
    wrong.push(...(await differences(bench)).map((one) => `accepted: ${one}`));
  }
  for (let days = 0; days < MOST_DAYS; days += 1) {
    liveAWhile(bench, 2);
    await day(bench);
    const state = await bench.coverage();
    if (state !== 'complete') wrong.push(`day ${days + 1} after it was accepted, coverage says ${state}`);
  }
  return [...wrong.slice(0, 8), ...(await notWhole(bench))];
}
