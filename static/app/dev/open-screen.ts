import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import type { Browser, Page } from 'playwright-core';
import { serve } from './serve';
import type { Harness, Script } from './serve';

/** A screen in a real browser on a scripted platform, and everything it complained about. */
export interface Screen {
  readonly page: Page;
  readonly harness: Harness;
  /** Uncaught errors, console errors (a refused style or script is one), requests that failed. */
  readonly complaints: readonly string[];
}

export interface Stage {
  open(path: string, script: Script, size?: { readonly width: number; readonly height: number }): Promise<Screen>;
  close(): Promise<void>;
}

/** Builds the screens if they changed and starts a browser. One stage serves a whole test file. */
export async function raiseStage(): Promise<Stage> {
  buildScreens();
  const browser: Browser = await chromium.launch({ executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--no-first-run'] });
  const harnesses: Harness[] = [];
  return {
    async open(path, script, size = { width: 760, height: 900 }) {
      const harness = await serve(script);
      harnesses.push(harness);
      const page = await browser.newPage({ viewport: size });
      const complaints: string[] = [];
      page.on('pageerror', (error) => complaints.push(error.message));
      page.on('console', (message) => void (message.type() === 'error' ? complaints.push(message.text()) : 0));
      page.on('requestfailed', (request) => complaints.push(`${request.url()} failed`));
      await page.goto(`${harness.url}/${path}`);
      return { page, harness, complaints };
    },
    async close() {
      await browser.close();
      await Promise.all(harnesses.map((harness) => harness.close()));
    },
  };
}

/** In a process of its own: the builder is an ES module, and the test runner loads none. */
export function buildScreens(): void {
  const root = join(__dirname, '../../..');
  const built = spawnSync(process.execPath, [join(root, 'tools/run.mjs'), '--quiet', join(root, 'static/app/build.ts')], { cwd: root, encoding: 'utf8' });
  if (built.status !== 0) throw new Error(`The screens do not build:\n${built.stderr}`);
}
