import { isImportedIssue, type Issue } from '../../src/domain/issue';
import type { Release } from '../../src/domain/release';
import type { VisibilityClass } from '../../src/domain/visibility';
import type { IssueStore, Stored } from '../../src/ports/stores';
import { byCodePoint } from './by-code-point';
import { canonical } from './signal-store';

interface Row {
  readonly product: string;
  readonly issue: Issue;
  readonly revision: number;
  readonly recordedAt: string;
}

export function fakeIssueStore(): { readonly store: IssueStore; readonly classes: (product: string) => ReadonlyMap<string, VisibilityClass> } {
  const rows = new Map<string, Row>();
  const releases = new Map<string, Release>();
  const ofProduct = (product: string): Issue[] =>
    [...rows.values()].filter((row) => row.product === product).map((row) => row.issue).sort((a, b) => byCodePoint(a.id, b.id));
  const jiraHas = (product: string, key: string): boolean => ofProduct(product).some((issue) => issue.key === key && !isImportedIssue(issue.id));
  return {
    classes: (product) => new Map(ofProduct(product).filter((one) => one.visibility !== 'open').map((one) => [one.id, one.visibility])),
    store: {
      async saveIssues(product, issues, at) {
        const answers = issues.map((issue, index): Stored => {
          const isLast = !issues.some((other, later) => later > index && other.id === issue.id);
          if (!isLast || (isImportedIssue(issue.id) && jiraHas(product, issue.key))) return 'unchanged';
          return saveOne(rows, { product, issue, at });
        });
        for (const issue of ofProduct(product)) if (isImportedIssue(issue.id) && jiraHas(product, issue.key)) rows.delete(issue.id);
        return answers;
      },
      listIssues: async (product) => ofProduct(product),
      listOpenIds: async (product) => ofProduct(product).filter((issue) => issue.statusCategory !== 'done').map((issue) => issue.id),
      async findIssue(id) {
        const row = rows.get(id);
        return row === undefined ? undefined : { product: row.product, issue: row.issue };
      },
      async removeIssues(ids) {
        for (const id of ids) rows.delete(id);
      },
      async saveReleases(offered) {
        return offered.map((release, index): Stored => {
          const key = `${release.product}\n${release.id}`;
          const isLast = !offered.some((other, later) => later > index && `${other.product}\n${other.id}` === key);
          const known = releases.get(key);
          if (!isLast || (known !== undefined && canonical(known) === canonical(release))) return 'unchanged';
          releases.set(key, release);
          return known === undefined ? 'added' : 'changed';
        });
      },
      removeReleases: async (product, ids) => ids.forEach((id) => releases.delete(`${product}\n${id}`)),
      listReleases: async (product) => [...releases.values()].filter((one) => one.product === product).sort((a, b) => byCodePoint(a.id, b.id)),
    },
  };
}

function saveOne(rows: Map<string, Row>, offered: { product: string; issue: Issue; at: string }): Stored {
  const { product, issue, at } = offered;
  const known = rows.get(issue.id);
  if (known !== undefined && known.product === product && canonical(known.issue) === canonical(issue)) {
    return known.recordedAt !== at ? 'unchanged' : known.revision === 1 ? 'added' : 'changed';
  }
  rows.set(issue.id, { product, issue, revision: (known?.revision ?? 0) + 1, recordedAt: at });
  return known === undefined ? 'added' : 'changed';
}
