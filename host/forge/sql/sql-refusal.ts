/** What went wrong inside the database, in MySQL's words. */
export interface SqlDebug {
  readonly code: string;
  readonly errno: number;
  readonly sqlState?: string;
  readonly sqlMessage?: string;
}

/** Codes that `@forge/sql` hands to the app. `SQL_POLICY_VIOLATION` is documented but missing from the package's `errorCodes`. */
export type SqlErrorCode = 'SQL_POLICY_VIOLATION' | 'INVALID_SQL_QUERY' | 'SQL_EXECUTION_ERROR' | 'QUERY_TIMED_OUT' | 'APP_NOT_ENABLED' | 'UNKNOWN_ERROR';

/** A statement that was not run, or that failed. */
export class SqlRefusal extends Error {
  constructor(
    readonly code: SqlErrorCode,
    message: string,
    readonly debug?: SqlDebug,
  ) {
    super(message);
    this.name = 'SqlRefusal';
  }
}

/** A statement that is valid MySQL perhaps, but in none of the listed forms. */
export function notListed(what: string): SqlRefusal {
  return new SqlRefusal('SQL_POLICY_VIOLATION', `The local host does not list this SQL: ${what}. The listed forms are in host/forge/sql/statement-forms.ts`);
}
