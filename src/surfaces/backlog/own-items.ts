import { NotAllowed, NotFound } from '../../domain/errors';
import type { SweepItem } from '../../domain/sweep';
import type { App } from '../../app';
import type { Caller } from '../caller';
import { loadPage, type PageCase } from '../page/load-page';

export function pageOf(app: App, { projectKey }: Caller): Promise<PageCase> {
  if (projectKey === undefined) throw new NotAllowed('no such project');
  return loadPage(app.ports, projectKey);
}

/** The items, if all are of the product that the page stands on: an id of another product is as good as absent. */
export async function itemsOf(app: App, page: PageCase, ids: readonly string[]): Promise<readonly SweepItem[]> {
  return Promise.all(ids.map(async (id) => {
    const item = await app.closing.sweeps.findItem(id);
    if (item === undefined || item.product !== page.product.id) throw new NotFound('no such proposal');
    return item;
  }));
}

/** The same for acts that need Administer Projects, where the items are and not only where the page stands. */
export async function administeredItems(app: App, page: PageCase, ids: readonly string[]): Promise<readonly SweepItem[]> {
  const items = await itemsOf(app, page, ids);
  const projects = await administered(app, items.map((item) => item.project));
  if (items.some((item) => !projects.has(item.project))) throw new NotFound('no such proposal');
  return items;
}

/** An issue of the product, in a project that the caller administers. */
export async function demandIssue(app: App, page: PageCase, id: string): Promise<void> {
  const found = await app.ports.stores.issues.findIssue(id);
  const isHere = found !== undefined && found.product === page.product.id && found.issue.visibility !== 'hidden';
  if (!isHere || !(await app.ports.tracker.isProjectAdmin(found.issue.project))) throw new NotFound('no such issue');
}

export async function administered(app: App, projects: readonly string[]): Promise<ReadonlySet<string>> {
  return granted(projects, (project) => app.ports.tracker.isProjectAdmin(project));
}

export async function visibleProjects(app: App, page: PageCase): Promise<ReadonlySet<string>> {
  return granted(page.product.projects, (project) => app.ports.tracker.canBrowseProject(project));
}

async function granted(projects: readonly string[], may: (project: string) => Promise<boolean>): Promise<ReadonlySet<string>> {
  const found = new Set<string>();
  for (const project of new Set(projects)) if (await may(project)) found.add(project);
  return found;
}
