import { PRODUCT, type SourceBench } from './bench-source';

const WORDS = ['Export stops at row 1000', 'The calendar loses my reminders', 'Dark mode hurts my eyes', 'Please add keyboard shortcuts', 'Search finds nothing', 'Sync is slow on mobile'];

/** Things happen at the source: customers speak, change what they said and take it back; ours answer. */
export function liveAWhile({ world, random, clock }: SourceBench, events: number, gapMs = 60_000): void {
  for (let event = 0; event < events; event += 1) {
    const known = [...world.live().keys()];
    const pick = known[Math.floor(random() * known.length)];
    const chance = random();
    if (pick !== undefined && chance < 0.15) world.rewrite(pick, wordsOf(random));
    else if (pick !== undefined && chance < 0.2 && known.length > 10) world.remove(pick);
    else if (chance < 0.3) world.answerAsAgent('Thank you, we look into it.');
    else if (pick !== undefined && chance > 0.92 && world.sayMore !== undefined) world.sayMore(pick, wordsOf(random));
    else world.speak(wordsOf(random));
    clock.advance(gapMs);
  }
}

/** Different each time, with nothing in them that redaction would take out. */
export function wordsOf(random: () => number): string {
  const said = WORDS[Math.floor(random() * WORDS.length)] ?? '';
  return `${said} (${String(Math.floor(random() * 1e6)).replace(/\d/g, (digit) => 'abcdefghij'[Number(digit)] ?? '')})`;
}

/**
 * What differs between what the source has and what is stored; empty when everything is there once, in its newest words. Of a source whose scopes wait for
 * their turn: all that happened until the time that coverage says everything was read, or with `everything` until now.
 */
export async function differences(bench: SourceBench, until?: 'everything'): Promise<readonly string[]> {
  const [live, stored] = [bench.world.live(), await bench.stored()];
  const readTo = Date.parse((await bench.ports.stores.products.listCoverage(PRODUCT))[0]?.lastReadAt ?? '');
  const isDue = (id: string): boolean => until === 'everything' || bench.world.changedAt === undefined || bench.world.changedAt(id) < readTo;
  const missing = [...live].filter(([id]) => !stored.has(id) && isDue(id)).map(([id]) => `lost ${id}`);
  const extra = [...stored.keys()].filter((id) => !live.has(id) && isDue(id)).map((id) => `kept though gone: ${id}`);
  const older = [...live].filter(([id, text]) => stored.has(id) && isDue(id) && !(stored.get(id) ?? '').includes(text.toWellFormed().normalize('NFC').trim())).map(([id]) => `not the newest words: ${id}`);
  const counts = await bench.needs.connections.countRecords('under-test');
  const kept = counts.reduce((sum, one) => (one.skipped === undefined ? sum + one.count : sum), 0);
  return [...missing, ...extra, ...older, ...(kept === stored.size ? [] : [`the receipt says ${kept} kept, ${stored.size} are stored`])].slice(0, 8);
}

/** Whole, and said to be whole. Where deletions are never reported, within thirty days. */
export async function notWhole(bench: SourceBench): Promise<readonly string[]> {
  if ((await differences(bench)).length > 0 && (await differences(bench)).every((one) => isUnreported(bench, one))) await aMonth(bench);
  const wrong = await differences(bench);
  const state = await bench.coverage();
  return state === 'complete' ? wrong : [...wrong, `coverage says ${state}`];
}

function isUnreported({ world }: SourceBench, difference: string): boolean {
  // A record that was taken back between two halves of a step is known as not stored yet until everything is read anew.
  if (difference.startsWith('kept though gone') || difference.startsWith('the receipt says')) return world.isSilentOnDeletion === true;
  return world.isSilentOnEdits === true && difference.startsWith('not the newest words');
}

/** Thirty ordinary days, in which customers go on speaking and the source is read. */
export async function aMonth(bench: SourceBench): Promise<void> {
  for (let day = 0; day < 30; day += 1) {
    bench.world.speak(wordsOf(bench.random));
    const [old] = bench.world.live().keys();
    if (old !== undefined) bench.world.sayMore?.(old, wordsOf(bench.random));
    bench.clock.advance(86_400_000);
    if (bench.world.isWindowed === true) await bench.cycle();
  }
  await bench.cycle(3);
}

/** Blind, and said to be blind. */
export async function notBlind(bench: SourceBench, when: string): Promise<readonly string[]> {
  const state = await bench.coverage();
  return state === 'gap' ? [] : [`${when}: coverage says ${state}, not gap`];
}
