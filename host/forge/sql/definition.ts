import { parseColumnType, type ColumnType } from './column-types';
import { cursorOver, splitAtCommas, type Cursor } from './cursor';
import { notListed, SqlRefusal } from './sql-refusal';
import type { Token } from './tokens';

export interface ColumnDefinition {
  readonly name: string;
  readonly type: ColumnType;
  readonly isNullable: boolean;
  readonly isAutoIncrement: boolean;
  readonly default?: DefaultValue;
}

export type DefaultValue = { readonly kind: 'text'; readonly value: string } | { readonly kind: 'number'; readonly value: string } | { readonly kind: 'null' } | { readonly kind: 'now' };

export interface IndexDefinition {
  readonly name: string;
  readonly isUnique: boolean;
  readonly columns: readonly { readonly name: string; readonly prefix?: number; readonly isDescending: boolean }[];
}

export type AlterChange =
  | { readonly kind: 'add-column'; readonly column: ColumnDefinition; readonly ifNotExists: boolean }
  | { readonly kind: 'add-index'; readonly index: IndexDefinition }
  | { readonly kind: 'drop-column'; readonly column: string }
  | { readonly kind: 'drop-index'; readonly index: string };

/** A DDL statement of the listed forms, understood. */
export type Definition =
  | { readonly kind: 'create-table'; readonly table: string; readonly ifNotExists: boolean; readonly columns: readonly ColumnDefinition[]; readonly primaryKey: readonly string[]; readonly indexes: readonly IndexDefinition[] }
  | { readonly kind: 'create-index'; readonly table: string; readonly ifNotExists: boolean; readonly index: IndexDefinition }
  | { readonly kind: 'drop-table'; readonly table: string; readonly ifExists: boolean }
  | { readonly kind: 'drop-index'; readonly table: string; readonly index: string }
  | { readonly kind: 'alter-table'; readonly table: string; readonly changes: readonly AlterChange[] }
  | { readonly kind: 'truncate'; readonly table: string };

export function parseCreateTable(tokens: readonly Token[]): Definition {
  const cursor = cursorOver(tokens);
  cursor.expect('CREATE');
  cursor.expect('TABLE');
  const ifNotExists = takeIfNotExists(cursor);
  const table = tableName(cursor);
  const columns: ColumnDefinition[] = [];
  const indexes: IndexDefinition[] = [];
  let primaryKey: readonly string[] = [];
  for (const part of splitAtCommas(cursor.group())) {
    const item = cursorOver(part);
    if (item.take('CONSTRAINT') !== undefined && !['PRIMARY', 'UNIQUE'].includes(item.peek()?.text ?? '')) item.name();
    if (item.take('PRIMARY') !== undefined) {
      item.expect('KEY');
      primaryKey = indexColumns(item).map(({ name }) => name);
    } else if (['UNIQUE', 'KEY', 'INDEX'].includes(item.peek()?.text ?? '') && item.peek()?.kind === 'word') {
      indexes.push(parseIndex(item, indexes));
    } else {
      const { column, isPrimary, isUnique } = parseColumn(item);
      columns.push(column);
      if (isPrimary) primaryKey = [column.name];
      if (isUnique) indexes.push({ name: column.name, isUnique: true, columns: [{ name: column.name, isDescending: false }] });
    }
    if (!item.isDone()) throw notListed(`${item.rest().map(({ value }) => value).join(' ')} in a table definition`);
  }
  tableOptions(cursor);
  return { kind: 'create-table', table, ifNotExists, columns, primaryKey, indexes };
}

export function parseCreateIndex(tokens: readonly Token[]): Definition {
  const cursor = cursorOver(tokens);
  cursor.expect('CREATE');
  const isUnique = cursor.take('UNIQUE') !== undefined;
  cursor.expect('INDEX');
  const ifNotExists = takeIfNotExists(cursor);
  const name = cursor.name();
  cursor.expect('ON');
  const table = tableName(cursor);
  const index = { name, isUnique, columns: indexColumns(cursor) };
  end(cursor);
  return { kind: 'create-index', table, ifNotExists, index };
}

export function parseDrop(tokens: readonly Token[]): Definition {
  const cursor = cursorOver(tokens);
  cursor.expect('DROP');
  if (cursor.expect('TABLE', 'INDEX').text === 'INDEX') {
    const index = cursor.name();
    cursor.expect('ON');
    const table = tableName(cursor);
    end(cursor);
    return { kind: 'drop-index', table, index };
  }
  const ifExists = cursor.take('IF') !== undefined;
  if (ifExists) cursor.expect('EXISTS');
  const table = tableName(cursor);
  end(cursor);
  return { kind: 'drop-table', table, ifExists };
}

export function parseTruncate(tokens: readonly Token[]): Definition {
  const cursor = cursorOver(tokens);
  cursor.expect('TRUNCATE');
  cursor.take('TABLE');
  const table = tableName(cursor);
  end(cursor);
  return { kind: 'truncate', table };
}

export function parseAlterTable(tokens: readonly Token[]): Definition {
  const cursor = cursorOver(tokens);
  cursor.expect('ALTER');
  cursor.expect('TABLE');
  const table = tableName(cursor);
  const changes = splitAtCommas(cursor.rest()).map((part): AlterChange => {
    const item = cursorOver(part);
    const change = item.expect('ADD', 'DROP').text === 'ADD' ? parseAdd(item) : parseAlterDrop(item);
    end(item);
    return change;
  });
  return { kind: 'alter-table', table, changes };
}

function parseAdd(item: Cursor): AlterChange {
  if (['UNIQUE', 'KEY', 'INDEX'].includes(item.peek()?.text ?? '')) return { kind: 'add-index', index: parseIndex(item, []) };
  item.take('COLUMN');
  const ifNotExists = takeIfNotExists(item);
  const { column, isPrimary, isUnique } = parseColumn(item);
  if (isPrimary || isUnique || column.isAutoIncrement) throw notListed('ADD COLUMN with a key');
  if (!column.isNullable && column.default === undefined) throw notListed('ADD COLUMN … NOT NULL without a DEFAULT');
  return { kind: 'add-column', column, ifNotExists };
}

function parseAlterDrop(item: Cursor): AlterChange {
  if (item.take('INDEX', 'KEY') !== undefined) return { kind: 'drop-index', index: item.name() };
  item.take('COLUMN');
  return { kind: 'drop-column', column: item.name() };
}

function parseIndex(item: Cursor, others: readonly IndexDefinition[]): IndexDefinition {
  const isUnique = item.take('UNIQUE') !== undefined;
  item.take('KEY', 'INDEX');
  const given = item.peek()?.text === '(' ? undefined : item.name();
  const columns = indexColumns(item);
  const first = columns[0]?.name ?? '';
  const taken = others.filter(({ name }) => name === first || name.startsWith(`${first}_`)).length;
  return { name: given ?? (taken === 0 ? first : `${first}_${taken + 1}`), isUnique, columns };
}

function indexColumns(cursor: Cursor): IndexDefinition['columns'] {
  return splitAtCommas(cursor.group()).map((part) => {
    const item = cursorOver(part);
    const name = item.name();
    const prefix = item.peek()?.text === '(' ? Number(item.group()[0]?.text) : undefined;
    const isDescending = item.take('ASC', 'DESC')?.text === 'DESC';
    end(item);
    return { name, isDescending, ...(prefix === undefined ? {} : { prefix }) };
  });
}

function parseColumn(item: Cursor): { readonly column: ColumnDefinition; readonly isPrimary: boolean; readonly isUnique: boolean } {
  const name = item.name();
  const type = parseColumnType(item);
  let [isNullable, isPrimary, isUnique, isAutoIncrement] = [true, false, false, false];
  let value: DefaultValue | undefined;
  while (!item.isDone()) {
    const word = item.next().text;
    if (word === 'NOT') {
      item.expect('NULL');
      isNullable = false;
    } else if (word === 'DEFAULT') value = parseDefault(item);
    else if (word === 'AUTO_INCREMENT') isAutoIncrement = true;
    else if (word === 'PRIMARY') isPrimary = item.expect('KEY') !== undefined;
    else if (word === 'UNIQUE') {
      item.take('KEY');
      isUnique = true;
    } else if (word === 'COMMENT') item.next();
    else if (word === 'COLLATE') characterSet(item, word);
    else if (word !== 'NULL') throw notListed(`${word} in the definition of column ${name}`);
  }
  return { column: { name, type, isNullable: isNullable && !isPrimary, isAutoIncrement, ...(value === undefined ? {} : { default: value }) }, isPrimary, isUnique };
}

function parseDefault(item: Cursor): DefaultValue {
  const token = item.next();
  if (token.kind === 'string') return { kind: 'text', value: token.value };
  if (token.kind === 'number') return { kind: 'number', value: token.value };
  if (token.text === '-') return { kind: 'number', value: `-${item.next().value}` };
  if (token.text === 'NULL') return { kind: 'null' };
  if (token.text === 'TRUE' || token.text === 'FALSE') return { kind: 'number', value: token.text === 'TRUE' ? '1' : '0' };
  if (token.text !== 'CURRENT_TIMESTAMP') throw notListed(`DEFAULT ${token.value}`);
  if (item.peek()?.text === '(') item.group();
  return { kind: 'now' };
}

function characterSet(item: Cursor, word: string): void {
  if (word === 'CHARACTER') item.expect('SET');
  item.take('=');
  const value = item.name().toLowerCase();
  // Both engines compare by code point; another collation would answer differently on one of them.
  if (value !== 'utf8mb4' && value !== 'utf8mb4_bin') throw notListed(`the character set or collation ${value}`);
}

function tableOptions(cursor: Cursor): void {
  while (!cursor.isDone()) {
    const word = cursor.next().text;
    if (word === 'ENGINE') {
      cursor.take('=');
      cursor.name();
    } else if (word === 'CHARACTER' || word === 'CHARSET' || word === 'COLLATE') characterSet(cursor, word);
    else if (word === 'COMMENT') {
      cursor.take('=');
      cursor.next();
    } else if (word !== 'DEFAULT') throw notListed(`the table option ${word}`);
  }
}

function takeIfNotExists(cursor: Cursor): boolean {
  if (cursor.take('IF') === undefined) return false;
  cursor.expect('NOT');
  cursor.expect('EXISTS');
  return true;
}

function tableName(cursor: Cursor): string {
  const name = cursor.name();
  if (cursor.peek()?.text === '.') throw new SqlRefusal('SQL_POLICY_VIOLATION', 'only the installation’s own schema');
  return name;
}

function end(cursor: Cursor): void {
  if (!cursor.isDone()) throw notListed(cursor.rest().map(({ value }) => value).join(' '));
}
