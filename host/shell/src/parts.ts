/// <reference lib="dom" />
import { h } from './dom';
import type { IssueLine } from './jira';

/** A status as Jira colours it: grey to do, blue in progress, green done; the word always stands in it. */
export function statusLozenge(status: string, category: string): HTMLElement {
  return h('span', { class: `lozenge lozenge-${category}`, text: status });
}

export function issueTable(issues: readonly IssueLine[], caption: string): HTMLElement {
  if (issues.length === 0) return h('p', { class: 'subtle', text: 'No issues.' });
  return h(
    'table',
    { class: 'issues' },
    h('caption', { class: 'unseen', text: caption }),
    h('thead', {}, h('tr', {}, ...['Key', 'Summary', 'Status', 'Assignee'].map((text) => h('th', { scope: 'col', text })))),
    h('tbody', {}, ...issues.map((one) =>
      h(
        'tr',
        {},
        h('td', { class: 'cell-key' }, h('a', { href: `/browse/${one.key}`, text: one.key })),
        h('td', { class: 'cell-summary' }, h('a', { href: `/browse/${one.key}`, text: one.summary })),
        h('td', { class: 'cell-status' }, statusLozenge(one.status, one.category)),
        h('td', { class: 'cell-person', text: one.assignee ?? 'Unassigned' }),
      ),
    )),
  );
}

export function pageTitle(text: string): HTMLElement {
  return h('h1', { class: 'title', text });
}

/** Breadcrumb above a title. */
export function crumbs(...parts: readonly (readonly [string, string])[]): HTMLElement {
  return h('nav', { class: 'crumbs', 'aria-label': 'Breadcrumb' }, h('ol', {}, ...parts.map(([text, href]) => h('li', {}, h('a', { href, text })))));
}

/** The same page for what is absent and what the person may not see. */
export function notFound(what: string): HTMLElement {
  return h('div', { class: 'not-found' }, pageTitle(`This ${what} does not exist, or you cannot see it`), h('p', {}, 'Choose another person at the top right, or go to ', h('a', { href: '/', text: 'your work' }), '.'));
}
