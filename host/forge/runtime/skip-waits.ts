import { currentInvocation, passedOver, passOver } from './forge-globals';

/** Shorter ones are no waiting for somebody else. */
const LEAST_MS = 100;

interface Request {
  readonly invocation: string | undefined;
}

/**
 * The app's waits inside an invocation pass at once; its stopwatch moves on by as much, so that whoever keeps a pace believes to have kept it.
 * Dates do not move, and neither do the timers by which Node's own fetch closes connections. A timer set right before a request is the
 * request's time limit, not a wait: it stands while the request is under way.
 */
export function skipWaits(): void {
  const later = globalThis.setTimeout;
  const ask = globalThis.fetch;
  const stopwatch = performance.now.bind(performance);
  const underWay = new Set<Request>();
  const noted: typeof fetch = async (...args) => {
    const request: Request = { invocation: currentInvocation() };
    underWay.add(request);
    try {
      return await ask(...args);
    } finally {
      underWay.delete(request);
    }
  };
  const skipping = (run: (...args: unknown[]) => void, ms = 0, ...args: unknown[]): NodeJS.Timeout => {
    const own = currentInvocation();
    if (ms < LEAST_MS || own === undefined || isAskedByNode()) return later(run, ms, ...args);
    const before = new Set(underWay);
    const until = stopwatch() + ms;
    let limited: readonly Request[] | undefined;
    const timer = later(() => {
      limited ??= [...underWay].filter((one) => one.invocation === own && !before.has(one));
      const left = until - stopwatch();
      if (left > 0 && limited.some((one) => underWay.has(one))) return void timer.refresh();
      passOver(Math.max(0, left));
      run(...args);
    }, 0);
    return timer;
  };
  globalThis.fetch = noted;
  Object.defineProperty(globalThis, 'setTimeout', { value: Object.assign(skipping, later), writable: true, configurable: true });
  Object.defineProperty(performance, 'now', { value: () => stopwatch() + passedOver(), writable: true, configurable: true });
}

/** The third line names who called what called us. */
function isAskedByNode(): boolean {
  return new Error('for its stack').stack?.split('\n')[3]?.includes('node:internal') === true;
}
