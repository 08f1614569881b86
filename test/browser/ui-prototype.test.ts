import { WEEK_STATES } from '../../static/app/dev/fixtures/page';
import { evidence, ok } from '../../static/app/dev/fixtures/panel';
import { DEBATE_STATES, PROTOTYPE_STATES, proposals } from '../../static/app/dev/fixtures/prototype';
import { raiseStage } from '../../static/app/dev/open-screen';
import type { Stage } from '../../static/app/dev/open-screen';

let stage: Stage;
beforeAll(async () => {
  stage = await raiseStage();
}, 180_000);
afterAll(async () => stage.close());

const { none, shown } = PROTOTYPE_STATES;
const { open, chosen, 'rolled-out': rolledOut } = DEBATE_STATES;
const week = WEEK_STATES['above'];
if (none === undefined || shown === undefined || open === undefined || chosen === undefined || rolledOut === undefined || week === undefined) throw new Error('no such state');

it('leads from the panel to a brief, its link and what a customer said, in the panel’s place where there is no dialog', async () => {
  const { page, harness } = await stage.open('panel.html?modal=none', { 'panel.open': () => ok(evidence()), 'prototype.open': () => ok(none), 'prototype.draft': () => ok({ ...shown, reviews: [] }), 'prototype.review': () => ok(shown) });
  await page.getByRole('button', { name: 'Prototype brief' }).click();
  await page.getByRole('button', { name: 'Write the brief' }).click();
  await page.getByText('That those who say otherwise (2) are the exception.').waitFor();
  const form = page.getByRole('form', { name: 'A customer saw it' });
  await form.getByLabel('Who saw it').selectOption('account:calder');
  await form.getByRole('button', { name: 'No', exact: true }).click();
  await form.getByLabel('In their words').fill('Never.');
  await form.getByRole('button', { name: 'Keep it' }).click();
  await page.getByRole('heading', { name: '1 of 2 said yes, 0 with changes, 1 no' }).waitFor();
  expect(harness.calls.find(({ endpoint }) => endpoint === 'prototype.review')?.input).toEqual({ answer: 'no', words: 'Never.', person: 'account:calder' });
  await page.getByRole('button', { name: 'Back' }).click();
  await page.getByRole('button', { name: 'For and against' }).waitFor();
});

it('shows both sides, notes a ring with a reason, and starts it', async () => {
  const { page, harness } = await stage.open('panel.html?screen=debate', { 'debate.open': () => ok(open), 'debate.choose': () => ok(chosen), 'debate.rollOut': () => ok(rolledOut) });
  await page.getByRole('heading', { name: 'Against', exact: true }).waitFor();
  await page.getByRole('button', { name: 'Decide' }).click();
  await page.getByRole('button', { name: 'To a ring first' }).click();
  await page.getByLabel('Reason').fill('First those who lost most.');
  await page.getByRole('button', { name: 'Note the decision' }).click();
  await page.getByRole('heading', { name: 'To a ring first, 2 accounts, decided 25 Jun 2025' }).waitFor();
  await page.getByRole('button', { name: 'They have it now' }).click();
  await page.getByRole('button', { name: 'Everyone has it now' }).waitFor();
  expect(harness.calls.filter(({ endpoint }) => endpoint !== 'debate.open').map(({ endpoint, input }) => [endpoint, input])).toEqual([
    ['debate.choose', { option: 'ring', accounts: ['Calder Valley School', 'Halden & Roe'], reason: 'First those who lost most.' }], ['debate.rollOut', { act: 'start' }],
  ]);
});

it('lets who may decide a proposal of an agent, and shows the others without buttons', async () => {
  const { page, harness } = await stage.open('project.html#/week', { 'page.week': () => ok(week), 'proposals.open': () => ok(proposals), 'proposals.decide': () => ok({ open: [] }) });
  await page.getByRole('heading', { name: '2 proposals wait for you' }).waitFor();
  expect(await page.getByRole('button', { name: 'Dismiss' }).count()).toBe(1);
  await page.getByRole('button', { name: 'It belongs here' }).click();
  await page.getByRole('heading', { name: '2 proposals wait for you' }).waitFor({ state: 'detached' });
  expect(harness.calls.at(-1)).toMatchObject({ endpoint: 'proposals.decide', input: { id: 'p1', accept: true } });
});
