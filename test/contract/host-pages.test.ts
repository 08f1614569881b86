import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openTestHost, type TestHost } from '../fixtures/host-setup';

let host: TestHost;
let shellFolder: string;
beforeAll(async () => {
  shellFolder = mkdtempSync(join(tmpdir(), 'forge-shell-'));
  writeFileSync(join(shellFolder, 'index.html'), '<!doctype html><title>Shell</title>');
  writeFileSync(join(shellFolder, 'shell.js'), '1;');
  host = await openTestHost({ shellFolder });
});
afterAll(async () => {
  await host.close();
  rmSync(shellFolder, { recursive: true, force: true });
});

const post = (path: string, body: unknown, headers: Record<string, string> = {}): Promise<Response> =>
  fetch(host.host.addresses.shell + path, { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body: typeof body === 'string' ? body : JSON.stringify(body) });
const who = { tenant: 'north', accountId: 'north-ann', moduleKey: 'panel' };

describe('the app’s pages', () => {
  it('come from an origin of their own, with the bridge before everything else', async () => {
    const { app, shell } = host.host.addresses;
    expect(app).not.toBe(shell);
    const response = await fetch(`${app}/r/ui/panel.html`);
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(await response.text()).toMatch(/<head><script src="\/forge-bridge.js"><\/script>/);
    const bridge = await fetch(`${app}/forge-bridge.js`);
    expect(bridge.headers.get('content-type')).toContain('javascript');
    expect(await bridge.text()).toContain('__bridge');
  });

  it('run no inline script, and show in the shell’s frame only', async () => {
    const policy = (await fetch(`${host.host.addresses.app}/r/ui/panel.html`)).headers.get('content-security-policy') ?? '';
    const directives = new Map(policy.split('; ').map((each) => [each.split(' ')[0], each.split(' ').slice(1)]));
    expect(directives.get('script-src')).toEqual(["'self'"]);
    expect(directives.get('style-src')).toEqual(["'self'", "'unsafe-inline'"]);
    expect(directives.get('connect-src')).toEqual(["'self'"]);
    expect(directives.get('frame-ancestors')).toContain(host.host.addresses.shell);
  });

  it('keep files with a hash for good, and no others', async () => {
    const script = await fetch(`${host.host.addresses.app}/r/ui/assets/panel-0123abcd.js`);
    expect([script.headers.get('content-type'), script.headers.get('cache-control')]).toEqual(['text/javascript; charset=utf-8', 'public, max-age=31536000, immutable']);
    expect((await fetch(`${host.host.addresses.app}/r/ui/panel.html`)).headers.get('cache-control')).toBe('no-cache');
  });

  it.each(['/r/ui/missing.js', '/r/other/panel.html', '/r/ui/..%2f..%2fmanifest.yml', '/r/ui/%2e%2e/%2e%2e/manifest.yml', '/'])('serve nothing for %s', async (path) => {
    expect((await fetch(host.host.addresses.app + path)).status).toBe(404);
  });
});

describe('the shell’s origin', () => {
  it('serves its page at every address, and its files', async () => {
    expect(await (await fetch(`${host.host.addresses.shell}/browse/A-1`)).text()).toContain('Shell');
    expect(await (await fetch(`${host.host.addresses.shell}/shell.js`)).text()).toBe('1;');
    expect((await fetch(`${host.host.addresses.shell}/missing.js`)).status).toBe(404);
  });

  it('tells what there is to show', async () => {
    const sites = (await (await fetch(`${host.host.addresses.shell}/host/tenants`)).json()) as { tenants: { name: string }[]; views: unknown[] };
    expect(sites.tenants.map(({ name }) => name)).toEqual(['north', 'south']);
    expect(sites.views).toEqual([{ type: 'jira:issuePanel', key: 'panel', title: 'Panel', url: `${host.host.addresses.app}/r/ui/panel.html` }]);
  });

  it('runs a view’s resolver for the person who looks', async () => {
    const response = await post('/host/invoke', { ...who, functionKey: 'echo', payload: { a: 1 }, extension: { issue: { key: 'A-1' } } });
    expect(await response.json()).toMatchObject({ value: { payload: { a: 1 }, context: { accountId: 'north-ann', extension: { type: 'jira:issuePanel', issue: { key: 'A-1' } } } } });
  });

  it('hands on what the app threw, without its stack', async () => {
    expect(await (await post('/host/invoke', { ...who, functionKey: 'throw' })).json()).toEqual({ error: { name: 'RangeError', message: 'There was an error invoking the function - out of the app', reason: 'APP_EXCEPTION' } });
  });

  it('answers view.getContext()', async () => {
    expect(await (await post('/host/context', { ...who, extension: { issue: { key: 'A-1' } } })).json()).toMatchObject({ accountId: 'north-ann', moduleKey: 'panel', extension: { type: 'jira:issuePanel', issue: { key: 'A-1' } }, siteUrl: 'https://north.atlassian.net' });
  });

  it('asks Jira for the page as the person who looks, within the app’s scopes', async () => {
    const call = (method: string, restPath: string): Promise<unknown> => post('/host/fetch-product', { ...who, product: 'jira', restPath, fetchRequestInit: { method, headers: [['accept', 'application/json'], ['x-emulated-actor', 'app']] }, isMultipartFormData: false }).then((response) => response.json());
    const answer = (await call('GET', '/rest/api/3/issue/A-1')) as { status: number; body: string };
    expect([answer.status, JSON.parse(answer.body)]).toEqual([200, { path: '/rest/api/3/issue/A-1', tenant: 'north', actor: 'north-ann', product: 'jira', body: '' }]);
    expect(await call('DELETE', '/rest/api/3/issue/A-1')).toMatchObject({ status: 403 });
    expect(await post('/host/fetch-product', { ...who, product: 'confluence', restPath: '/wiki', fetchRequestInit: {} }).then((response) => response.json())).toMatchObject({ status: 501 });
  });

  it('answers its own page only', async () => {
    expect((await post('/host/invoke', { ...who, functionKey: 'echo' }, { origin: host.host.addresses.app })).status).toBe(403);
    expect((await post('/host/invoke', { ...who, functionKey: 'echo' }, { 'content-type': 'text/plain' })).status).toBe(403);
    expect((await post('/host/invoke', 'not json')).status).toBe(400);
    expect((await post('/host/other', {})).status).toBe(404);
  });
});
