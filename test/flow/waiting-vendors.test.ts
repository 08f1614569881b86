import { readFileSync } from 'node:fs';
import { demoVendors } from '../../host/seed/demo/vendors/demo-vendors';
import { waitingVendors } from '../../host/seed/demo/vendors/waiting';
import type { OpenedVendor, SeedVendor } from '../../host/seed/seed';
import { openVendors, type OpenVendors } from '../../host/seed/open-vendors';
import { vendorsPage } from '../../host/seed/vendors-page';
import type { SourcePreviewView, SourcesView } from '../../src/contract/sources';
import { generatedSeed } from '../build/generated-seed';
import { openTestSite, type TestSite } from './open-test-site';

const STORES = new Set(['app-store', 'google-play']);
const WAITING = waitingVendors();
const PRODUCT = 'mail';
const placed = (one: SeedVendor): SeedVendor => ({ ...one, connection: { ...one.connection, product: PRODUCT } });

let site: TestSite;
let opened: OpenVendors;
let vendors: readonly (SeedVendor & OpenedVendor)[];
beforeAll(async () => {
  // The stores have one address for everybody: two accounts there are told apart by their keys alone.
  const alder = { ...generatedSeed({ tenant: 'alder', signals: 20, canary: 'zebrafinch' }), startsAt: '2026-03-02T08:45:00.000Z', vendors: [...demoVendors().filter((one) => STORES.has(one.connection.connector)), ...WAITING].map(placed) };
  site = await openTestSite([alder, generatedSeed({ tenant: 'birch', signals: 20, canary: 'quetzal' })]);
  opened = await openVendors([alder], `${site.folder}/vendors`, () => Date.parse(site.site.host.clock()));
  vendors = opened.of('alder');
}, 180_000);
afterAll(async () => {
  await opened.close();
  await site.close();
});

async function ask<Value>(endpoint: string, payload: object = {}): Promise<Value> {
  const answer = await site.ask<Value>('alder', 'alder-admin', endpoint, payload);
  if (!answer.ok) throw new Error(`${endpoint}: ${answer.code} ${answer.detail ?? ''}`);
  return answer.value;
}

const findVendor = (name: string): SeedVendor & OpenedVendor => {
  const found = vendors.find((one) => one.connection.name === name);
  if (found === undefined) throw new Error(`no vendor ${name}`);
  return found;
};
const connections = async (): Promise<SourcesView['connections']> => (await ask<SourcesView>('sources.open')).connections;

it('connects nobody who waits for a person', async () => {
  expect((await connections()).map((one) => one.name).sort()).toEqual(['App Store', 'Google Play']);
});

it.each(WAITING.map((one) => one.connection.name))('%s shows its own twenty, newest first, and they arrive once it is connected', async (name) => {
  const { connection, fields } = findVendor(name);
  const { gaps: _gaps, isNothingBefore: _before, ...kept } = connection;
  const form = { ...kept, fields };
  const { signals, looked } = await ask<SourcePreviewView>('sources.preview', form);
  expect(signals).toHaveLength(20);
  expect(signals.map((one) => one.at)).toEqual(signals.map((one) => one.at).sort().reverse());
  expect((await connections()).map((one) => one.name)).not.toContain(name);
  await ask('sources.connect', { ...form, looked });
  await site.site.host.idle();
  const card = (await connections()).find((one) => one.name === name);
  expect(card?.blind).toBeUndefined();
  expect(card?.coverage?.kept).toBeGreaterThanOrEqual(20);
});

it('says on a page of the host what to type for each of them, and keeps the file of keys it has', () => {
  const page = vendorsPage(vendors) ?? '';
  for (const { connection, fields } of vendors.filter((one) => one.isWaiting === true)) {
    expect(page).toContain(connection.name);
    const token = fields['token'] ?? fields['secret'];
    if (token !== undefined) expect(page).toContain(token);
  }
  expect(page.indexOf('Connected by nobody yet')).toBeLessThan(page.indexOf('Connected from the beginning'));
  expect(vendorsPage([])).toBeUndefined();
  expect(readFileSync(`${site.folder}/vendors/alder/google-play-lite.key`, 'utf8')).toContain('PRIVATE KEY');
});
