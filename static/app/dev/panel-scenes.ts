import { BANNERS } from './fixtures/backlog';
import { flag, promise, verdicts } from './fixtures/outcomes';
import { CONTEXT_STATES, PANEL_STATES, down, evidence, ok, signalList, suggestions } from './fixtures/panel';
import type { Scene } from './scene';
import type { Script } from './serve';

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

const outcomes: readonly Scene[] = [
  { name: 'panel-outcome', page: 'panel.html', script: { 'panel.open': () => ok(evidence()), 'outcomes.ofIssue': () => ok({ line: promise.title, contract: 'c', view: promise, flags: [] }) }, act: async (page) => page.getByRole('button', { name: 'Show the weeks' }).click() },
  { name: 'panel-outcome-list', page: 'panel.html', script: { 'panel.open': () => ok(evidence()), 'outcomes.ofIssue': () => ok({ line: promise.title, contract: 'c', view: promise, flags: [flag] }), 'outcomes.membersOfIssue': ({ page }) => ok(signalList(61, page)) }, act: async (page) => page.getByRole('button', { name: /accounts? before/ }).click() },
  { name: 'panel-outcome-waiting', page: 'panel.html', script: { 'panel.open': () => ok(evidence()), 'outcomes.ofIssue': () => ok({ line: { id: 'outcome.waiting', params: { at: '2025-08-10T00:00:00Z' } }, contract: 'c', flags: [] }) } },
  { name: 'panel-beside-failed', page: 'panel.html', script: { 'panel.open': () => ok(evidence()), 'closing.banner': () => down, 'outcomes.ofIssue': () => down } },
  ...Object.entries(verdicts).map(([name, view]) => ({ name: `panel-outcome-${name}`, page: 'panel.html', script: { 'panel.open': () => ok(evidence()), 'outcomes.ofIssue': () => ok({ line: view.title, contract: 'c', view, flags: [] }) } })),
  { name: 'panel-outcome-flagged', page: 'panel.html', script: { 'panel.open': () => ok(evidence()), 'outcomes.ofIssue': () => ok({ line: { id: 'outcome.cannot-judge.no-theme', params: { release: '128.3.3' } }, contract: 'c', flags: [flag] }) } },
  { name: 'panel-outcome-withdrawn', page: 'panel.html', script: { 'panel.open': () => ok(evidence()), 'outcomes.ofIssue': () => ok({ line: { id: 'outcome.cannot-judge.unreleased', params: { release: '128.3.3', at: '2025-06-09T00:00:00Z' } }, contract: 'c', flags: [] }) } },
];

/** The panel with its banner and its outcome, and the line under an issue's title. */
export const PANEL_SCENES: readonly Scene[] = [
  ...panels, ...lines, ...outcomes,
  ...Object.entries(BANNERS).map(([name, view]) => ({ name: `banner-${name}`, page: 'panel.html', script: { 'panel.open': () => ok(PANEL_STATES['silent'] ?? evidence()), 'closing.banner': () => ok(view) } })),
];
