import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { openRemoteJira, type RemoteJira, type RemoteLimits } from '../../../host/remote-site/remote-jira';

const closing: (() => void)[] = [];
afterEach(() => closing.splice(0).forEach((close) => close()));

type Step = (request: IncomingMessage, response: ServerResponse) => void;

/** A site that answers by the given steps, the last one again and again; time passes only while somebody waits. */
async function site(steps: readonly Step[], limits: Partial<RemoteLimits> = {}): Promise<{ remote: RemoteJira; asked: IncomingMessage[]; waited: number[]; pass: (ms: number) => void; origin: string }> {
  const asked: IncomingMessage[] = [];
  const server = createServer((request, response) => {
    asked.push(request);
    steps[Math.min(asked.length, steps.length) - 1]?.(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closing.push(() => {
    server.closeAllConnections();
    server.close();
  });
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  let now = 1_000_000;
  const waited: number[] = [];
  const remote = openRemoteJira({
    origin,
    credentials: { email: 'ada@example.com', token: 'x:y' },
    limits: { timeoutMs: 5_000, maximumBytes: 1_000, longestWaitMs: 6_000, ...limits },
    now: () => now,
    sleep: async (ms) => {
      waited.push(ms);
      now += ms;
    },
    random: () => 0.5,
  });
  return { remote, asked, waited, origin, pass: (ms) => (now += ms) };
}

const ok: Step = (_request, response) => void response.writeHead(200, { 'content-type': 'application/json', 'set-cookie': 'session=1' }).end('{}');
const wait = (seconds?: string): Step => (_request, response) => void response.writeHead(429, seconds === undefined ? {} : { 'retry-after': seconds }).end('{}');
const get = (remote: RemoteJira) => remote.ask({ method: 'GET', path: '/rest/api/3/myself' });

describe('a site over HTTP', () => {
  it('is asked with basic authorization, and its cookies go nowhere', async () => {
    const { remote, asked } = await site([ok]);
    const answer = await remote.ask({ method: 'GET', path: '//evil.example/x' });
    expect(answer).toMatchObject({ status: 200, headers: { 'content-type': 'application/json' } });
    expect(Object.keys(answer.headers)).toEqual(['content-type']);
    expect(Buffer.from((asked[0]?.headers.authorization ?? '').slice('Basic '.length), 'base64').toString()).toBe('ada@example.com:x:y');
    expect(asked[0]?.url).toBe('//evil.example/x');
  });

  it('is asked again when it said when, not earlier and a little later', async () => {
    const { remote, asked, waited } = await site([wait('2'), ok]);
    expect((await get(remote)).status).toBe(200);
    expect(asked).toHaveLength(2);
    expect(waited).toEqual([2_300]);
  });

  it('is left alone by every call while it wants to be, and the callers hear for how long', async () => {
    const { remote, asked, pass } = await site([wait('60'), ok]);
    expect(await get(remote)).toMatchObject({ status: 429, headers: { 'retry-after': '69' } });
    pass(10_000);
    expect(await get(remote)).toMatchObject({ status: 429, headers: { 'retry-after': '59' } });
    expect(asked).toHaveLength(1);
    pass(60_000);
    expect((await get(remote)).status).toBe(200);
  });

  it('is asked at longer and longer intervals when it does not say when, then given up', async () => {
    const { remote, asked } = await site([wait()]);
    expect((await get(remote)).status).toBe(429);
    expect(asked).toHaveLength(3);
  });

  it('is not followed elsewhere', async () => {
    const other = await site([ok]);
    const at = await site([(_request, response) => void response.writeHead(302, { location: `${other.origin}/rest/api/3/myself` }).end()]);
    const answer = await get(at.remote);
    expect(answer.status).toBe(502);
    expect(answer.body.toString()).toContain('redirect');
    expect(other.asked).toHaveLength(0);
    expect(at.asked).toHaveLength(1);
  });

  it.each<readonly [string, Step, Partial<RemoteLimits>, number, string]>([
    ['too much', (_request, response) => void response.end('x'.repeat(2_000)), {}, 502, 'larger than 1000 bytes'],
    ['nothing', () => undefined, { timeoutMs: 50 }, 504, 'did not answer'],
    ['half', (request, response) => void (response.write('{'), request.socket.destroy()), {}, 502, 'could not be reached'],
  ])('that answers %s is a refusal in Jira’s shape', async (_what, step, limits, status, words) => {
    const { remote } = await site([step], limits);
    const answer = await get(remote);
    expect(answer.status).toBe(status);
    expect(JSON.parse(answer.body.toString())).toEqual({ errorMessages: [expect.stringContaining(words)], errors: {} });
  });
});
