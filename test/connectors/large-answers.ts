import { listsIn } from '../../host/sources/faults';
import type { SourceBench } from './bench-source';
import { aMonth, differences, notWhole, wordsOf } from './live-a-while';

/** More than are asked for by name, and fewer than any page has. */
const MOST_ROWS = 24;
const MARK = 'zyzzyva';
/** Lists whose vendor bounds a row far below what we take: Zendesk a description at 65,535 characters, Intercom's search shows the first message of a conversation. */
const BOUNDED = /\/incremental\/|\/conversations\/search$/;

/** For good no answer with more than some records is taken: everything is read all the same, in smaller pages, several of one instant too. */
export async function pagesTooLarge(bench: SourceBench): Promise<readonly string[]> {
  bench.isTooLarge = (_path, text) => Math.max(0, ...rowsOf(text)) > MOST_ROWS;
  speakInBursts(bench, 8);
  await bench.cycle(3);
  const first = await notWhole(bench);
  speakInBursts(bench, 2);
  await bench.cycle(3);
  return [...first, ...(await notWhole(bench))];
}

/** Fewer in one instant than are taken at once: how many calls a page has is Gong's own choice. */
function speakInBursts({ world, random, clock }: SourceBench, times: number): void {
  for (let burst = 0; burst < times; burst += 1) {
    for (let index = 0; index < 20; index += 1) world.speak(wordsOf(random));
    clock.advance(60_000);
  }
}

/** One record is so large that it cannot be taken alone: the others are read, it is counted, and read when it can be. */
export async function oneTooLarge(bench: SourceBench): Promise<readonly string[]> {
  const large: string[] = [];
  bench.isTooLarge = (path, text) => text.includes(MARK) && !BOUNDED.test(path);
  for (let index = 0; index < 40; index += 1) {
    const text = wordsOf(bench.random);
    // One among others of its instant, and one between.
    if (index === 10 || index === 25) large.push(bench.world.speak(`${text} ${MARK}`));
    else bench.world.speak(text);
    if (index > 20) bench.clock.advance(60_000);
  }
  await bench.cycle(3);
  const stored = await bench.stored();
  const others = [...bench.world.live()].filter(([id, text]) => !text.includes(MARK) && !stored.has(id) && large.every((one) => !id.startsWith(`${one}/`))).map(([id]) => `lost beside a large one: ${id}`);
  const [coverage] = await bench.ports.stores.products.listCoverage('mail');
  const missed = large.filter((id) => !stored.has(id)).length;
  const counted = coverage?.skipped['not-read: too-long'] ?? 0;
  const silent = counted < missed ? [`${missed} too large, ${counted} of them counted`] : [];
  bench.isTooLarge = undefined;
  if ((await differences(bench)).length > 0) await aMonth(bench);
  return [...others, ...silent, ...(await notWhole(bench))];
}

function rowsOf(text: string): readonly number[] {
  try {
    return listsIn(JSON.parse(text)).map((list) => list.length);
  } catch {
    return [];
  }
}
