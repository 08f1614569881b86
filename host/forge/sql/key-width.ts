import { keyBytes } from './column-types';
import type { ColumnDefinition, Definition, IndexDefinition } from './definition';
import { SqlRefusal } from './sql-refusal';

/** @throws SqlRefusal when a key is wider than TiDB takes, or holds a text without a length */
export function assertKeyWidth(columns: IndexDefinition['columns'], find: (name: string) => ColumnDefinition | undefined, maximum: number): void {
  let width = 0;
  for (const { name, prefix } of columns) {
    const column = find(name);
    if (column === undefined) throw new SqlRefusal('SQL_EXECUTION_ERROR', `Key column '${name}' doesn't exist in table`, { code: 'ER_KEY_COLUMN_DOES_NOT_EXITS', errno: 1072, sqlState: '42000' });
    const bytes = keyBytes(column.type, prefix);
    if (bytes === undefined) throw new SqlRefusal('SQL_EXECUTION_ERROR', `Column '${name}' used in key specification without a key length`, { code: 'ER_BLOB_KEY_WITHOUT_LENGTH', errno: 1170, sqlState: '42000' });
    width += bytes;
  }
  if (width > maximum) throw new SqlRefusal('SQL_EXECUTION_ERROR', `Specified key was too long; max key length is ${maximum} bytes`, { code: 'ER_TOO_LONG_KEY', errno: 1071, sqlState: '42000' });
}

/** The same for all keys of a table that is about to be made. */
export function assertOwnKeys(definition: Definition, maximum: number): void {
  if (definition.kind !== 'create-table') return;
  const find = (name: string): ColumnDefinition | undefined => definition.columns.find((column) => column.name.toLowerCase() === name.toLowerCase());
  const primary = definition.primaryKey.map((name) => ({ name, isDescending: false }));
  for (const columns of [primary, ...definition.indexes.map((index) => index.columns)]) assertKeyWidth(columns, find, maximum);
}
