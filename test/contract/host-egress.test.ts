import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { openTestHost, type TestHost } from '../fixtures/host-setup';

let host: TestHost;
let standIn: string;
const server = createServer((request, response) => response.end(`${request.headers['x-emulated-host']} ${request.url}`));
beforeAll(async () => {
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  standIn = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  host = await openTestHost({ egressRoutes: { 'https://api.allowed.example': standIn, 'https://acme.wild.example': standIn } });
});
afterAll(async () => {
  await host.close();
  server.close();
});

describe('egress', () => {
  it.each(['https://api.other.example/x', 'http://api.allowed.example/x', 'https://api.allowed.example.evil.example/', 'https://wild.example/'])('to %s is refused with Forge’s own error', async (url) => {
    expect(await host.call('fetch', { url })).toMatchObject({ class: 'ExternalEndpointNotAllowedError', name: 'REQUEST_EGRESS_ALLOWLIST_ERR', status: 403, message: expect.stringContaining('external fetch backend permissions') as unknown });
  });

  it('to a listed address goes to what stands in for it', async () => {
    expect(await host.call('fetch', { url: 'https://api.allowed.example/v1?q=1' })).toEqual({ value: { status: 200, body: 'api.allowed.example /v1?q=1' } });
    expect(await host.call('fetch', { url: 'https://acme.wild.example/v2' })).toEqual({ value: { status: 200, body: 'acme.wild.example /v2' } });
  });

  it('finds no way around fetch', async () => {
    expect(await host.call('socket', { url: host.jira.url })).toMatchObject({ name: 'REQUEST_EGRESS_ALLOWLIST_ERR' });
    expect(await host.call('fetch', { url: `${host.jira.url}/rest/api/3/myself` })).toMatchObject({ name: 'REQUEST_EGRESS_ALLOWLIST_ERR' });
  });
});
