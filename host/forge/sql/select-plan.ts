import { findOutside, splitAtCommas } from './cursor';
import { DML_KEYWORDS } from './functions';
import { insideBrackets, quoteName, rewrite } from './rewrite';
import { notListed, SqlRefusal } from './sql-refusal';
import type { SelectItem, StatementPlan } from './statement-plan';
import type { Token } from './tokens';

const LITERALS = ['END', 'NULL', 'TRUE', 'FALSE'];
const AFTER_ITEMS = ['FROM', 'WHERE', 'UNION', 'ORDER', 'LIMIT', 'HAVING', 'GROUP'];

/** SELECT, with or without WITH: every column gets the name that MySQL would give it. */
export function planSelect(tokens: readonly Token[], text: string): StatementPlan {
  const select = findOutside(tokens, ['SELECT']);
  if (select < 0) throw notListed('WITH without SELECT');
  const { items, start, end } = itemsOf(tokens, select, text);
  assertGrouped(items, tokens.slice(end));
  const list = items.map((item) => (item.name === undefined ? rewrite(item.tokens) : `${rewrite(item.tokens)} AS ${quoteName(item.name)}`)).join(', ');
  const sql = `${rewrite(tokens.slice(0, start))} ${list} ${rewrite(tokens.slice(end))}`;
  return { kind: 'query', sql, items, inner: innerItems(tokens, text) };
}

function itemsOf(tokens: readonly Token[], select: number, text: string): { readonly items: readonly SelectItem[]; readonly start: number; readonly end: number } {
  const start = ['DISTINCT', 'ALL'].includes(tokens[select + 1]?.text ?? '') ? select + 2 : select + 1;
  const found = findOutside(tokens, AFTER_ITEMS, start);
  const end = found < 0 ? tokens.length : found;
  return { items: splitAtCommas(tokens.slice(start, end)).map((part) => itemOf(part, text)), start, end };
}

function itemOf(tokens: readonly Token[], text: string): SelectItem {
  const last = tokens.at(-1);
  const first = tokens[0];
  if (last === undefined || first === undefined) throw notListed('an empty column list');
  if (last.text === '*' && last.kind === 'symbol') return { tokens, name: undefined };
  const as = findOutside(tokens, ['AS']);
  if (as >= 0) return { tokens: tokens.slice(0, as), name: last.value };
  const before = tokens.at(-2);
  const isName = last.kind === 'quoted' || (last.kind === 'word' && !LITERALS.includes(last.text));
  if (isName && before !== undefined && endsOperand(before)) return { tokens: tokens.slice(0, -1), name: last.value };
  if (isName && (before === undefined || before.text === '.')) return { tokens, name: last.value };
  return { tokens, name: text.slice(first.start, last.end) };
}

/** TiDB groups strictly, SQLite does not: a bare column beside an aggregate must be one of those grouped by. */
function assertGrouped(items: readonly SelectItem[], tail: readonly Token[]): void {
  const union = findOutside(tail, ['UNION']);
  const own = union < 0 ? tail : tail.slice(0, union);
  const group = findOutside(own, ['GROUP']);
  if (group < 0 && !items.some(({ tokens }) => isAggregate(tokens))) return;
  const after = group < 0 ? -1 : findOutside(own, ['HAVING', 'ORDER', 'LIMIT'], group);
  const grouped = group < 0 ? [] : splitAtCommas(own.slice(group + 2, after < 0 ? undefined : after)).map((part) => part.at(-1)?.value.toLowerCase());
  const loose = items.find(({ tokens, name }) => isColumn(tokens) && !grouped.includes(tokens.at(-1)?.value.toLowerCase()) && !grouped.includes(name?.toLowerCase()));
  if (loose !== undefined) throw new SqlRefusal('SQL_EXECUTION_ERROR', `Expression ${loose.name ?? ''} is not in GROUP BY clause`, { code: 'ER_WRONG_FIELD_WITH_GROUP', errno: 1055, sqlState: '42000' });
}

function isAggregate(tokens: readonly Token[]): boolean {
  const [name, open] = tokens;
  if (name?.kind !== 'word' || open?.text !== '(' || !['COUNT', 'SUM', 'MIN', 'MAX'].includes(name.text)) return false;
  return tokens[insideBrackets(tokens, 1).length + 3]?.text !== 'OVER';
}

function isColumn(tokens: readonly Token[]): boolean {
  const last = tokens.at(-1);
  const isName = last?.kind === 'quoted' || (last?.kind === 'word' && !DML_KEYWORDS.has(last.text) && last.text !== 'CURRENT_TIMESTAMP');
  return isName && (tokens.length === 1 || (tokens.length === 3 && tokens[1]?.text === '.'));
}

/** After the end of an operand, a name can only be an alias. */
function endsOperand(token: Token): boolean {
  if (token.kind === 'symbol') return token.text === ')';
  return token.kind !== 'word' || !DML_KEYWORDS.has(token.text) || LITERALS.includes(token.text);
}

function innerItems(tokens: readonly Token[], text: string): readonly SelectItem[] {
  return tokens.flatMap((token, at) => {
    if (token.kind !== 'symbol' || token.text !== '(' || tokens[at + 1]?.text !== 'SELECT') return [];
    const inside = insideBrackets(tokens, at);
    return itemsOf(inside, 0, text).items;
  });
}
