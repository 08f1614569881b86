import type { RoutesView } from '../../src/contract/routes';
import { ADMIN_STATES } from '../../static/app/dev/fixtures/admin';
import { hugeRoutes } from '../../static/app/dev/fixtures/connectors';
import { ok } from '../../static/app/dev/fixtures/panel';
import { SOURCE_STATES, previewView } from '../../static/app/dev/fixtures/sources';
import { raiseStage, type Stage } from '../../static/app/dev/open-screen';

let stage: Stage;
beforeAll(async () => {
  stage = await raiseStage();
}, 180_000);
afterAll(async () => stage.close());

const heard = SOURCE_STATES['heard'] ?? { connectors: [], connections: [], asOf: '2025-06-30T09:00:00.000Z' };
const open = ADMIN_STATES['running'] ?? { products: [], projects: [], synthetic: false };
/** The rules are for whoever has two products. */
const admin = { ...open, products: [...open.products, ...open.products.map((one) => ({ ...one, id: 'second', name: 'Second' }))].slice(0, 2) };
const plain: RoutesView = { connections: [{ id: 'desk', name: 'Zendesk', product: admin.products[0]?.id ?? '', facts: ['brand'], rules: [], unrouted: 0, looked: 0, groups: [] }] };
const ruled = (unrouted: number): RoutesView => ({
  connections: plain.connections.map((one) => ({ ...one, rules: [{ fact: 'brand', value: 'Mail', product: 'second' }], unrouted, looked: unrouted, groups: unrouted === 0 ? [] : [{ fact: 'brand', value: 'Phone', records: unrouted }] })),
});

it('says before the first rule that the rest goes nowhere, and shows the rest by itself once it was read', async () => {
  let isRead = false;
  const { page, harness, complaints } = await stage.open('admin.html', { 'admin.open': () => ok(admin), 'sources.open': () => ok(heard), 'admin.routes': () => ok(isRead ? ruled(41) : plain), 'admin.saveRoutes': () => ok(ruled(0)) });
  const route = page.locator('.rs-route');
  await route.locator('summary').click();
  await route.getByText('From the first rule on only what a rule fits goes to a product').waitFor();
  await route.getByLabel('Value in Zendesk').fill('Mail');
  await route.getByRole('button', { name: 'Add rule' }).click();
  await route.getByText('brand is Mail').waitFor();
  expect(await route.getByText('From the first rule on').count()).toBe(0);
  const asked = harness.calls.filter(({ endpoint }) => endpoint === 'sources.open').length;
  isRead = true;
  await route.getByText('41 records are unrouted').waitFor({ timeout: 15_000 });
  // The card of the source is asked for again, too.
  expect(harness.calls.filter(({ endpoint }) => endpoint === 'sources.open').length).toBeGreaterThan(asked);
  expect(complaints).toEqual([]);
  await page.close();
});

it('says of how many it counts what they have in common, where that is not all of them', async () => {
  const { page } = await stage.open('admin.html', { 'admin.open': () => ok(admin), 'admin.routes': () => ok(hugeRoutes) });
  await page.getByText('Of the newest 500, by what they have in common:').waitFor();
  await page.close();
});

it('asks for no beginning where everything is read, and says of a look into it that it may be of any time', async () => {
  const connectors = heard.connectors.map((one) => ({ ...one, readsAll: true }));
  const { page } = await stage.open('admin.html', { 'admin.open': () => ok(admin), 'sources.open': () => ok({ ...heard, connectors, connections: [] }), 'sources.test': () => ok({ ok: true, found: '3 tickets', warnings: [] }), 'sources.preview': () => ok({ ...previewView, isOfAnyTime: true }) });
  await page.getByRole('button', { name: 'Connect Zendesk' }).click();
  await page.getByText('All that it has is read, from its beginning.').waitFor();
  expect(await page.getByLabel('First read goes back').count()).toBe(0);
  await page.getByRole('button', { name: 'Show the first twenty' }).click();
  await page.getByText('20 of what it shows first, newest first, as they would be kept.').waitFor();
  await page.close();
});

describe('a card', () => {
  const [desk] = heard.connections;
  const doubted = (reason: string) => ({ ...heard, connections: desk === undefined ? [] : [{ ...desk, product: admin.products[0]?.id ?? '', canAcceptLoss: true, blind: { since: '2025-06-29T09:00:00.000Z', reason } }] });

  it.each([
    ['no-customer-ever', 'where the choice of who is a customer is wrong, change that instead'],
    ['shrunk', 'where rights were taken from the key, enter a new one instead'],
  ])('in doubt because of %s says what else it may be', async (reason, words) => {
    const { page } = await stage.open('admin.html', { 'admin.open': () => ok(admin), 'sources.open': () => ok(doubted(reason)) });
    await page.getByRole('button', { name: 'It is really so' }).click();
    await page.locator('.rs-leaving').getByText(words).waitFor();
    await page.close();
  });

  it('announces what comes until it has come', async () => {
    let isRead = false;
    const [first, ...rest] = desk?.receipts ?? [];
    const later = () => ({ ...heard, connections: desk === undefined || first === undefined ? [] : [{ ...desk, product: admin.products[0]?.id ?? '', receipts: isRead ? [{ ...first, startedAt: '2025-06-30T08:58:00.000Z' }, first, ...rest] : [first, ...rest] }] });
    const { page } = await stage.open('admin.html', { 'admin.open': () => ok(admin), 'sources.open': () => ok(later()), 'sources.readNow': () => ok({ done: true }) });
    await page.getByRole('button', { name: 'Read now' }).click();
    await page.getByText('It is asked now; what comes shows here by itself.').waitFor();
    isRead = true;
    await page.getByText('It is asked now; what comes shows here by itself.').waitFor({ state: 'detached', timeout: 15_000 });
    await page.close();
  });
});
