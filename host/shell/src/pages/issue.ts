/// <reference lib="dom" />
import { showAdf } from '../adf';
import { h } from '../dom';
import { viewIcon } from '../icons';
import { mountView } from '../frame';
import type { Page, PageContext } from '../page';
import { crumbs } from '../parts';
import { listAt, textAt } from '../read';
import { remember, remembered } from '../session';
import { activity } from './issue-activity';
import { details } from './issue-details';
import { panels } from './issue-panels';
import { statusMenu } from './issue-status';

/** One issue: words and the app's panel in the centre, state and the app's line on the right. */
export const issuePage: Page<'issue'> = async (context, { key }) => {
  const issue = await context.jira('GET', `/rest/api/3/issue/${encodeURIComponent(key)}?expand=changelog`);
  const id = textAt(issue, 'id') ?? '';
  const project = { id: textAt(issue, 'fields.project.id') ?? '', key: textAt(issue, 'fields.project.key') ?? '' };
  const extension = { issue: { id, key, type: textAt(issue, 'fields.issuetype.name') ?? '', typeId: textAt(issue, 'fields.issuetype.id') ?? '' }, project: { ...project, type: 'software' } };
  const description = h('div', { class: 'words' }, showAdf(fieldsOf(issue)));
  const added = await panels(context, key, extension);
  const parent = textAt(issue, 'fields.parent.key');
  context.main.replaceChildren(
    h(
      'div',
      { class: 'issue' },
      crumbs([textAt(issue, 'fields.project.name') ?? project.key, `/projects/${project.key}/backlog`], ...(parent === undefined ? [] : [[parent, `/browse/${parent}`] as const]), [key, `/browse/${key}`]),
      h('h1', { class: 'title issue-title', text: textAt(issue, 'fields.summary') ?? key }),
      h('aside', { class: 'issue-right', 'aria-label': 'Details' }, await statusMenu(context, issue), contextLine(context, extension), ...details(issue)),
      h(
        'div',
        { class: 'issue-main' },
        added.quickAdd,
        h('section', { 'aria-labelledby': 'description' }, h('h2', { id: 'description', class: 'section', text: 'Description' }), description.textContent === '' ? h('p', { class: 'subtle', text: 'No description.' }) : description),
        ...added.sections,
        activity(context, key, listAt(issue, 'changelog.histories')),
      ),
    ),
  );
};

function fieldsOf(issue: unknown): unknown {
  return typeof issue === 'object' && issue !== null && 'fields' in issue && typeof issue.fields === 'object' && issue.fields !== null && 'description' in issue.fields ? issue.fields.description : undefined;
}

/** The app's `jira:issueContext`: a group that opens and remembers; nothing of it loads while it is closed. */
function contextLine(context: PageContext, extension: Readonly<Record<string, unknown>>): HTMLElement {
  const view = context.session.host.views.find((one) => one.type === 'jira:issueContext');
  if (view === undefined) return h('span');
  const holder = h('div', { class: 'context-frame' });
  const group = h('details', { class: 'box context', open: remembered('context') === 'closed' ? undefined : '' }, h('summary', {}, viewIcon(view), h('h2', { text: view.title })), holder);
  let mounted = false;
  const mount = (): void => {
    if (mounted || !group.open) return;
    mounted = true;
    mountView(context, { view, extension, holder, height: 40 });
  };
  group.addEventListener('toggle', () => {
    remember('context', group.open ? 'open' : 'closed');
    mount();
  });
  mount();
  return group;
}
