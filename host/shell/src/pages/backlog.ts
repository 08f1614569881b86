/// <reference lib="dom" />
import { openDialog } from '../dialog';
import { button, h, on } from '../dom';
import { showFailure } from '../flags';
import { issueLine } from '../jira';
import type { IssueLine } from '../jira';
import { mountView } from '../frame';
import type { Page, PageContext } from '../page';
import { crumbs, issueTable, pageTitle } from '../parts';
import { go } from '../router';
import { listAt, numberAt, textAt } from '../read';

const PAGE = 50;
const STATES = [['open', 'Open'], ['done', 'Done'], ['all', 'All']] as const;

/** A project's issues by rank, searched and filtered; the filter stands in the address. */
export const backlogPage: Page<'backlog'> = async (context, { project }) => {
  const { jira, main } = context;
  const query = new URLSearchParams(location.search);
  const text = (query.get('q') ?? '').replaceAll(/["\\]/g, ' ').trim();
  const state = STATES.find(([name]) => name === query.get('show'))?.[0] ?? 'open';
  const key = /^[A-Z][A-Z0-9_]*-\d+$/i.test(text) ? `key = ${text.toUpperCase()}` : text === '' ? undefined : `text ~ "${text.split(/\s+/).map((word) => `${word}*`).join(' ')}"`;
  const jql = [`project = "${project}"`, state === 'all' ? undefined : `statusCategory ${state === 'open' ? '!=' : '='} Done`, key].filter((one) => one !== undefined).join(' AND ');
  const [named, count] = await Promise.all([jira('GET', `/rest/api/3/project/${encodeURIComponent(project)}`), jira('POST', '/rest/api/3/search/approximate-count', { jql })]);
  const total = numberAt(count, 'count') ?? 0;
  const lines: IssueLine[] = [];
  let nextPageToken: string | undefined;
  const list = h('div', { class: 'backlog' });
  const status = h('p', { class: 'subtle', role: 'status' });
  const more = button({ class: 'button' }, 'Show more', () => load().catch((error: unknown) => showFailure('No more issues could be read', error)));
  const load = async (): Promise<void> => {
    const page = await jira('POST', '/rest/api/3/search/jql', { jql: `${jql} ORDER BY ${state === 'done' ? 'resolved DESC' : 'rank'}`, fields: ['summary', 'status', 'issuetype', 'priority', 'assignee'], maxResults: PAGE, ...(nextPageToken === undefined ? {} : { nextPageToken }) });
    lines.push(...listAt(page, 'issues').map(issueLine));
    nextPageToken = textAt(page, 'nextPageToken');
    list.replaceChildren(issueTable(lines, `Issues of ${project}`));
    status.textContent = `Showing ${lines.length} of ${total}`;
    more.hidden = nextPageToken === undefined;
  };
  await load();
  const name = textAt(named, 'name') ?? project;
  main.replaceChildren(crumbs(['Projects', '/'], [name, `/projects/${project}/backlog`]), pageTitle('Backlog'), ...actions(context, { id: textAt(named, 'id') ?? '', key: project, type: 'software' }), filter(project, query.get('q') ?? '', state), list, h('div', { class: 'more' }, status, more));
};

/** What apps add to the backlog's menu: each opens a dialog with its page. */
function actions(context: PageContext, project: Readonly<Record<string, string>>): readonly HTMLElement[] {
  const views = context.session.host.views.filter((view) => view.type === 'jira:backlogAction');
  const open = (view: (typeof views)[number]): void => {
    const undo: (() => void)[] = [];
    const dialog = openDialog({ title: view.title, size: 'xlarge', closeOnEscape: true, closeOnOverlayClick: true, onClose: () => undo.forEach((one) => one()) });
    context.onLeave(dialog.close);
    const extension = { type: view.type, project, board: { id: '1', type: 'scrum' }, location: location.href };
    mountView({ ...context, onLeave: (one) => undo.push(one) }, { view, extension, close: dialog.close, holder: dialog.body, height: 480 });
  };
  return views.map((view) => h('div', { class: 'filter' }, button({ class: 'button' }, view.title, () => open(view))));
}

function filter(project: string, text: string, state: string): HTMLElement {
  const field = h('input', { type: 'search', name: 'q', value: text, placeholder: 'Search this backlog', 'aria-label': 'Search this backlog', class: 'field' });
  const show = h('select', { name: 'show', 'aria-label': 'Show', class: 'field' }, ...STATES.map(([value, label]) => h('option', { value, text: label, selected: value === state ? '' : undefined })));
  const apply = (): void => go(`/projects/${project}/backlog?${new URLSearchParams({ ...(field.value.trim() === '' ? {} : { q: field.value.trim() }), ...(show.value === 'open' ? {} : { show: show.value }) }).toString()}`);
  on(show, 'change', apply);
  return on(h('form', { class: 'filter', role: 'search' }, field, show, h('button', { class: 'button', type: 'submit' }, 'Search')), 'submit', (event) => {
    event.preventDefault();
    apply();
  });
}
