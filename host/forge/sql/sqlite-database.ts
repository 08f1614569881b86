import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite';
import type { ColumnType } from './column-types';
import { isNumberText, shapeValue } from './result-shape';
import { openCatalog, type SqliteCatalog } from './sqlite-catalog';
import { define } from './sqlite-definition';
import { fromSqlite } from './sqlite-errors';
import { defineFunctions } from './sqlite-functions';
import { assertCall } from './sql-call';
import { SqlRefusal } from './sql-refusal';
import { storedText } from './sqlite-text';
import { recognise, type Recognised } from './statement-forms';
import type { StatementPlan } from './statement-plan';

export interface SqliteDatabase {
  /** The answer's `rows`: an array for a query, MySQL's result header for anything else. @throws SqlRefusal */
  execute(text: string, parameters: readonly unknown[], isDefinitionPath: boolean): unknown;
  close(): void;
}

export interface SqliteOptions {
  readonly path: string;
  readonly now: () => number;
  readonly maximumKeyBytes: number;
}

/** Recognised statements and what is known about their columns; a change of tables empties it. */
interface Prepared {
  readonly recognised: Recognised;
  readonly statement?: StatementSync;
  readonly columns?: readonly { readonly name: string; readonly asText: boolean; readonly type: ColumnType | undefined }[];
}

const REMEMBERED = 300;

export function openSqlite({ path, now, maximumKeyBytes }: SqliteOptions): SqliteDatabase {
  const database = new DatabaseSync(path);
  database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA busy_timeout = 5000; PRAGMA case_sensitive_like = ON; PRAGMA temp_store = MEMORY; PRAGMA cache_size = -32000;');
  defineFunctions(database, now);
  const catalog = openCatalog(database);
  const remembered = new Map<string, Prepared>();

  const prepare = (text: string): Prepared => {
    const known = remembered.get(text);
    if (known !== undefined) return known;
    const recognised = recognise(text);
    const { plan } = recognised;
    const fresh = plan.kind === 'query' || plan.kind === 'change' ? withStatement(database, catalog, recognised, plan) : { recognised };
    if (remembered.size >= REMEMBERED) for (const old of [...remembered.keys()].slice(0, REMEMBERED / 2)) remembered.delete(old);
    remembered.set(text, fresh);
    return fresh;
  };

  const run = (text: string, parameters: readonly unknown[], isDefinitionPath: boolean): unknown => {
    const prepared = prepare(text);
    assertCall(prepared.recognised, parameters, isDefinitionPath);
    const { plan } = prepared.recognised;
    switch (plan.kind) {
      case 'query':
        return query(prepared, parameters);
      case 'change':
        return change(prepared, plan, parameters, catalog);
      case 'show':
        return show(database, catalog, plan);
      case 'definition':
        remembered.clear();
        return inTransaction(database, catalog, () => {
          define(database, catalog, plan.definition, maximumKeyBytes);
          return header(0, 0);
        });
    }
  };

  return {
    execute: (text, parameters, isDefinitionPath) => {
      try {
        return run(text, parameters, isDefinitionPath);
      } catch (error) {
        throw fromSqlite(error);
      }
    },
    close: () => database.close(),
  };
}

function withStatement(database: DatabaseSync, catalog: SqliteCatalog, recognised: Recognised, plan: Extract<StatementPlan, { kind: 'query' | 'change' }>): Prepared {
  const statement = database.prepare(plan.sql);
  statement.setReadBigInts(true);
  if (plan.kind === 'change') return { recognised, statement };
  const tables = catalog.tables().filter((table) => plan.sql.toLowerCase().includes(`"${table.toLowerCase()}"`));
  const lookup = (name: string): ColumnType | undefined => tables.map((table) => catalog.find(table, name)).find((found) => found !== undefined)?.definition.type;
  const described = statement.columns();
  const star = plan.items.findIndex(({ name }) => name === undefined);
  const columns = described.map(({ name, table, column }, at) => {
    const declared = table === null || column === null ? undefined : catalog.find(String(table), String(column))?.definition.type;
    const item = star < 0 || at < star ? plan.items[at] : plan.items[plan.items.length - (described.length - at)];
    const expression = item?.name === undefined ? [{ kind: 'quoted' as const, text: name, value: name, start: 0, end: 0 }] : item.tokens;
    return { name, type: declared, asText: declared === undefined ? isNumberText(expression, plan.inner, lookup) : declared.name === 'BIGINT' };
  });
  return { recognised, statement, columns };
}

function query({ statement, columns = [] }: Prepared, parameters: readonly unknown[]): unknown {
  const rows = statement?.all(...parameters.map(bind)) ?? [];
  for (const row of rows) for (const { name, asText, type } of columns) row[name] = shapeValue(row[name], asText, type) as null;
  return rows;
}

function change({ statement }: Prepared, plan: Extract<StatementPlan, { kind: 'change' }>, parameters: readonly unknown[], catalog: SqliteCatalog): unknown {
  const result = statement?.run(...parameters.map(bind));
  const isAutomatic = plan.insertedRows > 0 && catalog.columns(plan.table).some(({ definition }) => definition.isAutoIncrement);
  // MySQL names the first of the rows, SQLite the last.
  return header(Number(result?.changes ?? 0), isAutomatic ? Number(result?.lastInsertRowid ?? 0) - plan.insertedRows + 1 : 0);
}

function bind(value: unknown): SQLInputValue {
  if (typeof value === 'boolean') return value ? 1n : 0n;
  if (typeof value === 'number') return Number.isSafeInteger(value) ? BigInt(value) : value;
  if (typeof value === 'string') return storedText(value);
  if (value === null) return value;
  throw new SqlRefusal('SQL_EXECUTION_ERROR', `a parameter of type ${typeof value}`);
}

function header(affectedRows: number, insertId: number): object {
  return { affectedRows, fieldCount: 0, info: '', insertId, serverStatus: 2, warningStatus: 0 };
}

function inTransaction<T>(database: DatabaseSync, catalog: SqliteCatalog, work: () => T): T {
  database.exec('BEGIN IMMEDIATE');
  try {
    const value = work();
    database.exec('COMMIT');
    return value;
  } catch (error) {
    database.exec('ROLLBACK');
    catalog.reload();
    throw error;
  }
}

function show(database: DatabaseSync, catalog: SqliteCatalog, plan: Extract<StatementPlan, { kind: 'show' }>): unknown {
  if (plan.what === 'tables') {
    const like = plan.like ?? '%';
    return catalog.tables().filter((name) => database.prepare(`SELECT ? LIKE ? ESCAPE '\\' AS found`).get(name, like)?.['found'] === 1).map((name) => ({ Tables_in_app: name }));
  }
  const columns = catalog.columns(plan.table);
  if (columns.length === 0) throw new SqlRefusal('SQL_EXECUTION_ERROR', `Table '${plan.table}' doesn't exist`, { code: 'ER_NO_SUCH_TABLE', errno: 1146, sqlState: '42S02' });
  const primary = catalog.primaryKey(plan.table);
  if (plan.what === 'columns') {
    return columns.map(({ name, definition }) => ({ Field: name, Type: definition.type.shown, Null: definition.isNullable ? 'YES' : 'NO', Key: primary.includes(name) ? 'PRI' : '', Default: definition.default === undefined || definition.default.kind === 'null' ? null : definition.default.kind === 'now' ? 'current_timestamp()' : definition.default.value, Extra: definition.isAutoIncrement ? 'auto_increment' : '' }));
  }
  const prefix = `${plan.table}__`;
  const indexes = database.prepare(`SELECT l.name AS name, l."unique" AS is_unique, i.seqno AS position, i.name AS column_name FROM pragma_index_list(?) l, pragma_index_info(l.name) i ORDER BY l.name, i.seqno`).all(plan.table);
  const keys = primary.map((column, at) => ({ Table: plan.table, Non_unique: 0, Key_name: 'PRIMARY', Seq_in_index: at + 1, Column_name: column }));
  const named = indexes.filter((row) => String(row['name']).startsWith(prefix)).map((row) => ({ Table: plan.table, Non_unique: row['is_unique'] === 1 ? 0 : 1, Key_name: String(row['name']).slice(prefix.length), Seq_in_index: Number(row['position']) + 1, Column_name: row['column_name'] }));
  return [...keys, ...named];
}
