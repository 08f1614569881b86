/// <reference lib="dom" />
import { button, h } from '../dom';
import { showFailure, showFlag } from '../flags';
import type { Page, PageContext } from '../page';
import { crumbs, pageTitle } from '../parts';
import { day } from '../dates';
import { at, numberAt, textAt } from '../read';

/** A project's releases, newest first; administrators release and take back. */
export const versionsPage: Page<'versions'> = async (context, { project }) => {
  const { jira, main } = context;
  const [named, versions, rights] = await Promise.all([
    jira('GET', `/rest/api/3/project/${encodeURIComponent(project)}`),
    jira('GET', `/rest/api/3/project/${encodeURIComponent(project)}/versions`),
    jira('GET', `/rest/api/3/mypermissions?permissions=ADMINISTER_PROJECTS&projectKey=${encodeURIComponent(project)}`),
  ]);
  const mayRelease = at(rights, 'permissions.ADMINISTER_PROJECTS.havePermission') === true;
  const all = Array.isArray(versions) ? versions : [];
  const sorted = [...all].sort((a, b) => (textAt(b, 'releaseDate') ?? '9999').localeCompare(textAt(a, 'releaseDate') ?? '9999'));
  const shown = sorted.slice(0, 60);
  const counts = await Promise.all(shown.map((one) => jira('GET', `/rest/api/3/version/${textAt(one, 'id') ?? ''}/unresolvedIssueCount`)));
  const rows = shown.map((one, index) => row(context, one, counts[index], mayRelease));
  const table = h(
    'table',
    { class: 'issues' },
    h('caption', { class: 'unseen', text: `Releases of ${project}` }),
    h('thead', {}, h('tr', {}, ...['Version', 'Status', 'Release date', 'Issues', ...(mayRelease ? ['Action'] : [])].map((text) => h('th', { scope: 'col', text })))),
    h('tbody', {}, ...rows),
  );
  main.replaceChildren(crumbs(['Projects', '/'], [textAt(named, 'name') ?? project, `/projects/${project}/backlog`]), pageTitle('Releases'), rows.length === 0 ? h('p', { class: 'subtle', text: 'No versions.' }) : table, all.length > shown.length ? h('p', { class: 'subtle', text: `Showing the newest ${shown.length} of ${all.length}` }) : h('span'));
};

function row(context: PageContext, version: unknown, count: unknown, mayRelease: boolean): HTMLElement {
  const id = textAt(version, 'id') ?? '';
  const name = textAt(version, 'name') ?? '';
  const released = at(version, 'released') === true;
  const unresolved = numberAt(count, 'issuesUnresolvedCount') ?? 0;
  const total = numberAt(count, 'issuesCount') ?? 0;
  const change = async (): Promise<void> => {
    try {
      await context.jira('PUT', `/rest/api/3/version/${id}`, released ? { released: false } : { released: true, releaseDate: context.session.now.slice(0, 10) });
      showFlag({ id: `version:${id}`, title: released ? `${name} is not released any more` : `${name} is released`, kind: 'success', actions: [], autoDismiss: true });
      context.redraw();
    } catch (error) {
      showFailure(`${name} could not be changed`, error);
    }
  };
  return h(
    'tr',
    {},
    h('td', { class: 'cell-summary', text: name }),
    h('td', { class: 'cell-status' }, h('span', { class: `lozenge lozenge-${released ? 'done' : 'new'}`, text: released ? 'Released' : 'Unreleased' })),
    h('td', { class: 'cell-person', text: day(textAt(version, 'releaseDate')) }),
    h('td', { class: 'cell-person', text: unresolved === 0 ? String(total) : `${total}, ${unresolved} open` }),
    ...(mayRelease ? [h('td', {}, button({ class: 'button' }, released ? 'Unrelease' : 'Release', change))] : []),
  );
}
