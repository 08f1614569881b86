/// <reference lib="dom" />
import { h } from '../dom';
import { issueLine } from '../jira';
import type { Page } from '../page';
import { issueTable, pageTitle } from '../parts';
import { listAt, textAt } from '../read';

const FIELDS = ['summary', 'status', 'issuetype', 'priority', 'assignee'];

/** Projects and what changed last; with `?q=`, what was searched for. */
export const homePage: Page<'home'> = async ({ jira, main, session }) => {
  const text = new URLSearchParams(location.search).get('q');
  if (text !== null) {
    const words = text.replaceAll(/["\\]/g, ' ').trim();
    const found = words === '' ? undefined : await jira('POST', '/rest/api/3/search/jql', { jql: `text ~ "${words}" ORDER BY updated DESC`, fields: FIELDS, maxResults: 50 });
    const issues = listAt(found, 'issues').map(issueLine);
    main.replaceChildren(pageTitle(`Issues with “${text}”`), issueTable(issues, 'Found issues'));
    return;
  }
  const [projects, recent] = await Promise.all([
    jira('GET', '/rest/api/3/project/search'),
    jira('POST', '/rest/api/3/search/jql', { jql: 'updated is not EMPTY ORDER BY updated DESC', fields: FIELDS, maxResults: 15 }),
  ]);
  const cards = listAt(projects, 'values').map((one) => {
    const key = textAt(one, 'key') ?? '';
    return h(
      'li',
      { class: 'card' },
      h('h2', {}, h('a', { href: `/projects/${key}/backlog`, text: textAt(one, 'name') ?? key })),
      h('p', { class: 'subtle', text: key }),
      h('p', { class: 'card-links' }, h('a', { href: `/projects/${key}/backlog` }, 'Backlog'), h('a', { href: `/projects/${key}/versions` }, 'Releases'), ...session.host.views.filter((view) => view.type === 'jira:projectPage').map((view) => h('a', { href: `/projects/${key}/apps/resurface`, text: view.title }))),
    );
  });
  main.replaceChildren(
    pageTitle('Your work'),
    cards.length === 0 ? h('p', { text: `${session.person.name} sees no project of this site.` }) : h('ul', { class: 'cards' }, ...cards),
    h('h2', { class: 'section', text: 'Changed last' }),
    issueTable(listAt(recent, 'issues').map(issueLine), 'Issues that changed last'),
  );
};
