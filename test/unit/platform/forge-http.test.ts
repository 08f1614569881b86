import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { forgeHttp } from '../../../src/platform/forge-http';

let url: string;
/** Answers as the path says: `/403/BLOCKED_EGRESS` is a 403 of Forge's proxy, `/403` one of the vendor. */
const server = createServer((request, response) => {
  const [, status, proxyError] = (request.url ?? '').split('/');
  response.writeHead(Number(status), proxyError === undefined ? {} : { 'forge-proxy-error': proxyError }).end('answer');
});

beforeAll(async () => {
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => server.close());

const ask = (path: string) => forgeHttp().send({ method: 'GET', url: `${url}${path}`, timeoutMs: 5_000, maxBytes: 1_000 });

describe('an answer that Forge gives in the vendor’s place', () => {
  it('is an address that the manifest does not list, not a key that the vendor refused', async () => {
    await expect(ask('/403/BLOCKED_EGRESS')).rejects.toMatchObject({ code: 'source/address-refused' });
  });

  it('of any other kind is no answer, whatever its status: never an empty one', async () => {
    await expect(ask('/200/UPSTREAM_FAILURE')).rejects.toMatchObject({ code: 'source/unreachable', retryable: true });
  });

  it('is told from the vendor’s own 403', async () => {
    expect(await ask('/403')).toMatchObject({ status: 403, text: 'answer' });
  });
});
