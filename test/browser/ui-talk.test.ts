import { talkView } from '../../static/app/dev/fixtures/talk';
import { ok } from '../../static/app/dev/fixtures/panel';
import { raiseStage } from '../../static/app/dev/open-screen';
import type { Stage } from '../../static/app/dev/open-screen';
import type { Script } from '../../static/app/dev/serve';

let stage: Stage;
beforeAll(async () => {
  stage = await raiseStage();
}, 180_000);
afterAll(async () => stage.close());

const script: Script = { 'talk.open': () => ok(talkView), 'talk.mark': () => ok(talkView), 'talk.consent': () => ok(talkView), 'talk.log': () => ok(talkView), 'talk.conversations': () => ok({ total: 12, weeks: talkView.conversations.weeks, rows: [{ id: 'c9', heldAt: '2025-04-01T10:00:00.000Z' }] }) };

it('asks for someone else, notes a wish and marks an invitation', async () => {
  const { page, harness } = await stage.open('project.html#/talk', script);
  const first = page.locator('.rs-person').first();
  await first.getByRole('button', { name: 'Someone else' }).click();
  await first.getByLabel('Consent of').selectOption('do-not-contact');
  await first.getByRole('button', { name: 'Mark invited' }).click();
  await page.getByRole('button', { name: 'Mark invited' }).first().waitFor();
  expect(harness.calls.filter(({ endpoint }) => endpoint !== 'talk.open').map(({ endpoint, input }) => [endpoint, input])).toEqual([
    ['talk.mark', { theme: 't3', person: 'account:calder', state: 'passed' }],
    ['talk.consent', { theme: 't3', person: 'account:calder', consent: 'do-not-contact' }],
    ['talk.mark', { theme: 't3', person: 'account:calder', state: 'invited' }],
  ]);
});

it('writes down a conversation with who was invited, their words apart from what we took', async () => {
  const { page, harness } = await stage.open('project.html#/talk/t3', script);
  await page.getByRole('button', { name: 'We talked' }).click();
  const form = page.getByRole('form', { name: 'Write down a conversation' });
  await form.getByText('Halden & Roe').waitFor();
  await form.getByLabel('What they said').fill('It still loses them.');
  await form.getByLabel('What you took').fill('Not fixed.');
  await form.getByLabel('Did a release help?').selectOption('mail:140');
  await form.getByRole('button', { name: 'It did not' }).click();
  await form.getByRole('button', { name: 'Keep it' }).click();
  await form.waitFor({ state: 'detached' });
  expect(harness.calls.at(-1)).toMatchObject({ endpoint: 'talk.log', input: { theme: 't3', person: 'account:gone', words: 'It still loses them.', took: 'Not fixed.', visibility: 'open', helped: { contract: 'mail:140', helped: false } } });
});

it('takes the note away when only numbers are kept, and shows earlier conversations', async () => {
  const { page, harness } = await stage.open('project.html#/talk', script);
  await page.getByRole('button', { name: 'Earlier ones' }).click();
  await page.getByRole('button', { name: 'Earlier ones' }).waitFor({ state: 'detached' });
  expect(harness.calls.at(-1)).toMatchObject({ endpoint: 'talk.conversations', input: { after: talkView.conversations.next } });
  await page.getByRole('button', { name: 'Write down a conversation' }).click();
  const form = page.getByRole('form', { name: 'Write down a conversation' });
  await form.getByLabel('What they said').fill('secret');
  await form.getByLabel('What you took').fill('note');
  await form.getByLabel('Numbers only').check();
  expect(await form.getByLabel('What you took').count()).toBe(0);
  await form.getByRole('button', { name: 'Keep it' }).click();
  await form.waitFor({ state: 'detached' });
  expect(harness.calls.at(-1)?.input).not.toHaveProperty('took');
});
