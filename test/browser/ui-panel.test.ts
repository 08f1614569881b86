import { readFileSync } from 'node:fs';
import { PANEL_STATES, down, evidence, ok, quotes, signalList, suggestions } from '../../static/app/dev/fixtures/panel';
import { raiseStage } from '../../static/app/dev/open-screen';
import type { Stage } from '../../static/app/dev/open-screen';
import type { Harness, Script } from '../../static/app/dev/serve';
import type { Page } from 'playwright-core';

let stage: Stage;
beforeAll(async () => {
  stage = await raiseStage();
}, 180_000);
afterAll(async () => stage.close());

/** A panel that remembers answers, as the server does. */
function answering(): Script {
  let left = [...suggestions];
  let confirmed: typeof left = [];
  const view = () => ok(evidence(left, confirmed.map((quote) => ({ ...quote, standing: 'confirmed' as const }))));
  return {
    'panel.open': view,
    'panel.decide': ({ signal, verdict }) => {
      if (verdict === 'confirmed') confirmed = [...confirmed, ...left.filter((quote) => quote.signal === signal)];
      left = left.filter((quote) => quote.signal !== signal);
      return view();
    },
    'panel.undo': ({ signal }) => {
      confirmed = confirmed.filter((quote) => quote.signal !== signal);
      left = suggestions.filter((quote) => quote.signal === signal || left.includes(quote));
      return view();
    },
  };
}

const decisions = (harness: Harness) => harness.calls.filter(({ endpoint }) => endpoint === 'panel.decide' || endpoint === 'panel.undo').map(({ endpoint, input }) => ({ endpoint, ...(typeof input === 'object' ? input : {}) }));
const suggested = (page: Page) => page.locator('.rs-wait blockquote').innerText();

describe('one suggestion at a time', () => {
  it('folds an answer to a line, counts it, and shows the next', async () => {
    const { page, harness } = await stage.open('panel.html', answering());
    expect(await suggested(page)).toContain('till the cows come home');
    await page.getByRole('button', { name: 'Confirm Y' }).click();
    await page.getByText('Confirmed: Alder Studio').waitFor();
    expect(decisions(harness)).toEqual([{ endpoint: 'panel.decide', signal: 's1', verdict: 'confirmed' }]);
    expect(await suggested(page)).toContain('at LEAST half the time');
    expect(await page.getByRole('button', { name: /^25 accounts confirmed/ }).innerText()).toBe('25');
    expect(await page.getByRole('status').innerText()).toBe('Confirmed. Press U to undo.');
  });

  it('takes an answer back', async () => {
    const { page, harness } = await stage.open('panel.html', answering());
    await page.getByRole('button', { name: 'Not this N' }).click();
    await page.getByRole('button', { name: 'Undo U' }).click();
    await page.getByText('till the cows come home').waitFor();
    expect(decisions(harness).map(({ endpoint }) => endpoint)).toEqual(['panel.decide', 'panel.undo']);
    expect(await page.getByRole('button', { name: 'Undo U' }).count()).toBe(0);
  });

  it('drops the way back after ten seconds', async () => {
    const { page } = await stage.open('panel.html', answering());
    await page.clock.install();
    await page.reload();
    await page.getByRole('button', { name: 'Related R' }).click();
    await page.getByText('Related: Alder Studio').waitFor();
    await page.clock.fastForward(9_000);
    expect(await page.getByRole('button', { name: 'Undo U' }).count()).toBe(1);
    await page.clock.fastForward(2_000);
    await page.getByText('Related: Alder Studio').waitFor({ state: 'detached' });
  });

  it('keeps the suggestion and says so when an answer could not be saved', async () => {
    const { page } = await stage.open('panel.html', { ...answering(), 'panel.decide': () => down });
    await page.getByRole('button', { name: 'Confirm Y' }).click();
    expect(await page.getByRole('alert').innerText()).toContain('Not saved. The evidence could not be loaded');
    expect(await suggested(page)).toContain('till the cows come home');
  });

  it('offers no answers to who may not give them', async () => {
    const { page, harness } = await stage.open('panel.html', { ...answering(), 'panel.open': () => ok({ ...evidence(), canDecide: false }) });
    await page.getByText('You may read this issue, not answer for it.').waitFor();
    await page.keyboard.press('y');
    expect(await page.getByRole('button', { name: 'Confirm Y' }).count()).toBe(0);
    expect(decisions(harness)).toEqual([]);
  });
});

describe('single keys', () => {
  it('answer, and undo', async () => {
    const { page, harness } = await stage.open('panel.html', answering());
    await page.getByText('till the cows come home').waitFor();
    await page.keyboard.press('y');
    await page.getByText('Confirmed: Alder Studio').waitFor();
    await page.keyboard.press('n');
    await page.getByText('Not this: Osprey Freight').waitFor();
    await page.keyboard.press('u');
    await page.getByText('Not this: Osprey Freight').waitFor({ state: 'detached' });
    expect(decisions(harness)).toEqual([
      { endpoint: 'panel.decide', signal: 's1', verdict: 'confirmed' }, { endpoint: 'panel.decide', signal: 's2', verdict: 'rejected' }, { endpoint: 'panel.undo', signal: 's2' },
    ]);
  });

  it('do nothing with a modifier, and nothing at all when switched off, also after a reload', async () => {
    const { page, harness } = await stage.open('panel.html', answering());
    await page.getByText('till the cows come home').waitFor();
    await page.keyboard.press('Control+y');
    await page.getByRole('button', { name: 'Keys on' }).click();
    await page.keyboard.press('y');
    await page.reload();
    await page.getByRole('button', { name: 'Keys off' }).waitFor();
    await page.keyboard.press('y');
    expect(decisions(harness)).toEqual([]);
    expect(await page.locator('kbd').count()).toBe(0);
  });
});

describe('the list behind a number', () => {
  const lists: Script = { ...answering(), 'panel.list': ({ page }) => ok(signalList(43, page, 'confirmed')), 'panel.export': () => ok({ fileName: 'TB-1-confirmed.csv', csv: 'signal,text\r\nc1,"é"' }) };

  it('has exactly as many rows as it says, in Jira’s dialog', async () => {
    const { page } = await stage.open('panel.html', lists);
    await page.getByRole('button', { name: /^24 accounts confirmed/ }).click();
    const dialog = page.frameLocator('iframe[title=Dialog]');
    await dialog.getByRole('heading', { name: '43 signals' }).waitFor();
    const seen: string[] = [];
    for (const range of ['1 to 20 of 43', '21 to 40 of 43', '41 to 43 of 43']) {
      await dialog.getByText(range).waitFor();
      seen.push(...(await dialog.locator('.rs-rows blockquote').allInnerTexts()));
      if (range !== '41 to 43 of 43') await dialog.getByRole('button', { name: 'Next' }).click();
    }
    expect(new Set(seen).size).toBe(43);
    expect(await dialog.getByRole('button', { name: 'Next' }).isDisabled()).toBe(true);
  });

  it('is closed by Escape, and the panel asks again', async () => {
    const { page, harness } = await stage.open('panel.html', lists);
    await page.getByRole('button', { name: 'All 43 signals' }).click();
    const dialog = page.frameLocator('iframe[title=Dialog]');
    await dialog.getByText('1 to 20 of 43').waitFor();
    const opened = harness.calls.filter(({ endpoint }) => endpoint === 'panel.open').length;
    const asked = page.waitForResponse((response) => response.request().postData()?.includes('panel.open') ?? false);
    await dialog.getByRole('heading', { name: '43 signals' }).press('Escape');
    await asked;
    expect(await page.locator('iframe').count()).toBe(0);
    expect(harness.calls.filter(({ endpoint }) => endpoint === 'panel.open').length).toBe(opened + 1);
  });

  it('takes the panel’s place where there is no dialog, and gives it back', async () => {
    const { page } = await stage.open('panel.html?modal=none', lists);
    await page.getByRole('button', { name: 'All 43 signals' }).click();
    await page.getByRole('heading', { name: 'Confirmed signals' }).waitFor();
    await page.getByRole('button', { name: 'Back' }).click();
    await page.getByRole('heading', { name: 'In their words' }).waitFor();
  });

  it('opens the whole stored text of a signal', async () => {
    const { page } = await stage.open('panel.html?list=confirmed', lists);
    await page.getByRole('button', { name: 'Read the whole text' }).first().click();
    expect(await page.locator('.rs-full:visible').innerText()).toBe('Hello,\n\nSignal 1: folders will not compact.\n\nThank you');
  });

  it('exports a file that spreadsheets read as UTF-8', async () => {
    const { page } = await stage.open('panel.html?list=confirmed', lists);
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Export CSV' }).click()]);
    expect(download.suggestedFilename()).toBe('TB-1-confirmed.csv');
    expect(readFileSync(await download.path(), 'utf8')).toBe('\uFEFFsignal,text\r\nc1,"é"');
  });
});

describe('what failed is never empty', () => {
  it('says what failed and loads on a second try', async () => {
    const { page, harness } = await stage.open('panel.html', { 'panel.open': () => down });
    await page.getByText('Nothing can be said about this issue’s customers until it loads.').waitFor();
    harness.say({ 'panel.open': () => ok(evidence()) });
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.getByRole('heading', { name: 'In their words' }).waitFor();
  });

  it('takes a call that never came through for a failure', async () => {
    const { page } = await stage.open('panel.html', {});
    await page.getByText('The question did not get through').waitFor();
    expect(await page.getByText(/Nobody in/).count()).toBe(0);
  });

  it('keeps the last good answer when a later one fails', async () => {
    const { page, harness } = await stage.open('panel.html?modal=none', { 'panel.open': () => ok(evidence()), 'panel.list': ({ page: number }) => ok(signalList(43, number)) });
    await page.getByRole('button', { name: 'All 43 signals' }).click();
    harness.say({ 'panel.open': () => down });
    await page.getByRole('button', { name: 'Back' }).click();
    await page.getByText(/Below is what was known at/).waitFor();
    expect(await page.getByRole('heading', { name: 'In their words' }).count()).toBe(1);
  });

  it('asks again by itself while customers are being read', async () => {
    const reading = PANEL_STATES['reading'] ?? evidence();
    const { page, harness } = await stage.open('panel.html', { 'panel.open': () => ok(reading) });
    await page.clock.install();
    await page.reload();
    await page.getByText('Reading your customers.').waitFor();
    harness.say({ 'panel.open': () => ok(evidence()) });
    await page.clock.fastForward(6_000);
    await page.getByRole('heading', { name: 'In their words' }).waitFor();
  });
});

describe('the panel as a document', () => {
  it('is as tall while loading as after it', async () => {
    const size = { width: 400, height: 900 };
    const height = async (page: Page): Promise<number> => (await page.locator('.rs-panel').boundingBox())?.height ?? 0;
    const waiting = await stage.open('panel.html', { 'panel.open': () => new Promise(() => undefined) }, size);
    await waiting.page.locator('.rs-skeleton').waitFor();
    const loaded = await stage.open('panel.html', { 'panel.open': () => ok(evidence()) }, size);
    await loaded.page.locator('.rs-chart').waitFor();
    const [before, after] = [await height(waiting.page), await height(loaded.page)];
    expect(Math.abs(before - after)).toBeLessThan(40);
  });

  it('marks a quote’s language and lets its script set the direction', async () => {
    const { page } = await stage.open('panel.html', { 'panel.open': () => ok(evidence()) });
    const hebrew = page.locator('blockquote', { hasText: 'התיקייה' });
    expect([await hebrew.getAttribute('lang'), await hebrew.getAttribute('dir')]).toEqual(['he', 'auto']);
  });

  it('makes no link of an address that is not of the web', async () => {
    const [first] = quotes;
    if (first === undefined) throw new Error('no quote');
    const { page } = await stage.open('panel.html', { 'panel.open': () => ok({ ...evidence([]), quotes: [{ ...first, url: 'javascript:alert(1)' }] }) });
    await page.getByText('I can think of no reason').waitFor();
    expect(await page.locator('a').count()).toBe(0);
  });

  it('is walked by Tab in reading order', async () => {
    const { page } = await stage.open('panel.html', { 'panel.open': () => ok(evidence()) });
    await page.getByRole('button', { name: '12 weeks as table' }).waitFor();
    const order: string[] = [];
    for (let step = 0; step < 12; step += 1) {
      await page.keyboard.press('Tab');
      order.push(await page.evaluate<string>('document.activeElement.textContent.trim().slice(0, 14)'));
    }
    expect(order).toEqual(['24', '3', '12 weeks as ta', 'All 43 signals', 'Open at Suppor', 'Open at Zendes', 'Open at Suppor', 'Suggested, 1 o', 'Open at Suppor', 'Confirm Y', 'Not this N', 'Related R']);
  });

  it('shows the chart’s numbers as a table on request', async () => {
    const { page } = await stage.open('panel.html', { 'panel.open': () => ok(evidence()) });
    const toggle = page.getByRole('button', { name: '12 weeks as table' });
    await toggle.click();
    expect(await page.getByRole('button', { name: 'Hide table' }).getAttribute('aria-expanded')).toBe('true');
    expect(await page.locator('.rs-table-wrap tbody tr').count()).toBe(12);
  });
});
