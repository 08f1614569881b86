import { badRequest } from '../errors';
import { lex } from './lex';
import type { Token } from './lex';

export type Operator = '=' | '!=' | '>' | '>=' | '<' | '<=' | '~' | '!~' | 'in' | 'not in' | 'is' | 'is not';

export type Operand =
  | { readonly kind: 'value'; readonly text: string }
  | { readonly kind: 'empty' }
  | { readonly kind: 'list'; readonly of: readonly Operand[] }
  | { readonly kind: 'call'; readonly name: string; readonly args: readonly string[] };

export interface Term {
  readonly kind: 'term';
  /** The field's name in lower case, or `issue.property`. */
  readonly field: string;
  readonly property?: { readonly key: string; readonly path: string };
  readonly operator: Operator;
  readonly operand: Operand;
}

export type Clause = Term | { readonly kind: 'and' | 'or'; readonly of: readonly Clause[] } | { readonly kind: 'not'; readonly of: Clause };

export interface Order {
  readonly field: string;
  readonly descending: boolean;
}

export interface Query {
  /** Absent: no restriction was given. */
  readonly where?: Clause;
  readonly orderBy: readonly Order[];
}

const COMPARISONS: readonly Operator[] = ['=', '!=', '>', '>=', '<', '<=', '~', '!~'];

/** Reads JQL by recursive descent; NOT binds tightest, then AND, then OR. @throws JiraError 400 with line and character */
export function parseJql(jql: string): Query {
  const tokens = lex(jql);
  let at = 0;
  const peek = (ahead = 0): Token => tokens[Math.min(at + ahead, tokens.length - 1)] ?? { kind: 'end', text: '', line: 1, column: 1 };
  const take = (): Token => {
    const token = peek();
    at += 1;
    return token;
  };
  const is = (text: string, ahead = 0): boolean => {
    const token = peek(ahead);
    return (token.kind === 'mark' || token.kind === 'word') && token.text.toLowerCase() === text;
  };
  const fail = (expected: string, token = peek()): never => {
    const got = token.kind === 'end' ? 'the end of the query' : `'${token.text}'`;
    throw badRequest(`Error in the JQL Query: Expecting ${expected} but got ${got}. (line ${token.line}, character ${token.column})`);
  };
  const demand = (text: string): void => {
    if (!is(text)) fail(`'${text}'`);
    at += 1;
  };

  function or(): Clause {
    const of = [and()];
    while (is('or') || is('||')) {
      at += 1;
      of.push(and());
    }
    return of.length === 1 && of[0] !== undefined ? of[0] : { kind: 'or', of };
  }

  function and(): Clause {
    const of = [not()];
    while (is('and') || is('&&')) {
      at += 1;
      of.push(not());
    }
    return of.length === 1 && of[0] !== undefined ? of[0] : { kind: 'and', of };
  }

  function not(): Clause {
    if (is('not') || is('!')) {
      at += 1;
      return { kind: 'not', of: not() };
    }
    if (!is('(')) return term();
    at += 1;
    const inner = or();
    demand(')');
    return inner;
  }

  function term(): Term {
    const token = take();
    if (token.kind === 'mark' || token.kind === 'end') fail('a field name', token);
    const operator = readOperator();
    const operand = readOperand();
    const property = token.key === undefined || token.path === undefined ? {} : { property: { key: token.key, path: token.path } };
    return { kind: 'term', field: token.kind === 'property' ? 'issue.property' : token.text.toLowerCase(), ...property, operator, operand };
  }

  function readOperator(): Operator {
    const token = peek();
    const word = token.text.toLowerCase();
    const comparison = token.kind === 'mark' ? COMPARISONS.find((one) => one === word) : undefined;
    if (comparison !== undefined) return (at += 1), comparison;
    if (is('not') && is('in', 1)) return (at += 2), 'not in';
    if (is('in')) return (at += 1), 'in';
    if (is('is') && is('not', 1)) return (at += 2), 'is not';
    if (is('is')) return (at += 1), 'is';
    if (is('was') || is('changed')) throw badRequest(`The emulated Jira does not search histories (operator '${token.text}').`);
    return fail(`operator before the value, one of '=, !=, <, >, <=, >=, ~, !~, IN, NOT IN, IS, IS NOT'`);
  }

  function readOperand(): Operand {
    if (!is('(')) return readValue();
    at += 1;
    const of = [readValue()];
    while (is(',')) {
      at += 1;
      of.push(readValue());
    }
    demand(')');
    return { kind: 'list', of };
  }

  function readValue(): Operand {
    const token = take();
    if (token.kind === 'string') return { kind: 'value', text: token.text };
    if (token.kind !== 'word') return fail('either a value, list or function', token);
    if (token.text.toLowerCase() === 'empty' || token.text.toLowerCase() === 'null') return { kind: 'empty' };
    if (!is('(')) return { kind: 'value', text: token.text };
    at += 1;
    const args: string[] = [];
    while (!is(')')) {
      const argument = take();
      if (argument.kind !== 'word' && argument.kind !== 'string') fail(`an argument of ${token.text}()`, argument);
      args.push(argument.text);
      if (!is(')')) demand(',');
    }
    at += 1;
    return { kind: 'call', name: token.text.toLowerCase(), args };
  }

  function orders(): readonly Order[] {
    if (!is('order')) return [];
    at += 1;
    demand('by');
    const found: Order[] = [];
    do {
      const token = take();
      if (token.kind !== 'word' && token.kind !== 'string') fail('a field to order by', token);
      const descending = is('desc');
      if (descending || is('asc')) at += 1;
      found.push({ field: token.text.toLowerCase(), descending });
    } while (is(',') && (at += 1) > 0);
    return found;
  }

  const where = peek().kind === 'end' || (is('order') && is('by', 1)) ? undefined : or();
  const orderBy = orders();
  if (peek().kind !== 'end') fail(`'AND', 'OR' or the end of the query`);
  return where === undefined ? { orderBy } : { where, orderBy };
}
