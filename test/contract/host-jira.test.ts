import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { checkScopes, SCOPE_RULES } from '../../host/forge/proxy/scopes';
import { ROUTES } from '../../host/jira/routes';
import { openTestHost, type TestHost } from '../fixtures/host-setup';

let host: TestHost;
beforeAll(async () => {
  host = await openTestHost();
});
afterAll(() => host.close());

describe('calls to Jira', () => {
  it('say for which tenant and as whom', async () => {
    expect(await host.call('jira.app', { key: 'A-1' })).toEqual({ value: { status: 200, type: 'application/json', body: { path: '/rest/api/3/issue/A-1', tenant: 'north', actor: 'app', product: 'jira', body: '' } } });
    expect(await host.call('jira.user', { key: 'A-1' }, { tenant: 'south' })).toMatchObject({ value: { body: { tenant: 'south', actor: 'south-cat' } } });
    expect(await host.call('jira.none', { key: 'A-1' })).toMatchObject({ value: { body: { actor: 'anonymous' } } });
  });

  it('carry a body', async () => {
    expect(await host.call('jira.search', { jql: 'project = "Ä"' })).toMatchObject({ value: { status: 200, body: { body: '{"jql":"project = \\"Ä\\""}' } } });
  });

  it('as a user need a user', async () => {
    const call = host.host.invoke('north', { functionKey: 'jira.user', payload: { key: 'A-1' } });
    expect(await call).toMatchObject({ name: 'NEEDS_AUTHENTICATION_ERR', status: 401 });
  });

  it('as a user who is not there need the scope for it', async () => {
    expect(await host.call('jira.otherUser', { accountId: 'north-bob' })).toMatchObject({ name: 'PROXY_ERR', errorCode: 'IMPERSONATION_NOT_ALLOWED' });
  });

  it('are refused as Jira refuses them when the manifest lacks the scope, and never reach it', async () => {
    const before = host.jira.seen.length;
    expect(await host.call('jira.comment', { key: 'A-1' })).toMatchObject({ value: { status: 403, body: { errorMessages: [expect.stringContaining('[write:jira-work]') as unknown] } } });
    expect(host.jira.seen).toHaveLength(before);
  });

  it.each(['jira.unlisted', 'confluence.app', 'graph.user', 'events.publish'])('that are not emulated fail loudly (%s)', async (name) => {
    expect(await host.call(name)).toMatchObject({ name: 'PROXY_ERR', errorCode: 'LOCAL_HOST_UNSUPPORTED' });
  });

  it('tell which reported accounts are closed', async () => {
    expect(await host.call('privacy.report', { id: '5b10a2844c20165700ede21a' })).toEqual({ value: [] });
    expect(await host.call('privacy.report', { id: '5b10a2844c201657c105ed' })).toEqual({ value: [{ accountId: '5b10a2844c201657c105ed', status: 'closed' }] });
  });

  it('that need a remote or a provider fail loudly', async () => {
    expect(await host.call('remote.invoke')).toMatchObject({ name: 'PROXY_ERR' });
    expect(await host.call('service.invoke')).toMatchObject({ name: 'PROXY_ERR' });
    expect(await host.call('provider.fetch')).toMatchObject({ message: expect.stringContaining('Bad provider') as unknown });
  });

  it('ask for permissions through authorize()', async () => {
    const answer = await host.call('authorize.jira');
    expect(host.jira.seen.at(-1)).toMatchObject({ method: 'POST', url: '/rest/api/3/permissions/check' });
    expect(host.jira.seen.at(-1)?.headers['x-emulated-actor']).toBe('north-ann');
    expect(answer).toBeDefined();
  });
});

describe('the table of scopes', () => {
  it('tells granted, missing and unknown apart', () => {
    expect(checkScopes('GET', '/rest/api/3/issue/A-1', ['read:jira-work'])).toEqual({ kind: 'granted' });
    expect(checkScopes('PUT', '/rest/api/3/issue/A-1', ['read:jira-work'])).toEqual({ kind: 'missing', needs: ['write:jira-work'] });
    expect(checkScopes('POST', '/rest/api/3/search/jql', ['read:jira-work'])).toEqual({ kind: 'granted' });
    expect(checkScopes('GET', '/rest/api/3/dashboard', ['read:jira-work'])).toEqual({ kind: 'unknown' });
    expect(checkScopes('POST', '/rest/api/3/permissions/check', [])).toEqual({ kind: 'granted' });
  });

  it.each(['jira-platform-v3.json', 'jira-software-v3.json'])('agrees with %s', (file) => {
    const path = resolve(__dirname, '../../../shared/openapi', file);
    const operations = existsSync(path) ? operationsOf(readFileSync(path, 'utf8')) : INLINE;
    if (!existsSync(path)) process.stdout.write(`${file} is not here: the table of scopes is checked against a few lines of it\n`);
    const known = operations.filter(({ method, path: at }) => checkScopes(method, at, []).kind !== 'unknown');
    expect(known.length).toBeGreaterThanOrEqual(INLINE.length);
    const wrong = known.flatMap(({ method, path: at, scopes }) => {
      const needs = SCOPE_RULES.find((rule) => rule.methods.includes(method) && rule.path.test(at))?.scopes ?? [];
      return needs.join(' ') === scopes.join(' ') ? [] : [{ method, at, needs, scopes }];
    });
    expect(wrong).toEqual([]);
  });

  it('knows every call that the emulated Jira answers', () => {
    const unknown = ROUTES.filter(({ path }) => path.startsWith('/rest/')).filter(({ method, path }) => checkScopes(method, path.replaceAll(/\{[^}]+\}/g, 'x'), []).kind === 'unknown');
    expect(unknown.map(({ method, path }) => `${method} ${path}`)).toEqual([]);
  });
});

interface Operation {
  readonly method: string;
  readonly path: string;
  readonly scopes: readonly string[];
}

const INLINE: readonly Operation[] = [
  { method: 'GET', path: '/rest/api/3/issue/x', scopes: ['read:jira-work'] },
  { method: 'POST', path: '/rest/api/3/issue/x/comment', scopes: ['write:jira-work'] },
  { method: 'GET', path: '/rest/api/3/myself', scopes: ['read:jira-user'] },
];

function operationsOf(text: string): readonly Operation[] {
  const { paths } = JSON.parse(text) as { paths: Record<string, Record<string, { security?: Record<string, string[]>[] }>> };
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods)
      .filter(([method]) => ['get', 'post', 'put', 'delete'].includes(method))
      .map(([method, { security = [] }]) => ({ method: method.toUpperCase(), path: path.replaceAll(/\{[^}]+\}/g, 'x'), scopes: security.flatMap((each) => each['OAuth2'] ?? []) })),
  );
}
