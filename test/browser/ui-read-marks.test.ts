import { evidence, ok, readMark, signalList } from '../../static/app/dev/fixtures/panel';
import { themeView } from '../../static/app/dev/fixtures/page';
import { raiseStage } from '../../static/app/dev/open-screen';
import type { Stage } from '../../static/app/dev/open-screen';

let stage: Stage;
beforeAll(async () => {
  stage = await raiseStage();
}, 180_000);
afterAll(async () => stage.close());

it('says what the agent read of a suggestion, apart from why the engine suggests it, and names words that the quote does not show', async () => {
  const { page, complaints } = await stage.open('panel.html', { 'panel.open': () => ok(evidence()), 'panel.list': ({ page: number }: { page: number }) => ok(signalList(3, number)) } as never, { width: 320, height: 900 });
  const suggestion = page.getByLabel('Suggestions');
  await suggestion.getByText('Read by the agent: problem, hinders; speaks for this issue.').waitFor();
  expect(await suggestion.getByText('same words: compact, folder, disk space').count()).toBe(1);
  expect(await suggestion.locator('.rs-read q').count()).toBe(0);
  expect(await page.evaluate<number>('document.documentElement.scrollWidth - document.documentElement.clientWidth')).toBe(0);
  expect(complaints).toEqual([]);
});

it('counts by kind on a theme, and marks a quote of it', async () => {
  const { page } = await stage.open('project.html#/theme/t3', { 'page.theme': () => ok(themeView), 'page.themeSignals': ({ page: number }: { page: number }) => ok(signalList(3, number)) } as never);
  await page.getByText('Read by the agent: 118 of 236 signals: 96 problems, 14 wishes, 7 questions, 1 of another kind.').waitFor();
  await page.getByRole('link', { name: 'All 236 signals' }).click();
  await page.locator('.rs-read q').first().waitFor();
  expect(await page.locator('.rs-read q').first().textContent()).toBe(readMark.need?.words);
});
