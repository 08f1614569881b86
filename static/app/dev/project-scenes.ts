import { BACKLOG_STATES, backlog, closedPage, madeCall, standingPage, undoRows } from './fixtures/backlog';
import { everyVerdict, hugeRelease, manyReleases, noReleases, releaseToCome, releaseView, releases, withdrawn } from './fixtures/outcomes';
import { WEEK_STATES } from './fixtures/page';
import { down, ok, signalList } from './fixtures/panel';
import { pages } from './project-script';
import type { Scene } from './scene';

const { nothing = backlog } = BACKLOG_STATES;
const themes: readonly Scene[] = [
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
const backlogs: readonly Scene[] = [
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

/** The project's page and the page of all products. */
export const PROJECT_SCENES: readonly Scene[] = [...themes, ...backlogs, ...outcomes];
