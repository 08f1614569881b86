import { openApp, type App } from '../../../../src/app';
import type { InboundKey } from '../../../../src/domain/inbound';
import { StoreUnavailable } from '../../../../src/domain/errors';
import { inboundTrigger } from '../../../../src/surfaces/inbound/inbound-trigger';
import { signed } from '../../../build/signed';
import { fakePorts, type FakePorts } from '../../../fakes/ports';

const NOW = Date.parse('2025-07-01T08:00:00.000Z') / 1000;
const BODY = JSON.stringify([{ id: '1', at: '2025-06-30', text: 'Export fails, write to anna@acme.example', author: 'anna@acme.example' }]);
const SITE = 'ari:cloud:jira::site/one';

interface World {
  readonly ports: FakePorts;
  readonly app: App;
  readonly key: InboundKey;
  readonly send: (body: string, headers: Readonly<Record<string, string | readonly string[]>>, method?: string, site?: string) => Promise<string>;
}

async function world(): Promise<World> {
  const ports = fakePorts();
  await ports.stores.products.saveProduct({ id: 'mail', name: 'Mail', projects: ['MAIL'] });
  const app = openApp({ ports, prepare: async () => undefined });
  const source = await app.inbound.add({ product: 'mail', name: 'Own app', visibility: 'open', quietAfterHours: 24 });
  const key = await app.inbound.addKey(source.id);
  const trigger = inboundTrigger(app);
  const send: World['send'] = async (body, headers, method = 'POST', site = SITE) =>
    (await trigger({ method, body, headers: Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, typeof value === 'string' ? [value] : [...value]])) }, { installContext: site })).outputKey;
  return { ports, app, key, send };
}

const right = ({ key }: World, body = BODY, seconds = NOW) => signed(body, { key: key.id, secret: key.secret, seconds });
const waiting = ({ ports }: World) => ports.inbound.listWaiting(100);

describe('a delivery of an own system', () => {
  it('is accepted, kept redacted, and read in the background', async () => {
    const one = await world();
    expect(await one.send(BODY, right(one))).toBe('accepted');
    expect(JSON.stringify(await waiting(one))).not.toContain('anna');
    expect((await waiting(one))[0]).toMatchObject({ signals: [{ origin: { domain: 'acme.example' } }] });
    expect(one.ports.jobs).toContainEqual({ name: 'drain-inbound' });
    await one.app.runJob({ name: 'drain-inbound' });
    const [stored] = await one.ports.stores.signals.findSignals('mail', ['own-app:1']);
    expect(stored).toMatchObject({ text: 'Export fails, write to [e-mail]', source: 'own-app' });
    expect(await waiting(one)).toEqual([]);
    expect((await one.ports.stores.products.listCoverage('mail'))[0]).toMatchObject({ source: 'own-app', kept: 1, gaps: [] });
  });

  it.each<[string, (headers: Record<string, string>, one: World) => Record<string, string | readonly string[]>, string, string]>([
    ['without headers', () => ({}), BODY, 'no-signature'],
    ['with a header twice', (headers) => ({ ...headers, 'X-Resurface-Nonce': [headers['X-Resurface-Nonce']!, headers['X-Resurface-Nonce']!] }), BODY, 'no-signature'],
    ['with a header under two spellings', (headers) => ({ ...headers, 'x-resurface-key': headers['X-Resurface-Key']! }), BODY, 'no-signature'],
    ['with a short nonce', (headers) => ({ ...headers, 'X-Resurface-Nonce': 'abc' }), BODY, 'no-signature'],
    ['altered by a blank', (headers) => headers, `${BODY} `, 'wrong-signature'],
    ['with another time than signed', (headers) => ({ ...headers, 'X-Resurface-Timestamp': String(NOW + 1) }), BODY, 'wrong-signature'],
    ['with another nonce than signed', (headers) => ({ ...headers, 'X-Resurface-Nonce': 'nonce-of-somebody-else' }), BODY, 'wrong-signature'],
    ['with a key nobody has', (headers) => ({ ...headers, 'X-Resurface-Key': 'rk-nobody' }), BODY, 'unknown-key'],
    ['signed with another secret', (_headers, { key }) => signed(BODY, { key: key.id, secret: 'other', seconds: NOW }), BODY, 'wrong-signature'],
    ['signed six minutes ago', (_headers, one) => right(one, BODY, NOW - 360), BODY, 'wrong-time'],
    ['signed six minutes ahead', (_headers, one) => right(one, BODY, NOW + 360), BODY, 'wrong-time'],
    ['without signature but for the scheme', (headers) => ({ ...headers, 'X-Resurface-Signature': 'sha256=' }), BODY, 'no-signature'],
  ])('%s is refused and touches nothing', async (_what, change, body, outcome) => {
    const one = await world();
    expect(await one.send(body, change(right(one), one))).toBe(outcome);
    expect(await waiting(one)).toEqual([]);
    expect(one.ports.jobs.filter((job) => job.name === 'drain-inbound')).toEqual([]);
  });

  it('takes headers in any case', async () => {
    const one = await world();
    expect(await one.send(BODY, Object.fromEntries(Object.entries(right(one)).map(([name, value]) => [name.toUpperCase(), value])))).toBe('accepted');
  });

  it('has one effect when it is replayed, one after the other and all at once', async () => {
    const one = await world();
    const headers = right(one);
    const answers = await Promise.all(Array.from({ length: 12 }, () => one.send(BODY, headers)));
    expect(answers.filter((answer) => answer === 'accepted')).toHaveLength(1);
    expect(await one.send(BODY, headers)).toBe('replayed');
    expect(await waiting(one)).toHaveLength(1);
  });

  it('of another site is refused with that site’s keys only', async () => {
    const [one, other] = [await world(), await world()];
    expect(await one.send(BODY, right(other))).toBe('unknown-key');
    expect(await one.send(BODY, signed(BODY, { key: one.key.id, secret: other.key.secret, seconds: NOW }))).toBe('wrong-signature');
  });

  it('works with two keys at once, and no longer with one that was removed', async () => {
    const one = await world();
    const second = await one.app.inbound.addKey('own-app');
    await expect(one.app.inbound.addKey('own-app')).rejects.toThrow('two keys are active');
    expect(await one.send(BODY, signed(BODY, { key: second.id, secret: second.secret, seconds: NOW }))).toBe('accepted');
    expect(await one.send(BODY, right(one))).toBe('accepted');
    await one.app.inbound.removeKey(one.key.id);
    one.ports.clock.advance(30_000);
    expect(await one.send(BODY, right(one))).toBe('unknown-key');
    expect(await one.send(BODY, signed(BODY, { key: second.id, secret: second.secret, seconds: NOW + 30 }))).toBe('accepted');
  });

  it('signed with a key that was made a moment ago is taken, also where others were known before; a flood of unknown ones is not looked up without end', async () => {
    const one = await world();
    expect(await one.send(BODY, right(one))).toBe('accepted');
    const fresh = await one.app.inbound.addKey('own-app');
    expect(await one.send(BODY, signed(BODY, { key: fresh.id, secret: fresh.secret, seconds: NOW }))).toBe('accepted');
    const unknown = signed(BODY, { key: 'rk-nobody', secret: 'x', seconds: NOW });
    const answers: string[] = [];
    for (let at = 0; at < 60; at += 1) answers.push(await one.send(BODY, unknown));
    expect([answers[0], answers.at(-1)]).toEqual(['unknown-key', 'busy']);
    // Who is known is served all the same.
    expect(await one.send(BODY, right(one))).toBe('accepted');
  });

  it.each([
    ['{', 'not-json', undefined],
    ['['.repeat(5000) + ']'.repeat(5000), 'not-json', undefined],
    ['{"signal":[]}', 'wrong-record', 'an array of signals, or {"signals": […], "gone": […]}, is expected'],
    ['[{"id":"1","at":"2025-06-30","text":"a"},{"id":"2","at":"soon","text":"b"}]', 'wrong-record', 'record 2, at: not a date'],
    ['[{"at":"2025-06-30","text":"a"}]', 'wrong-record', 'record 1, id: missing'],
    [JSON.stringify(Array.from({ length: 501 }, (_, at) => ({ id: String(at), at: '2025-06-30', text: 'a' }))), 'too-many', '501 records, at most 500'],
    [JSON.stringify([{ id: '1', at: '2025-06-30', text: 'ä'.repeat(250_000) }]), 'too-large', undefined],
  ])('that cannot be read whole is refused whole, and says where: %#', async (body, outcome, detail) => {
    const one = await world();
    expect(await one.send(body, right(one, body))).toBe(outcome);
    expect(await waiting(one)).toEqual([]);
    expect((await one.ports.inbound.figures('own-app')).lastRefusal?.detail).toBe(detail);
  });

  it('that is no POST, or cannot be kept, is said so, and never accepted', async () => {
    const one = await world();
    expect(await one.send('', {}, 'GET')).toBe('not-post');
    const broken = openApp({ ports: { ...one.ports, inbound: { ...one.ports.inbound, accept: async () => { throw new StoreUnavailable('down'); } } }, prepare: async () => undefined });
    const trigger = inboundTrigger(broken);
    const headers = Object.fromEntries(Object.entries(right(one)).map(([name, value]) => [name, [value]]));
    expect(await trigger({ method: 'POST', body: BODY, headers }, { installContext: SITE })).toEqual({ outputKey: 'busy' });
  });

  it('beyond the rate is turned away without a write, and each site has its own', async () => {
    const one = await world();
    const answers = await Promise.all(Array.from({ length: 80 }, () => one.send(BODY, right(one))));
    const accepted = answers.filter((answer) => answer === 'accepted').length;
    expect(accepted).toBeGreaterThan(0);
    expect(answers.every((answer) => ['accepted', 'over-limit', 'busy'].includes(answer))).toBe(true);
    expect(await waiting(one)).toHaveLength(accepted);
    expect(await one.send(BODY, right(one), 'POST', 'ari:cloud:jira::site/two')).toBe('accepted');
  });

  it('takes back what is gone at the sender, also where its id looks like a person’s number', async () => {
    const one = await world();
    const bodies = ['[{"id":"11621885383","at":"2025-06-30","text":"a"},{"id":"anna@acme.example","at":"2025-06-30","text":"b"},{"id":"3","at":"2025-06-30","text":"c"}]', '{"gone":["11621885383","anna@acme.example"]}'];
    for (const body of bodies) expect(await one.send(body, right(one, body))).toBe('accepted');
    await one.app.runJob({ name: 'drain-inbound' });
    expect((await one.ports.stores.signals.pageSignals('mail', undefined, 10)).rows.map((row) => row.text)).toEqual(['c']);
  });

  it('of a sender that was removed is heard no more, and coverage says so from then on', async () => {
    const one = await world();
    await one.send(BODY, right(one));
    await one.app.runJob({ name: 'drain-inbound' });
    await one.app.inbound.remove('own-app', true);
    const [coverage] = await one.ports.stores.products.listCoverage('mail');
    expect(coverage).toMatchObject({ source: 'own-app', kept: 1, gaps: [{ from: one.ports.clock.now(), reason: 'removed' }] });
  });

  it('takes back what is gone at the sender, after what came before it', async () => {
    const one = await world();
    const bodies = [BODY, '{"gone":["1"]}', JSON.stringify([{ id: '2', at: '2025-06-30', kind: 'did', event: 'churn', account: 'acme' }])];
    for (const body of bodies) expect(await one.send(body, right(one, body))).toBe('accepted');
    await one.app.runJob({ name: 'drain-inbound' });
    expect((await one.ports.stores.signals.pageSignals('mail', undefined, 10)).rows.map((row) => row.id)).toEqual(['own-app:2']);
  });

  it('an empty one is a sign of life; without any for too long, silence is a gap, and the next delivery ends it without undoing it', async () => {
    const one = await world();
    const gaps = async () => (await one.ports.stores.products.listCoverage('mail'))[0]?.gaps;
    one.ports.clock.advance(25 * 3_600_000);
    await one.app.inbound.lookAfter();
    expect(await gaps()).toEqual([{ from: '2025-07-01T08:00:00.000Z', reason: 'nothing was ever received' }]);
    expect(await one.send('[]', right(one, '[]', NOW + 25 * 3600))).toBe('accepted');
    await one.app.inbound.lookAfter();
    expect(await gaps()).toEqual([{ from: '2025-07-01T08:00:00.000Z', to: '2025-07-02T09:00:00.000Z', reason: 'nothing was received' }]);
  });
});
