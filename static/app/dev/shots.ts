import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { buildUi } from '../build';
import { SCENES } from './scenes';
import { serve } from './serve';

const WIDTHS = [320, 400, 760, 1280];
const [folder = 'out/screens', only = ''] = process.argv.slice(2);

/** Pictures of every state, light and dark, at four widths: `node tools/run.mjs static/app/dev/shots.ts FOLDER [NAME-PART] [WIDTHS] [MODES] [SELECTOR]`; of the whole page, or of the first that the selector finds. */
async function main(): Promise<void> {
  await buildUi();
  mkdirSync(folder, { recursive: true });
  const widths = process.argv[4]?.split(',').map(Number) ?? WIDTHS;
  const modes = process.argv[5]?.split(',') ?? ['light', 'dark'];
  const part = process.argv[6];
  const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--no-first-run'] });
  for (const scene of SCENES.filter(({ name }) => name.includes(only))) {
    const harness = await serve(scene.script);
    for (const mode of modes) {
      for (const width of widths) {
        const page = await browser.newPage({ viewport: { width, height: 400 } });
        page.on('pageerror', (error) => process.stderr.write(`${scene.name}: ${error.message}\n`));
        page.on('console', (message) => (message.type() === 'error' ? process.stderr.write(`${scene.name}: ${message.text()}\n`) : undefined));
        await page.goto(`${harness.url}/${scene.page}${scene.page.includes('?') ? '&' : '?'}mode=${mode}${scene.hash ?? ''}`);
        await page.waitForTimeout(300);
        await scene.act?.(page);
        const overflow = await page.evaluate<number>('document.documentElement.scrollWidth - document.documentElement.clientWidth');
        if (overflow > 0) process.stderr.write(`${scene.name} at ${width}: ${overflow} px too wide\n`);
        const path = join(folder, `${scene.name}-${mode}-${width}.png`);
        await (part === undefined ? page.screenshot({ path, fullPage: true }) : page.locator(part).first().screenshot({ path }));
        await page.close();
      }
    }
    await harness.close();
  }
  await browser.close();
}

void main();
