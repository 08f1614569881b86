import { openWorld } from '../../host/sources/zendesk/world';
import { serveSource, type ServedSource } from '../../host/sources/serve-source';
import type { SourceWorld } from '../../host/sources/source-world';
import type { AdminView } from '../../src/contract/admin';
import type { SourcePreviewView, SourcesView, SourceTest } from '../../src/contract/sources';
import { seededRandom } from '../../src/domain/random';
import { generatedSeed } from '../build/generated-seed';
import { openTestSite, type TestSite } from './open-test-site';

let site: TestSite;
let world: SourceWorld;
let vendor: ServedSource;
const late: { now: () => number } = { now: () => Date.parse('2025-06-30T00:00:00.000Z') };

beforeAll(async () => {
  world = openWorld({ now: () => late.now(), random: seededRandom('flow') });
  vendor = await serveSource(world);
  site = await openTestSite([generatedSeed({ tenant: 'alder', signals: 300, canary: 'zebrafinch' }), generatedSeed({ tenant: 'birch', signals: 20, canary: 'quetzal' })], undefined, { 'https://acme.zendesk.com': vendor.url });
  late.now = () => Date.parse(site.site.host.clock());
}, 180_000);
afterAll(async () => {
  await site.close();
  await vendor.close();
});

const form = (token: string): object => ({ connector: 'zendesk', product: 'mail', name: 'Support desk', visibility: 'open', days: 90, fields: { host: 'acme.zendesk.com', email: 'admin@acme.test', token } });
async function ask<Value>(endpoint: string, payload: object = {}, person = 'alder-admin'): Promise<Value> {
  const answer = await site.ask<Value>('alder', person, endpoint, payload);
  if (!answer.ok) throw new Error(`${endpoint}: ${answer.code} ${answer.detail ?? ''}`);
  return answer.value;
}
async function hour(): Promise<void> {
  await site.site.host.advanceClock(3_600_000);
  await site.site.host.idle();
}
const own = async (): Promise<SourcesView['connections'][number] | undefined> => (await ask<SourcesView>('sources.open')).connections[0];

describe('a source on the host', () => {
  it('is tested before anything is kept, and the test says which field is wrong', async () => {
    for (let index = 0; index < 30; index += 1) world.speak(`The calendar view forgets event number ${index}; write to me at jane.roe@customer.test`);
    await site.site.host.advanceClock(3_600_000);
    expect(await ask<SourceTest>('sources.test', form('wrong'))).toMatchObject({ ok: false, code: 'source/unauthorised' });
    expect(await ask<SourceTest>('sources.test', { ...form('zendesk-token'), fields: { host: 'acme.zendesk.com.evil.test', email: 'admin@acme.test', token: 'x' } })).toMatchObject({ ok: false, field: 'host' });
    expect(await ask<SourceTest>('sources.test', form(world.secrets['token'] ?? ''))).toEqual({ ok: true, found: '30 tickets at acme.zendesk.com', warnings: [] });
    expect(await site.ask('alder', 'alder-member', 'sources.test', form('x'))).toMatchObject({ ok: false, code: 'access/not-allowed' });
  });

  it('shows its first signals, redacted, and keeps none of them', async () => {
    const preview = await ask<SourcePreviewView>('sources.preview', form(world.secrets['token'] ?? ''));
    expect(preview.signals).toHaveLength(20);
    expect(JSON.stringify(preview)).not.toContain('jane.roe');
    expect((await ask<AdminView>('admin.open')).products[0]?.signals).toBe(300);
  });

  it('is read to the end through the queue, and said to be heard', async () => {
    const whole = form(world.secrets['token'] ?? '');
    // Nothing is kept before somebody looked, or when the test says no.
    expect(await site.ask('alder', 'alder-admin', 'sources.connect', whole)).toMatchObject({ ok: false, code: 'edge/bad-input', detail: expect.stringContaining('Look at the first signals') });
    expect(await ask('sources.connect', { ...form('wrong'), withoutLooking: true })).toMatchObject({ connected: false, test: { ok: false } });
    expect((await ask<SourcesView>('sources.open')).connections).toEqual([]);
    const { looked } = await ask<SourcePreviewView>('sources.preview', whole);
    expect(await ask('sources.connect', { ...whole, looked })).toMatchObject({ connected: true });
    await site.site.host.idle();
    expect(await own()).toMatchObject({ state: 'active', secretsSet: ['token'], coverage: { read: 30, total: 30, kept: 30, gaps: [] }, receipts: [{ outcome: 'complete', kept: 30, oldestAt: expect.any(String), newestAt: expect.any(String), gaps: [] }] });
    const { id = '', receipts = [] } = (await own()) ?? {};
    expect(await ask('sources.runs', { id, before: '2100-01-01T00:00:00.000Z' })).toEqual({ runs: receipts, days: [] });
    expect(await site.ask('alder', 'alder-member', 'sources.runs', { id, before: '2100-01-01T00:00:00.000Z' })).toMatchObject({ ok: false, code: 'access/not-allowed' });
    expect((await ask<AdminView>('admin.open')).products[0]?.signals).toBe(330);
    expect(JSON.stringify(await ask('sources.open'))).not.toContain(world.secrets['token']);
  });

  it('asks an unchanged source at most twice', async () => {
    const before = vendor.calls.length;
    await hour();
    const asked = vendor.calls.slice(before);
    expect(asked).toEqual([expect.stringContaining('incremental'), expect.stringContaining('show_many')]);
  });

  it('says that it is not heard while the vendor answers with a page of HTML, and hears again afterwards', async () => {
    vendor.fault = () => ({ kind: 'html' });
    world.speak('The address book loses groups');
    await hour();
    expect(await own()).toMatchObject({ blind: { reason: 'source/unreadable' } });
    expect((await ask<AdminView>('admin.open')).products[0]?.coverage.state).toBe('gap');
    vendor.fault = undefined;
    await hour();
    expect(await own()).toMatchObject({ coverage: { read: 31, kept: 31, gaps: [] } });
  });

  it('is paused, goes on, and takes its signals with it when it is removed', async () => {
    const id = (await own())?.id ?? '';
    await ask('sources.pause', { id });
    expect((await ask<AdminView>('admin.open')).products[0]?.coverage.state).toBe('gap');
    await ask('sources.resume', { id });
    await site.site.host.idle();
    expect((await own())?.coverage?.gaps).toEqual([]);
    await ask('sources.remove', { id });
    await site.site.host.idle();
    const admin = await ask<AdminView>('admin.open');
    expect([admin.products[0]?.signals, admin.products[0]?.sources.map((one) => one.source), (await ask<SourcesView>('sources.open')).connections]).toEqual([300, expect.not.arrayContaining([id]), []]);
  });
});
