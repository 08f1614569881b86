import type { DatabaseSync } from 'node:sqlite';
import { fitCondition, sqliteDeclaration } from './column-types';
import type { AlterChange, ColumnDefinition, Definition, IndexDefinition } from './definition';
import { assertKeyWidth, assertOwnKeys } from './key-width';
import { quoteName, quoteText } from './rewrite';
import type { SqliteCatalog } from './sqlite-catalog';
import { notListed, SqlRefusal } from './sql-refusal';

/** Carries out a DDL statement and keeps the catalogue with it; the caller opens the transaction. */
export function define(database: DatabaseSync, catalog: SqliteCatalog, definition: Definition, maximumKeyBytes: number): void {
  switch (definition.kind) {
    case 'create-table':
      return createTable(database, catalog, definition, maximumKeyBytes);
    case 'create-index':
      if (definition.ifNotExists && hasIndex(database, definition.table, definition.index.name)) return;
      return createIndex(database, catalog, definition.table, definition.index, maximumKeyBytes);
    case 'drop-table':
      database.exec(`DROP TABLE ${definition.ifExists ? 'IF EXISTS ' : ''}${quoteName(definition.table)}`);
      return catalog.dropTable(definition.table);
    case 'drop-index':
      return dropIndex(database, definition.table, definition.index);
    case 'alter-table':
      for (const change of definition.changes) alter(database, catalog, definition.table, change, maximumKeyBytes);
      return;
    case 'truncate':
      database.exec(`DELETE FROM ${quoteName(definition.table)}`);
  }
}

function createTable(database: DatabaseSync, catalog: SqliteCatalog, definition: Extract<Definition, { kind: 'create-table' }>, maximumKeyBytes: number): void {
  const { table, columns, primaryKey, indexes } = definition;
  if (catalog.columns(table).length > 0) {
    if (definition.ifNotExists) return;
    throw new SqlRefusal('SQL_EXECUTION_ERROR', `Table '${table}' already exists`, { code: 'ER_TABLE_EXISTS_ERROR', errno: 1050, sqlState: '42S01' });
  }
  const isKey = (name: string): boolean => primaryKey.some((key) => key.toLowerCase() === name.toLowerCase());
  const resolved = columns.map((column) => (isKey(column.name) ? { ...column, isNullable: false } : column));
  const automatic = resolved.find(({ isAutoIncrement }) => isAutoIncrement);
  if (automatic !== undefined && (primaryKey.length !== 1 || !isKey(automatic.name))) throw notListed('AUTO_INCREMENT on something else than the primary key');
  const parts = resolved.map((column) => (column === automatic ? `${quoteName(column.name)} INTEGER PRIMARY KEY AUTOINCREMENT` : columnSql(column)));
  if (automatic === undefined && primaryKey.length > 0) parts.push(`PRIMARY KEY (${primaryKey.map(quoteName).join(', ')})`);
  database.exec(`CREATE TABLE ${quoteName(table)} (${parts.join(', ')})`);
  catalog.addTable(table, resolved, primaryKey);
  assertOwnKeys(definition, maximumKeyBytes);
  for (const index of indexes) createIndex(database, catalog, table, index, maximumKeyBytes);
}

function columnSql(column: ColumnDefinition): string {
  const name = quoteName(column.name);
  const fit = fitCondition(column.type, name);
  const value = column.default;
  const standard = value === undefined || value.kind === 'null' ? '' : ` DEFAULT ${value.kind === 'text' ? quoteText(value.value) : value.kind === 'number' ? value.value : '(forge_now())'}`;
  return `${name} ${sqliteDeclaration(column.type)}${column.isNullable ? '' : ' NOT NULL'}${standard}${fit === undefined ? '' : ` CONSTRAINT ${quoteName(`fit ${column.type.family} ${column.name}`)} CHECK (${fit})`}`;
}

function createIndex(database: DatabaseSync, catalog: SqliteCatalog, table: string, index: IndexDefinition, maximumKeyBytes: number): void {
  if (hasIndex(database, table, index.name)) throw new SqlRefusal('SQL_EXECUTION_ERROR', `Duplicate key name '${index.name}'`, { code: 'ER_DUP_KEYNAME', errno: 1061, sqlState: '42000' });
  assertKeyWidth(index.columns, (name) => catalog.find(table, name)?.definition, maximumKeyBytes);
  if (index.isUnique && index.columns.some(({ prefix }) => prefix !== undefined)) throw notListed('a unique index over a prefix');
  const columns = index.columns.map(({ name, isDescending }) => `${quoteName(name)}${isDescending ? ' DESC' : ''}`).join(', ');
  database.exec(`CREATE ${index.isUnique ? 'UNIQUE ' : ''}INDEX ${indexName(table, index.name)} ON ${quoteName(table)} (${columns})`);
}

function alter(database: DatabaseSync, catalog: SqliteCatalog, table: string, change: AlterChange, maximumKeyBytes: number): void {
  switch (change.kind) {
    case 'add-column':
      if (change.ifNotExists && catalog.find(table, change.column.name) !== undefined) return;
      database.exec(`ALTER TABLE ${quoteName(table)} ADD COLUMN ${columnSql(change.column)}`);
      return catalog.addColumn(table, change.column);
    case 'drop-column':
      database.exec(`ALTER TABLE ${quoteName(table)} DROP COLUMN ${quoteName(change.column)}`);
      return catalog.dropColumn(table, change.column);
    case 'add-index':
      return createIndex(database, catalog, table, change.index, maximumKeyBytes);
    case 'drop-index':
      return dropIndex(database, table, change.index);
  }
}

function dropIndex(database: DatabaseSync, table: string, index: string): void {
  if (!hasIndex(database, table, index)) throw new SqlRefusal('SQL_EXECUTION_ERROR', `Can't DROP INDEX '${index}'; check that it exists`, { code: 'ER_CANT_DROP_FIELD_OR_KEY', errno: 1091, sqlState: '42000' });
  database.exec(`DROP INDEX ${indexName(table, index)}`);
}

function hasIndex(database: DatabaseSync, table: string, index: string): boolean {
  return database.prepare(`SELECT 1 FROM sqlite_master WHERE type = 'index' AND name = ? COLLATE NOCASE`).get(`${table}__${index}`) !== undefined;
}

function indexName(table: string, index: string): string {
  return quoteName(`${table}__${index}`);
}
