import { findOutside, splitAtCommas } from './cursor';
import { DML_KEYWORDS } from './functions';
import { insideBrackets, quoteName, rewrite } from './rewrite';
import { notListed } from './sql-refusal';
import type { SelectItem, StatementPlan } from './statement-plan';
import type { Token } from './tokens';

const LITERALS = ['END', 'NULL', 'TRUE', 'FALSE'];
const AFTER_ITEMS = ['FROM', 'WHERE', 'UNION', 'ORDER', 'LIMIT', 'HAVING', 'GROUP'];

/** SELECT, with or without WITH: every column gets the name that MySQL would give it. */
export function planSelect(tokens: readonly Token[], text: string): StatementPlan {
  const select = findOutside(tokens, ['SELECT']);
  if (select < 0) throw notListed('WITH without SELECT');
  const { items, start, end } = itemsOf(tokens, select, text);
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
