import type { Page } from 'playwright-core';
import { accountsView, manyAccounts } from './fixtures/accounts';
import { ADMIN_STATES, JSONL_SAMPLE, importView, problems } from './fixtures/admin';
import { down, ok } from './fixtures/panel';
import { SOURCE_STATES, earlierRuns, previewView } from './fixtures/sources';
import { SUBJECT_STATES } from './fixtures/subject';
import { keptSources } from './fixtures/inbound';
import type { Scene } from './scene';
import type { Script } from './serve';

const running: Script = {
  'admin.open': () => ok(ADMIN_STATES['running'] ?? { products: [], projects: [], synthetic: false }),
  'admin.startImport': () => ok({ importId: 'i3' }),
  'admin.receiveChunk': ({ seq }) => ok({ received: seq }),
  'admin.finishImport': () => ok(importView({ id: 'i3', offered: 3, kept: 0, rejected: 3 })),
  'admin.importProblems': () => ok(problems),
  'admin.pinPanel': () => ok({ taskId: 't1' }),
  'admin.pinStatus': () => ok({ state: 'complete' }),
};
const drop = async (page: Page): Promise<void> => page.getByLabel('File', { exact: true }).setInputFiles({ name: 'questions.jsonl', mimeType: 'application/jsonl', buffer: Buffer.from(JSONL_SAMPLE) });
const connecting = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: 'Connect Zendesk' }).click();
  await page.getByLabel('Address', { exact: true }).fill('acme.zendesk.com');
};
const atSources = (name: string): Script => ({ ...running, 'sources.open': () => ok(SOURCE_STATES[name] ?? { connectors: [], connections: [], asOf: '2025-06-30T09:00:00.000Z' }), 'sources.test': () => ok({ ok: false, field: 'token', problem: 'Zendesk does not accept this token with this address.' }), 'sources.preview': () => ok(previewView) });
const works: Script = { 'sources.test': () => ok({ ok: true, found: '13,828 tickets at acme.zendesk.com', warnings: [] }) };
const sources: readonly Scene[] = [
  ...Object.keys(SOURCE_STATES).map((name) => ({ name: `sources-${name}`, page: 'admin.html', script: atSources(name) })),
  {
    name: 'sources-runs', page: 'admin.html', script: { ...atSources('heard'), 'sources.runs': () => ok(earlierRuns) },
    act: async (page) => {
      await page.getByText(/^Runs: the last/).click();
      await page.getByRole('button', { name: 'Show earlier runs' }).click();
      await page.getByText('Nothing was read before.').waitFor();
      for (const run of await page.locator('.rs-run > summary').all()) await run.click();
    },
  },
  { name: 'sources-error', page: 'admin.html', script: { ...running, 'sources.open': () => down } },
  { name: 'sources-test', page: 'admin.html', script: atSources('none'), act: async (page) => { await connecting(page); await page.getByRole('button', { name: 'Test' }).click(); } },
  { name: 'sources-preview', page: 'admin.html', script: { ...atSources('none'), ...works }, act: async (page) => { await connecting(page); await page.getByRole('button', { name: 'Show the first twenty' }).click(); await page.getByRole('button', { name: 'Connect and read' }).waitFor(); } },
  { name: 'sources-connect', page: 'admin.html', script: atSources('none'), act: connecting },
];

const GAP = { from: '2024-06-30T08:00:00.000Z', to: '2025-06-23T08:00:00.000Z', reason: '' };
const filling = (name: string, preview: NonNullable<Script['admin.previewFill']>): Scene => ({
  name: `admin-file-${name}`, page: 'admin.html', script: { ...running, 'sources.open': () => ok(SOURCE_STATES['gap'] ?? { connectors: [], connections: [], asOf: GAP.to }), 'admin.previewFill': preview },
  act: async (page) => {
    await drop(page);
    await page.getByText('It fills a time that a connected source could not show', { exact: true }).click();
    await page.getByLabel('What was missing').selectOption('0');
    await page.getByText(/gaps? is left then|Left of its gaps|no gap in that time|could not be reached/).waitFor();
  },
});

/** The admin page but for its own systems: connections, files, accounts, routes, subjects. */
export const ADMIN_SCENES: readonly Scene[] = [
  ...sources,
  {
    name: 'admin-subject', page: 'admin.html', script: { ...running, 'admin.findSubject': () => ok(SUBJECT_STATES.signals) },
    act: async (page) => {
      await page.getByLabel('Their e-mail address', { exact: true }).fill('anna@brightwater.example');
      await page.getByRole('button', { name: 'Find', exact: true }).click();
      await page.getByRole('button', { name: 'Erase…' }).click();
    },
  },
  {
    name: 'admin-routes', page: 'admin.html', script: {
      ...running,
      'admin.routes': () => ok({ connections: [{ id: 'zd', name: 'Zendesk', product: 'thunderbird', facts: ['brand', 'group', 'form', 'tag'], rules: [{ fact: 'brand', value: 'Thunderbird', product: 'thunderbird' }], unrouted: 214, looked: 214, groups: [{ fact: 'brand', value: 'Thunderbird for Android', records: 190 }, { fact: 'tag', value: 'sync', records: 31 }] }] }),
    },
  },
  { name: 'admin-accounts', page: 'admin.html', script: { ...running, 'admin.accounts': () => ok(accountsView) } },
  {
    name: 'admin-accounts-many', page: 'admin.html', script: { ...running, 'admin.accounts': () => ok(manyAccounts), 'admin.searchAccounts': () => ok({ rows: Array.from({ length: 8 }, (_, at) => ({ id: `b${at}`, name: `Brighton ${at}` })), found: 31 }) },
    act: async (page) => {
      await page.getByRole('button', { name: 'Say whose' }).first().click();
      await page.getByLabel(/^Account of/).fill('Brighton');
      await page.getByText(/^23 more have/).waitFor();
    },
  },
  { name: 'admin-accounts-error', page: 'admin.html', script: { ...running, 'admin.accounts': () => down } },
  {
    name: 'admin-accounts-fix', page: 'admin.html', script: { ...running, 'admin.accounts': () => ok(accountsView), 'admin.searchAccounts': () => ok({ rows: [{ id: 'bw', name: 'Brightwater School' }, { id: 'bh', name: 'Brighton Hardware' }], found: 2 }) },
    act: async (page) => {
      await page.getByRole('button', { name: 'Say whose' }).first().click();
      await page.getByLabel('Account of brightwater-school.example').fill('Brig');
      await page.getByRole('button', { name: 'Brighton Hardware' }).waitFor();
    },
  },
  {
    name: 'admin-accounts-read', page: 'admin.html', script: { ...running, 'admin.accounts': () => ok(accountsView), 'admin.importAccounts': () => ok({ lines: 4, accounts: 2, turnedAway: 212, problems: [{ line: 3, field: 'from', reason: 'not a date' }] }) },
    act: async (page) => {
      await page.getByLabel('List of accounts').setInputFiles({ name: 'accounts.csv', mimeType: 'text/csv', buffer: Buffer.from('account,plan\nacme,Pro\n') });
      await page.getByText('Line 3').waitFor();
    },
  },
  ...Object.entries(ADMIN_STATES).map(([name, view]) => ({ name: `admin-${name}`, page: 'admin.html', script: { 'admin.open': () => ok(view) } })),
  { name: 'admin-error', page: 'admin.html', script: { 'admin.open': () => ({ ok: false, code: 'access/not-allowed', retryable: false }) } },
  filling('fills', () => ok({ before: [GAP], after: [{ from: '2024-06-30T00:00:00.000Z', to: '2024-09-01T00:00:00.000Z', reason: '' }] })),
  filling('fills-all', () => ok({ before: [GAP], after: [] })),
  filling('fills-nothing', () => ({ ok: false, code: 'edge/bad-input', retryable: false, detail: 'from: This source has no gap in that time.' })),
  filling('fills-down', () => down),
  {
    name: 'admin-read-in-part', page: 'admin.html', script: { ...running, 'admin.finishImport': () => ok(importView({ id: 'i3', offered: 1_400, kept: 203, unchanged: 2, rejected: 1_195 })) },
    act: async (page) => {
      await drop(page);
      await page.getByLabel('Name of the source').fill('Survey');
      await page.getByRole('button', { name: 'Read this file' }).click();
      await page.getByRole('button', { name: 'Download all 1,195' }).waitFor();
    },
  },
  {
    name: 'admin-read-held', page: 'admin.html', script: { ...running, 'admin.finishImport': () => ok(importView({ id: 'i3', sourceName: 'support-forum', rejected: 0, kept: 13_041 })), 'admin.keptSources': () => ok(keptSources) },
    act: async (page) => {
      await drop(page);
      await page.getByLabel('Name of the source').fill('Survey');
      await page.getByRole('button', { name: 'Read this file' }).click();
      await page.locator('#rs-files').getByText('Say from when to when it holds everything').click();
    },
  },
  {
    name: 'admin-removed-support', page: 'admin.html', script: { ...running, 'admin.forgetRemoved': () => down },
    act: async (page) => {
      await page.getByRole('button', { name: 'What went counts for nothing' }).first().click();
      await page.getByRole('button', { name: 'Count it for nothing' }).click();
      await page.getByText(/^Not done/).first().waitFor();
    },
  },
  { name: 'admin-file', page: 'admin.html', script: running, act: drop },
  {
    name: 'admin-read', page: 'admin.html', script: running,
    act: async (page) => {
      await drop(page);
      await page.getByLabel('Name of the source').fill('Survey');
      await page.getByRole('button', { name: 'Read this file' }).click();
      await page.getByRole('button', { name: 'Show the panel in' }).click();
      await page.waitForTimeout(2_500);
    },
  },
  {
    name: 'admin-stopped', page: 'admin.html', script: { ...running, 'admin.receiveChunk': () => ({ ok: false, code: 'store/unavailable', retryable: false }) },
    act: async (page) => {
      await drop(page);
      await page.getByLabel('Name of the source').fill('Survey');
      await page.getByRole('button', { name: 'Read this file' }).click();
    },
  },
];
