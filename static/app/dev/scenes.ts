import type { Page } from 'playwright-core';
import type { Script } from './serve';
import { ADMIN_STATES, JSONL_SAMPLE, importView, problems } from './fixtures/admin';
import { WEEK_STATES, customerList, products, roadmapView, signalView, themeView } from './fixtures/page';
import { BACKLOG_STATES, BANNERS, backlog, madeCall, standingPage, closedPage, undoRows } from './fixtures/backlog';
import { accountsView } from './fixtures/accounts';
import { inboundView, keptSources, newInboundKey } from './fixtures/inbound';
import { everyVerdict, flag, hugeRelease, manyReleases, noReleases, promise, releaseToCome, releaseView, releases, verdicts, withdrawn } from './fixtures/outcomes';
import { SOURCE_STATES, earlierRuns, previewView } from './fixtures/sources';
import { DEBATE_STATES, PROTOTYPE_STATES, proposals } from './fixtures/prototype';
import { SOURCE_SCENES } from './source-scenes';
import { TALK_STATES } from './fixtures/talk';
import { CONTEXT_STATES, PANEL_STATES, down, evidence, ok, signalList, suggestions } from './fixtures/panel';

/** One picture: a surface in one state. */
export interface Scene {
  readonly name: string;
  readonly page: string;
  readonly hash?: string;
  readonly script: Script;
  readonly act?: (page: Page) => Promise<void>;
}

const decided: Script = {
  'panel.open': () => ok(evidence()),
  'panel.decide': () => ok(evidence(suggestions.slice(1), suggestions.slice(0, 1).map((quote) => ({ ...quote, standing: 'confirmed' })))),
};

let asked = 0;
const panels: readonly Scene[] = [
  ...Object.entries(PANEL_STATES).map(([name, view]) => ({ name: `panel-${name}`, page: 'panel.html', script: { 'panel.open': () => ok(view) } })),
  { name: 'panel-error', page: 'panel.html', script: { 'panel.open': () => down } },
  { name: 'panel-loading', page: 'panel.html', script: { 'panel.open': () => new Promise(() => undefined) } },
  { name: 'panel-confirmed', page: 'panel.html', script: decided, act: async (page) => page.getByRole('button', { name: 'Confirm Y' }).click() },
  { name: 'panel-list', page: 'panel.html?list=suggested', script: { 'panel.list': ({ page }) => ok(signalList(43, page)) } },
  {
    name: 'panel-error-kept', page: 'panel.html?modal=none',
    script: { 'panel.open': () => { asked += 1; return asked % 2 === 1 ? ok(evidence()) : down; }, 'panel.list': ({ page }) => ok(signalList(43, page)) },
    act: async (page) => {
      await page.getByRole('button', { name: 'All 43 signals' }).click();
      await page.getByRole('button', { name: 'Back' }).click();
    },
  },
];

const lines: readonly Scene[] = Object.entries(CONTEXT_STATES).map(([name, view]) => ({ name: `context-${name}`, page: 'context.html', script: { 'context.open': () => ok(view) } }));

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
const inbound = (name: string, act?: Scene['act'], over: Script = {}): Scene => ({
  name: `admin-inbound-${name}`, page: 'admin.html', script: { ...running, 'admin.inbound': () => ok(inboundView), 'admin.addInbound': () => ok(newInboundKey), 'admin.addInboundKey': () => ok(newInboundKey), ...over }, ...(act === undefined ? {} : { act }),
});
const admins: readonly Scene[] = [
  ...sources,
  {
    name: 'admin-subject', page: 'admin.html', script: { ...running, 'admin.findSubject': () => ok({ signals: 14, isMore: false, bySource: [{ product: 'thunderbird', source: 'support-forum', signals: 12, oldestAt: '2024-09-02T00:00:00.000Z', newestAt: '2025-06-14T00:00:00.000Z' }, { product: 'thunderbird', source: 'nps', signals: 2, oldestAt: '2025-06-14T00:00:00.000Z', newestAt: '2025-06-14T00:00:00.000Z' }] }) },
    act: async (page) => {
      await page.getByLabel('Their e-mail address', { exact: true }).fill('anna@brightwater.example');
      await page.getByRole('button', { name: 'Find', exact: true }).click();
      await page.getByRole('button', { name: 'Erase…' }).click();
    },
  },
  {
    name: 'admin-routes', page: 'admin.html', script: {
      ...running,
      'admin.routes': () => ok({ connections: [{ id: 'zd', name: 'Zendesk', product: 'thunderbird', facts: ['brand', 'group', 'form', 'tag'], rules: [{ fact: 'brand', value: 'Thunderbird', product: 'thunderbird' }], unrouted: 214, groups: [{ fact: 'brand', value: 'Thunderbird for Android', records: 190 }, { fact: 'tag', value: 'sync', records: 31 }] }] }),
    },
  },
  inbound('list'),
  { name: 'admin-accounts', page: 'admin.html', script: { ...running, 'admin.accounts': () => ok(accountsView) } },
  { name: 'admin-accounts-error', page: 'admin.html', script: { ...running, 'admin.accounts': () => down } },
  {
    name: 'admin-accounts-fix', page: 'admin.html', script: { ...running, 'admin.accounts': () => ok(accountsView), 'admin.searchAccounts': () => ok({ rows: [{ id: 'bw', name: 'Brightwater School' }, { id: 'bh', name: 'Brighton Hardware' }] }) },
    act: async (page) => {
      await page.getByRole('button', { name: 'Say whose' }).first().click();
      await page.getByLabel('Account of brightwater-school.example').fill('Brig');
      await page.getByRole('button', { name: 'Brighton Hardware' }).waitFor();
    },
  },
  {
    name: 'admin-accounts-read', page: 'admin.html', script: { ...running, 'admin.accounts': () => ok(accountsView), 'admin.importAccounts': () => ok({ lines: 4, accounts: 2, problems: [{ line: 3, field: 'from', reason: 'not a date' }] }) },
    act: async (page) => {
      await page.getByLabel('List of accounts').setInputFiles({ name: 'accounts.csv', mimeType: 'text/csv', buffer: Buffer.from('account,plan\nacme,Pro\n') });
      await page.getByText('Line 3').waitFor();
    },
  },
  inbound('empty', undefined, { 'admin.inbound': () => ok({ ...inboundView, sources: [] }) }),
  inbound('error', undefined, { 'admin.inbound': () => down }),
  inbound('remove', async (page) => page.getByRole('button', { name: 'Remove sender' }).first().click()),
  inbound('kept', async (page) => {
    await page.getByRole('button', { name: 'End the gap' }).click();
    await page.getByRole('button', { name: 'Remove its signals' }).first().click();
  }, { 'admin.keptSources': () => ok(keptSources) }),
  inbound('kept-error', undefined, { 'admin.keptSources': () => down }),
  inbound('add', async (page) => page.getByRole('button', { name: 'Add a sender' }).click()),
  inbound('key', async (page) => page.getByRole('button', { name: 'Make a second key' }).click()),
  inbound('taken', async (page) => {
    await page.getByRole('button', { name: 'Add a sender' }).click();
    await page.getByLabel('Name of the sender').fill('Product telemetry');
    await page.getByRole('button', { name: 'Add and make a key' }).click();
  }, { 'admin.addInbound': () => ({ ok: false, code: 'edge/bad-input', retryable: false, detail: 'name: another source has this name' }) }),
  ...Object.entries(ADMIN_STATES).map(([name, view]) => ({ name: `admin-${name}`, page: 'admin.html', script: { 'admin.open': () => ok(view) } })),
  { name: 'admin-error', page: 'admin.html', script: { 'admin.open': () => ({ ok: false, code: 'access/not-allowed', retryable: false }) } },
  {
    name: 'admin-file-fills', page: 'admin.html', act: async (page) => {
      await drop(page);
      await page.getByText('It fills a time that a connected source could not show').click();
      await page.getByLabel('What was missing').selectOption('0');
      await page.getByText('Left of its gaps').waitFor();
    },
    script: {
      ...running, 'sources.open': () => ok(SOURCE_STATES['gap'] ?? { connectors: [], connections: [], asOf: '2025-06-30T09:00:00.000Z' }),
      'admin.previewFill': () => ok({ before: [], after: [{ from: '2024-06-30T00:00:00.000Z', to: '2024-09-01T00:00:00.000Z', reason: '' }] }),
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

const pages: Script = {
  'page.signal': () => ok(signalView),
  'page.roadmap': () => ok(roadmapView),
  'page.mapping': () => ok({ statuses: [{ name: 'To Do', issues: 310 }, { name: 'Someday', issues: 12, rule: 'later' }], versions: [{ name: '140.0', issues: 9, released: false }], canEdit: true }),
  'page.theme': () => ok(themeView),
  'page.themeSignals': ({ page }) => ok(signalList(236, page)),
  'page.themeCustomers': ({ page }) => ok(customerList(194, page)),
  'page.previewMerge': () => ok({ sentence: { id: 'edit.merge-once', params: { from: 12, into: 30, total: 38, once: 4, unit: 'account' } }, customers: 38, countedOnce: 4 }),
  'page.rename': ({ theme }) => ok({ edit: 'e1', theme }),
  'page.products': () => ok({ products }),
};
const talks: readonly Scene[] = [
  ...Object.entries(TALK_STATES).map(([name, view]) => ({ name: `talk-${name}`, page: 'project.html', hash: '#/talk', script: { 'talk.open': () => ok(view) } })),
  ...Object.entries(PROTOTYPE_STATES).map(([name, view]) => ({ name: `prototype-${name}`, page: 'panel.html?screen=prototype', script: { 'prototype.open': () => ok(view) } })),
  ...Object.entries(DEBATE_STATES).map(([name, view]) => ({ name: `debate-${name}`, page: 'panel.html?screen=debate', script: { 'debate.open': () => ok(view) } })),
  { name: 'prototype-error', page: 'panel.html?screen=prototype', script: { 'prototype.open': () => down } },
  { name: 'debate-nothing-known', page: 'panel.html?screen=debate', script: { 'debate.open': () => ({ ok: false, code: 'access/not-found', retryable: false }) } },
  { name: 'week-proposals', page: 'project.html', script: { 'page.week': () => ok(Object.values(WEEK_STATES)[0] as never), 'proposals.open': () => ok(proposals) } },
  { name: 'talk-error', page: 'project.html', hash: '#/talk', script: { 'talk.open': () => down } },
];
const projects: readonly Scene[] = [
  ...Object.entries(WEEK_STATES).map(([name, view]) => ({ name: `week-${name}`, page: 'project.html', script: { 'page.week': () => ok(view) } })),
  { name: 'week-no-product', page: 'project.html', script: { 'page.week': () => ({ ok: false, code: 'access/not-found', retryable: false }) } },
  { name: 'week-error', page: 'project.html', script: { 'page.week': () => down } },
  { name: 'signal', page: 'project.html', hash: '#/signal', script: pages },
  { name: 'signal-above', page: 'project.html', hash: '#/signal?show=above', script: pages },
  { name: 'roadmap', page: 'project.html', hash: '#/roadmap', script: pages },
  { name: 'theme', page: 'project.html', hash: '#/theme/t3', script: pages },
  {
    name: 'theme-merge', page: 'project.html', hash: '#/theme/t3', script: pages,
    act: async (page) => {
      await page.getByRole('button', { name: 'Merge' }).click();
      await page.getByLabel('into').selectOption('t5');
    },
  },
  { name: 'theme-signals', page: 'project.html', hash: '#/theme/t3/signals?page=2', script: pages, act: async (page) => page.getByRole('checkbox').first().check() },
  { name: 'theme-customers', page: 'project.html', hash: '#/theme/t3/customers?weeks=12', script: pages },
  { name: 'theme-column', page: 'project.html', hash: '#/theme/t3?column=next', script: pages },
  { name: 'theme-gone', page: 'project.html', hash: '#/theme/t3', script: { 'page.theme': () => ({ ok: false, code: 'access/not-found', retryable: false }) } },
  { name: 'global', page: 'global.html', script: pages },
  { name: 'global-none', page: 'global.html', script: { 'page.products': () => ok({ products: [] }) } },
  { name: 'global-error', page: 'global.html', script: { 'page.products': () => down } },
];

const { nothing = backlog } = BACKLOG_STATES;
const named = (name: string, answer: Awaited<ReturnType<NonNullable<Script['talk.person']>>>): Scene => ({
  name: `talk-who-${name}`, page: 'project.html', hash: '#/talk', script: { ...pages, 'talk.open': () => ok(Object.values(TALK_STATES)[0]!), 'talk.person': () => answer },
  act: async (page) => { await page.getByRole('button', { name: 'Who is this?' }).first().click(); await page.waitForTimeout(100); },
});
const WHO: readonly Scene[] = [
  named('name', ok({ name: 'Ana García-Müller', source: 'Support desk' })),
  named('none', ok({ why: { id: 'talk.person.not-told', params: { why: 'Apple tells a nickname and no person.' } } })),
  named('failed', down),
];
const closings: readonly Scene[] = [
  ...Object.entries(BANNERS).map(([name, view]) => ({ name: `banner-${name}`, page: 'panel.html', script: { 'panel.open': () => ok(PANEL_STATES['silent'] ?? evidence()), 'closing.banner': () => ok(view) } })),
  ...Object.entries(BACKLOG_STATES).map(([name, view]) => ({ name: `backlog-${name}`, page: 'project.html', hash: '#/backlog', script: { 'backlog.open': () => ok(view) } })),
  {
    name: 'backlog-undo', page: 'project.html', hash: '#/backlog', script: { 'backlog.open': () => ok(nothing), 'backlog.previewUndo': () => ok({ rows: undoRows }) },
    act: async (page) => {
      await page.getByLabel('Closed since').fill('2025-05-01');
      await page.getByRole('button', { name: 'See what would come back' }).click();
      await page.getByText('would be open again').waitFor();
    },
  },
  { name: 'backlog-list', page: 'project.html', hash: '#/backlog/unsupported', script: { 'backlog.list': () => ok(standingPage) } },
  { name: 'backlog-closed', page: 'project.html', hash: '#/backlog/closed', script: { 'backlog.list': () => ok(closedPage), 'backlog.previewUndo': () => ok({ rows: undoRows.slice(0, 1) }) }, act: async (page) => page.getByRole('button', { name: /^Undo/ }).first().click() },
  { name: 'theme-decide', page: 'project.html', hash: '#/theme/t3', script: { ...pages, 'backlog.makeCall': () => ok(madeCall) }, act: async (page) => page.getByRole('button', { name: 'Decide' }).click() },
  { name: 'theme-decide-value', page: 'project.html', hash: '#/theme/t3', script: { ...pages, 'backlog.makeCall': () => ok(madeCall) }, act: async (page) => { await page.getByRole('button', { name: 'Decide' }).click(); await page.getByLabel('New customers or yearly revenue').selectOption('value'); } },
];
const outcomes: readonly Scene[] = [
  { name: 'panel-outcome', page: 'panel.html', script: { 'panel.open': () => ok(evidence()), 'outcomes.ofIssue': () => ok({ line: promise.title, contract: 'c', view: promise, flags: [] }) }, act: async (page) => page.getByRole('button', { name: 'Show the weeks' }).click() },
  { name: 'panel-outcome-list', page: 'panel.html', script: { 'panel.open': () => ok(evidence()), 'outcomes.ofIssue': () => ok({ line: promise.title, contract: 'c', view: promise, flags: [flag] }), 'outcomes.membersOfIssue': ({ page }) => ok(signalList(61, page)) }, act: async (page) => page.getByRole('button', { name: /accounts? before/ }).click() },
  { name: 'panel-outcome-waiting', page: 'panel.html', script: { 'panel.open': () => ok(evidence()), 'outcomes.ofIssue': () => ok({ line: { id: 'outcome.waiting', params: { at: '2025-08-10T00:00:00Z' } }, contract: 'c', flags: [] }) } },
  { name: 'panel-beside-failed', page: 'panel.html', script: { 'panel.open': () => ok(evidence()), 'closing.banner': () => down, 'outcomes.ofIssue': () => down } },
  ...Object.entries(verdicts).map(([name, view]) => ({ name: `panel-outcome-${name}`, page: 'panel.html', script: { 'panel.open': () => ok(evidence()), 'outcomes.ofIssue': () => ok({ line: view.title, contract: 'c', view, flags: [] }) } })),
  { name: 'panel-outcome-flagged', page: 'panel.html', script: { 'panel.open': () => ok(evidence()), 'outcomes.ofIssue': () => ok({ line: { id: 'outcome.cannot-judge.no-theme', params: { release: '128.3.3' } }, contract: 'c', flags: [flag] }) } },
  { name: 'panel-outcome-withdrawn', page: 'panel.html', script: { 'panel.open': () => ok(evidence()), 'outcomes.ofIssue': () => ok({ line: { id: 'outcome.cannot-judge.unreleased', params: { release: '128.3.3', at: '2025-06-09T00:00:00Z' } }, contract: 'c', flags: [] }) } },
  { name: 'releases', page: 'project.html', hash: '#/releases', script: { 'outcomes.releases': () => ok(releases) } },
  { name: 'release-to-come', page: 'project.html', hash: '#/releases/c-128.3.3', script: { 'outcomes.release': () => ok(releaseToCome) }, act: (page) => page.getByText('How it is judged').click() },
  { name: 'releases-none', page: 'project.html', hash: '#/releases', script: { 'outcomes.releases': () => ok(noReleases) } },
  { name: 'releases-many', page: 'project.html', hash: '#/releases', script: { 'outcomes.releases': () => ok(manyReleases) } },
  { name: 'releases-loading', page: 'project.html', hash: '#/releases', script: { 'outcomes.releases': () => new Promise(() => undefined) } },
  { name: 'releases-error', page: 'project.html', hash: '#/releases', script: { 'outcomes.releases': () => down } },
  { name: 'release-every-verdict', page: 'project.html', hash: '#/releases/c-128.3.3', script: { 'outcomes.release': () => ok(everyVerdict) } },
  { name: 'release-huge', page: 'project.html', hash: '#/releases/c-128.3.3', script: { 'outcomes.release': () => ok(hugeRelease) } },
  { name: 'release-withdrawn', page: 'project.html', hash: '#/releases/c-128.3.3', script: { 'outcomes.release': () => ok(withdrawn) } },
  { name: 'release-loading', page: 'project.html', hash: '#/releases/c-128.3.3', script: { 'outcomes.release': () => new Promise(() => undefined) } },
  { name: 'release-error', page: 'project.html', hash: '#/releases/c-128.3.3', script: { 'outcomes.release': () => down } },
  { name: 'release-flag-list', page: 'project.html', hash: '#/releases/c-128.3.3', script: { 'outcomes.release': () => ok(releaseView), 'outcomes.flagMembers': ({ page: number }) => ok({ ...signalList(12, number), countsOnly: 3 }) }, act: async (page) => page.getByRole('button', { name: '10 accounts since, 12 signals' }).click() },
  { name: 'release', page: 'project.html', hash: '#/releases/c-128.3.3', script: { 'outcomes.release': () => ok(releaseView) } },
];

export const SCENES: readonly Scene[] = [...SOURCE_SCENES, ...panels, ...lines, ...admins, ...projects, ...talks, ...WHO, ...closings, ...outcomes];
