import type { InvokeMessage } from './messages';
import type { Outcome, WorkerProcess } from './worker-process';

/** A lane of functions that share processes, kept apart so that long work never delays a panel. */
export interface Lane {
  /** Waits for a free place, then runs. */
  run(message: InvokeMessage): Promise<Outcome>;
  /** Places that are free now. */
  free(): number;
  warm(): void;
  setClock(offset: number): void;
  pids(): readonly number[];
  peakRssBytes(): number;
  close(): Promise<void>;
}

export interface LaneOptions {
  readonly processes: number;
  /** Invocations that one process runs at the same time. */
  readonly places: number;
  readonly start: (onGone: () => void) => WorkerProcess;
}

export function openLane({ processes, places, start }: LaneOptions): Lane {
  let workers: WorkerProcess[] = [];
  let peak = 0;
  let isClosed = false;
  const waiting: (() => void)[] = [];

  const open = (): WorkerProcess[] => workers.filter((worker) => worker.isOpen());
  const add = (): WorkerProcess => {
    const worker: WorkerProcess = start(() => {
      peak = Math.max(peak, worker.peakRssBytes());
      workers = workers.filter((each) => each !== worker);
      if (!isClosed) drain();
    });
    workers.push(worker);
    return worker;
  };
  const freeIn = (worker: WorkerProcess): number => places - worker.load();
  const pick = (): WorkerProcess | undefined => {
    if (isClosed) return undefined;
    const idle = open().filter((worker) => freeIn(worker) > 0).sort((a, b) => a.load() - b.load())[0];
    if (idle !== undefined && (idle.load() === 0 || open().length >= processes)) return idle;
    return open().length < processes ? add() : idle;
  };
  const drain = (): void => {
    while (waiting.length > 0 && free() > 0) waiting.shift()?.();
  };
  const free = (): number => open().reduce((sum, worker) => sum + freeIn(worker), 0) + Math.max(0, processes - open().length) * places;

  return {
    free: () => Math.max(0, free() - waiting.length),
    run: async (message) => {
      let worker = pick();
      while (worker === undefined && !isClosed) {
        await new Promise<void>((resolve) => waiting.push(resolve));
        worker = pick();
      }
      if (worker === undefined) return { ok: false, reason: 'FUNCTION_PLATFORM_UNKNOWN_ERROR', name: 'Error', message: 'the host was closed' };
      const outcome = await worker.run(message);
      drain();
      return outcome;
    },
    warm: () => {
      while (open().length < processes) add();
    },
    setClock: (offset) => workers.forEach((worker) => worker.setClock(offset)),
    pids: () => workers.map(({ pid }) => pid),
    peakRssBytes: () => Math.max(peak, ...workers.map((worker) => worker.peakRssBytes())),
    close: async () => {
      isClosed = true;
      for (const wake of waiting.splice(0)) wake();
      await Promise.all(workers.map((worker) => worker.kill()));
    },
  };
}
