import type { Ports } from './ports/ports';
import { measureOncePerDay } from './measure-when-due';
import { isUpToDate } from './understand/up-to-date';

/** What is asked for every hour, whether or not an event came. */
export function rounds(ports: Ports) {
  return {
    /** A whole run may be due that nothing else asks for. */
    async lookAgain(product: string): Promise<void> {
      if (!(await isUpToDate(ports, product))) await ports.queue.push({ name: 'understand', product });
    },

    /** Releases are looked at at least once a day. */
    measureOncePerDay: (product: string): Promise<void> => measureOncePerDay(ports, product),
  };
}
