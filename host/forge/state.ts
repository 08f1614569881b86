import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync, type StatementSync, type SQLInputValue } from 'node:sqlite';

const SCHEMA = `
CREATE TABLE IF NOT EXISTS setting (name TEXT PRIMARY KEY, value TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS tenant (name TEXT PRIMARY KEY, value TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS kvs (
  tenant TEXT NOT NULL, kind TEXT NOT NULL, key TEXT NOT NULL, value TEXT NOT NULL,
  created_at INTEGER NOT NULL, updated_at INTEGER NOT NULL, expires_at INTEGER,
  PRIMARY KEY (tenant, kind, key)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS work (
  seq INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE, tenant TEXT NOT NULL, kind TEXT NOT NULL, module TEXT NOT NULL,
  job TEXT, body TEXT, state TEXT NOT NULL, due_at INTEGER NOT NULL, created_at INTEGER NOT NULL,
  attempt INTEGER NOT NULL DEFAULT 0, retry_reason TEXT, retry_data TEXT, concurrency_key TEXT, concurrency_limit INTEGER, failure TEXT);
CREATE INDEX IF NOT EXISTS work_due ON work (state, due_at, seq);
CREATE INDEX IF NOT EXISTS work_job ON work (tenant, job) WHERE job IS NOT NULL;
CREATE TABLE IF NOT EXISTS schedule_mark (tenant TEXT NOT NULL, module TEXT NOT NULL, last_at INTEGER NOT NULL, PRIMARY KEY (tenant, module));
CREATE TABLE IF NOT EXISTS web_trigger_url (id TEXT PRIMARY KEY, tenant TEXT NOT NULL, module TEXT NOT NULL);
`;

/** The host's own durable state. Write-ahead log with synchronous NORMAL: a killed process loses nothing that was committed. */
export interface State {
  all(sql: string, ...values: SQLInputValue[]): Row[];
  find(sql: string, ...values: SQLInputValue[]): Row | undefined;
  run(sql: string, ...values: SQLInputValue[]): number;
  /** All or nothing. */
  transaction<T>(work: () => T): T;
  close(): void;
}

export type Row = Record<string, unknown>;

export function openState(folder: string): State {
  // The app's secrets are in here.
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const database = new DatabaseSync(join(folder, 'platform.sqlite'));
  database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA busy_timeout = 5000;');
  database.exec(SCHEMA);
  const prepared = new Map<string, StatementSync>();
  const statement = (sql: string): StatementSync => {
    const known = prepared.get(sql);
    if (known !== undefined) return known;
    const fresh = database.prepare(sql);
    prepared.set(sql, fresh);
    return fresh;
  };
  return {
    all: (sql, ...values) => statement(sql).all(...values),
    find: (sql, ...values) => statement(sql).get(...values),
    run: (sql, ...values) => Number(statement(sql).run(...values).changes),
    transaction: (work) => {
      database.exec('BEGIN IMMEDIATE');
      try {
        const value = work();
        database.exec('COMMIT');
        return value;
      } catch (error) {
        database.exec('ROLLBACK');
        throw error;
      }
    },
    close: () => database.close(),
  };
}

/** A column that must hold text. */
export function text(row: Row, column: string): string {
  const value = row[column];
  if (typeof value !== 'string') throw new Error(`state: column ${column} holds no text`);
  return value;
}

/** A column that must hold a number. */
export function number(row: Row, column: string): number {
  const value = row[column];
  if (typeof value !== 'number') throw new Error(`state: column ${column} holds no number`);
  return value;
}

/** A column that may be empty. */
export function optionalText(row: Row, column: string): string | undefined {
  const value = row[column];
  return typeof value === 'string' ? value : undefined;
}
