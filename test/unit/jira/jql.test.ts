import fc from 'fast-check';
import { field, found, jql, list, openSite, seed, seedIssue } from './a-site';
import type { Site } from './a-site';

let site: Site;
beforeAll(async () => {
  site = await openSite();
  await site.call('app', 'PUT', '/rest/api/3/issue/MAIL-1/properties/resurface', { verdict: 'supported', accounts: 12, seen: { last: '2025-06-20T00:00:00.000Z' } });
  site.jira.declareSearchable('acme', [
    { propertyKey: 'resurface', path: 'verdict', type: 'string', alias: 'resurfaceVerdict' },
    { propertyKey: 'resurface', path: 'accounts', type: 'number', alias: 'resurfaceAccounts' },
    { propertyKey: 'resurface', path: 'seen.last', type: 'date', alias: 'resurfaceLastSignal' },
  ]);
});
afterAll(() => site.close());

it.each([
  ['project = MAIL', ['MAIL-1', 'MAIL-2', 'MAIL-3', 'MAIL-4']],
  ['project in (MAIL, "Calendar")', ['CAL-1', 'MAIL-1', 'MAIL-2', 'MAIL-3', 'MAIL-4']],
  ['key = MAIL-2', ['MAIL-2']],
  ['id in (10001, 10004, 99999)', ['MAIL-1', 'MAIL-4']],
  ['status = Done', ['MAIL-2']],
  ['statusCategory != Done AND project = MAIL', ['MAIL-1', 'MAIL-3', 'MAIL-4']],
  ['resolution = Unresolved AND project = MAIL', ['MAIL-1', 'MAIL-3', 'MAIL-4']],
  ['resolution is EMPTY AND project = MAIL', ['MAIL-1', 'MAIL-3', 'MAIL-4']],
  ['resolution in (Fixed)', ['MAIL-2']],
  ['updated >= -7d', ['MAIL-3', 'MAIL-4']],
  ['updated >= "2025-06-29" ', ['MAIL-3']],
  ['resolved < "2025/05/01 10:00"', ['MAIL-2']],
  ['created < startOfYear()', []],
  ['due is not EMPTY', ['MAIL-4']],
  ['fixVersion in releasedVersions(MAIL)', ['MAIL-2']],
  ['fixVersion = 139.0', ['MAIL-1']],
  ['labels = Folders', ['MAIL-1']],
  ['labels != folders', []],
  ['labels is EMPTY and project = MAIL', ['MAIL-2', 'MAIL-3', 'MAIL-4']],
  ['sprint in openSprints()', ['MAIL-1']],
  ['sprint = "Sprint 7"', ['MAIL-2']],
  ['text ~ "disk full" AND text ~ compact*', ['MAIL-1', 'MAIL-2', 'MAIL-4']],
  ['summary ~ "\\"folders fails\\""', ['MAIL-1', 'MAIL-2', 'MAIL-4']],
  ['assignee is EMPTY AND project = MAIL', ['MAIL-1', 'MAIL-3', 'MAIL-4']],
  ['assignee = u-member', ['MAIL-2']],
  ['assignee != u-admin', ['MAIL-2']],
  ['NOT assignee = u-admin', ['MAIL-2']],
  ['parent = MAIL-1', ['MAIL-4']],
  ['votes >= 3', ['MAIL-1']],
  ['type = Story OR (labels = folders AND NOT status = Done)', ['MAIL-1', 'MAIL-4']],
  ['NOT (project = CAL OR key in (MAIL-1, MAIL-2))', ['MAIL-3', 'MAIL-4']],
  ['priority = High', ['MAIL-4']],
  ['level = Leads', ['MAIL-3']],
  ['issue.property[resurface].verdict = supported', ['MAIL-1']],
  ['resurfaceVerdict in (supported, unsupported)', ['MAIL-1']],
  ['resurfaceAccounts > 11.5', ['MAIL-1']],
  ['resurfaceLastSignal < -10d', ['MAIL-1']],
  ['resurfaceVerdict is EMPTY AND project = CAL', ['CAL-1']],
])('%s', async (query, keys) => {
  expect(await found(site, 'app', `${query} ORDER BY key`)).toEqual(keys);
});

it.each([
  ['project = NOPE', "The value 'NOPE' does not exist for the field 'project'."],
  ['colour = red', "Field 'colour' does not exist or you do not have permission to view it."],
  ['issue.property[other].path = 1', "Field 'issue.property[other].path' does not exist or you do not have permission to view it."],
  ['labels > a', "The operator '>' is not supported by the 'labels' field."],
  ['project = MAIL AND', 'Error in the JQL Query: Expecting a field name but got the end of the query. (line 1, character 19)'],
  ['project MAIL', "Error in the JQL Query: Expecting operator before the value, one of '=, !=, <, >, <=, >=, ~, !~, IN, NOT IN, IS, IS NOT' but got 'MAIL'. (line 1, character 9)"],
  ['(project = MAIL', "Error in the JQL Query: Expecting ')' but got the end of the query. (line 1, character 16)"],
  ['status = Nowhere', "The value 'Nowhere' does not exist for the field 'status'."],
  ['updated > soon', "Date value 'soon' for field is invalid. Valid formats include: 'yyyy/MM/dd HH:mm', 'yyyy-MM-dd HH:mm', 'yyyy/MM/dd', 'yyyy-MM-dd', or a period format e.g. '-5d', '4w 2d'."],
  ['status was Done', "The emulated Jira does not search histories (operator 'was')."],
  ['order by created', 'Unbounded JQL queries are not allowed here. Please add a search restriction to your query.'],
  ['project = MAIL order by colour', "Not able to sort using field 'colour'."],
])('refuses %s', async (query, message) => {
  const { status, json } = await site.call('app', 'GET', jql(query));
  expect([status, json]).toEqual([400, { errorMessages: [message], errors: {} }]);
});

describe('laws', () => {
  const terms = ['project = MAIL', 'status = "To Do"', 'statusCategory = Done', 'resolution is EMPTY', 'labels = folders', 'updated >= -30d', 'assignee is EMPTY', 'key in (MAIL-1, CAL-1)', 'text ~ disk', 'votes > 0', 'sprint in openSprints()'];
  const set = async (query: string): Promise<Set<string>> => new Set(await found(site, 'app', query));
  const queries = fc.letrec<{ readonly any: string }>((tie) => ({
    any: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      fc.constantFrom(...terms),
      fc.tuple(tie('any'), tie('any')).map(([a, b]) => `(${a} AND ${b})`),
      fc.tuple(tie('any'), tie('any')).map(([a, b]) => `(${a} OR ${b})`),
      tie('any').map((a) => `NOT (${a})`),
    ),
  })).any;

  it('AND is intersection, OR is union, double NOT is nothing, whatever the nesting', async () => {
    await fc.assert(
      fc.asyncProperty(queries, queries, async (a, b) => {
        const [inA, inB] = [await set(a), await set(b)];
        expect(await set(`${a} AND ${b}`)).toEqual(new Set([...inA].filter((one) => inB.has(one))));
        expect(await set(`${a} OR ${b}`)).toEqual(new Set([...inA, ...inB]));
        expect(await set(`NOT (NOT (${a}))`)).toEqual(inA);
      }),
      { numRuns: 60 },
    );
  });

  it('a query and its NOT never share an issue', async () => {
    await fc.assert(
      fc.asyncProperty(queries, async (query) => {
        const others = await set(`NOT (${query})`);
        expect([...(await set(query))].filter((one) => others.has(one))).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  it('any text is answered with 200 or with 400 in the error shape, never with a defect', async () => {
    const piece = fc.oneof(fc.constantFrom(...terms, 'AND', 'OR', 'NOT', '(', ')', 'ORDER BY', 'in', ',', '"', "'", '\\', 'issue.property[', '-7d', 'now()'), fc.string());
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 8 }).map((parts) => parts.join(' ')), async (query) => {
        const { status, json } = await site.call('app', 'POST', '/rest/api/3/search/jql', { jql: query });
        expect([200, 400]).toContain(status);
        if (status === 400) expect(list(json, 'errorMessages')).toHaveLength(1);
      }),
      { numRuns: 200 },
    );
  });
});

describe('paging', () => {
  it('gives every issue exactly once, in order, whatever the page size, and the count agrees', async () => {
    const issues = Array.from({ length: 57 }, (_, index) => seedIssue(index + 1, { priority: ['High', 'Low'][index % 2] ?? 'High', dueAt: index % 3 === 0 ? '2025-09-01T00:00:00.000Z' : '2025-08-01T00:00:00.000Z' }));
    const many = await openSite({ seed: seed({ issues }) });
    const query = 'project = MAIL ORDER BY due DESC, priority, key';
    const whole = await found(many, 'app', query);
    expect(whole).toHaveLength(57);
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 60 }), async (maxResults) => {
        const keys: string[] = [];
        let nextPageToken: unknown;
        do {
          const { json } = await many.call('app', 'POST', '/rest/api/3/search/jql', { jql: query, maxResults, fields: ['key'], nextPageToken });
          expect(field(json, 'total')).toBeUndefined();
          keys.push(...list(json, 'issues').map((one) => String(field(one, 'key'))));
          nextPageToken = field(json, 'nextPageToken');
          expect(field(json, 'isLast')).toBe(nextPageToken === undefined);
        } while (nextPageToken !== undefined);
        expect(keys).toEqual(whole);
      }),
      { numRuns: 12 },
    );
    expect((await many.call('app', 'POST', '/rest/api/3/search/approximate-count', { jql: query })).json).toEqual({ count: 57 });
    await many.close();
  });

  it('refuses the token of another query', async () => {
    const { json } = await site.call('app', 'GET', jql('project = MAIL', '&maxResults=1').replace('&maxResults=100', ''));
    const token = String(field(json, 'nextPageToken'));
    expect((await site.call('app', 'GET', jql('project = CAL', `&nextPageToken=${token}`))).status).toBe(400);
    expect((await site.call('app', 'GET', jql('project = MAIL', '&nextPageToken=nonsense'))).status).toBe(400);
  });

  it('lets a token die after seven days', async () => {
    let now = '2025-07-01T12:00:00.000Z';
    const aging = await openSite({ clock: () => now });
    const path = '/rest/api/3/search/jql?jql=project%20%3D%20MAIL&maxResults=1';
    const token = String(field((await aging.call('app', 'GET', path)).json, 'nextPageToken'));
    now = '2025-07-08T11:00:00.000Z';
    expect((await aging.call('app', 'GET', `${path}&nextPageToken=${token}`)).status).toBe(200);
    now = '2025-07-08T13:00:00.000Z';
    expect((await aging.call('app', 'GET', `${path}&nextPageToken=${token}`)).status).toBe(400);
    await aging.close();
  });
});

it('a held index shows the past, except for reconciled ids', async () => {
  site.jira.holdIndex('acme', true);
  await site.call('app', 'PUT', '/rest/api/3/issue/MAIL-4', { fields: { labels: ['late'] } });
  expect(await found(site, 'app', 'labels = late')).toEqual([]);
  const reconciled = await site.call('app', 'POST', '/rest/api/3/search/jql', { jql: 'labels = late', fields: ['key'], reconcileIssues: [10004] });
  expect(list(reconciled.json, 'issues')).toHaveLength(1);
  site.jira.holdIndex('acme', false);
  expect(await found(site, 'app', 'labels = late')).toEqual(['MAIL-4']);
});
