import { field, found, jql, list, openSite, seed } from '../unit/jira/a-site';
import type { Site } from '../unit/jira/a-site';

/** MAIL-3 is for Leads only (u-admin); MAIL-99 was never there. u-member must not be able to tell one from the other. */
let site: Site;
beforeEach(async () => {
  site = await openSite();
  await site.call('u-admin', 'PUT', '/rest/api/3/issue/MAIL-3', { fields: { labels: ['topsecret'] } });
  await site.call('u-admin', 'PUT', '/rest/api/3/issue/MAIL-3/properties/secret', { a: 1 });
  await site.call('u-admin', 'POST', '/rest/api/3/issueLink', { type: { name: 'Blocks' }, inwardIssue: { key: 'MAIL-3' }, outwardIssue: { key: 'MAIL-1' } });
});
afterEach(() => site.close());

const HIDDEN = { key: 'MAIL-3', id: '10003' };
const ABSENT = { key: 'MAIL-99', id: '10099' };
const comment = { body: { type: 'doc', version: 1, content: [] } };

/** An answer with the names of both taken out, so that only a real difference is left. */
async function answers(actor: string, method: string, path: (issue: typeof HIDDEN) => string, body?: (issue: typeof HIDDEN) => unknown): Promise<readonly [unknown, unknown]> {
  const ask = async (issue: typeof HIDDEN): Promise<unknown> => {
    const { status, text } = await site.call(actor, method, path(issue), body?.(issue));
    return { status, text: text.replaceAll(issue.key, 'KEY').replaceAll(issue.id, 'ID') };
  };
  return [await ask(HIDDEN), await ask(ABSENT)];
}

describe.each(['u-member', 'u-other', 'anonymous'])('to %s a hidden issue looks like one that does not exist', (actor) => {
  const calls: readonly (readonly [string, string, (issue: typeof HIDDEN) => string, ((issue: typeof HIDDEN) => unknown)?])[] = [
    ['get by key', 'GET', ({ key }) => `/rest/api/3/issue/${key}`],
    ['get by id', 'GET', ({ id }) => `/rest/api/3/issue/${id}?expand=changelog`],
    ['changelog', 'GET', ({ key }) => `/rest/api/3/issue/${key}/changelog`],
    ['transitions', 'GET', ({ key }) => `/rest/api/3/issue/${key}/transitions`],
    ['comments', 'GET', ({ key }) => `/rest/api/3/issue/${key}/comment`],
    ['properties', 'GET', ({ key }) => `/rest/api/3/issue/${key}/properties`],
    ['one property', 'GET', ({ key }) => `/rest/api/3/issue/${key}/properties/secret`],
    ['watchers', 'GET', ({ key }) => `/rest/api/3/issue/${key}/watchers`],
    ['panels', 'GET', ({ key }) => `/emulated/issue/${key}/panels`],
    ['my permissions', 'GET', ({ key }) => `/rest/api/3/mypermissions?permissions=EDIT_ISSUES&issueKey=${key}`],
    ['edit', 'PUT', ({ key }) => `/rest/api/3/issue/${key}`, () => ({ fields: { labels: [] } })],
    ['delete', 'DELETE', ({ key }) => `/rest/api/3/issue/${key}`],
    ['comment', 'POST', ({ key }) => `/rest/api/3/issue/${key}/comment`, () => comment],
    ['vote', 'POST', ({ key }) => `/rest/api/3/issue/${key}/votes`],
    ['bulk fetch', 'POST', () => '/rest/api/3/issue/bulkfetch', ({ key }) => ({ issueIdsOrKeys: ['MAIL-1', key] })],
    ['bulk changelog', 'POST', () => '/rest/api/3/changelog/bulkfetch', ({ id }) => ({ issueIdsOrKeys: ['MAIL-1', id] })],
    ['check permissions', 'POST', () => '/rest/api/3/permissions/check', ({ id }) => ({ projectPermissions: [{ permissions: ['BROWSE_PROJECTS'], issues: [10001, Number(id)] }] })],
    ['search by key', 'GET', ({ key }) => jql(`key = ${key}`)],
    ['search by id', 'GET', ({ id }) => jql(`id in (10001, ${id})`)],
    ['search by parent', 'GET', ({ key }) => jql(`parent = ${key}`)],
    ['count', 'POST', () => '/rest/api/3/search/approximate-count', ({ key }) => ({ jql: `key in (MAIL-1, ${key})` })],
    ['rank', 'PUT', () => '/rest/agile/1.0/issue/rank', ({ key }) => ({ issues: ['MAIL-1'], rankAfterIssue: key })],
    ['link', 'POST', () => '/rest/api/3/issueLink', ({ key }) => ({ type: { name: 'Relates' }, inwardIssue: { key: 'MAIL-1' }, outwardIssue: { key } })],
  ];
  it.each(calls.map(([name, method, path, body]) => ({ name, method, path, body })))('$name', async ({ method, path, body }) => {
    const [hidden, absent] = await answers(actor, method, path, body);
    expect(hidden).toEqual(absent);
  });
});

it('is left out of searches, counts, lists, labels and links without a word', async () => {
  expect(await found(site, 'u-member', 'project = MAIL ORDER BY key')).toEqual(['MAIL-1', 'MAIL-2', 'MAIL-4']);
  expect((await site.call('u-member', 'POST', '/rest/api/3/search/approximate-count', { jql: 'project = MAIL' })).json).toEqual({ count: 3 });
  expect(list((await site.call('u-member', 'GET', '/rest/api/3/label')).json, 'values')).toEqual(['folders']);
  expect(list((await site.call('u-member', 'GET', '/rest/api/3/issue/MAIL-1')).json, 'fields.issuelinks')).toEqual([]);
  expect(await found(site, 'u-member', 'level = Leads')).toEqual([]);
  expect(field((await site.call('u-member', 'GET', '/rest/agile/1.0/board/1/issue')).json, 'total')).toBe(3);
  expect(await found(site, 'u-admin', 'project = MAIL ORDER BY key')).toEqual(['MAIL-1', 'MAIL-2', 'MAIL-3', 'MAIL-4']);
  expect(list((await site.call('u-admin', 'GET', '/rest/api/3/issue/MAIL-1')).json, 'fields.issuelinks')).toHaveLength(1);
});

it('a project without a role is as absent as one that does not exist', async () => {
  for (const path of ['/rest/api/3/project/XX', '/rest/api/3/project/XX/versions', '/rest/api/3/project/XX/statuses', jql('project = XX'), '/rest/api/3/mypermissions?permissions=BROWSE_PROJECTS&projectKey=XX']) {
    const ask = async (key: string): Promise<unknown> => {
      const { status, text } = await site.call('u-member', 'GET', path.replace('XX', key));
      return { status, text: text.replaceAll(key, 'XX') };
    };
    expect(await ask('CAL')).toEqual(await ask('ZZZ'));
  }
  expect(field((await site.call('u-member', 'GET', '/rest/api/3/project/search')).json, 'total')).toBe(1);
  expect(field((await site.call('anonymous', 'GET', '/rest/api/3/project/search')).json, 'total')).toBe(0);
});

it('names only what is allowed when permissions are checked, and only administrators ask for others', async () => {
  const body = { projectPermissions: [{ permissions: ['BROWSE_PROJECTS', 'EDIT_ISSUES'], issues: [10001, 10003, 10105], projects: [10000, 10001] }], globalPermissions: ['ADMINISTER', 'BULK_CHANGE'] };
  expect((await site.call('u-viewer', 'POST', '/rest/api/3/permissions/check', body)).json).toEqual({
    projectPermissions: [
      { permission: 'BROWSE_PROJECTS', issues: [10001], projects: [10000] },
      { permission: 'EDIT_ISSUES', issues: [], projects: [] },
    ],
    globalPermissions: ['BULK_CHANGE'],
  });
  const asApp = await site.call('app', 'POST', '/rest/api/3/permissions/check', { ...body, accountId: 'u-admin' });
  expect(list(asApp.json, 'globalPermissions')).toEqual(['ADMINISTER', 'BULK_CHANGE']);
  expect(field(list(asApp.json, 'projectPermissions')[1], 'issues')).toEqual([10001, 10003, 10105]);
  expect((await site.call('u-member', 'POST', '/rest/api/3/permissions/check', { ...body, accountId: 'u-admin' })).status).toBe(403);
});

it('the app sees restricted issues, and nothing of a project that was taken from it', async () => {
  expect(await found(site, 'app', 'project = MAIL AND key = MAIL-3')).toEqual(['MAIL-3']);
  site.jira.setAppAccess('acme', 'MAIL', false);
  expect((await site.call('app', 'GET', '/rest/api/3/issue/MAIL-1')).status).toBe(404);
  expect((await site.call('app', 'GET', jql('project = MAIL'))).status).toBe(400);
  expect(await found(site, 'app', 'key in (MAIL-1, CAL-1)')).toEqual(['CAL-1']);
  expect((await site.call('u-member', 'GET', '/rest/api/3/issue/MAIL-1')).status).toBe(200);
  site.jira.setAppAccess('acme', 'MAIL', true);
  expect((await site.call('app', 'GET', '/rest/api/3/issue/MAIL-1')).status).toBe(200);
});

it('an account that the site does not know is nobody, also when it is the account of another site', async () => {
  site.jira.seed('beta', seed({ tenant: 'beta', siteName: 'Beta', users: [{ accountId: 'u-beta', name: 'Be Ta', title: 'Owner', siteAdmin: true, roles: { MAIL: 'administrator' } }] , issues: [] }));
  expect((await site.call('u-beta', 'GET', '/rest/api/3/issue/MAIL-1')).status).toBe(401);
  expect((await site.call('app', 'GET', '/rest/api/3/issue/MAIL-1')).status).toBe(200);
});

it('moving an issue behind a level hides it from the next answer on', async () => {
  expect((await site.call('u-member', 'PUT', '/rest/api/3/issue/MAIL-1', { fields: { security: { name: 'Leads' } } })).status).toBe(403);
  expect((await site.call('u-admin', 'PUT', '/rest/api/3/issue/MAIL-1', { fields: { security: { name: 'Leads' } } })).status).toBe(204);
  expect((await site.call('u-member', 'GET', '/rest/api/3/issue/MAIL-1')).status).toBe(404);
});
