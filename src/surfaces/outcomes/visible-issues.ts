import { NotFound } from '../../domain/errors';
import type { ContractEdit } from '../../domain/outcome';
import type { App } from '../../app';
import type { PageCase } from '../page/load-page';

export type VisibleIssues = ReadonlyMap<string, { readonly key: string; readonly summary: string }>;

/** Issues of projects that the viewer may see, and that are not restricted. */
export async function visibleIssues(app: App, page: PageCase): Promise<VisibleIssues> {
  const projects = new Set<string>();
  for (const project of page.product.projects) if (await app.ports.tracker.canBrowseProject(project)) projects.add(project);
  const issues = await app.ports.stores.issues.listIssues(page.product.id);
  return new Map(issues.filter((issue) => projects.has(issue.project) && issue.visibility === 'open').map((issue) => [issue.id, { key: issue.key, summary: issue.summary }]));
}

/** An issue that the viewer may not see is as good as absent, with everything that customers said about it. @throws NotFound */
export async function demandVisible(app: App, page: PageCase, issue: string): Promise<void> {
  if (!(await visibleIssues(app, page)).has(issue)) throw new NotFound('no such work item');
}

/** The log without lines about issues that the viewer may not see: such a line names the issue. */
export function visibleEdits(edits: readonly ContractEdit[], visible: VisibleIssues): readonly ContractEdit[] {
  const named = new Set([...visible.keys(), ...[...visible.values()].map(({ key }) => key)]);
  return edits.filter(({ what, detail }) => (what !== 'issue-added' && what !== 'issue-moved-away') || (detail !== undefined && named.has(detail)));
}
