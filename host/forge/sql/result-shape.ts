import { findOutside, splitAtCommas } from './cursor';
import { SQL_FUNCTIONS } from './functions';
import { insideBrackets } from './rewrite';
import { givenText } from './sqlite-text';
import type { ColumnType } from './column-types';
import type { SelectItem } from './statement-plan';
import type { Token } from './tokens';

/** The declared type of a name inside the statement; undefined when no table has it. */
export type ColumnLookup = (name: string) => ColumnType | undefined;

const LOGIC = ['AND', 'OR', 'NOT', 'IN', 'LIKE', 'IS', 'BETWEEN', 'EXISTS'];
const COMPARISONS = ['=', '<', '>', '<=', '>=', '<>', '!=', '<=>'];
const ARITHMETIC = ['+', '-', '*', '%'];

/**
 * Whether whole numbers of this expression arrive as text, as MySQL's client does it for BIGINT and DECIMAL:
 * COUNT, SUM, arithmetic and BIGINT columns do; INT columns, literals and comparisons do not.
 */
export function isNumberText(tokens: readonly Token[], inner: readonly SelectItem[], lookup: ColumnLookup): boolean {
  const first = tokens[0];
  if (first === undefined) return false;
  const recurse = (part: readonly Token[]): boolean => isNumberText(part, inner, lookup);
  if (tokens.length === 1 || (tokens.length === 3 && tokens[1]?.text === '.')) return isNumberTextName(tokens.at(-1) ?? first, inner, lookup);
  if (first.text === 'CASE') return branches(tokens).some(recurse);
  if (findOutside(tokens, LOGIC) >= 0 || hasOutside(tokens, COMPARISONS)) return false;
  const opens = tokens[1]?.text === '(' && tokens[1].kind === 'symbol';
  const wholeCall = opens && insideBrackets(tokens, 1).length + 3 === tokens.length;
  if (first.kind === 'word' && opens && (wholeCall || tokens[insideBrackets(tokens, 1).length + 3]?.text === 'OVER')) return isNumberTextCall(first, insideBrackets(tokens, 1), recurse);
  if (first.text === '(' && insideBrackets(tokens, 0).length + 2 === tokens.length) return isNumberTextGroup(insideBrackets(tokens, 0), recurse);
  return hasOutside(tokens, ARITHMETIC);
}

function isNumberTextName(token: Token, inner: readonly SelectItem[], lookup: ColumnLookup): boolean {
  if (token.kind !== 'word' && token.kind !== 'quoted') return false;
  const declared = lookup(token.value);
  if (declared !== undefined) return declared.name === 'BIGINT';
  const item = inner.find(({ name, tokens }) => name?.toLowerCase() === token.value.toLowerCase() && tokens.length > 1);
  return item !== undefined && isNumberText(item.tokens, [], lookup);
}

function isNumberTextCall(name: Token, inside: readonly Token[], recurse: (part: readonly Token[]) => boolean): boolean {
  if (name.text === 'CAST') return inside.at(-1)?.text === 'SIGNED';
  const result = SQL_FUNCTIONS.get(name.text)?.result;
  if (result === 'number-text' || result === 'sum') return true;
  if (result !== 'argument') return false;
  const parts = splitAtCommas(inside[0]?.text === 'DISTINCT' ? inside.slice(1) : inside);
  return (name.text === 'IF' ? parts.slice(1) : parts).some(recurse);
}

function isNumberTextGroup(inside: readonly Token[], recurse: (part: readonly Token[]) => boolean): boolean {
  if (inside[0]?.text !== 'SELECT') return recurse(inside);
  const from = findOutside(inside, ['FROM']);
  return recurse(inside.slice(1, from < 0 ? inside.length : from));
}

/** What follows THEN and ELSE. */
function branches(tokens: readonly Token[]): readonly (readonly Token[])[] {
  const found: (readonly Token[])[] = [];
  for (let at = findOutside(tokens, ['THEN', 'ELSE']); at >= 0; at = findOutside(tokens, ['THEN', 'ELSE'], at + 1)) {
    const next = findOutside(tokens, ['WHEN', 'ELSE', 'END'], at + 1);
    found.push(tokens.slice(at + 1, next < 0 ? tokens.length : next));
  }
  return found;
}

function hasOutside(tokens: readonly Token[], symbols: readonly string[]): boolean {
  let depth = 0;
  return tokens.some((token, at) => {
    if (token.kind !== 'symbol') return false;
    if (token.text === '(') depth += 1;
    if (token.text === ')') depth -= 1;
    return depth === 0 && at > 0 && symbols.includes(token.text);
  });
}

/** A stored value as the platform sends it. `fraction`: digits after the second of a DATETIME. */
export function shapeValue(value: unknown, asText: boolean, type: ColumnType | undefined): unknown {
  if (typeof value === 'bigint') return asText ? String(value) : Number(value);
  if (typeof value !== 'string') return value;
  if (type?.family !== 'datetime') return givenText(value);
  const [whole = '', fraction = ''] = value.split('.');
  return type.length === 0 ? whole : `${whole}.${fraction.padEnd(type.length, '0').slice(0, type.length)}`;
}
