import { daysBetween } from './domain/time';
import type { Ports } from './ports/ports';
import { isLookedAt } from './understand/up-to-date';

type Needs = Pick<Ports, 'stores' | 'settings' | 'queue' | 'clock'>;

/** Whether nothing waits to be counted. Where something does, measuring is remembered as waiting for the run that takes it in. */
export async function mayMeasure(ports: Needs, product: string): Promise<boolean> {
  const isReady = await isLookedAt(ports, product);
  if (!isReady) await ports.settings.save(waitingKey(product), ports.clock.now());
  return isReady;
}

/** Said when a product was measured. */
export async function markMeasured({ settings, clock }: Needs, product: string): Promise<void> {
  await settings.save(measuredKey(product), clock.now());
  await settings.remove(waitingKey(product));
}

/** Asks for the measuring that was turned away, now that a run has taken in what came. */
export async function measureWaiting({ settings, queue }: Needs, product: string): Promise<void> {
  if ((await settings.find(waitingKey(product))) !== undefined) await queue.push({ name: 'measure', product });
}

/** Releases are looked at at least once a day, also when no signal and no event came; asked for again until it is done. */
export async function measureOncePerDay({ settings, clock, queue }: Needs, product: string): Promise<void> {
  const last = await settings.find(measuredKey(product));
  if (typeof last === 'string' && daysBetween(last, clock.now()) < 1) return;
  await queue.push({ name: 'measure', product });
}

function measuredKey(product: string): string {
  return `measured-at:${product}`;
}

function waitingKey(product: string): string {
  return `measuring-waits:${product}`;
}
