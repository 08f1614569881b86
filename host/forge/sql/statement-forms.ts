import { planDelete, planInsert, planUpdate } from './change-plan';
import { cursorOver } from './cursor';
import { parseAlterTable, parseCreateIndex, parseCreateTable, parseDrop, parseTruncate, type Definition } from './definition';
import { REFUSED_STATEMENTS, REFUSED_WORDS } from './functions';
import { planSelect } from './select-plan';
import { notListed, SqlRefusal } from './sql-refusal';
import type { StatementPlan } from './statement-plan';
import { tokenise, type Token } from './tokens';

/** A form of statement that both engines run. What is in no form runs on neither. */
export interface StatementForm {
  readonly name: string;
  /** `definition`: only through `executeDDL`. */
  readonly kind: 'definition' | 'query' | 'change';
  /** The words it opens with. */
  readonly opens: readonly string[];
  readonly example: string;
  /** How SQLite serves it. */
  readonly onSqlite: string;
  readonly plan: (tokens: readonly Token[], text: string) => StatementPlan;
}

const define = (parse: (tokens: readonly Token[]) => Definition) => (tokens: readonly Token[]): StatementPlan => ({ kind: 'definition', definition: parse(tokens) });

export const STATEMENT_FORMS: readonly StatementForm[] = [
  { name: 'select', kind: 'query', opens: ['SELECT'], example: 'SELECT a, COUNT(*) AS n FROM t WHERE b IN (?, ?) GROUP BY a ORDER BY n DESC LIMIT ?', onSqlite: 'names quoted; LIKE with its escape character; columns named as MySQL names them', plan: planSelect },
  { name: 'with-select', kind: 'query', opens: ['WITH'], example: 'WITH best AS (SELECT a, MAX(b) AS b FROM t GROUP BY a) SELECT * FROM best', onSqlite: 'as select', plan: planSelect },
  { name: 'insert', kind: 'change', opens: ['INSERT', 'INTO'], example: 'INSERT INTO t (a, b) VALUES (?, ?), (?, ?) ON DUPLICATE KEY UPDATE b = VALUES(b)', onSqlite: 'ON CONFLICT DO UPDATE SET b = excluded.b', plan: planInsert },
  { name: 'insert-ignore', kind: 'change', opens: ['INSERT', 'IGNORE'], example: 'INSERT IGNORE INTO t (a, b) VALUES (?, ?)', onSqlite: 'ON CONFLICT DO NOTHING', plan: planInsert },
  { name: 'update', kind: 'change', opens: ['UPDATE'], example: 'UPDATE t SET b = b + 1 WHERE a = ?', onSqlite: 'the same; with LIMIT the rows are chosen by rowid', plan: planUpdate },
  { name: 'delete', kind: 'change', opens: ['DELETE', 'FROM'], example: 'DELETE FROM t WHERE a = ? ORDER BY b LIMIT 100', onSqlite: 'the same; with LIMIT the rows are chosen by rowid', plan: planDelete },
  { name: 'create-table', kind: 'definition', opens: ['CREATE', 'TABLE'], example: 'CREATE TABLE IF NOT EXISTS t (a VARCHAR(64) NOT NULL, b BIGINT, PRIMARY KEY (a), KEY by_b (b))', onSqlite: 'types become affinities with CHECKs for what fits; each KEY a CREATE INDEX', plan: define(parseCreateTable) },
  { name: 'create-index', kind: 'definition', opens: ['CREATE', 'INDEX'], example: 'CREATE INDEX by_b ON t (b)', onSqlite: 'index named table__index', plan: define(parseCreateIndex) },
  { name: 'create-unique-index', kind: 'definition', opens: ['CREATE', 'UNIQUE', 'INDEX'], example: 'CREATE UNIQUE INDEX by_b ON t (b)', onSqlite: 'index named table__index', plan: define(parseCreateIndex) },
  { name: 'alter-table', kind: 'definition', opens: ['ALTER', 'TABLE'], example: 'ALTER TABLE t ADD COLUMN c INT NOT NULL DEFAULT 0, ADD INDEX by_c (c)', onSqlite: 'one ALTER TABLE or CREATE INDEX per change', plan: define(parseAlterTable) },
  { name: 'drop-table', kind: 'definition', opens: ['DROP', 'TABLE'], example: 'DROP TABLE IF EXISTS t', onSqlite: 'the same', plan: define(parseDrop) },
  { name: 'drop-index', kind: 'definition', opens: ['DROP', 'INDEX'], example: 'DROP INDEX by_b ON t', onSqlite: 'DROP INDEX table__index', plan: define(parseDrop) },
  { name: 'truncate', kind: 'definition', opens: ['TRUNCATE'], example: 'TRUNCATE TABLE t', onSqlite: 'DELETE FROM', plan: define(parseTruncate) },
  { name: 'show-tables', kind: 'query', opens: ['SHOW', 'TABLES'], example: "SHOW TABLES LIKE 'signal%'", onSqlite: 'from the catalogue', plan: planShow },
  { name: 'show-columns', kind: 'query', opens: ['SHOW', 'COLUMNS'], example: 'SHOW COLUMNS FROM t', onSqlite: 'from the catalogue', plan: planShow },
  { name: 'show-index', kind: 'query', opens: ['SHOW', 'INDEX'], example: 'SHOW INDEX FROM t', onSqlite: 'from SQLite’s own list', plan: planShow },
];

export interface Recognised {
  readonly form: StatementForm;
  readonly plan: StatementPlan;
  readonly parameters: number;
}

/** @throws SqlRefusal when the statement is in no form, or is one that the platform refuses */
export function recognise(text: string): Recognised {
  const tokens = tokenise(text);
  const first = tokens[0];
  if (first === undefined) throw new SqlRefusal('INVALID_SQL_QUERY', 'the statement is empty');
  if (REFUSED_STATEMENTS.has(first.text)) throw new SqlRefusal('SQL_POLICY_VIOLATION', `${first.text} is not allowed on Forge SQL`);
  for (const token of tokens) {
    const reason = token.kind === 'word' ? REFUSED_WORDS.get(token.text) : undefined;
    if (reason !== undefined) throw new SqlRefusal('SQL_POLICY_VIOLATION', `${token.text}: ${reason}`);
  }
  const form = STATEMENT_FORMS.find(({ opens }) => opens.every((word, at) => tokens[at]?.kind === 'word' && tokens[at]?.text === word));
  if (form === undefined) throw notListed(tokens.slice(0, 3).map(({ value }) => value).join(' '));
  return { form, plan: form.plan(tokens, text), parameters: tokens.filter(({ kind }) => kind === 'param').length };
}

function planShow(tokens: readonly Token[]): StatementPlan {
  const cursor = cursorOver(tokens);
  cursor.expect('SHOW');
  const what = cursor.expect('TABLES', 'COLUMNS', 'INDEX').text;
  if (what === 'TABLES') {
    const like = cursor.take('LIKE') === undefined ? undefined : cursor.next();
    if (!cursor.isDone() || (like !== undefined && like.kind !== 'string')) throw notListed('SHOW TABLES with something else than LIKE and a text');
    return { kind: 'show', what: 'tables', ...(like === undefined ? {} : { like: like.value }) };
  }
  cursor.expect('FROM');
  const table = cursor.name();
  if (!cursor.isDone()) throw new SqlRefusal('SQL_POLICY_VIOLATION', 'only the installation’s own schema');
  return { kind: 'show', what: what === 'COLUMNS' ? 'columns' : 'indexes', table };
}
