/// <reference lib="dom" />
import { h } from '../dom';
import { mountView } from '../frame';
import type { Page, PageContext } from '../page';
import { crumbs, notFound } from '../parts';
import { textAt } from '../read';

/** The app's project page, the whole width, below Jira's breadcrumb. */
export const projectAppPage: Page<'project-app'> = async (context, { project, base }) => {
  const found = await context.jira('GET', `/rest/api/3/project/${encodeURIComponent(project)}`);
  const extension = { project: { id: textAt(found, 'id') ?? '', key: project, type: 'software' } };
  fill(context, 'jira:projectPage', { base, extension, above: crumbs(['Projects', '/'], [textAt(found, 'name') ?? project, `/projects/${project}/backlog`]) });
};

/** The app's page of the administration: for administrators of the site. */
export const adminAppPage: Page<'admin-app'> = async (context, { base }) => {
  if (!context.session.person.siteAdmin) return context.main.replaceChildren(notFound('page'));
  fill(context, 'jira:adminPage', { base, extension: {}, above: crumbs(['Administration', base]) });
};

export const globalAppPage: Page<'global-app'> = async (context, { base }) => {
  fill(context, 'jira:globalPage', { base, extension: {}, above: crumbs(['Apps', base]) });
};

function fill(context: PageContext, type: string, one: { readonly base: string; readonly extension: Readonly<Record<string, unknown>>; readonly above: HTMLElement }): void {
  const view = context.session.host.views.find((each) => each.type === type);
  if (view === undefined) return context.main.replaceChildren(notFound('page'));
  const holder = h('div', { class: 'app-frame' });
  context.main.replaceChildren(one.above, h('h1', { class: 'title app-title', text: view.title }), holder);
  mountView(context, { view, extension: one.extension, holder, height: 600, base: one.base });
}
