import { badRequest } from '../errors';
import type { IssueRow } from '../state/rows';
import type { Clause, Operand, Operator, Term } from './parse';
import { propertyTest } from './property-field';
import type { Scope } from './scope';
import { SET_ALIASES, SET_FIELDS } from './set-fields';
import type { SetField } from './set-fields';
import { DATE_FIELDS, NUMBER_FIELDS, TEXT_FIELDS } from './value-fields';
import { numeric, orderedTest, textTest, time, unsupported } from './value-tests';
import type { Test } from './value-tests';

const INVERSE: Readonly<Record<Operator, Operator>> = { '=': '!=', '!=': '=', '>': '<=', '<=': '>', '<': '>=', '>=': '<', '~': '!~', '!~': '~', in: 'not in', 'not in': 'in', is: 'is not', 'is not': 'is' };

/**
 * Turns a clause into a test of one issue; every field, operator and value is checked first, as Jira does.
 * NOT is pushed down to the operators, so `NOT assignee = x` leaves out unassigned issues just as `assignee != x` does.
 * @throws JiraError 400
 */
export function compile(clause: Clause, scope: Scope, negated = false): Test {
  switch (clause.kind) {
    case 'not':
      return compile(clause.of, scope, !negated);
    case 'and':
    case 'or': {
      const tests = clause.of.map((one) => compile(one, scope, negated));
      const every = (clause.kind === 'and') !== negated;
      return every ? (issue) => tests.every((test) => test(issue)) : (issue) => tests.some((test) => test(issue));
    }
    case 'term':
      return compileTerm(negated ? { ...clause, operator: INVERSE[clause.operator] } : clause, scope);
  }
}

function compileTerm(term: Term, scope: Scope): Test {
  const set = SET_FIELDS[SET_ALIASES[term.field] ?? term.field];
  if (set !== undefined) return setTest(term, set, scope);
  const date = DATE_FIELDS[term.field];
  if (date !== undefined) return orderedTest(term, date, (operand) => time(operand, scope));
  const number = NUMBER_FIELDS[term.field];
  if (number !== undefined) return orderedTest(term, number, (operand) => numeric(term, operand));
  const text = TEXT_FIELDS[term.field];
  if (text !== undefined) return textTest(term, (issue) => text(issue, scope));
  const property = propertyTest(term, scope);
  if (property !== undefined) return property;
  throw badRequest(`Field '${term.property === undefined ? term.field : `issue.property[${term.property.key}].${term.property.path}`}' does not exist or you do not have permission to view it.`);
}

function setTest(term: Term, field: SetField, scope: Scope): Test {
  const { operator, operand } = term;
  const values = (issue: IssueRow): readonly string[] => field.values(issue, scope);
  if (operator === 'is' || operator === 'is not') {
    if (operand.kind !== 'empty') throw badRequest(`The operator '${operator}' only supports EMPTY for the field '${term.field}'.`);
    const unset = (issue: IssueRow): boolean => values(issue).length === 0 || values(issue)[0] === 'unresolved';
    return operator === 'is' ? unset : (issue) => !unset(issue);
  }
  if (operator !== '=' && operator !== '!=' && operator !== 'in' && operator !== 'not in') throw unsupported(term);
  const listed = operand.kind === 'list' ? operand.of : [operand];
  if (operand.kind === 'list' && (operator === '=' || operator === '!=')) throw badRequest(`Operator '${operator}' does not support the list value for field '${term.field}'.`);
  const wanted = new Set(listed.flatMap((one) => setIds(term, field, one, scope)));
  const empty = listed.some((one) => one.kind === 'empty');
  if (operator === '=' || operator === 'in') return (issue) => (empty && values(issue).length === 0) || values(issue).some((one) => wanted.has(one));
  return (issue) => values(issue).length > 0 && !values(issue).some((one) => wanted.has(one));
}

function setIds(term: Term, field: SetField, operand: Operand, scope: Scope): readonly string[] {
  switch (operand.kind) {
    case 'empty':
      return [];
    case 'value': {
      const ids = field.resolve(operand.text, scope);
      if (ids === undefined) throw badRequest(`The value '${operand.text}' does not exist for the field '${term.field}'.`);
      return ids;
    }
    case 'call': {
      const ids = field.call?.(operand.name, operand.args, scope);
      if (ids === undefined) throw badRequest(`Unable to find JQL function '${operand.name}(${operand.args.join(', ')})' for the field '${term.field}'.`);
      return ids;
    }
    case 'list':
      throw badRequest(`A list inside a list is not valid for the field '${term.field}'.`);
  }
}
