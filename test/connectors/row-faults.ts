import { CONNECTION, type SourceBench } from './bench-source';
import { aMonth, differences, liveAWhile, notWhole, wordsOf } from './live-a-while';

/** What a spreadsheet would run, and what a wrong encoding leaves: a customer's words all the same, kept as they are. */
const CELLS = ['=HYPERLINK("https://evil.test","click")', '+1 from us', '-2 stars', '@SUM(A1:A9)', '\t=1+1', '＝1+1 is wrong', '"unclosed, quote', 'a;b,c', 'caf\u00C3\u00A9 (sent as Latin-1)', 'half \uD83D character'];

/**
 * The faults of files, as far as a page of records has them: words like formulas and of broken encodings stay what they are; of a page with one
 * bad row the others are kept, and the bad one is named with its field; the same pages again store nothing twice.
 */
export async function badRows(bench: SourceBench): Promise<readonly string[]> {
  const { world, random } = bench;
  for (let index = 0; index < 150; index += 1) {
    world.speak(wordsOf(random));
    bench.clock.advance(1_000);
  }
  const cells = CELLS.map((text) => [world.speak(text), text] as const);
  bench.fault = () => ({ kind: 'bad-row' });
  await bench.cycle(2);
  const wrong: string[] = [];
  const lost = (await differences(bench)).filter((one) => one.startsWith('lost'));
  const receipts = await bench.needs.connections.listReceipts(CONNECTION, 10);
  const named = receipts.flatMap((one) => Object.keys(one.skipped)).filter((reason) => /^unreadable: \S/.test(reason));
  if (lost.length > 0 && named.length === 0) wrong.push(`${lost[0] ?? ''} and no field is named`);
  if (lost.length >= 8) wrong.push('one bad row a page cost more than itself');
  bench.fault = undefined;
  await bench.cycle(2);
  if ((await differences(bench)).length > 0) await aMonth(bench);
  const stored = await bench.stored();
  for (const [id, text] of cells) if (!(stored.get(id) ?? '').includes(text.replaceAll('\uD83D', '\uFFFD').trim())) wrong.push(`not kept as it was: ${JSON.stringify(text)}, but ${JSON.stringify(stored.get(id))}`);
  const [before, spokenBefore] = [stored.size, world.live().size];
  await aMonth(bench);
  const added = (await bench.stored()).size - before;
  // A source with a window shows fewer than were said.
  const spoken = Math.max(30, world.live().size - spokenBefore);
  if (added > spoken) wrong.push(`reading everything again added ${added - spoken} rows`);
  liveAWhile(bench, 3);
  await bench.cycle(2);
  return [...wrong, ...(await notWhole(bench))];
}
