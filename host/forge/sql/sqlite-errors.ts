import { SqlRefusal, type SqlDebug } from './sql-refusal';

const debug = (code: string, errno: number, sqlState: string): SqlDebug => ({ code, errno, sqlState });

/** SQLite's messages, and the error that MySQL gives in the same place. */
const KNOWN: readonly (readonly [RegExp, SqlDebug])[] = [
  [/^UNIQUE constraint failed/, debug('ER_DUP_ENTRY', 1062, '23000')],
  [/^NOT NULL constraint failed/, debug('ER_BAD_NULL_ERROR', 1048, '23000')],
  [/^CHECK constraint failed: fit text/, debug('ER_DATA_TOO_LONG', 1406, '22001')],
  [/^CHECK constraint failed: fit (integer|double)/, debug('ER_WARN_DATA_OUT_OF_RANGE', 1264, '22003')],
  [/^CHECK constraint failed: fit (datetime|date)/, debug('ER_TRUNCATED_WRONG_VALUE', 1292, '22007')],
  [/^CHECK constraint failed: fit json/, debug('ER_CONSTRAINT_FAILED', 4025, '23000')],
  [/^no such table/, debug('ER_NO_SUCH_TABLE', 1146, '42S02')],
  [/^(no such column|table .* has no column)/, debug('ER_BAD_FIELD_ERROR', 1054, '42S22')],
  [/^duplicate column name/, debug('ER_DUP_FIELDNAME', 1060, '42S21')],
  [/syntax error|^incomplete input/, debug('ER_PARSE_ERROR', 1064, '42000')],
];

/** An error of SQLite, in the words that `@forge/sql` gives to the app. */
export function fromSqlite(error: unknown): SqlRefusal {
  if (error instanceof SqlRefusal) return error;
  const message = error instanceof Error ? error.message : String(error);
  const known = KNOWN.find(([pattern]) => pattern.test(message))?.[1] ?? debug('ER_UNKNOWN_ERROR', 1105, 'HY000');
  return new SqlRefusal(known.code === 'ER_PARSE_ERROR' ? 'INVALID_SQL_QUERY' : 'SQL_EXECUTION_ERROR', 'Failed to execute the statement', { ...known, sqlMessage: message });
}
