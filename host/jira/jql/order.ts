import { badRequest } from '../errors';
import type { IssueRow } from '../state/rows';
import type { Order } from './parse';
import type { Scope } from './scope';
import { DATE_FIELDS, NUMBER_FIELDS } from './value-fields';

/** What an issue is sorted by; an unset value comes last going up. */
export type SortKey = readonly (string | number | null)[];

const SORTS: Readonly<Record<string, (issue: IssueRow, scope: Scope) => string | number | null>> = {
  key: (issue, { tenant }) => `${tenant.projects.get(issue.projectId)?.key ?? ''}-${issue.key.slice(issue.key.lastIndexOf('-') + 1).padStart(12, '0')}`,
  id: (issue) => Number(issue.id),
  project: (issue, { tenant }) => tenant.projects.get(issue.projectId)?.name ?? null,
  rank: (issue) => issue.rank,
  summary: (issue) => issue.summary.toLowerCase(),
  status: (issue) => Number(issue.statusId),
  priority: (issue) => Number(issue.priorityId),
  issuetype: (issue, { tenant }) => tenant.issueTypes.get(issue.typeId)?.name ?? null,
  assignee: (issue, { tenant }) => tenant.users.get(issue.assignee ?? '')?.name ?? null,
  reporter: (issue, { tenant }) => tenant.users.get(issue.reporter ?? '')?.name ?? null,
  resolution: (issue) => (issue.resolutionId === undefined ? null : Number(issue.resolutionId)),
};

/** The sort key of an issue, its id last so that no two are equal. @throws JiraError 400 for a field that does not sort */
export function sorter(orderBy: readonly Order[], scope: Scope): { readonly keyOf: (issue: IssueRow) => SortKey; readonly compare: (a: SortKey, b: SortKey) => number } {
  const readers = orderBy.map(({ field, descending }) => {
    const name = field === 'issuekey' || field === 'issue' ? 'key' : field === 'type' ? 'issuetype' : field;
    const value = DATE_FIELDS[name] ?? NUMBER_FIELDS[name];
    const read = SORTS[name] ?? (value === undefined ? undefined : (issue: IssueRow) => value(issue) ?? null);
    if (read === undefined) throw badRequest(`Not able to sort using field '${field}'.`);
    return { read, descending };
  });
  return {
    keyOf: (issue) => [...readers.map(({ read }) => read(issue, scope)), Number(issue.id)],
    compare: (a, b) => {
      for (let at = 0; at < a.length; at += 1) {
        const order = compareOne(a[at] ?? null, b[at] ?? null);
        // Without an order Jira lists the newest first.
        if (order !== 0) return (at < readers.length ? (readers[at]?.descending ?? false) : readers.length === 0) ? -order : order;
      }
      return 0;
    },
  };
}

function compareOne(a: string | number | null, b: string | number | null): number {
  if (a === b) return 0;
  if (a === null) return 1;
  if (b === null) return -1;
  return a < b ? -1 : 1;
}
