import type { TalkView } from '../../src/contract/talk';
import type { SignalList } from '../../src/contract/panel';
import type { ProposalsView } from '../../src/contract/proposals';
import type { PrototypeView } from '../../src/contract/prototype';
import type { AgentAnswer } from '../../src/surfaces/rovo/action';
import { onIssue, onProject, openTestSite, type TestSite } from './open-test-site';

let site: TestSite;
beforeAll(async () => {
  site = await openTestSite();
}, 120_000);
afterAll(() => site.close());

const ask = async <Value>(endpoint: string, payload: object, extension: object, person = 'alder-admin'): Promise<Value> => {
  const answer = await site.ask<Value>('alder', person, endpoint, payload, extension);
  if (!answer.ok) throw new Error(`${endpoint}: ${answer.code} ${answer.detail}`);
  return answer.value;
};
const agent = async (actionKey: string, inputs: Record<string, unknown>, accountId: string): Promise<AgentAnswer> => (await site.site.host.invokeAction('alder', { actionKey, inputs, accountId })) as AgentAnswer;

it('names people after a reading, and a conversation with one of them is read like any signal', async () => {
  const view = await ask<TalkView>('talk.open', {}, onProject('MAIL'));
  const person = view.slots.flatMap((slot) => slot.person?.person ?? [])[0];
  const logged = await ask<TalkView>('talk.log', { theme: view.theme?.id, person, heldAt: site.site.host.clock(), words: 'I gave up compacting a year ago and buy bigger disks.', visibility: 'open' }, onProject('MAIL'));
  expect(logged.conversations.rows[0]?.quote?.text).toBe('I gave up compacting a year ago and buy bigger disks.');
  await site.site.host.advanceClock(10 * 60_000);
  await site.site.host.idle();
  const members = await ask<SignalList>('page.themeSignals', { theme: null, page: 1 }, onProject('MAIL'));
  const themed = await Promise.all(view.themes.map(({ id }) => ask<SignalList>('page.themeSignals', { theme: id, page: 1, source: 'conversations' }, onProject('MAIL'))));
  expect([members, ...themed].flatMap(({ rows }) => rows).map((row) => row.source.id)).toContain('conversations');
});

it('writes a brief whose quotes stand in their signals', async () => {
  const { brief } = await ask<PrototypeView>('prototype.draft', {}, onIssue('10001', 'MAIL-1'));
  const list = await ask<SignalList>('panel.list', { list: 'suggested', page: 1 }, onIssue('10001', 'MAIL-1'));
  const full = new Map(list.rows.map((row) => [row.signal, `${row.title}\n${row.full}`]));
  expect(brief?.quotes.length).toBeGreaterThan(0);
  for (const quote of brief?.quotes ?? []) expect(full.get(quote.signal) ?? quote.text).toContain(quote.text);
});

it('lets an agent ask as its person and propose, and a person decide', async () => {
  const answer = await agent('ask-about-issue', { issueKey: 'MAIL-1' }, 'alder-member');
  expect(answer).toMatchObject({ found: true });
  const hidden = await agent('ask-about-issue', { issueKey: 'MAIL-1' }, 'alder-outsider');
  expect(hidden).toEqual(await agent('ask-about-issue', { issueKey: 'MAIL-999' }, 'alder-outsider'));
  const signal = answer.found ? answer.quotes[0]?.id : undefined;
  await agent('propose-change', { issueKey: 'MAIL-1', signalId: signal, reason: 'Same words.' }, 'alder-member');
  const { open } = await ask<ProposalsView>('proposals.open', {}, onProject('MAIL'));
  expect(open).toMatchObject([{ issue: { key: 'MAIL-1' }, canAccept: true }]);
  expect(await site.ask('alder', 'alder-viewer', 'proposals.decide', { id: open[0]?.id, accept: true }, onProject('MAIL'))).toMatchObject({ ok: false, code: 'access/not-allowed' });
  expect(await ask<ProposalsView>('proposals.decide', { id: open[0]?.id, accept: true }, onProject('MAIL'))).toEqual({ open: [] });
  const confirmed = await ask<SignalList>('panel.list', { list: 'confirmed', page: 1 }, onIssue('10001', 'MAIL-1'));
  expect(confirmed.rows.map((row) => row.signal)).toEqual([signal]);
});
