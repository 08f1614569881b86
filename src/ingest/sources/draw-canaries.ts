import { DAY_IN_MS, epochMs, isoTime } from '../../domain/time';
import type { Canaries } from './find-blindness';
import type { SourceNeeds } from './source-needs';

type Needs = Pick<SourceNeeds, 'connections' | 'clock' | 'random'>;

/** Of each half. */
const EACH = 5;
const RECENT_DAYS = 30;

/** Drawn where the first ones raise a doubt. */
const MORE = 20;

/**
 * Records that should be there, drawn anew each time so that no single deletion is taken for blindness: half of them from all there is, half from what was
 * said in the last thirty days (or last, where that is next to nothing), for a vendor that keeps only some years never lets go of those.
 * @throws StoreUnavailable
 */
export async function drawCanaries(needs: Needs, connection: string): Promise<Canaries> {
  const { connections, random } = needs;
  const all = await connections.countShown(connection);
  const [recent, some] = await Promise.all([drawRecent(needs, connection, EACH), connections.shownAt(connection, placesIn(all, EACH, random))]);
  return { recent, others: some.filter((id) => !recent.includes(id)) };
}

/** More of the recent ones, none of them asked for already. @throws StoreUnavailable */
export async function drawMore(needs: Needs, connection: string, asked: readonly string[]): Promise<readonly string[]> {
  return (await drawRecent(needs, connection, MORE)).filter((id) => !asked.includes(id));
}

async function drawRecent({ connections, clock, random }: Needs, connection: string, most: number): Promise<readonly string[]> {
  const since = isoTime(epochMs(clock.now()) - RECENT_DAYS * DAY_IN_MS);
  const late = await connections.countShown(connection, since);
  return late < EACH ? connections.lastShown(connection, EACH) : connections.shownAt(connection, placesIn(late, most, random), since);
}

/** Different places, each as likely as the others. */
function placesIn(count: number, most: number, random: Needs['random']): readonly number[] {
  const places = new Set<number>();
  while (places.size < Math.min(most, count)) places.add(Math.min(count - 1, Math.floor(random() * count)));
  return [...places];
}
