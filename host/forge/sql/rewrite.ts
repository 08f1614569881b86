import { findOutside, splitAtCommas } from './cursor';
import { DML_KEYWORDS, REFUSED_OPERATORS, SQL_FUNCTIONS, UNLISTED_WORDS, WORDS_BEFORE_BRACKETS } from './functions';
import { notListed, SqlRefusal } from './sql-refusal';
import type { Token } from './tokens';

/** Where names stand for tables. */
const BEFORE_TABLE = new Set(['FROM', 'JOIN', 'INTO', 'UPDATE']);
const CASTS: Readonly<Record<string, string>> = { SIGNED: 'INTEGER', CHAR: 'TEXT', DOUBLE: 'REAL' };

export interface RewriteMode {
  /** Inside ON DUPLICATE KEY UPDATE: `VALUES(column)` is the row that was offered. */
  readonly isUpsert?: boolean;
}

/**
 * An expression, or a whole SELECT, in SQLite's words.
 * @throws SqlRefusal for every word, operator and function that is not listed
 */
export function rewrite(tokens: readonly Token[], mode: RewriteMode = {}): string {
  const out: string[] = [];
  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at];
    if (token === undefined) break;
    if (token.kind !== 'word') {
      out.push(rewriteOther(token, tokens, at));
      continue;
    }
    const step = rewriteWord(token, tokens, at, mode);
    out.push(step.sql);
    at += step.skipped;
  }
  return out.join(' ');
}

function rewriteOther(token: Token, tokens: readonly Token[], at: number): string {
  if (token.kind === 'string') return quoteText(token.value);
  if (token.kind === 'quoted') {
    assertOwnSchema(tokens, at);
    return quoteName(token.value);
  }
  if (REFUSED_OPERATORS.has(token.text)) throw token.text === '@' ? new SqlRefusal('SQL_POLICY_VIOLATION', 'variables are not allowed') : notListed(`the operator ${token.text}`);
  if (token.text === '<=>') return 'IS';
  return token.text;
}

function rewriteWord(token: Token, tokens: readonly Token[], at: number, mode: RewriteMode): { readonly sql: string; readonly skipped: number } {
  const { text } = token;
  const following = tokens[at + 1];
  if (tokens[at - 1]?.text === '.' && tokens[at - 1]?.kind === 'symbol') return { sql: quoteName(token.value), skipped: 0 };
  if (following?.kind === 'symbol' && following.text === '(') return rewriteCall(token, tokens, at, mode);
  if (text === 'CURRENT_TIMESTAMP') return { sql: 'forge_now()', skipped: 0 };
  if (UNLISTED_WORDS.has(text)) throw notListed(text);
  if (text === 'LIKE') return rewriteLike(tokens, at);
  if (DML_KEYWORDS.has(text)) return { sql: text, skipped: 0 };
  assertOwnSchema(tokens, at);
  return { sql: quoteName(token.value), skipped: 0 };
}

function rewriteCall(token: Token, tokens: readonly Token[], at: number, mode: RewriteMode): { readonly sql: string; readonly skipped: number } {
  const { text } = token;
  const inside = insideBrackets(tokens, at + 1);
  if (text === 'VALUES' && mode.isUpsert === true) {
    const [column, more] = inside;
    if (column === undefined || more !== undefined) throw notListed('VALUES() of something else than one column');
    return { sql: `excluded.${quoteName(column.value)}`, skipped: 3 };
  }
  if (text === 'CAST') {
    const as = findOutside(inside, ['AS']);
    const type = CASTS[inside[as + 1]?.text ?? ''];
    if (as < 0 || type === undefined || inside.length !== as + 2) throw notListed('CAST to something else than SIGNED, CHAR or DOUBLE');
    return { sql: `CAST(${rewrite(inside.slice(0, as), mode)} AS ${type})`, skipped: inside.length + 2 };
  }
  const known = SQL_FUNCTIONS.get(text);
  if (known !== undefined) {
    if (text === 'COUNT' && inside[0]?.text === 'DISTINCT' && splitAtCommas(inside).length > 1) throw notListed('COUNT(DISTINCT …) over several columns');
    return { sql: known.sqlite, skipped: 0 };
  }
  if (WORDS_BEFORE_BRACKETS.has(text)) return { sql: text, skipped: 0 };
  throw notListed(`the function ${token.value}()`);
}

/** MySQL's LIKE has a backslash as its escape character; SQLite's has none unless told. */
function rewriteLike(tokens: readonly Token[], at: number): { readonly sql: string; readonly skipped: number } {
  const pattern = tokens[at + 1];
  const length = pattern?.text === 'CONCAT' ? insideBrackets(tokens, at + 2).length + 3 : 1;
  if (pattern === undefined || (pattern.kind !== 'string' && pattern.kind !== 'param' && pattern.text !== 'CONCAT')) throw notListed('LIKE with a pattern that is not a parameter, a text or CONCAT()');
  const escape = tokens[at + 1 + length]?.text === 'ESCAPE' ? '' : ` ESCAPE '\\'`;
  return { sql: `LIKE ${rewrite(tokens.slice(at + 1, at + 1 + length))}${escape}`, skipped: length };
}

/** The tokens between the bracket at `open` and its partner. */
export function insideBrackets(tokens: readonly Token[], open: number): readonly Token[] {
  let depth = 0;
  for (let at = open; at < tokens.length; at += 1) {
    const { kind, text } = tokens[at] ?? { kind: 'symbol', text: '' };
    if (kind === 'symbol' && text === '(') depth += 1;
    if (kind === 'symbol' && text === ')') depth -= 1;
    if (depth === 0) return tokens.slice(open + 1, at);
  }
  throw new SqlRefusal('INVALID_SQL_QUERY', 'a bracket never closes', { code: 'ER_PARSE_ERROR', errno: 1064, sqlState: '42000' });
}

function assertOwnSchema(tokens: readonly Token[], at: number): void {
  if (tokens[at + 1]?.text !== '.' || tokens[at + 1]?.kind !== 'symbol') return;
  const isTable = BEFORE_TABLE.has(tokens[at - 1]?.text ?? '');
  const isThreePart = tokens[at + 3]?.text === '.' && tokens[at + 3]?.kind === 'symbol';
  if (isTable || isThreePart) throw new SqlRefusal('SQL_POLICY_VIOLATION', 'only the installation’s own schema');
}

export function quoteName(name: string): string {
  const lower = name.toLowerCase();
  if (lower.startsWith('forge_catalog') || lower.startsWith('sqlite_')) throw new SqlRefusal('SQL_POLICY_VIOLATION', `the name ${name} belongs to the platform`);
  return `"${name.replaceAll('"', '""')}"`;
}

export function quoteText(value: string): string {
  if (value.includes('\0')) throw notListed('a text with a NUL character; pass it as a parameter');
  return `'${value.replaceAll("'", "''")}'`;
}
