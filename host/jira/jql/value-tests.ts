import { badRequest } from '../errors';
import type { IssueRow } from '../state/rows';
import type { Operand, Term } from './parse';
import type { Scope } from './scope';
import { jqlTime, timeFunction } from './times';
import { containsText } from './value-fields';

export type Test = (issue: IssueRow) => boolean;

/** Comparisons of numbers and instants; an unset value matches nothing but EMPTY. */
export function orderedTest(term: Term, of: (issue: IssueRow) => number | undefined, read: (operand: Operand) => number): Test {
  const { operator, operand } = term;
  if (operator === 'is' || operator === 'is not') {
    if (operand.kind !== 'empty') throw unsupported(term);
    return (issue) => (of(issue) === undefined) === (operator === 'is');
  }
  if (operator === '~' || operator === '!~') throw unsupported(term);
  const bounds = (operand.kind === 'list' ? operand.of : [operand]).map(read);
  const holds = (value: number, bound: number): boolean => {
    switch (operator) {
      case '=':
      case 'in':
        return value === bound;
      case '!=':
      case 'not in':
        return value !== bound;
      case '>':
        return value > bound;
      case '>=':
        return value >= bound;
      case '<':
        return value < bound;
      case '<=':
        return value <= bound;
    }
  };
  const every = operator === '!=' || operator === 'not in';
  return (issue) => {
    const value = of(issue);
    if (value === undefined) return false;
    return every ? bounds.every((bound) => holds(value, bound)) : bounds.some((bound) => holds(value, bound));
  };
}

export function textTest(term: Term, of: (issue: IssueRow) => string): Test {
  const { operator, operand } = term;
  if ((operator === 'is' || operator === 'is not') && operand.kind === 'empty') return (issue) => (of(issue) === '') === (operator === 'is');
  if ((operator !== '~' && operator !== '!~') || operand.kind !== 'value') throw unsupported(term);
  return (issue) => containsText(of(issue), operand.text) === (operator === '~');
}

export function time(operand: Operand, scope: Scope): number {
  if (operand.kind === 'value') return jqlTime(operand.text, scope.now);
  const called = operand.kind === 'call' ? timeFunction(operand.name, operand.args, scope.now) : undefined;
  if (called === undefined) throw badRequest('A date, a period such as -7d, or a date function is needed here.');
  return called;
}

export function numeric(term: Term, operand: Operand): number {
  const number = operand.kind === 'value' ? Number(operand.text) : Number.NaN;
  if (Number.isNaN(number)) throw badRequest(`The value for the field '${term.field}' must be a number.`);
  return number;
}

export function unsupported(term: Term): Error {
  return badRequest(`The operator '${term.operator}' is not supported by the '${term.field}' field.`);
}
