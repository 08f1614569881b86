import { parentPort, workerData } from 'node:worker_threads';
import { openSqlite } from './sqlite-database';
import { SqlRefusal } from './sql-refusal';

/** One tenant's database in a thread of its own: a slow statement holds up neither the host nor another tenant. */
export interface SqliteThreadData {
  readonly path: string;
  readonly clockOffset: number;
  readonly maximumKeyBytes: number;
}

export type ToSqliteThread =
  | { readonly kind: 'execute'; readonly id: number; readonly text: string; readonly parameters: readonly unknown[]; readonly isDefinitionPath: boolean }
  | { readonly kind: 'clock'; readonly offset: number };

/** `rows` as JSON text, made here so that the host's thread only passes it on. */
export type FromSqliteThread =
  | { readonly id: number; readonly ok: true; readonly rows: string }
  | { readonly id: number; readonly ok: false; readonly error: Pick<SqlRefusal, 'code' | 'message' | 'debug'> };

const port = parentPort;
if (port === null) throw new Error('this file runs as a thread of the host');
const { path, clockOffset, maximumKeyBytes } = workerData as SqliteThreadData;
let offset = clockOffset;
const database = openSqlite({ path, now: () => Date.now() + offset, maximumKeyBytes });

port.on('message', (message: ToSqliteThread) => {
  if (message.kind === 'clock') {
    offset = message.offset;
    return;
  }
  port.postMessage(answer(message));
});

function answer({ id, text, parameters, isDefinitionPath }: Extract<ToSqliteThread, { kind: 'execute' }>): FromSqliteThread {
  try {
    return { id, ok: true, rows: JSON.stringify(database.execute(text, parameters, isDefinitionPath)) };
  } catch (error) {
    if (!(error instanceof SqlRefusal)) throw error;
    return { id, ok: false, error: { code: error.code, message: error.message, ...(error.debug === undefined ? {} : { debug: error.debug }) } };
  }
}
