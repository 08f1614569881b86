import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { jiraCoverage } from '../../../host/jira/coverage';
import { field, list, openSite } from './a-site';
import type { Site } from './a-site';

let site: Site;
beforeEach(async () => {
  site = await openSite();
});
afterEach(() => site.close());

it('watching: oneself freely, others by right', async () => {
  const path = '/rest/api/3/issue/MAIL-1/watchers';
  expect((await site.call('u-viewer', 'POST', path)).status).toBe(204);
  expect((await site.call('u-viewer', 'POST', path, 'u-member')).status).toBe(403);
  expect((await site.call('u-admin', 'POST', path, 'u-member')).status).toBe(204);
  expect((await site.call('u-viewer', 'GET', path)).json).toMatchObject({ watchCount: 4, isWatching: true });
  expect((await site.call('u-viewer', 'DELETE', `${path}?accountId=u-viewer`)).status).toBe(204);
  expect(field((await site.call('u-viewer', 'GET', path)).json, 'watchCount')).toBe(3);
});

it('voting: once each, not for one\'s own and not for what is resolved', async () => {
  const path = '/rest/api/3/issue/MAIL-1/votes';
  expect((await site.call('u-viewer', 'POST', path)).status).toBe(204);
  expect((await site.call('u-viewer', 'POST', path)).status).toBe(204);
  expect(field((await site.call('u-viewer', 'GET', path)).json, 'votes')).toBe(4);
  expect((await site.call('u-member', 'POST', path)).status).toBe(404);
  expect((await site.call('u-viewer', 'POST', '/rest/api/3/issue/MAIL-2/votes')).status).toBe(400);
  expect((await site.call('u-viewer', 'DELETE', path)).status).toBe(204);
  expect(field((await site.call('u-viewer', 'GET', path)).json, 'votes')).toBe(3);
});

it('links show on both ends, in the words of their direction, and go away', async () => {
  await site.call('u-member', 'POST', '/rest/api/3/issueLink', { type: { name: 'Blocks' }, inwardIssue: { key: 'MAIL-1' }, outwardIssue: { key: 'MAIL-4' } });
  const [link] = list((await site.call('u-viewer', 'GET', '/rest/api/3/issue/MAIL-1')).json, 'fields.issuelinks');
  expect([field(link, 'outwardIssue.key'), field(link, 'type.outward')]).toEqual(['MAIL-4', 'blocks']);
  expect(field(list((await site.call('u-viewer', 'GET', '/rest/api/3/issue/MAIL-4')).json, 'fields.issuelinks')[0], 'inwardIssue.key')).toBe('MAIL-1');
  const path = `/rest/api/3/issueLink/${String(field(link, 'id'))}`;
  expect((await site.call('u-viewer', 'GET', path)).status).toBe(200);
  expect((await site.call('u-viewer', 'DELETE', path)).status).toBe(403);
  expect((await site.call('u-member', 'DELETE', path)).status).toBe(204);
  expect((await site.call('u-viewer', 'GET', path)).status).toBe(404);
});

it('only asked-for fields come, and a leading minus leaves out', async () => {
  const fields = async (query: string): Promise<readonly string[]> => Object.keys(Object(field((await site.call('app', 'GET', `/rest/api/3/issue/MAIL-1?fields=${query}`)).json, 'fields'))).sort();
  expect(await fields('summary,labels,nonsense')).toEqual(['labels', 'summary']);
  expect(await fields('*all,-comment')).not.toContain('comment');
  expect(await fields('-summary')).toContain('comment');
  expect((await site.call('app', 'POST', '/rest/api/3/search/jql', { jql: 'key = MAIL-1' })).json).toMatchObject({ issues: [{ id: '10001' }], isLast: true });
});

it('the site tells the shell who there is, also before anyone is chosen', async () => {
  expect((await site.call('anonymous', 'GET', '/emulated/site')).json).toMatchObject({ name: 'Acme', synthetic: true, users: [{ accountId: 'u-admin', siteAdmin: true }, {}, {}, {}] });
});

it('every call names a test that is there', () => {
  const calls = jiraCoverage();
  expect(new Set(calls.map((one) => one.call)).size).toBe(calls.length);
  for (const one of calls) expect(existsSync(resolve(__dirname, '../../..', one.test))).toBe(true);
});
