import type { DatabaseSync } from 'node:sqlite';
import type { ColumnDefinition } from './definition';

/** What a column was declared as in MySQL's terms; SQLite itself only keeps an affinity. */
export interface CatalogColumn {
  readonly table: string;
  readonly name: string;
  readonly definition: ColumnDefinition;
}

export interface SqliteCatalog {
  tables(): readonly string[];
  columns(table: string): readonly CatalogColumn[];
  find(table: string, column: string): CatalogColumn | undefined;
  /** Primary key columns, in order. */
  primaryKey(table: string): readonly string[];
  addTable(table: string, columns: readonly ColumnDefinition[], primaryKey: readonly string[]): void;
  addColumn(table: string, column: ColumnDefinition): void;
  dropColumn(table: string, column: string): void;
  dropTable(table: string): void;
  /** Reads again what is stored, after a transaction that was rolled back. */
  reload(): void;
}

interface Table {
  columns: ColumnDefinition[];
  primaryKey: readonly string[];
}

/** Kept in a table of the same database, so that it changes with the tables it describes. */
export function openCatalog(database: DatabaseSync): SqliteCatalog {
  database.exec('CREATE TABLE IF NOT EXISTS forge_catalog (name TEXT PRIMARY KEY, value TEXT NOT NULL)');
  const tables = new Map<string, Table>();
  const reload = (): void => {
    tables.clear();
    for (const row of database.prepare('SELECT name, value FROM forge_catalog').all()) tables.set(String(row['name']), JSON.parse(String(row['value'])) as Table);
  };
  reload();
  const names = new Map<string, string>();
  /** Names compare without case, as on TiDB. */
  const keyOf = (table: string): string => {
    if (tables.has(table)) return table;
    const lower = table.toLowerCase();
    if (!names.has(lower)) for (const name of tables.keys()) names.set(name.toLowerCase(), name);
    return names.get(lower) ?? table;
  };
  const save = (name: string, table: Table): void => {
    tables.set(name, table);
    database.prepare('INSERT INTO forge_catalog (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value').run(name, JSON.stringify(table));
  };
  const columns = (table: string): CatalogColumn[] => (tables.get(keyOf(table))?.columns ?? []).map((definition) => ({ table, name: definition.name, definition }));
  const change = (table: string, edit: (columns: ColumnDefinition[]) => ColumnDefinition[]): void => {
    const known = tables.get(keyOf(table));
    if (known !== undefined) save(keyOf(table), { ...known, columns: edit(known.columns) });
  };
  return {
    reload,
    tables: () => [...tables.keys()].sort(),
    columns,
    find: (table, column) => columns(table).find(({ name }) => name.toLowerCase() === column.toLowerCase()),
    primaryKey: (table) => tables.get(keyOf(table))?.primaryKey ?? [],
    addTable: (table, list, primaryKey) => save(table, { columns: [...list], primaryKey }),
    addColumn: (table, column) => change(table, (list) => [...list, column]),
    dropColumn: (table, column) => change(table, (list) => list.filter(({ name }) => name.toLowerCase() !== column.toLowerCase())),
    dropTable: (table) => {
      database.prepare('DELETE FROM forge_catalog WHERE name = ?').run(keyOf(table));
      tables.delete(keyOf(table));
      names.delete(table.toLowerCase());
    },
  };
}
