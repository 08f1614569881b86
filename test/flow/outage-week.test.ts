import { openWorld } from '../../host/sources/zendesk/world';
import { serveSource, type ServedSource } from '../../host/sources/serve-source';
import type { SourceWorld } from '../../host/sources/source-world';
import type { BacklogView } from '../../src/contract/backlog';
import type { SignalView, WeekView } from '../../src/contract/page';
import type { PanelView } from '../../src/contract/panel';
import type { ConnectionView, SourcesView } from '../../src/contract/sources';
import { seededRandom } from '../../src/domain/random';
import { generatedSeed } from '../build/generated-seed';
import { onIssue, onProject, openTestSite, type TestSite } from './open-test-site';

const WEEK_MS = 7 * 86_400_000;
const late: { now: () => number } = { now: () => Date.parse('2025-06-30T00:00:00.000Z') };
let site: TestSite;
let world: SourceWorld;
let vendor: ServedSource;

beforeAll(async () => {
  world = openWorld({ now: () => late.now(), random: seededRandom('week') });
  vendor = await serveSource(world);
  const seed = generatedSeed({ tenant: 'alder', signals: 300, canary: 'zebrafinch' });
  const [first] = seed.issues;
  if (first === undefined) throw new Error('the seed has no issue');
  const unheard = { ...first, id: '10090', key: 'MAIL-90', summary: 'Printing labels cuts off the last row of the page' };
  site = await openTestSite([{ ...seed, issues: [...seed.issues, unheard] }, generatedSeed({ tenant: 'birch', signals: 20, canary: 'quetzal' })], undefined, { 'https://acme.zendesk.com': vendor.url });
  late.now = () => Date.parse(site.site.host.clock());
  for (let index = 0; index < 30; index += 1) world.speak(`The calendar view forgets event number ${index}`);
  await hours(1);
  await ask('sources.connect', { connector: 'zendesk', product: 'mail', name: 'Support desk', visibility: 'open', days: 90, fields: { host: 'acme.zendesk.com', email: 'admin@acme.test', token: world.secrets['token'] }, withoutLooking: true });
  await site.site.host.idle();
}, 180_000);
afterAll(async () => {
  await site.close();
  await vendor.close();
});

async function ask<Value>(endpoint: string, payload: object = {}, extension: object = {}): Promise<Value> {
  const answer = await site.ask<Value>('alder', 'alder-admin', endpoint, payload, extension);
  if (!answer.ok) throw new Error(`${endpoint}: ${answer.code} ${answer.detail ?? ''}`);
  return answer.value;
}
async function hours(count: number): Promise<void> {
  await site.site.host.advanceClock(count * 3_600_000);
  await site.site.host.idle();
}
/** A machine that slept: what fell due meanwhile runs once. */
async function sleepAWeek(): Promise<void> {
  site.site.host.setClock(new Date(Date.parse(site.site.host.clock()) + WEEK_MS).toISOString());
  await hours(1);
}

const week = () => ask<WeekView>('page.week', {}, onProject('MAIL'));
const sources = async () => (await ask<SignalView>('page.signal', {}, onProject('MAIL'))).sources;
const backlog = () => ask<BacklogView>('backlog.open', {}, onProject('MAIL'));
const panel = () => ask<PanelView>('panel.open', {}, onIssue('10090', 'MAIL-90'));
async function connection(): Promise<ConnectionView> {
  const [one] = (await ask<SourcesView>('sources.open')).connections;
  if (one === undefined) throw new Error('nothing is connected');
  return one;
}
const changesAbout = async (id: string) => (await week()).changes.filter((one) => one.id === id).map((one) => one.params['source']);

describe('a source that answers with a page for a week', () => {
  let brokeAt = '';

  it('was heard before, and silence could be told', async () => {
    expect((await connection()).blind).toBeUndefined();
    expect((await week()).coverage.gaps).toEqual([]);
    expect((await panel()).kind).not.toBe('gap');
    expect((await backlog()).listening.id).not.toBe('listening.source-gap');
  });

  it('is a gap on the page, in the list of sources, on an issue and in closing from the first hour on', async () => {
    brokeAt = (await connection()).lastReadAt ?? '';
    vendor.fault = () => ({ kind: 'html' });
    world.speak('The calendar view forgets what nobody hears');
    await hours(1);
    expect((await week()).coverage).toMatchObject({ state: 'gap', gaps: [{ source: 'Support desk', from: brokeAt, reason: 'source/unreadable' }] });
    expect(await changesAbout('change.gap')).toEqual(['Support desk']);
    expect((await sources()).find((one) => one.name === 'Support desk')?.gaps).toEqual([{ from: brokeAt, reason: 'source/unreadable' }]);
    expect((await panel()).kind).toBe('gap');
    expect((await backlog()).listening).toMatchObject({ id: 'listening.source-gap' });
  });

  it('stays one for the whole week: no verdict, nothing proposed', async () => {
    await sleepAWeek();
    expect((await connection()).blind).toEqual({ since: brokeAt, reason: 'source/unreadable' });
    expect((await panel()).kind).toBe('gap');
    const { listening, proposals, standing } = await backlog();
    expect(listening.id).not.toBe('listening.proven');
    expect([proposals, standing?.unsupported]).toEqual([[], 0]);
  });

  it('is heard again: what was said meanwhile is read, and the week is named with its days and is no gap', async () => {
    vendor.fault = undefined;
    await hours(1);
    expect(await connection()).toMatchObject({ coverage: { read: 31, kept: 31, gaps: [], outages: [{ from: brokeAt, reason: 'source/unreadable' }] } });
    expect((await connection()).blind).toBeUndefined();
    const [outage] = (await sources()).find((one) => one.name === 'Support desk')?.outages ?? [];
    expect(Date.parse(outage?.to ?? '') - Date.parse(brokeAt)).toBeGreaterThan(WEEK_MS);
    expect([await changesAbout('change.gap'), await changesAbout('change.heard-again')]).toEqual([[], ['Support desk']]);
    expect((await panel()).kind).not.toBe('gap');
    expect((await backlog()).listening.id).not.toBe('listening.source-gap');
  });

  it('can be told of a time of which it has nothing: from then on that silence says nothing', async () => {
    const { id } = await connection();
    await ask('sources.noteGap', { id, from: '2025-06-02', to: '2025-06-08', reason: 'The desk was closed' });
    await site.site.host.idle();
    expect((await connection()).coverage?.gaps).toEqual([{ from: '2025-06-02T00:00:00.000Z', to: '2025-06-09T00:00:00.000Z', reason: 'The desk was closed' }]);
    await hours(1);
    expect((await connection()).coverage?.gaps).toHaveLength(1);
    expect((await panel()).kind).toBe('gap');
    await expect(ask('sources.noteGap', { id, from: '2025-06-08', to: '2025-06-02', reason: 'x' })).rejects.toThrow('edge/bad-input');
    await expect(ask('sources.noteGap', { id, from: '2025-06-02', to: '2031-06-02', reason: 'x' })).rejects.toThrow('edge/bad-input');
  });
});
