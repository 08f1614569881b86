/// <reference lib="dom" />
import { day, moment } from '../dates';
import { h } from '../dom';
import { icon } from '../icons';
import { listAt, numberAt, textAt, textsAt } from '../read';

/** The details box and the dates under it. */
export function details(issue: unknown): readonly HTMLElement[] {
  const names = (path: string): string => listAt(issue, path).map((one) => textAt(one, 'name') ?? '').join(', ');
  const parent = textAt(issue, 'fields.parent.key');
  const level = textAt(issue, 'fields.security.name');
  const rows: readonly (readonly [string, string | HTMLElement])[] = [
    ['Assignee', textAt(issue, 'fields.assignee.displayName') ?? ''],
    ['Reporter', textAt(issue, 'fields.reporter.displayName') ?? ''],
    ['Type', textAt(issue, 'fields.issuetype.name') ?? ''],
    ['Priority', textAt(issue, 'fields.priority.name') ?? ''],
    ['Labels', textsAt(issue, 'fields.labels').join(', ')],
    ['Fix versions', names('fields.fixVersions')],
    ['Sprint', names('fields.customfield_10020')],
    ['Parent', parent === undefined ? '' : h('a', { href: `/browse/${parent}`, text: parent })],
    ['Due date', day(textAt(issue, 'fields.duedate'))],
    ['Votes', String(numberAt(issue, 'fields.votes.votes') ?? 0)],
    ['Watchers', String(numberAt(issue, 'fields.watches.watchCount') ?? 0)],
    ...(level === undefined ? [] : [['Restricted to', h('span', { class: 'with-icon' }, icon('lock'), level)] as const]),
  ];
  const links = listAt(issue, 'fields.issuelinks').map((link) => {
    const outward = textAt(link, 'outwardIssue.key');
    const key = outward ?? textAt(link, 'inwardIssue.key') ?? '';
    return h('li', {}, `${textAt(link, outward === undefined ? 'type.inward' : 'type.outward') ?? ''} `, h('a', { href: `/browse/${key}`, text: key }));
  });
  return [
    h(
      'details',
      // On a narrow page the words and the app's panel come first.
      { class: 'box', open: matchMedia('(max-width: 1000px)').matches ? undefined : '' },
      h('summary', {}, h('h2', { text: 'Details' })),
      h('dl', {}, ...rows.flatMap(([name, value]) => [h('dt', { text: name }), value === '' ? h('dd', { class: 'subtle', text: 'None' }) : h('dd', {}, value)])),
    ),
    ...(links.length === 0 ? [] : [h('section', { class: 'box', 'aria-labelledby': 'links' }, h('h2', { id: 'links', text: 'Linked issues' }), h('ul', { class: 'links' }, ...links))]),
    h('p', { class: 'dates' }, h('span', { text: `Created ${day(textAt(issue, 'fields.created'))}` }), h('span', { text: `Updated ${moment(textAt(issue, 'fields.updated'))}` })),
  ];
}
