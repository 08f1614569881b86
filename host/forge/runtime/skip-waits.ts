import { passedOver, passOver } from './forge-globals';

/** Shorter ones are no waiting for somebody else. */
const LEAST_MS = 100;

/**
 * The app's waits inside an invocation pass at once; its stopwatch moves on by as much, so that whoever keeps a pace believes to have kept it.
 * Dates do not move, and neither do the timers by which Node's own fetch closes connections.
 */
export function skipWaits(): void {
  const later = globalThis.setTimeout;
  const stopwatch = performance.now.bind(performance);
  const skipping = (run: (...args: unknown[]) => void, ms = 0, ...args: unknown[]): NodeJS.Timeout => later(run, ms >= LEAST_MS && !isAskedByNode() && passOver(ms) ? 0 : ms, ...args);
  Object.defineProperty(globalThis, 'setTimeout', { value: Object.assign(skipping, later), writable: true, configurable: true });
  Object.defineProperty(performance, 'now', { value: () => stopwatch() + passedOver(), writable: true, configurable: true });
}

/** The third line names who called what called us. */
function isAskedByNode(): boolean {
  return new Error('for its stack').stack?.split('\n')[3]?.includes('node:internal') === true;
}
