import { fork, type ChildProcess } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { VirtualClock } from '../clock';
import { SqlRefusal } from './sql-refusal';
import { secondsFor, type SqlEngine, type SqlRequest, type SqlTimeouts } from './sql-engine';
import type { FromSqliteProcess, ToSqliteProcess } from './sqlite-process';

export interface SqliteEngineOptions {
  readonly folder: string;
  readonly script: string;
  readonly clock: VirtualClock;
  readonly timeouts: SqlTimeouts;
  readonly maximumKeyBytes: number;
}

interface TenantDatabase {
  execute(request: SqlRequest): Promise<string>;
  setClock(offset: number): void;
  close(): Promise<void>;
}

/** The embedded engine: one SQLite file and one process per tenant, started when first used. */
export function openSqliteEngine(options: SqliteEngineOptions): SqlEngine {
  mkdirSync(options.folder, { recursive: true });
  const databases = new Map<string, TenantDatabase>();
  options.clock.onChange((offset) => databases.forEach((database) => database.setClock(offset)));
  const databaseOf = (tenant: string): TenantDatabase => {
    const known = databases.get(tenant) ?? openDatabase(options, join(options.folder, `${tenant}.sqlite`));
    databases.set(tenant, known);
    return known;
  };
  return {
    name: 'sqlite',
    execute: (tenant, request) => databaseOf(tenant.name).execute(request),
    close: async () => {
      await Promise.all([...databases.values()].map((database) => database.close()));
    },
  };
}

function openDatabase(options: SqliteEngineOptions, path: string): TenantDatabase {
  let child: ChildProcess | undefined;
  let asked: { readonly id: number; readonly settle: (answer: FromSqliteProcess | Error) => void } | undefined;
  let next = 0;
  let queue: Promise<unknown> = Promise.resolve();

  const start = (): ChildProcess => {
    const fresh = fork(options.script, [], { execArgv: ['--disable-warning=ExperimentalWarning'], env: { TZ: 'UTC' }, stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
    fresh.on('message', (message: FromSqliteProcess) => {
      if (message.id === asked?.id) asked.settle(message);
    });
    fresh.on('exit', () => {
      if (child !== fresh) return;
      child = undefined;
      asked?.settle(new SqlRefusal('UNKNOWN_ERROR', 'the database’s process ended; whether the statement was carried out is not known'));
    });
    const open: ToSqliteProcess = { kind: 'open', path, clockOffset: options.clock.offset(), maximumKeyBytes: options.maximumKeyBytes };
    fresh.send(open);
    return fresh;
  };

  const run = (request: SqlRequest): Promise<string> =>
    new Promise((resolve, reject) => {
      const id = (next += 1);
      const running = (child ??= start());
      const seconds = secondsFor(request.text, options.timeouts);
      const timer = setTimeout(() => {
        // SQLite cannot be told to stop; a killed process leaves the file as it was before the statement.
        child = undefined;
        running.kill('SIGKILL');
        settle(new SqlRefusal('QUERY_TIMED_OUT', `the statement ran longer than ${seconds} s`));
      }, seconds * 1000);
      const settle = (answer: FromSqliteProcess | Error): void => {
        clearTimeout(timer);
        asked = undefined;
        if (answer instanceof Error) return reject(answer);
        if (answer.ok) return resolve(answer.rows);
        reject(new SqlRefusal(answer.error.code, answer.error.message, answer.error.debug));
      };
      asked = { id, settle };
      const message: ToSqliteProcess = { kind: 'execute', id, ...request };
      running.send(message);
    });

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
    setClock: (offset) => {
      const message: ToSqliteProcess = { kind: 'clock', offset };
      child?.send(message);
    },
    close: async () => {
      await queue;
      const last = child;
      if (last === undefined) return;
      child = undefined;
      await new Promise<void>((done) => {
        last.once('exit', () => done());
        last.disconnect();
      });
    },
  };
}
