import { readFileSync } from 'node:fs';
import { WEEK_STATES, products, roadmapView, signalView, themeView } from '../../static/app/dev/fixtures/page';
import { ok, signalList } from '../../static/app/dev/fixtures/panel';
import { raiseStage } from '../../static/app/dev/open-screen';
import type { Stage } from '../../static/app/dev/open-screen';
import type { Script } from '../../static/app/dev/serve';

let stage: Stage;
beforeAll(async () => {
  stage = await raiseStage();
}, 180_000);
afterAll(async () => stage.close());

const week = WEEK_STATES['above'];
if (week === undefined) throw new Error('no such state');
const script: Script = {
  'page.week': () => ok(week),
  'page.signal': () => ok(signalView),
  'page.roadmap': () => ok(roadmapView),
  'page.theme': ({ theme }) => ok({ ...themeView, theme: { ...themeView.theme, id: theme } }),
  'page.themeSignals': ({ page }) => ok(signalList(45, page)),
  'page.previewMerge': () => ok({ sentence: { id: 'edit.merge-once', params: { from: 12, into: 30, total: 38, once: 4, unit: 'account' } }, customers: 38, countedOnce: 4 }),
  'page.merge': ({ into }) => ok({ edit: 'e-merge', theme: into }),
  'page.rename': ({ theme }) => ok({ edit: 'e-rename', theme }),
  'page.split': () => ok({ edit: 'e-split', theme: 't-new' }),
  'page.move': ({ signal }) => ok({ edit: `e-${signal}`, theme: 't5' }),
  'page.undoEdit': () => ok({ theme: 't3' }),
  'page.exportThemeSignals': ({ after }) => ok(after === undefined ? { fileName: 'theme-t3.csv', text: 'signal\r\na', next: '1' } : { fileName: 'theme-t3.csv', text: 'b' }),
  'page.products': () => ok({ products }),
};
const inputsOf = (calls: readonly { readonly endpoint: string; readonly input: unknown }[], endpoint: string): readonly unknown[] => calls.filter((one) => one.endpoint === endpoint).map(({ input }) => input);

describe.each([['Jira’s address', ''], ['the frame’s address', '?history=none']])('with %s', (_, query) => {
  it('leads from the loudest unplanned theme to its customers in two clicks, and back with the filter', async () => {
    const { page, harness } = await stage.open(`project.html${query}#/signal`, script);
    await page.getByRole('button', { name: 'Above usual' }).click();
    await page.getByText('3 of 8 themes').waitFor();
    await page.getByRole('link', { name: 'Messages or folders disappear' }).click();
    await page.getByRole('link', { name: 'All 236 signals' }).click();
    await page.getByText('1 to 20 of 45').waitFor();
    await page.getByRole('button', { name: 'Next' }).click();
    await page.getByText('21 to 40 of 45').waitFor();
    expect(inputsOf(harness.calls, 'page.themeSignals').at(-1)).toEqual({ theme: 't3', page: 2 });
    const rows = page.locator('.rs-row');
    expect(await rows.nth(0).locator('.rs-about').count()).toBe(0);
    expect(await rows.nth(2).locator('.rs-about li').allTextContents()).toEqual([expect.stringMatching(/^Confirmed on TB-77 Compacting a folder/), 'Probably about TB-412 Compact folders without a copy']);
    for (let step = 0; step < 3; step += 1) await page.goBack();
    await page.getByText('3 of 8 themes').waitFor();
    expect(await page.getByRole('button', { name: 'Above usual' }).getAttribute('aria-pressed')).toBe('true');
  });
});

describe('the tabs', () => {
  it('open from their address and mark where one is', async () => {
    const { page } = await stage.open('project.html#/roadmap?show=unplanned', script);
    await page.getByRole('heading', { name: '3 loud themes have no planned work that we know of; 3 planned items have no customer' }).waitFor();
    expect(await page.getByRole('link', { name: 'Roadmap' }).getAttribute('aria-current')).toBe('page');
    expect(await page.locator('.rs-matrix tbody tr').count()).toBe(3);
  });

  it('keep planned and silent apart from what cannot be known', async () => {
    const { page } = await stage.open('project.html#/roadmap', script);
    await page.getByRole('heading', { name: 'Planned but silent3' }).waitFor();
    await page.getByRole('heading', { name: 'Planned, and we cannot know2' }).waitFor();
    expect(await page.getByText('its title speaks developer language').count()).toBe(1);
  });

  it('read every unassigned signal', async () => {
    const { page, harness } = await stage.open('project.html#/signal', script);
    await page.getByRole('link', { name: '2,893 signals' }).click();
    await page.getByRole('heading', { name: 'Signals in no theme' }).waitFor();
    expect(inputsOf(harness.calls, 'page.themeSignals').at(-1)).toEqual({ theme: null, page: 1 });
  });

  it('say that a project is in no product instead of showing nothing', async () => {
    const { page } = await stage.open('project.html', { 'page.week': () => ({ ok: false, code: 'access/not-found', retryable: false }) });
    await page.getByRole('heading', { name: 'This project belongs to no product yet.' }).waitFor();
  });
});

describe('changing themes', () => {
  it('merges after showing the sum, and takes it back', async () => {
    const { page, harness } = await stage.open('project.html#/theme/t3', script);
    await page.getByRole('button', { name: 'Merge' }).click();
    await page.getByLabel('into').selectOption('t5');
    await page.getByText('12 + 30 = 38 accounts (4 counted once)').waitFor();
    await page.getByRole('region', { name: 'Merge' }).getByRole('button', { name: 'Merge' }).click();
    await page.getByText('Merged “Messages or folders disappear”.').waitFor();
    expect(inputsOf(harness.calls, 'page.theme').at(-1)).toEqual({ theme: 't5' });
    await page.getByRole('button', { name: 'Undo' }).click();
    await page.getByText('Merged “Messages or folders disappear”.').waitFor({ state: 'detached' });
    expect(inputsOf(harness.calls, 'page.merge')).toEqual([{ from: 't3', into: 't5' }]);
    expect(inputsOf(harness.calls, 'page.undoEdit')).toEqual([{ edit: 'e-merge' }]);
  });

  it('renames in place', async () => {
    const { page, harness } = await stage.open('project.html#/theme/t3', script);
    await page.getByRole('button', { name: 'Rename' }).click();
    await page.getByLabel('Name of the theme').fill('Folders vanish');
    await page.keyboard.press('Enter');
    await page.getByText('Renamed “Messages or folders disappear” to “Folders vanish”.').waitFor();
    expect(inputsOf(harness.calls, 'page.rename')).toEqual([{ theme: 't3', label: 'Folders vanish' }]);
  });

  it('splits chosen signals off, saying first what stays', async () => {
    const { page, harness } = await stage.open('project.html#/theme/t3/signals', script);
    await page.getByRole('checkbox').nth(0).check();
    await page.getByRole('checkbox').nth(2).check();
    await page.getByText('2 signals would leave this theme; 43 would stay.').waitFor();
    await page.getByLabel('Name of the new theme').fill('Compaction');
    await page.getByRole('button', { name: 'Split 2 signals off' }).click();
    await page.getByText('Split 2 signals off as “Compaction”.').waitFor();
    expect(inputsOf(harness.calls, 'page.split')).toEqual([{ theme: 't3', signals: ['l1', 'l3'], label: 'Compaction' }]);
  });

  it('moves a single signal into no theme', async () => {
    const { page, harness } = await stage.open('project.html#/theme/t3/signals', script);
    await page.getByRole('checkbox').first().check();
    await page.getByRole('button', { name: 'Into no theme' }).click();
    await page.getByText('Moved 1 signal out of the theme.').waitFor();
    expect(inputsOf(harness.calls, 'page.move')).toEqual([{ signal: 'l1', theme: null }]);
  });

  it('offers no change to who may not make one', async () => {
    const { page } = await stage.open('project.html#/theme/t3', { ...script, 'page.theme': () => ok({ ...themeView, canEdit: false }) });
    await page.getByRole('heading', { name: 'In their words' }).waitFor();
    expect(await page.getByRole('button', { name: 'Merge' }).count()).toBe(0);
  });

  it('says when a change was not saved', async () => {
    const { page } = await stage.open('project.html#/theme/t3', { ...script, 'page.rename': () => ({ ok: false, code: 'access/not-allowed', retryable: false }) });
    await page.getByRole('button', { name: 'Rename' }).click();
    await page.getByLabel('Name of the theme').fill('Folders vanish');
    await page.keyboard.press('Enter');
    await page.getByText('Not saved. You may not see or do this.').waitFor();
  });
});

it('exports a list in parts as one file', async () => {
  const { page } = await stage.open('project.html#/theme/t3/signals', script);
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Export CSV' }).click()]);
  expect(readFileSync(await download.path(), 'utf8')).toBe('\uFEFFsignal\r\na\nb');
});

it('lists the products of someone who owns several, with what could not be read', async () => {
  const { page } = await stage.open('global.html', script);
  await page.getByRole('row', { name: /Thunderbird Android/ }).getByText('no source connected').waitFor();
  expect(await page.locator('tbody tr').count()).toBe(2);
});
