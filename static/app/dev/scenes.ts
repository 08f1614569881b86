import type { Page } from 'playwright-core';
import type { Script } from './serve';
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
  { name: 'panel-confirmed', page: 'panel.html', script: decided, act: async (page) => page.getByRole('button', { name: 'Confirm' }).click() },
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

export const SCENES: readonly Scene[] = [...panels, ...lines];
