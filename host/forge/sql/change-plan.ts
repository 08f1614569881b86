import { cursorOver, findOutside, splitAtCommas, type Cursor } from './cursor';
import { DML_KEYWORDS } from './functions';
import { quoteName, rewrite } from './rewrite';
import { notListed, SqlRefusal } from './sql-refusal';
import type { StatementPlan } from './statement-plan';
import type { Token } from './tokens';

/** INSERT [IGNORE] INTO t (…) VALUES … | SELECT … [ON DUPLICATE KEY UPDATE …] */
export function planInsert(tokens: readonly Token[]): StatementPlan {
  const cursor = cursorOver(tokens);
  cursor.expect('INSERT');
  const isIgnore = cursor.take('IGNORE') !== undefined;
  cursor.expect('INTO');
  const table = ownTable(cursor);
  const columns = splitAtCommas(cursor.group()).map((part) => {
    const column = part[0];
    if (column === undefined || part.length !== 1) throw notListed('a column list with something else than names');
    return quoteName(column.value);
  });
  const rest = cursor.rest();
  const on = findOutside(rest, ['ON']);
  // A join's ON is inside the SELECT; only ON DUPLICATE ends the rows.
  const duplicate = rest.findIndex((token, at) => token.kind === 'word' && token.text === 'ON' && rest[at + 1]?.text === 'DUPLICATE');
  const source = duplicate < 0 ? rest : rest.slice(0, duplicate);
  if (on >= 0 && duplicate < 0 && source[0]?.text === 'VALUES') throw notListed('ON without DUPLICATE KEY UPDATE');
  const { sql, rows } = rowsOf(source, columns.length);
  const conflict = duplicate < 0 ? (isIgnore ? ' ON CONFLICT DO NOTHING' : '') : upsert(rest.slice(duplicate), isIgnore);
  return { kind: 'change', sql: `INSERT INTO ${quoteName(table)} (${columns.join(', ')}) ${sql}${conflict}`, table, insertedRows: rows };
}

function rowsOf(source: readonly Token[], width: number): { readonly sql: string; readonly rows: number } {
  const first = source[0]?.text;
  // Without WHERE, SQLite would take ON CONFLICT for a join condition.
  if (first === 'SELECT') return { sql: `SELECT * FROM (${rewrite(source)}) WHERE true`, rows: 0 };
  if (first !== 'VALUES') throw notListed('INSERT with something else than VALUES or SELECT');
  const rows = splitAtCommas(source.slice(1)).map((part) => {
    const row = cursorOver(part);
    const values = splitAtCommas(row.group());
    if (!row.isDone()) throw notListed('VALUES with something else than rows in brackets');
    if (values.length !== width) throw new SqlRefusal('SQL_EXECUTION_ERROR', 'Column count does not match value count', { code: 'ER_WRONG_VALUE_COUNT_ON_ROW', errno: 1136, sqlState: '21S01' });
    return `(${rewrite(part.slice(1, -1))})`;
  });
  return { sql: `VALUES ${rows.join(', ')}`, rows: rows.length };
}

function upsert(tokens: readonly Token[], isIgnore: boolean): string {
  if (isIgnore) throw notListed('INSERT IGNORE with ON DUPLICATE KEY UPDATE');
  const cursor = cursorOver(tokens);
  cursor.expect('ON');
  cursor.expect('DUPLICATE');
  cursor.expect('KEY');
  cursor.expect('UPDATE');
  return ` ON CONFLICT DO UPDATE SET ${assignments(cursor.rest(), true)}`;
}

/** UPDATE t SET … [WHERE …] [ORDER BY … LIMIT …], one table */
export function planUpdate(tokens: readonly Token[]): StatementPlan {
  const cursor = cursorOver(tokens);
  cursor.expect('UPDATE');
  const table = ownTable(cursor);
  cursor.expect('SET');
  const rest = cursor.rest();
  const { body, tail } = splitTail(rest);
  return { kind: 'change', sql: `UPDATE ${quoteName(table)} SET ${assignments(body, false)}${limited(table, tail)}`, table, insertedRows: 0 };
}

/** DELETE FROM t [WHERE …] [ORDER BY … LIMIT …], one table */
export function planDelete(tokens: readonly Token[]): StatementPlan {
  const cursor = cursorOver(tokens);
  cursor.expect('DELETE');
  cursor.expect('FROM');
  const table = ownTable(cursor);
  const { body, tail } = splitTail(cursor.rest());
  if (body.length > 0) throw notListed('DELETE from several tables, or with an alias');
  return { kind: 'change', sql: `DELETE FROM ${quoteName(table)}${limited(table, tail)}`, table, insertedRows: 0 };
}

function splitTail(tokens: readonly Token[]): { readonly body: readonly Token[]; readonly tail: readonly Token[] } {
  const at = findOutside(tokens, ['WHERE', 'ORDER', 'LIMIT']);
  return at < 0 ? { body: tokens, tail: [] } : { body: tokens.slice(0, at), tail: tokens.slice(at) };
}

/** SQLite as Node builds it has no LIMIT on changes: the rows are chosen first. */
function limited(table: string, tail: readonly Token[]): string {
  if (tail.length === 0) return '';
  if (findOutside(tail, ['ORDER', 'LIMIT']) < 0) return ` ${rewrite(tail)}`;
  return ` WHERE rowid IN (SELECT rowid FROM ${quoteName(table)} ${rewrite(tail)})`;
}

function assignments(tokens: readonly Token[], isUpsert: boolean): string {
  const done = new Set<string>();
  return splitAtCommas(tokens)
    .map((part) => {
      const [column, equals, ...value] = part;
      if (column === undefined || equals?.text !== '=' || value.length === 0) throw notListed('an assignment that is not column = value');
      // MySQL assigns from left to right, SQLite all at once: a column read after it was assigned would differ.
      const read = value.find((token, at) => isColumn(token, value, at, isUpsert) && done.has(token.value.toLowerCase()));
      if (read !== undefined) throw notListed(`an assignment that reads ${read.value} after assigning it`);
      done.add(column.value.toLowerCase());
      return `${quoteName(column.value)} = ${rewrite(value, { isUpsert })}`;
    })
    .join(', ');
}

function isColumn(token: Token, value: readonly Token[], at: number, isUpsert: boolean): boolean {
  if (token.kind !== 'quoted' && (token.kind !== 'word' || DML_KEYWORDS.has(token.text))) return false;
  const isOffered = isUpsert && value[at - 1]?.text === '(' && value[at - 2]?.text === 'VALUES';
  return !isOffered && value[at + 1]?.text !== '(';
}

function ownTable(cursor: Cursor): string {
  const table = cursor.name();
  if (cursor.peek()?.text === '.') throw new SqlRefusal('SQL_POLICY_VIOLATION', 'only the installation’s own schema');
  return table;
}
