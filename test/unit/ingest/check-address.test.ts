import { createServer, Socket } from 'node:net';
import type { AddressInfo } from 'node:net';
import fc from 'fast-check';
import { SourceAddressRefused, SourceError } from '../../../src/domain/source-errors';
import { checkAddress, hostOf } from '../../../src/ingest/http/check-address';
import { openSourceHttp } from '../../../src/ingest/http/open-source-http';
import { template } from '../../../src/connectors/_template';
import { zendesk } from '../../../src/connectors/zendesk';
import { CONNECTORS } from '../../../src/connectors/registry';
import type { Http } from '../../../src/ports/http';
import { fakeClock } from '../../fakes/ports';
import { TRICKS } from '../../fixtures/address-tricks';

const HOST = 'acme.example.com';

/** Opens a real connection to whatever it is told to, as the worst platform would: nothing behind the edge protects. */
function reckless(): { readonly http: Http; readonly reached: string[] } {
  const reached: string[] = [];
  return { reached, http: { send: async ({ url }) => { reached.push(url); return { status: 200, headers: { 'content-type': 'application/json' }, text: '{}' }; } } };
}

describe('addresses that somebody made up', () => {
  it(`are refused before anything is opened, all ${TRICKS.length} of them`, () => {
    expect(TRICKS.length).toBeGreaterThanOrEqual(100);
    expect(TRICKS.filter((trick) => {
      try {
        checkAddress(trick, [HOST]);
        return true;
      } catch (error) {
        return !(error instanceof SourceAddressRefused);
      }
    })).toEqual([]);
  });

  it('reach nothing through the edge, also as the place of a redirect', async () => {
    const { http, reached } = reckless();
    const edge = openSourceHttp({ http, clock: fakeClock(), sleep: async () => undefined, random: () => 0 }, template, { host: HOST });
    for (const trick of TRICKS) await expect(edge.send(trick)).rejects.toThrow(SourceAddressRefused);
    expect(reached).toEqual([]);
    for (const trick of TRICKS) {
      const asked: string[] = [];
      const redirecting: Http = { send: async ({ url }) => { asked.push(url); return { status: 302, headers: { location: trick }, text: '' }; } };
      await expect(openSourceHttp({ http: redirecting, clock: fakeClock(), sleep: async () => undefined, random: () => 0 }, template, { host: HOST }).send(`https://${HOST}/a`)).rejects.toMatchObject({ code: expect.stringMatching(/address-refused|unreadable/) as unknown });
      expect(new Set(asked.map((url) => new URL(url).host))).toEqual(new Set([HOST]));
    }
  });

  it('typed as a host match no connector, whatever it is', () => {
    const typed = [...TRICKS, ...TRICKS.map((trick) => trick.replace(/^https?:\/\//, ''))];
    for (const connector of CONNECTORS) {
      for (const field of connector.fields.filter(({ kind }) => kind === 'host')) {
        const accepted = typed.flatMap((one) => hostOf(one, field.pattern ?? /^$/) ?? []);
        expect(accepted.filter((host) => !connector.egress.some((entry) => entry === host || (entry.startsWith('*.') && host.endsWith(entry.slice(1)))))).toEqual([]);
      }
    }
  });

  it('lead, where they are accepted, to the very host that was compared', () => {
    fc.assert(fc.property(fc.oneof(fc.webUrl({ withFragments: true, withQueryParameters: true }), fc.string(), fc.string().map((tail) => `https://${HOST}${tail}`), fc.string().map((head) => `https://${head}@${HOST}/`)), (address) => {
      try {
        return checkAddress(address, [HOST]).host === HOST;
      } catch (error) {
        return error instanceof SourceAddressRefused;
      }
    }), { numRuns: 3_000, seed: 7 });
  });

  it('may be written as people write them', () => {
    const pattern = zendesk.fields[0]?.pattern ?? /^$/;
    expect([hostOf(' Acme.zendesk.com ', pattern), hostOf('acme-2.zendesk.com', pattern)]).toEqual(['acme.zendesk.com', 'acme-2.zendesk.com']);
    expect(checkAddress(`https://${HOST}/api/v2/x.json?page%5Bsize%5D=100&a=b,c`, [HOST]).host).toBe(HOST);
  });
});

describe('the edge', () => {
  const answering = (...answers: { status: number; headers?: Record<string, string>; text?: string }[]): { http: Http; sent: { url: string; headers: Readonly<Record<string, string>> }[] } => {
    const sent: { url: string; headers: Readonly<Record<string, string>> }[] = [];
    return { sent, http: { send: async ({ url, headers = {} }) => { sent.push({ url, headers }); const answer = answers.shift() ?? { status: 200 }; return { status: answer.status, headers: answer.headers ?? { 'content-type': 'application/json' }, text: answer.text ?? '{}' }; } } };
  };
  const two = { ...template, hosts: () => [HOST, 'files.example.com'] };

  it('follows a redirect within its hosts, and takes no key to another host', async () => {
    const { http, sent } = answering({ status: 302, headers: { location: 'https://files.example.com/b' } }, { status: 200 });
    await openSourceHttp({ http, clock: fakeClock(), sleep: async () => undefined, random: () => 0 }, two, {}).send(`https://${HOST}/a`, { headers: { Authorization: 'Bearer key', Cookie: 'c', Accept: 'x' } });
    expect(sent.map(({ url, headers }) => [new URL(url).host, Object.keys(headers)])).toEqual([[HOST, ['authorization', 'cookie', 'accept']], ['files.example.com', ['accept']]]);
  });

  it('keeps the pace in any window, also that of a slower path', async () => {
    const clock = fakeClock();
    const at: number[] = [];
    const http: Http = { send: async () => { at.push(clock.monotonicMs()); return { status: 200, headers: { 'content-type': 'application/json' }, text: '{}' }; } };
    const edge = openSourceHttp({ http, clock, sleep: async (ms) => clock.advance(ms), random: () => 0 }, zendesk, { host: 'acme.zendesk.com' });
    for (let index = 0; index < 35; index += 1) await edge.json('https://acme.zendesk.com/api/v2/incremental/tickets/cursor.json');
    const most = Math.max(...at.map((from) => at.filter((one) => one >= from && one < from + 60_000).length));
    expect(most).toBe(10);
  });

  it(`opens no socket to what is not on the list, whichever of the ${TRICKS.length} tricks is asked for or redirected to`, async () => {
    let connections = 0;
    const server = createServer((socket) => { connections += 1; socket.destroy(); });
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    const { port } = server.address() as AddressInfo;
    const sockets = watchedSockets();
    // As the worst platform would: every address that passes the edge is really fetched.
    const real: Http = { send: async ({ url }) => ({ status: (await fetch(url)).status, headers: {}, text: '' }) };
    const inward = ['127.0.0.1', 'localhost', '[::1]', '2130706433', '0x7f.1', `${HOST}@127.0.0.1`, HOST].flatMap((host) => [`http://${host}:${port}/`, `https://${host}:${port}/`]);
    try {
      for (const address of [...TRICKS, ...inward]) {
        await expect(openSourceHttp({ http: real, clock: fakeClock(), sleep: async () => undefined, random: () => 0 }, template, { host: HOST }).send(address)).rejects.toThrow(SourceAddressRefused);
        // The vendor itself is answered for here; wherever else a redirect led, it would be fetched.
        const redirecting: Http = { send: async (request) => (new URL(request.url).host === HOST ? { status: request.url.endsWith('/a') ? 302 : 200, headers: { location: address }, text: '' } : real.send(request)) };
        await openSourceHttp({ http: redirecting, clock: fakeClock(), sleep: async () => undefined, random: () => 0 }, template, { host: HOST }).send(`https://${HOST}/a`).catch((error: unknown) => expect(error).toBeInstanceOf(SourceError));
      }
      expect(sockets.opened).toEqual([]);
      // The watch sees what is opened: else its silence would mean nothing.
      await fetch(`http://127.0.0.1:${port}/`).catch(() => undefined);
      expect([sockets.opened.length, connections]).toEqual([1, 1]);
    } finally {
      sockets.stop();
      server.close();
    }
  });
});

/** Every socket that this process opens, by where it leads. */
function watchedSockets(): { readonly opened: string[]; readonly stop: () => void } {
  const opened: string[] = [];
  const { connect } = Socket.prototype;
  const watched = function (this: Socket, ...to: [never]): Socket {
    opened.push(JSON.stringify(to[0]));
    return connect.apply(this, to);
  };
  Object.assign(Socket.prototype, { connect: watched });
  return { opened, stop: () => void Object.assign(Socket.prototype, { connect }) };
}
