import { daysBetween } from './domain/time';
import type { Ports } from './ports/ports';
import { isUpToDate } from './understand/up-to-date';

/** What is asked for every hour, whether or not an event came. */
export function rounds(ports: Ports) {
  const { settings, clock, queue } = ports;
  return {
    /** A whole run may be due that nothing else asks for. */
    async lookAgain(product: string): Promise<void> {
      if (!(await isUpToDate(ports, product))) await queue.push({ name: 'understand', product });
    },

    /** Releases are looked at at least once a day, also when no signal and no event came. */
    async measureOncePerDay(product: string): Promise<void> {
      const key = `measured-at:${product}`;
      const last = await settings.find(key);
      if (typeof last === 'string' && daysBetween(last, clock.now()) < 1) return;
      await queue.push({ name: 'measure', product });
      await settings.save(key, clock.now());
    },
  };
}
