import { openSqlite, type SqliteDatabase } from './sqlite-database';
import { SqlRefusal } from './sql-refusal';

/**
 * One tenant's database in a process of its own: a slow statement holds up neither the host nor another tenant,
 * and one that never ends can be killed, which a thread inside SQLite cannot.
 */
export type ToSqliteProcess =
  | { readonly kind: 'open'; readonly path: string; readonly clockOffset: number; readonly maximumKeyBytes: number }
  | { readonly kind: 'execute'; readonly id: number; readonly text: string; readonly parameters: readonly unknown[]; readonly isDefinitionPath: boolean }
  | { readonly kind: 'clock'; readonly offset: number };

/** `rows` as JSON text, made here so that the host only passes it on. */
export type FromSqliteProcess =
  | { readonly id: number; readonly ok: true; readonly rows: string }
  | { readonly id: number; readonly ok: false; readonly error: Pick<SqlRefusal, 'code' | 'message' | 'debug'> };

let offset = 0;
let database: SqliteDatabase | undefined;

process.on('disconnect', () => process.exit(0));
process.on('message', (message: ToSqliteProcess) => {
  if (message.kind === 'clock') {
    offset = message.offset;
    return;
  }
  if (message.kind === 'open') {
    offset = message.clockOffset;
    database = openSqlite({ path: message.path, now: () => Date.now() + offset, maximumKeyBytes: message.maximumKeyBytes });
    return;
  }
  process.send?.(answer(message));
});

function answer({ id, text, parameters, isDefinitionPath }: Extract<ToSqliteProcess, { kind: 'execute' }>): FromSqliteProcess {
  try {
    if (database === undefined) throw new Error('asked before it was opened');
    return { id, ok: true, rows: JSON.stringify(database.execute(text, parameters, isDefinitionPath)) };
  } catch (error) {
    if (!(error instanceof SqlRefusal)) throw error;
    return { id, ok: false, error: { code: error.code, message: error.message, ...(error.debug === undefined ? {} : { debug: error.debug }) } };
  }
}
