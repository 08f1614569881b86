import { changeMark, wholeMark } from '../domain/change-mark';
import type { Ports } from '../ports/ports';

type Needs = Pick<Ports, 'settings' | 'queue' | 'clock'>;

/** Seconds to wait for more decisions before the engine runs: a person who judges ten suggestions asks for one run. */
const DELAY_SECONDS = 20;
/** A want that was taken by a job which then died is asked for again after this time. */
const STALE_MS = 15 * 60_000;

/**
 * Asks the engine to look again soon. Asked again before it begins, it is still one run.
 * @param how `whole` for what only a whole run takes in; `part` for signals, issues and decisions
 */
export async function wantUnderstanding(ports: Needs, product: string, how: 'whole' | 'part' = 'whole'): Promise<void> {
  if (how === 'whole') await ports.settings.save(wholeMark(product), ports.clock.now());
  await ports.settings.save(changeMark(product), ports.clock.now());
  const wanted = await ports.settings.find(key(product));
  if (typeof wanted === 'string' && Date.parse(ports.clock.now()) - Date.parse(wanted) < STALE_MS) return;
  await ports.settings.save(key(product), ports.clock.now());
  await ports.queue.push({ name: 'understand', product }, DELAY_SECONDS);
}

/** Called when a run begins: what is asked for from now on is a new want. */
export async function takeWant(ports: Needs, product: string): Promise<void> {
  await ports.settings.remove(key(product));
}

function key(product: string): string {
  return `understanding-wanted:${product}`;
}
