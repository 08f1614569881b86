import { inInvocation } from '../../../host/forge/runtime/forge-globals';
import type { BootMessage, InvokeMessage } from '../../../host/forge/runtime/messages';
import { skipWaits } from '../../../host/forge/runtime/skip-waits';

const later = globalThis.setTimeout;
const stopwatch = Object.getOwnPropertyDescriptor(performance, 'now');
const ask = globalThis.fetch;
let answer: () => void = () => undefined;
beforeAll(() => {
  globalThis.fetch = () => new Promise((done) => (answer = () => done(new Response('here'))));
  skipWaits();
});
afterAll(() => {
  globalThis.fetch = ask;
  Object.defineProperty(globalThis, 'setTimeout', { value: later, writable: true, configurable: true });
  if (stopwatch === undefined) Reflect.deleteProperty(performance, 'now');
  else Object.defineProperty(performance, 'now', stopwatch);
});

const message = { kind: 'invoke', id: 'i1', token: 't', timeoutMs: 900_000, context: { app: { invocationId: 'i1' } } } as unknown as InvokeMessage;
const boot = { proxyUrl: 'http://127.0.0.1:1', appFolder: '/app' } as unknown as BootMessage;
const HOUR_MS = 3_600_000;
const wait = (ms: number): Promise<void> => new Promise((done) => void setTimeout(done, ms));

/** Milliseconds by the stopwatch that an invocation sees. */
function waited(ms: number): Promise<number> {
  return inInvocation(message, boot, async () => {
    const from = performance.now();
    await wait(ms);
    return performance.now() - from;
  });
}

describe('waits on a host that skips them', () => {
  it('pass at once, and the stopwatch says that they were waited out', async () => {
    const date = Date.now();
    expect(await waited(HOUR_MS)).toBeGreaterThanOrEqual(HOUR_MS);
    expect(Date.now() - date).toBeLessThan(HOUR_MS / 2);
  });

  it('count for the invocation that waits alone', async () => {
    const [long, short] = await Promise.all([waited(HOUR_MS), waited(0)]);
    expect([long >= HOUR_MS, short < HOUR_MS / 2]).toEqual([true, true]);
  });

  it('are none where a timer limits a request: it ends no request that is answered', async () => {
    const { ended, text, moved } = await inInvocation(message, boot, async () => {
      let wasEnded = false;
      const from = performance.now();
      const limit = setTimeout(() => (wasEnded = true), HOUR_MS);
      later(() => answer(), 30);
      const said = await fetch('http://127.0.0.1:1').then((one) => one.text());
      clearTimeout(limit);
      return { ended: wasEnded, text: said, moved: performance.now() - from };
    });
    expect([ended, text, moved < HOUR_MS / 2]).toEqual([false, 'here', true]);
  });

  it('outside of an invocation are waits', async () => {
    const from = performance.now();
    let isOver = false;
    const timer = setTimeout(() => (isOver = true), HOUR_MS);
    await wait(5);
    clearTimeout(timer);
    expect(isOver).toBe(false);
    expect(performance.now() - from).toBeLessThan(HOUR_MS / 2);
  });
});
