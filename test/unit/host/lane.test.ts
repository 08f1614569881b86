import { openLane } from '../../../host/forge/runtime/lane';
import type { InvokeMessage } from '../../../host/forge/runtime/messages';
import type { Outcome, WorkerProcess } from '../../../host/forge/runtime/worker-process';

const done: Outcome = { ok: true, value: 'done', memory: { rssBytes: 1, heapBytes: 1 } };
const message = (id: string): InvokeMessage => ({ kind: 'invoke', id } as InvokeMessage);

/** Processes that answer when told. */
function fakeProcesses(): { readonly start: (onGone: () => void) => WorkerProcess; readonly all: { running: Map<string, (outcome: Outcome) => void>; die(): void }[] } {
  const all: { running: Map<string, (outcome: Outcome) => void>; die(): void }[] = [];
  return {
    all,
    start: (onGone) => {
      const running = new Map<string, (outcome: Outcome) => void>();
      let isOpen = true;
      const die = (): void => {
        isOpen = false;
        onGone();
      };
      all.push({ running, die });
      return {
        pid: all.length,
        isOpen: () => isOpen,
        load: () => running.size,
        run: ({ id }) => new Promise((resolve) => running.set(id, (outcome) => (running.delete(id), resolve(outcome)))),
        setClock: () => undefined,
        peakRssBytes: () => 5,
        kill: async () => die(),
      };
    },
  };
}

const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

describe('a lane', () => {
  it('starts no more processes than it may, and makes the rest wait in order', async () => {
    const { start, all } = fakeProcesses();
    const lane = openLane({ processes: 2, places: 1, start });
    const order: string[] = [];
    const runs = ['a', 'b', 'c', 'd'].map((id) => lane.run(message(id)).then(() => order.push(id)));
    await settled();
    expect(all.map(({ running }) => [...running.keys()])).toEqual([['a'], ['b']]);
    expect(lane.free()).toBe(0);
    all[1]?.running.get('b')?.(done);
    await settled();
    expect([...(all[1]?.running.keys() ?? [])]).toEqual(['c']);
    all[0]?.running.get('a')?.(done);
    await settled();
    all[0]?.running.get('d')?.(done);
    all[1]?.running.get('c')?.(done);
    await Promise.all(runs);
    expect(order.slice(0, 2)).toEqual(['b', 'a']);
    expect(lane.free()).toBe(2);
  });

  it('replaces a process that died, when there is work', async () => {
    const { start, all } = fakeProcesses();
    const lane = openLane({ processes: 1, places: 1, start });
    void lane.run(message('a'));
    const second = lane.run(message('b'));
    await settled();
    all[0]?.die();
    await settled();
    expect(all).toHaveLength(2);
    all[1]?.running.get('b')?.(done);
    expect(await second).toEqual(done);
    expect(lane.peakRssBytes()).toBe(5);
  });

  it('turns away what comes after it was closed', async () => {
    const { start, all } = fakeProcesses();
    const lane = openLane({ processes: 1, places: 1, start });
    void lane.run(message('a'));
    const waiting = lane.run(message('b'));
    await settled();
    await lane.close();
    expect(await waiting).toMatchObject({ ok: false, message: 'the host was closed' });
    expect(await lane.run(message('c'))).toMatchObject({ ok: false });
    expect(all).toHaveLength(1);
  });
});
