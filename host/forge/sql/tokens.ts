import { SqlRefusal } from './sql-refusal';

/** A piece of MySQL text. `text` is upper-cased for words; `value` is what it stands for (string contents, identifier without quotes). */
export interface Token {
  readonly kind: 'word' | 'quoted' | 'string' | 'number' | 'param' | 'symbol';
  readonly text: string;
  readonly value: string;
  readonly start: number;
  readonly end: number;
}

const WORD = /[A-Za-z_\u0080-\uffff][\w$\u0080-\uffff]*/y;
const NUMBER = /(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?/y;
const SPACE = /\s+/y;
const COMMENT = /(?:--[ \t][^\n]*|--(?=\n|$)|#[^\n]*|\/\*(?![!+M])[\s\S]*?\*\/)/y;
const SYMBOL = /<=>|<=|>=|<>|!=|:=|\|\||&&|->>|->|[-+*/%(),.;=<>!@&|^~:?{}[\]]/y;

/**
 * @returns tokens without comments and without a final semicolon
 * @throws SqlRefusal for version comments, optimiser hints, text that never ends, and a second statement
 */
export function tokenise(sql: string): readonly Token[] {
  const tokens: Token[] = [];
  let at = 0;
  const take = (pattern: RegExp): string | undefined => {
    pattern.lastIndex = at;
    return pattern.exec(sql)?.[0];
  };
  while (at < sql.length) {
    const skipped = take(SPACE) ?? take(COMMENT);
    if (skipped !== undefined) {
      at += skipped.length;
      continue;
    }
    const token = next(sql, at, take);
    tokens.push(token);
    at = token.end;
  }
  if (tokens.at(-1)?.text === ';') tokens.pop();
  if (tokens.some(({ text }) => text === ';')) throw new SqlRefusal('SQL_POLICY_VIOLATION', 'one statement per call');
  assertBalanced(tokens);
  return tokens;
}

function assertBalanced(tokens: readonly Token[]): void {
  let depth = 0;
  for (const { kind, text } of tokens) {
    if (kind !== 'symbol') continue;
    if (text === '(') depth += 1;
    if (text === ')') depth -= 1;
    if (depth < 0) break;
  }
  if (depth !== 0) throw new SqlRefusal('INVALID_SQL_QUERY', 'brackets do not match', { code: 'ER_PARSE_ERROR', errno: 1064, sqlState: '42000' });
}

function next(sql: string, at: number, take: (pattern: RegExp) => string | undefined): Token {
  const first = sql.charAt(at);
  if (first === "'" || first === '"') return quotedText(sql, at, first);
  if (first === '`') return backtick(sql, at);
  if (sql.startsWith('/*', at)) throw new SqlRefusal('SQL_POLICY_VIOLATION', 'version comments and optimiser hints are not allowed');
  const word = take(WORD);
  if (word !== undefined) return { kind: 'word', text: word.toUpperCase(), value: word, start: at, end: at + word.length };
  const number = take(NUMBER);
  if (number !== undefined) return { kind: 'number', text: number, value: number, start: at, end: at + number.length };
  const symbol = take(SYMBOL);
  if (symbol === undefined) throw new SqlRefusal('INVALID_SQL_QUERY', `unexpected ${JSON.stringify(first)} at ${at}`, { code: 'ER_PARSE_ERROR', errno: 1064, sqlState: '42000' });
  return { kind: symbol === '?' ? 'param' : 'symbol', text: symbol, value: symbol, start: at, end: at + symbol.length };
}

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r', '0': '\0', b: '\b', Z: '\x1a' };

function quotedText(sql: string, start: number, quote: string): Token {
  let value = '';
  for (let at = start + 1; at < sql.length; at += 1) {
    const char = sql.charAt(at);
    const following = sql.charAt(at + 1);
    if (char === '\\') {
      // Before % and _ the backslash stays: there it belongs to LIKE.
      value += following === '%' || following === '_' ? `\\${following}` : (ESCAPES[following] ?? following);
      at += 1;
    } else if (char === quote && following === quote) {
      value += quote;
      at += 1;
    } else if (char === quote) {
      return { kind: 'string', text: sql.slice(start, at + 1), value, start, end: at + 1 };
    } else {
      value += char;
    }
  }
  throw new SqlRefusal('INVALID_SQL_QUERY', 'a string never ends', { code: 'ER_PARSE_ERROR', errno: 1064, sqlState: '42000' });
}

function backtick(sql: string, start: number): Token {
  const end = sql.indexOf('`', start + 1);
  if (end < 0) throw new SqlRefusal('INVALID_SQL_QUERY', 'an identifier never ends', { code: 'ER_PARSE_ERROR', errno: 1064, sqlState: '42000' });
  const value = sql.slice(start + 1, end);
  return { kind: 'quoted', text: value, value, start, end: end + 1 };
}
