import type { MappingView } from '../../contract/page';
import type { App } from '../../app';
import type { PageCase } from './load-page';

/** The statuses and versions that there are, with the project's rules for them. */
export async function openMapping(app: App, page: PageCase, project: string): Promise<MappingView> {
  const [issues, mapping, canEdit] = await Promise.all([
    app.ports.stores.issues.listIssues(page.product.id),
    app.loadMapping(page.product.id),
    app.ports.tracker.isProjectAdmin(project),
  ]);
  const open = issues.filter((issue) => issue.visibility === 'open');
  const count = (names: readonly string[]): ReadonlyMap<string, number> => names.reduce((counts, name) => counts.set(name, (counts.get(name) ?? 0) + 1), new Map<string, number>());
  const statuses = count(open.map((issue) => issue.status));
  const versions = count(open.flatMap((issue) => issue.fixVersions));
  const rule = (rules: MappingRules, name: string) => (rules[name] === undefined ? {} : { rule: rules[name] });
  return {
    statuses: [...statuses].sort(byName).map(([name, issuesThere]) => ({ name, issues: issuesThere, ...rule(mapping.statuses, name) })),
    versions: page.releases
      .filter((release) => versions.has(release.name))
      .map(({ name, releasedAt }) => ({ name, issues: versions.get(name) ?? 0, released: releasedAt !== undefined && releasedAt <= page.now, ...rule(mapping.versions, name) })),
    canEdit,
  };
}

type MappingRules = Awaited<ReturnType<App['loadMapping']>>['statuses'];

function byName([a]: readonly [string, number], [b]: readonly [string, number]): number {
  return a < b ? -1 : 1;
}
