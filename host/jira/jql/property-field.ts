import type { IssueRow } from '../state/rows';
import type { SearchableProperty } from '../state/tenant';
import type { Term } from './parse';
import type { Scope } from './scope';
import { numeric, orderedTest, textTest, time, unsupported } from './value-tests';
import type { Test } from './value-tests';

/** A test on an entity property, by `issue.property[key].path` or by its alias. Only what an app declared as searchable is indexed; the rest is an unknown field. */
export function propertyTest(term: Term, scope: Scope): Test | undefined {
  const declared = scope.tenant.switches.searchable.find((one) =>
    term.property === undefined ? one.alias?.toLowerCase() === term.field : one.propertyKey === term.property.key && one.path === term.property.path,
  );
  if (declared === undefined) return undefined;
  const value = (issue: IssueRow): unknown => read(scope, issue, declared);
  switch (declared.type) {
    case 'number':
      return orderedTest(term, (issue) => asNumber(value(issue)), (operand) => numeric(term, operand));
    case 'date':
      return orderedTest(term, (issue) => asTime(value(issue)), (operand) => time(operand, scope));
    case 'text':
      return textTest(term, (issue) => strings(value(issue)).join('\n'));
    case 'string':
    case 'user':
      return stringTest(term, (issue) => strings(value(issue)));
  }
}

function stringTest(term: Term, of: (issue: IssueRow) => readonly string[]): Test {
  const { operator, operand } = term;
  if ((operator === 'is' || operator === 'is not') && operand.kind === 'empty') return (issue) => (of(issue).length === 0) === (operator === 'is');
  const listed = operand.kind === 'list' ? operand.of : [operand];
  const wanted = new Set(listed.flatMap((one) => (one.kind === 'value' ? [one.text.toLowerCase()] : [])));
  if (wanted.size !== listed.length) throw unsupported(term);
  const holds = (issue: IssueRow): boolean => of(issue).some((one) => wanted.has(one.toLowerCase()));
  if (operator === '=' || operator === 'in') return holds;
  if (operator === '!=' || operator === 'not in') return (issue) => of(issue).length > 0 && !holds(issue);
  throw unsupported(term);
}

function read({ tenant }: Scope, issue: IssueRow, { propertyKey, path }: SearchableProperty): unknown {
  return path.split('.').reduce<unknown>((value, step) => (typeof value === 'object' && value !== null && Object.hasOwn(value, step) ? Object.getOwnPropertyDescriptor(value, step)?.value : undefined), tenant.properties.get(`issue:${issue.id}:${propertyKey}`)?.value);
}

function strings(value: unknown): readonly string[] {
  return [value].flat().flatMap((one) => (typeof one === 'string' ? [one] : []));
}

function asNumber(value: unknown): number | undefined {
  return typeof value === 'number' ? value : undefined;
}

function asTime(value: unknown): number | undefined {
  const at = typeof value === 'string' ? Date.parse(value) : typeof value === 'number' ? value : Number.NaN;
  return Number.isNaN(at) ? undefined : at;
}
