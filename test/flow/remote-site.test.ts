import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AdminView } from '../../src/contract/admin';
import type { Answer } from '../../src/contract/answer';
import type { PanelView } from '../../src/contract/panel';
import { openRemoteSite, type RemoteSite } from '../../host/remote-site/open-remote-site';
import { siteAddress } from '../../host/remote-site/site-address';
import { whatJiraAloneShows } from '../../host/remote-site/what-jira-alone-shows';
import type { Seed } from '../../host/seed/seed';
import { generatedSeed } from '../build/generated-seed';
import { FAR_EMAIL as EMAIL, FAR_PERSON as PERSON, FAR_TOKEN as TOKEN, openFarSite, type FarSite } from '../fixtures/far-site';
import { onIssue, ROOT } from './open-test-site';

const ADDRESS = siteAddress('https://acme.atlassian.net');
const ISSUES = 10_000;
/** What `docs/design/own-site.md` promises for reading 10,000 issues once. */
const POINTS = 10_500;

function farSeed(): Seed {
  const seed = generatedSeed({ tenant: 'acme', signals: 0, canary: 'wombat' });
  const [first] = seed.issues;
  if (first === undefined) throw new Error('the seed has no issue');
  const issues = Array.from({ length: ISSUES }, (_, index) => ({ ...first, id: String(20_001 + index), key: `MAIL-${index + 1}`, summary: `${seed.issues[index % seed.issues.length]?.summary} in case ${index}`, reporter: PERSON, fixVersions: index % 7 === 0 ? ['1.1'] : [] }));
  return { ...seed, issues };
}

const folder = mkdtempSync(join(tmpdir(), 'resurface-own-'));
const said: string[] = [];
let far: FarSite;
let own: RemoteSite;
let shell = '';

const open = (projects: readonly string[] = ['MAIL']): Promise<RemoteSite> =>
  openRemoteSite({ appFolder: ROOT, stateFolder: join(folder, 'own'), address: ADDRESS, credentials: { email: EMAIL, token: TOKEN }, projects, standIn: { origin: far.origin }, schedules: 'manual', log: ({ text }) => said.push(text) });

async function invoke<Value>(endpoint: string, view: string, payload: unknown = {}, extension: Readonly<Record<string, unknown>> = {}): Promise<Answer<Value>> {
  const answer = await own.local.host.invoke('acme', { functionKey: endpoint, moduleKey: view, accountId: PERSON, payload, extension });
  said.push(JSON.stringify(answer));
  return answer as Answer<Value>;
}

/** As a page of the shell asks Jira. */
async function page(method: string, path: string, body?: unknown, accountId = PERSON): Promise<{ status: number; body: { errorMessages?: string[] } & Record<string, unknown> }> {
  const response = await fetch(`${shell}/host/jira`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ tenant: 'acme', accountId, method, path, body }) });
  const text = await response.text();
  said.push(text);
  return JSON.parse(text);
}

beforeAll(async () => {
  far = await openFarSite(join(folder, 'far'));
  far.jira.seed('acme', farSeed());
  own = await open();
  shell = own.local.host.addresses.shell;
  await own.local.host.idle();
}, 240_000);
afterAll(async () => {
  await own.local.close();
  await far.close();
  rmSync(folder, { recursive: true, force: true });
});

describe('one’s own site, read only', () => {
  it('reads 10,000 issues within the stated points', async () => {
    const admin = await invoke<AdminView>('admin.open', 'admin-page');
    expect(admin.ok && admin.value.products).toMatchObject([{ id: 'acme', projects: ['MAIL'], issues: ISSUES, signals: 0 }]);
    expect(far.jira.points('acme')).toBeGreaterThan(ISSUES);
    expect(far.jira.points('acme')).toBeLessThanOrEqual(POINTS);
  });

  it('opens the panel on an issue and does not say that nobody asked', async () => {
    const panel = await invoke<PanelView>('panel.open', 'evidence-panel', {}, onIssue('20001', 'MAIL-1'));
    expect(panel.ok && panel.value.kind).toBe('not-connected');
    expect(whatJiraAloneShows(own, ADDRESS)).toContain('Drop a CSV of tickets, reviews or survey answers');
  });

  it('shows the person and the issue on the pages around the app', async () => {
    expect((await page('GET', '/emulated/site')).body).toMatchObject({ readOnly: true, synthetic: false, users: [{ accountId: PERSON }] });
    expect((await page('GET', '/rest/api/3/issue/MAIL-1')).body).toMatchObject({ key: 'MAIL-1' });
    expect((await page('GET', '/emulated/issue/MAIL-1/panels')).body).toEqual({ pinned: ['evidence-panel'], added: [] });
    expect((await page('POST', '/emulated/issue/MAIL-1/panels/evidence-panel')).body.errorMessages?.[0]).toContain('read only');
    expect(await page('GET', '/rest/api/3/issue/MAIL-1', undefined, 'somebody-else')).toMatchObject({ status: 401 });
  });

  it('refuses every write, lists it, and sends nothing', async () => {
    far.asked.length = 0;
    const before = own.refused.total();
    expect(await page('POST', '/rest/api/3/issue/MAIL-1/comment', { body: 'hello' })).toMatchObject({ status: 403, body: { errorMessages: [expect.stringContaining('was not sent')] } });
    expect(await page('PUT', '/rest/api/3/issue/MAIL-1?notifyUsers=false', { fields: { summary: 'quetzal' } })).toMatchObject({ status: 403 });
    expect(await page('DELETE', '/rest/api/3/issue/MAIL-1')).toMatchObject({ status: 403 });
    expect(await invoke('admin.pinPanel', 'admin-page', { projects: ['MAIL'], pinned: true })).toMatchObject({ ok: false, code: 'tracker/failed' });
    expect(far.asked.filter((one) => !one.startsWith('GET '))).toEqual([]);
    expect(own.refused.total()).toBe(before + 4);
    expect(own.refused.newest(4).map(({ by, method, path }) => `${by} ${method} ${path}`)).toEqual([
      'app POST /rest/api/3/forge/panel/action/bulk/async', 'page DELETE /rest/api/3/issue/MAIL-1', 'page PUT /rest/api/3/issue/MAIL-1?notifyUsers=false', 'page POST /rest/api/3/issue/MAIL-1/comment',
    ]);
    const list = await (await fetch(`${shell}/host/would-have-written`)).text();
    said.push(list);
    expect(list).toContain('/rest/api/3/issue/MAIL-1?notifyUsers=false');
    expect(list).not.toContain('quetzal');
  });

  it('waits when the site says so, and reads on', async () => {
    far.jira.inject('acme', { fault: { kind: 'rate-limited', retryAfterSeconds: 1 }, times: 1 });
    far.asked.length = 0;
    expect(await page('GET', '/rest/api/3/issue/MAIL-2')).toMatchObject({ status: 200, body: { key: 'MAIL-2' } });
    expect(far.asked.filter((one) => one.endsWith('/issue/MAIL-2'))).toHaveLength(2);
  });

  it('does not follow a redirect with the token', async () => {
    const reached: string[] = [];
    const elsewhere = createServer((request, response) => void (reached.push(request.url ?? ''), response.end('{}')));
    await new Promise<void>((resolve) => elsewhere.listen(0, '127.0.0.1', resolve));
    far.redirectTo = `http://127.0.0.1:${(elsewhere.address() as AddressInfo).port}/rest/api/3/myself`;
    expect(await page('GET', '/rest/api/3/issue/MAIL-3')).toMatchObject({ status: 502, body: { errorMessages: [expect.stringContaining('not followed')] } });
    far.redirectTo = undefined;
    await new Promise<void>((resolve) => elsewhere.close(() => resolve()));
    expect(reached).toEqual([]);
  });

  it('goes on where it was: the list stays, only what changed is read', async () => {
    const { total } = own.refused;
    const listed = total();
    await own.local.close();
    far.jira.forgetPoints('acme');
    own = await open();
    shell = own.local.host.addresses.shell;
    await own.local.host.idle();
    expect(own.refused.total()).toBe(listed);
    expect(far.jira.points('acme')).toBeLessThan(200);
    await own.local.close();
    await expect(open(['NOPE'])).rejects.toThrow('There is no project NOPE');
    far.jira.inject('acme', { fault: { kind: 'rate-limited', retryAfterSeconds: 3_000 } });
    await expect(open()).rejects.toThrow('429');
    own = await open();
    shell = own.local.host.addresses.shell;
  }, 120_000);

  it('says the token to nobody and keeps it nowhere', () => {
    const secrets = [TOKEN, Buffer.from(`${EMAIL}:${TOKEN}`).toString('base64'), 'tenant.session.token'];
    const files = readdirSync(join(folder, 'own'), { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
    expect(files.length).toBeGreaterThan(5);
    for (const secret of secrets) {
      expect(files.filter((file) => readFileSync(file).includes(secret))).toEqual([]);
      expect(said.filter((text) => text.includes(secret))).toEqual([]);
    }
    expect(JSON.stringify(process.env)).not.toContain(TOKEN);
  });
});
