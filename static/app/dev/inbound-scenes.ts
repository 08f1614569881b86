import { inboundView, keptSources, neverSent, newInboundKey } from './fixtures/inbound';
import { ADMIN_STATES } from './fixtures/admin';
import { down, ok } from './fixtures/panel';
import type { Scene } from './scene';
import type { Script } from './serve';

const running: Script = { 'admin.open': () => ok(ADMIN_STATES['running'] ?? { products: [], projects: [], synthetic: false }) };
const inbound = (name: string, act?: Scene['act'], over: Script = {}): Scene => ({
  name: `admin-inbound-${name}`, page: 'admin.html', script: { ...running, 'admin.inbound': () => ok(inboundView), 'admin.addInbound': () => ok(newInboundKey), 'admin.addInboundKey': () => ok(newInboundKey), ...over }, ...(act === undefined ? {} : { act }),
});

/** Own systems that send, their keys, and what was kept of those that are gone. */
export const INBOUND_SCENES: readonly Scene[] = [
  inbound('list'),
  inbound('silence-asked', async (page) => page.getByRole('button', { name: 'It had nothing to send' }).click()),
  inbound('silence-cleared', async (page) => {
    await page.getByRole('button', { name: 'It had nothing to send' }).click();
    await page.getByRole('button', { name: 'Count it as heard' }).click();
    await page.getByRole('button', { name: 'It had nothing to send' }).waitFor({ state: 'detached' });
  }, { 'admin.acceptSilence': () => ok({ ...inboundView, sources: inboundView.sources.map((one) => ({ ...one, quiet: [] })) }) }),
  inbound('silence-not-cleared', async (page) => {
    await page.getByRole('button', { name: 'It had nothing to send' }).click();
    await page.getByRole('button', { name: 'Count it as heard' }).click();
    await page.getByText(/^Not done/).waitFor();
  }, { 'admin.acceptSilence': () => down }),
  inbound('handed-over', async (page) => page.getByText('Say since when it handed over everything').first().click()),
  inbound('handed-over-not-done', async (page) => {
    await page.getByText('Say since when it handed over everything').first().click();
    await page.getByRole('button', { name: 'It handed over everything since' }).first().click();
    await page.getByText(/^Not done/).waitFor();
  }, { 'admin.sayHandedOver': () => down }),
  inbound('never', undefined, { 'admin.inbound': () => ok({ ...inboundView, sources: [neverSent] }) }),
  inbound('key-removed', async (page) => page.getByRole('button', { name: 'Remove this key' }).first().click()),
  inbound('empty', undefined, { 'admin.inbound': () => ok({ ...inboundView, sources: [] }) }),
  inbound('error', undefined, { 'admin.inbound': () => down }),
  inbound('remove', async (page) => page.getByRole('button', { name: 'Remove sender' }).first().click()),
  inbound('kept', async (page) => {
    await page.getByRole('button', { name: 'End the gap' }).click();
    await page.getByRole('button', { name: 'Remove its signals' }).first().click();
  }, { 'admin.keptSources': () => ok(keptSources) }),
  inbound('held', async (page) => page.getByText('Say from when to when it holds everything').first().click(), { 'admin.keptSources': () => ok(keptSources) }),
  inbound('held-not-said', async (page) => {
    await page.getByText('Say from when to when it holds everything').first().click();
    await page.getByRole('button', { name: 'It holds everything of that time' }).first().click();
    await page.getByText(/^Not done/).waitFor();
  }, { 'admin.keptSources': () => ok(keptSources), 'admin.sayHeldTime': () => down }),
  inbound('kept-error', undefined, { 'admin.keptSources': () => down }),
  inbound('add', async (page) => page.getByRole('button', { name: 'Add a sender' }).click()),
  inbound('key', async (page) => page.getByRole('button', { name: 'Make a second key' }).click()),
  inbound('taken', async (page) => {
    await page.getByRole('button', { name: 'Add a sender' }).click();
    await page.getByLabel('Name of the sender').fill('Product telemetry');
    await page.getByRole('button', { name: 'Add and make a key' }).click();
  }, { 'admin.addInbound': () => ({ ok: false, code: 'edge/bad-input', retryable: false, detail: 'name: another source has this name' }) }),
];
