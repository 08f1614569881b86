import { parseAt } from '../../domain/boundary';
import { SourceNotThere, SourceRefused } from '../../domain/source-errors';
import type { SourceLink, SourceRecord } from '../../domain/source-record';
import type { Connector } from '../../ports/connector';
import { listSetting } from '../_shared/list-setting';
import { conversationOf, shownOf } from '../_shared/stretches';
import { typedFeed } from '../_shared/typed-feed';
import { fieldOf, unreadable } from '../_shared/unreadable';
import { toLinks } from './map';
import { readRequests } from './poll-requests';
import { projectsJql, readChanged } from './read-requests';
import { Counted, Cursor, Fetched, Request } from './schema';

export const jira: Connector = {
  id: 'jira',
  name: 'Jira Service Management',
  about: 'Requests and support issues of projects that you choose: what customers wrote, their organisation, how satisfied they were, and the issues they are linked to.',
  limits: [
    'Only public words of customers count; what agents write and internal comments are left out.',
    'How satisfied somebody was is read with what they wrote beside it, which takes a request for each rating. Where Jira does not show it to the app, the words count as not read.',
    'A rating that was given where the site has no field “Satisfaction date” is noticed when its request changes, and within thirty days at the latest; what was written beside it counts as said with the last words before.',
    'We take at most 5,000 issues an hour, all connections to this site together and each the same share (what one does not need, others use), so that other apps and other sites keep theirs; 12,000 issues take about three hours the first time.',
    'Jira reports a deleted issue at once, and its quotes go; where that report is lost, within thirty days.',
    'A link that is removed there is noticed when its request changes, and within seven days at the latest.',
  ],
  fields: [
    { name: 'projects', label: 'Projects', help: 'Keys of the projects that customers write in, with commas between them.', kind: 'list', placeholder: 'SUP, HELP', pattern: /[A-Z][A-Z0-9_]{0,19}(\s*,\s*[A-Z][A-Z0-9_]{0,19}){0,19}/ },
    {
      name: 'customers', label: 'Who is a customer', help: 'In a service project, the people of its help centre; in a project where outsiders have Jira accounts, whoever reported the issue too.', kind: 'choice',
      choices: [{ value: 'portal', label: 'People of the help centre' }, { value: 'reporter', label: 'And whoever reported the issue' }],
    },
  ],
  egress: [],
  hosts: () => [],
  isJira: true,
  // Account ids of Atlassian's.
  sharesPeople: true,
  // An issue with a long list of comments takes a request of its own: as many of those as of issues, and some for the rest.
  pace: { requests: 3_000, perSeconds: 3_600 },
  // A page of a hundred issues costs about a hundred points of the 65,000 an hour that all sites share: issues are counted, not pages.
  slower: [{ path: /^\/rest\/api\/3\/search\/jql$/, requests: 5_000, perSeconds: 3_600, each: 100 }],
  routes: ['project', 'request type', 'label', 'component'],

  async test(ask) {
    try {
      const { count } = parseAt('jira count', Counted, await ask.http.json('/rest/api/3/search/approximate-count', { method: 'POST', body: { jql: projectsJql(ask.settings) } }));
      return count === 0
        ? { ok: false, field: 'projects', problem: 'There is no issue in these projects that the app may see.' }
        : { ok: true, found: `about ${count.toLocaleString('en')} issues in ${listSetting(ask.settings['projects']).join(', ')}` };
    } catch (error) {
      if (error instanceof SourceRefused || error instanceof SourceNotThere) return { ok: false, field: 'projects', problem: 'One of these projects does not exist, or the app may not see it.' };
      throw error;
    }
  },

  async probe(ask) {
    if (ask.canaries.length === 0) return {};
    const { issues } = parseAt('jira bulkfetch', Fetched, await ask.http.json('/rest/api/3/issue/bulkfetch', { method: 'POST', body: { issueIdsOrKeys: [...new Set(ask.canaries.map(conversationOf))], fields: ['id'] } }));
    return { found: shownOf(ask.canaries, issues.map((issue) => issue.id)) };
  },

  poll: typedFeed<SourceRecord, Cursor>(Cursor, readRequests),

  links: typedFeed<SourceLink, Cursor>(Cursor, async (ask, checkpoint) => {
    const page = await readChanged(ask, checkpoint);
    const projects = listSetting(ask.settings['projects']);
    const issues = page.values.map((value) => Request.safeParse(value));
    return { items: issues.flatMap((one) => (one.success ? toLinks(one.data, projects) : [])), skipped: issues.flatMap((one, index) => (one.success ? [] : [unreadable(Request.pick({ id: true }).safeParse(page.values[index]).data?.id, index, fieldOf(one.error))])), listedFor: issues.flatMap((one) => (one.success ? [one.data.id] : [])), checkpoint: page.checkpoint, isLast: page.isLast };
  }),
};
