import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { VirtualClock } from '../clock';
import { SqlRefusal } from './sql-refusal';
import { secondsFor, type SqlEngine, type SqlRequest, type SqlTimeouts } from './sql-engine';
import type { FromSqliteThread, SqliteThreadData, ToSqliteThread } from './sqlite-thread';

export interface SqliteEngineOptions {
  readonly folder: string;
  readonly threadScript: string;
  readonly clock: VirtualClock;
  readonly timeouts: SqlTimeouts;
  readonly maximumKeyBytes: number;
}

interface Waiting {
  readonly resolve: (rows: string) => void;
  readonly reject: (error: Error) => void;
}

interface Thread {
  execute(request: SqlRequest): Promise<string>;
  setClock(offset: number): void;
  close(): Promise<void>;
}

/** The embedded engine: one SQLite file and one thread per tenant, opened when first used. */
export function openSqliteEngine(options: SqliteEngineOptions): SqlEngine {
  mkdirSync(options.folder, { recursive: true });
  const threads = new Map<string, Thread>();
  options.clock.onChange((offset) => threads.forEach((thread) => thread.setClock(offset)));
  const threadOf = (tenant: string): Thread => {
    const known = threads.get(tenant) ?? openThread(options, join(options.folder, `${tenant}.sqlite`));
    threads.set(tenant, known);
    return known;
  };
  return {
    name: 'sqlite',
    execute: (tenant, request) => threadOf(tenant.name).execute(request),
    close: async () => {
      await Promise.all([...threads.values()].map((thread) => thread.close()));
    },
  };
}

function openThread(options: SqliteEngineOptions, path: string): Thread {
  const waiting = new Map<number, Waiting>();
  let next = 0;
  let queue: Promise<unknown> = Promise.resolve();
  const start = (): Worker => {
    const data: SqliteThreadData = { path, clockOffset: options.clock.offset(), maximumKeyBytes: options.maximumKeyBytes };
    const fresh = new Worker(options.threadScript, { workerData: data, execArgv: ['--disable-warning=ExperimentalWarning'] });
    const fail = (error: Error): void => {
      for (const each of waiting.values()) each.reject(error);
      waiting.clear();
    };
    fresh.on('message', (message: FromSqliteThread) => {
      const asked = waiting.get(message.id);
      waiting.delete(message.id);
      if (message.ok) asked?.resolve(message.rows);
      else asked?.reject(new SqlRefusal(message.error.code, message.error.message, message.error.debug));
    });
    fresh.on('error', fail);
    return fresh;
  };
  let worker = start();
  const send = (message: ToSqliteThread): void => worker.postMessage(message);

  const run = async (request: SqlRequest): Promise<string> => {
    const id = (next += 1);
    const seconds = secondsFor(request.text, options.timeouts);
    let timer: NodeJS.Timeout | undefined;
    const overdue = new Promise<never>((_resolve, reject) => {
      timer = setTimeout(() => {
        waiting.delete(id);
        // The statement cannot be interrupted, only its thread; what it changed is rolled back.
        void worker.terminate();
        worker = start();
        reject(new SqlRefusal('QUERY_TIMED_OUT', `the statement ran longer than ${seconds} s`));
      }, seconds * 1000);
    });
    const answer = new Promise<string>((resolve, reject) => waiting.set(id, { resolve, reject }));
    send({ kind: 'execute', id, ...request });
    return Promise.race([answer, overdue]).finally(() => clearTimeout(timer));
  };

  return {
    // One statement at a time, so that each has its own time limit.
    execute: (request) => {
      const mine = queue.then(() => run(request));
      queue = mine.then(
        () => undefined,
        () => undefined,
      );
      return mine;
    },
    setClock: (offset) => send({ kind: 'clock', offset }),
    close: async () => {
      await queue;
      await worker.terminate();
    },
  };
}
