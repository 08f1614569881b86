import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { z } from 'zod';
import { asAdmin } from '../../host/seed/apply-seed';
import { clockAhead } from '../../static/app/src/admin/inbound/clock-ahead';
import { sampleRequest } from '../../static/app/src/admin/inbound/sample-request';
import { signed } from '../build/signed';
import { openTestSite, ROOT, TWO_TENANTS, type TestSite } from './open-test-site';

const run = promisify(execFile);
const NewKey = z.object({ key: z.string(), secret: z.string() });
type NewKey = z.output<typeof NewKey>;
const Sources = z.object({ products: z.array(z.object({ sources: z.array(z.object({ source: z.string(), kept: z.number() })) })) });

let site: TestSite;
let [sample, key, second, other, foreign, far]: NewKey[] = [];
// All of them before the first request: which keys there are is looked up every twenty seconds of the real clock.
beforeAll(async () => {
  site = await openTestSite();
  [sample, key, other, foreign, far] = [await addSource('Sample'), await addSource('Door'), await addSource('Second door'), await addSource('Foreign', 1), await addSource('Far clock')];
  second = await ask(0)('admin.addInboundKey', { source: 'door' }, NewKey);
}, 180_000);
afterAll(() => site.close());

const ask = (tenant: 0 | 1): ReturnType<typeof asAdmin> => asAdmin(site.site.host, TWO_TENANTS[tenant]!);
const addSource = (name: string, tenant: 0 | 1 = 0): Promise<NewKey> => ask(tenant)('admin.addInbound', { product: TWO_TENANTS[tenant]!.products[0]?.id, name, visibility: 'open', quietAfterHours: 24 }, NewKey);
const address = (tenant: 0 | 1 = 0): string => site.site.host.webTriggerUrl(TWO_TENANTS[tenant]!.tenant, 'inbound-trigger');
const now = (): number => Math.floor(Date.parse(site.site.host.clock()) / 1000);
const bodyOf = (id: string): string => JSON.stringify([{ id, at: '2025-06-30', text: `The export of report ${id} stops, naïve “quotes” 😀` }]);

async function post(body: string | Uint8Array<ArrayBuffer>, headers: Readonly<Record<string, string>>, tenant: 0 | 1 = 0): Promise<number> {
  const response = await fetch(address(tenant), { method: 'POST', body, headers: { ...headers } });
  await response.arrayBuffer();
  return response.status;
}

/** How many signals of a source are kept once everything was read. */
async function kept(source: string, tenant: 0 | 1 = 0): Promise<number> {
  // What was woken within the same seconds of the real clock is read with the next hour.
  await site.site.host.advanceClock(3_600_000);
  await site.site.host.idle();
  const { products } = Sources.parse(await ask(tenant)('admin.open', {}, z.unknown()));
  return products.flatMap((product) => product.sources).find((one) => one.source === source)?.kept ?? 0;
}

/** The sample in the manual, with an address and a key of this site. */
function manualSample(key: string): string {
  const block = /## A request that works[\s\S]*?```sh\n([\s\S]*?)\n```/.exec(readFileSync(join(ROOT, 'docs/import/inbound.md'), 'utf8'))?.[1] ?? '';
  return block.replace('ADDRESS', address()).replace('KEY', key);
}

/** Runs lines in a shell; `date` tells the host's time unless told otherwise, all else is the machine's own. */
async function shell(lines: string, secret: string, date = `date() { echo ${now()}; }\n`): Promise<string> {
  const { stdout } = await run('bash', ['-euo', 'pipefail', '-c', `${date}${lines}`], { env: { PATH: process.env['PATH'], SECRET: secret } });
  return stdout;
}

describe('the sample request', () => {
  it('of the manual is the one that the admin page shows, and run as it stands it is accepted, once', async () => {
    const lines = manualSample(sample!.key);
    expect(lines).toBe(sampleRequest(address(), sample!.key, '2025-07-01'));
    expect(await shell(lines, sample!.secret)).toMatch(/^HTTP\/1\.1 202/);
    expect(await shell(lines, 'guess')).toMatch(/^HTTP\/1\.1 401/);
    expect(await kept('sample')).toBe(1);
  }, 60_000);

  it('reckons with a shell whose clock is far from ours, as on a computer that is off or on this host', async () => {
    const asOf = site.site.host.clock();
    const ahead = clockAhead(asOf, Date.now());
    expect(Math.abs(ahead)).toBeGreaterThan(300);
    expect(await shell(sampleRequest(address(), far!.key, asOf), far!.secret, '')).toMatch(/^HTTP\/1\.1 401/);
    expect(await shell(sampleRequest(address(), far!.key, asOf, ahead), far!.secret, '')).toMatch(/^HTTP\/1\.1 202/);
    expect(sampleRequest(address(), far!.key, asOf, clockAhead(asOf, Date.parse(asOf) + 59_000))).toBe(sampleRequest(address(), far!.key, asOf));
  }, 60_000);
});

/** Each way to attack, as the request that an attacker who saw a good one can make; `status` is what the door says. */
type Attack = (good: { readonly body: string; readonly headers: Record<string, string>; readonly key: NewKey; readonly other: NewKey; readonly foreign: NewKey }) => { readonly body: string | Uint8Array<ArrayBuffer>; readonly headers: Readonly<Record<string, string>> };

const ATTACKS: readonly (readonly [string, number, Attack])[] = [
  ['forged with another secret', 401, ({ body, key }) => ({ body, headers: signed(body, { key: key.key, secret: 'guess', seconds: now() }) })],
  ['without a signature', 401, ({ body, headers: { 'X-Resurface-Signature': _gone, ...headers } }) => ({ body, headers })],
  ['altered in its words', 401, ({ body, headers }) => ({ body: body.replace('stops', 'works'), headers })],
  ['altered by one byte between the words', 401, ({ body, headers }) => ({ body: body.replace('[{', '[ {'), headers })],
  ['with bytes that are no UTF-8', 401, ({ body, headers }) => ({ body: new Uint8Array([...Buffer.from(body.slice(0, -2)), 0xff, 0xfe, ...Buffer.from(body.slice(-2))]), headers })],
  ['with another time than was signed', 401, ({ body, headers }) => ({ body, headers: { ...headers, 'X-Resurface-Timestamp': String(now() + 5) } })],
  ['with another nonce than was signed', 401, ({ body, headers }) => ({ body, headers: { ...headers, 'X-Resurface-Nonce': 'a-nonce-of-their-own' } })],
  ['signed 301 seconds ago', 401, ({ body, key }) => ({ body, headers: signed(body, { ...key, seconds: now() - 302 }) })],
  ['signed 301 seconds ahead', 401, ({ body, key }) => ({ body, headers: signed(body, { ...key, seconds: now() + 310 }) })],
  ['under the name of another source\'s key', 401, ({ body, headers, other }) => ({ body, headers: { ...headers, 'X-Resurface-Key': other.key } })],
  ['with the secret of another source', 401, ({ body, key, other }) => ({ body, headers: signed(body, { key: key.key, secret: other.secret, seconds: now() }) })],
  ['with the key and secret of another site', 401, ({ body, foreign }) => ({ body, headers: signed(body, { ...foreign, seconds: now() }) })],
];

describe('an attack on the door of own systems, over HTTP', () => {
  it.each(ATTACKS)('%s is refused, one after the other and ten at once, and has no effect', async (what, status, attack) => {
    const body = bodyOf(`attack ${what}`);
    const good = { body, headers: signed(body, { ...key!, seconds: now() }), key: key!, other: other!, foreign: foreign! };
    const { body: sent, headers } = attack(good);
    expect([await post(sent, headers), await post(sent, headers)]).toEqual([status, status]);
    // The door itself may be too busy for some of so many at once; none of them may get in.
    const answers = await Promise.all(Array.from({ length: 10 }, () => post(sent, headers)));
    expect(answers.filter((one) => one !== status && one !== 429 && one !== 503)).toEqual([]);
  }, 60_000);

  it('leaves nothing behind, and what was attacked is still accepted when its sender sends it', async () => {
    expect([await kept('door'), await kept('second-door'), await kept('foreign', 1)]).toEqual([0, 0, 0]);
    const body = bodyOf('honest');
    expect(await post(body, signed(body, { ...key!, seconds: now() - 290 }))).toBe(202);
    expect(await kept('door')).toBe(1);
  }, 60_000);

  it('by replay, in any case of the headers\' names, has no second effect: after it, twelve at once, and twelve at once before it', async () => {
    const first = bodyOf('replayed');
    const headers = signed(first, { ...key!, seconds: now() });
    expect(await post(first, headers)).toBe(202);
    expect(await post(first, Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value])))).toBe(409);
    expect(new Set(await Promise.all(Array.from({ length: 12 }, () => post(first, headers))))).toEqual(new Set([409]));
    const racing = bodyOf('racing');
    const raced = signed(racing, { ...key!, seconds: now() });
    const answers = await Promise.all(Array.from({ length: 12 }, () => post(racing, raced)));
    expect(answers.filter((one) => one === 202)).toHaveLength(1);
    expect(answers.filter((one) => one !== 202 && one !== 409)).toEqual([]);
    expect(await kept('door')).toBe(3);
  }, 60_000);

  it('cannot use a nonce of one source against another: each has its own', async () => {
    const body = bodyOf('same nonce');
    const nonce = 'one-nonce-for-both-doors';
    expect([await post(body, signed(body, { ...key!, nonce, seconds: now() })), await post(body, signed(body, { ...other!, nonce, seconds: now() }))]).toEqual([202, 202]);
    expect([await kept('door'), await kept('second-door')]).toEqual([4, 1]);
  }, 60_000);

  it('finds each of a source\'s two keys good, while keys are changed', async () => {
    for (const [id, one] of [['by the first key', key!], ['by the second key', second!]] as const) expect(await post(bodyOf(id), signed(bodyOf(id), { ...one, seconds: now() }))).toBe(202);
    expect(await kept('door')).toBe(6);
  }, 60_000);
});

it('says of a sender that nothing has come for longer than it promised, and since when', async () => {
  const View = z.object({ sources: z.array(z.object({ id: z.string(), lastReceivedAt: z.string().optional(), silentSince: z.string().optional() })) });
  const door = async (): Promise<z.output<typeof View>['sources'][number] | undefined> => (await ask(0)('admin.inbound', {}, View)).sources.find(({ id }) => id === 'door');
  const before = await door();
  expect(before?.lastReceivedAt).toBeDefined();
  expect(before?.silentSince).toBeUndefined();
  site.site.host.setClock(new Date(Date.parse(site.site.host.clock()) + 25 * 3_600_000).toISOString());
  expect((await door())?.silentSince).toBe(before?.lastReceivedAt);
}, 60_000);
