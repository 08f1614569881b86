import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { call, field, list, openSite } from '../unit/jira/a-site';

const SERVER = `
import { openJira } from './host/jira/jira.ts';
import { seed } from './test/unit/jira/a-site.ts';
const jira = await openJira({ folder: process.argv[1], clock: () => '2025-07-01T12:00:00.000Z', onEvent: () => new Promise(() => {}) });
if (!jira.has('acme')) jira.seed('acme', seed());
console.log(jira.url);
`;

/** A server in its own process. */
async function start(folder: string): Promise<{ readonly url: string; readonly kill: () => Promise<void> }> {
  const child = spawn(process.execPath, ['--import', 'tsx', '--disable-warning=ExperimentalWarning', '--input-type=module', '-e', SERVER, folder], { cwd: resolve(__dirname, '../..'), stdio: ['ignore', 'pipe', 'inherit'] });
  const url = await new Promise<string>((done, fail) => {
    child.stdout.once('data', (data: Buffer) => done(data.toString().trim()));
    child.once('exit', (code) => fail(new Error(`the server ended with ${String(code)}`)));
  });
  return {
    url,
    kill: () =>
      new Promise((done) => {
        child.removeAllListeners('exit');
        child.once('exit', () => done());
        child.kill('SIGKILL');
      }),
  };
}

it('a killed process keeps every acknowledged write, and the events that were not taken', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'jira-kill-'));
  const acknowledged: string[] = [];
  for (const round of [1, 2, 3]) {
    const server = await start(folder);
    let killed = false;
    let enough = (): void => undefined;
    const written = new Promise<void>((done) => (enough = done));
    const writing = (async () => {
      for (let count = 0; !killed; count += 1) {
        const name = `r${round}-${count}`;
        try {
          const { status } = await call(server.url, { actor: 'app', method: 'PUT', path: `/rest/api/3/issue/MAIL-1/properties/${name}`, body: { name } });
          const commented = await call(server.url, { actor: 'app', method: 'POST', path: '/rest/api/3/issue/MAIL-1/comment', body: { body: { type: 'doc', version: 1, content: [] }, properties: [{ key: 'name', value: name }] } });
          if (status === 201 && commented.status === 201) acknowledged.push(name);
          if (count === 4 + round) enough();
        } catch (error) {
          if (!killed) throw error;
        }
      }
    })();
    // In the middle of further writes: when, differs from run to run.
    await written;
    await new Promise((done) => setTimeout(done, Math.random() * 20));
    killed = true;
    await server.kill();
    await writing;
  }
  expect(acknowledged.length).toBeGreaterThan(10);
  const site = await openSite({ folder });
  const keys = list((await site.call('app', 'GET', '/rest/api/3/issue/MAIL-1/properties')).json, 'keys').map((one) => String(field(one, 'key')));
  expect(acknowledged.filter((name) => !keys.includes(name))).toEqual([]);
  const comments = list((await site.call('app', 'GET', '/rest/api/3/issue/MAIL-1/comment?maxResults=1000&expand=properties')).json, 'comments');
  const named = comments.map((one) => String(field(list(one, 'properties')[0], 'value')));
  expect(acknowledged.filter((name) => !named.includes(name))).toEqual([]);
  await site.jira.settled('acme');
  expect(site.events.length).toBeGreaterThanOrEqual(comments.length);
  await site.close();
  rmSync(folder, { recursive: true });
});

it('opening again gives the same answers', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'jira-open-'));
  const paths = ['/rest/api/3/issue/MAIL-1?expand=changelog', '/rest/api/3/project/MAIL', '/rest/api/3/search/jql?jql=project%3DMAIL%20order%20by%20rank&fields=*all', '/rest/agile/1.0/board/1/sprint', '/rest/api/3/version/20002/relatedwork'];
  const before = await openSite({ folder });
  await before.call('u-member', 'PUT', '/rest/agile/1.0/issue/rank', { issues: ['MAIL-4'], rankBeforeIssue: 'MAIL-1' });
  await before.call('u-member', 'PUT', '/rest/api/3/issue/MAIL-1', { fields: { summary: 'Other', assignee: { accountId: 'u-member' } } });
  await before.call('u-member', 'POST', '/rest/api/3/version/20002/relatedwork', { category: 'Design', title: 'Plan', url: 'https://example.com/plan' });
  const read = async (site: typeof before): Promise<readonly unknown[]> => Promise.all(paths.map(async (path) => (await site.call('u-admin', 'GET', path)).json));
  const first = await read(before);
  await before.close();
  const after = await openSite({ folder });
  expect(await read(after)).toEqual(first);
  await after.close();
  rmSync(folder, { recursive: true });
});

it('a site that was reset is gone and can be filled anew', async () => {
  const site = await openSite();
  expect(() => site.jira.seed('acme', { tenant: 'acme', siteName: 'x', startsAt: '', users: [], projects: [], versions: [], sprints: [], issues: [], products: [], synthetic: true })).toThrow('already filled');
  site.jira.reset('acme');
  expect((await site.call('app', 'GET', '/rest/api/3/myself')).status).toBe(404);
  expect(site.jira.tenants()).toEqual([]);
  await site.close();
});
