import { notListed } from './sql-refusal';
import type { Token } from './tokens';

/** Reads tokens one by one; every expectation that fails is a refusal of the statement. */
export interface Cursor {
  peek(ahead?: number): Token | undefined;
  /** Takes the next token when it is one of these words or symbols. */
  take(...texts: string[]): Token | undefined;
  expect(...texts: string[]): Token;
  /** A table, column or index name. */
  name(): string;
  /** Everything inside the next pair of brackets. */
  group(): readonly Token[];
  next(): Token;
  rest(): readonly Token[];
  isDone(): boolean;
}

export function cursorOver(tokens: readonly Token[]): Cursor {
  let at = 0;
  const peek = (ahead = 0): Token | undefined => tokens[at + ahead];
  const is = (token: Token | undefined, texts: readonly string[]): boolean => token !== undefined && (token.kind === 'word' || token.kind === 'symbol') && texts.includes(token.text);
  const next = (): Token => {
    const token = tokens[at];
    if (token === undefined) throw notListed('the statement ends too early');
    at += 1;
    return token;
  };
  return {
    peek,
    next,
    take: (...texts) => (is(peek(), texts) ? next() : undefined),
    expect: (...texts) => {
      const token = next();
      if (!is(token, texts)) throw notListed(`${token.value} where ${texts.join(' or ')} was expected`);
      return token;
    },
    name: () => {
      const token = next();
      if (token.kind !== 'word' && token.kind !== 'quoted') throw notListed(`${token.value} where a name was expected`);
      return token.value;
    },
    group: () => {
      const open = next();
      if (open.text !== '(') throw notListed(`${open.value} where ( was expected`);
      const start = at;
      for (let depth = 1; depth > 0; ) {
        const token = next();
        if (token.kind === 'symbol' && token.text === '(') depth += 1;
        if (token.kind === 'symbol' && token.text === ')') depth -= 1;
      }
      return tokens.slice(start, at - 1);
    },
    rest: () => {
      const rest = tokens.slice(at);
      at = tokens.length;
      return rest;
    },
    isDone: () => at >= tokens.length,
  };
}

/** Splits at commas that are not inside brackets. */
export function splitAtCommas(tokens: readonly Token[]): readonly (readonly Token[])[] {
  const parts: Token[][] = [[]];
  let depth = 0;
  for (const token of tokens) {
    if (token.kind === 'symbol' && token.text === '(') depth += 1;
    if (token.kind === 'symbol' && token.text === ')') depth -= 1;
    if (depth === 0 && token.kind === 'symbol' && token.text === ',') parts.push([]);
    else parts.at(-1)?.push(token);
  }
  return parts;
}

/** Index of the first of these words outside brackets, from `from` on; -1 when there is none. */
export function findOutside(tokens: readonly Token[], words: readonly string[], from = 0): number {
  let depth = 0;
  for (let at = from; at < tokens.length; at += 1) {
    const token = tokens[at];
    if (token?.kind === 'symbol' && token.text === '(') depth += 1;
    else if (token?.kind === 'symbol' && token.text === ')') depth -= 1;
    else if (depth === 0 && token?.kind === 'word' && words.includes(token.text)) return at;
  }
  return -1;
}
