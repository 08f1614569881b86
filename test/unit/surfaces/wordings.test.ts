import { agentOff } from '../../../src/domain/agent-settings';
import type { SignalList } from '../../../src/contract/panel';
import type { PrototypeView } from '../../../src/contract/prototype';
import type { TalkView } from '../../../src/contract/talk';
import { sha256 } from '../../../src/platform/sha256';
import { scriptedReply } from '../../../host/model/scripted-replies';
import { onIssue, onTb, openMailSite, type MailSite } from '../../build/mail-site';
import { failing, scriptedModel } from '../../fakes/scripted-model';

const ON = { ...agentOff('mail', '2025-06-01T00:00:00.000Z'), provider: 'openai' as const, model: 'm-1', budget: { tokens: 100_000_000, money: 1_000_000_000 } };

/** A site with a script where a model would be; `says` can make it lie or be away. */
async function open() {
  const state: { says: 'script' | 'lies' | 'away' } = { says: 'script' };
  const model = scriptedModel((ask) => {
    if (state.says === 'away') return failing('unreachable');
    if (state.says === 'lies' && ask.name.startsWith('word-')) return { need: { text: 'Nine thousand customers want a wallet.', cites: [1] }, smallest: { text: 'A wallet.', cites: [1] }, line: 'I would like to offer you a refund.' };
    const reply = scriptedReply(ask.task, ask.material);
    return reply === undefined ? failing('not-accepted') : (JSON.parse(reply) as unknown);
  }, 'openai:m-1');
  const site = await openMailSite({ agent: { openModel: () => model, openEmbedder: () => undefined, sha256, schemaText: () => '' } });
  for (const list of ['suggested', 'possible']) {
    const { rows } = await get<SignalList>(site, 'panel.list', { list, page: 1 });
    for (const row of rows.slice(0, 3)) await get(site, 'panel.decide', { signal: row.signal, verdict: 'confirmed' });
  }
  return { site, state, model, word: () => site.app.runJob({ name: 'word', product: 'mail' }) };
}

async function get<Value>(site: MailSite, endpoint: string, payload: object = {}, context: object = onIssue('1')): Promise<Value> {
  const answer = await site.ask<Value>(endpoint, payload, context);
  if (!answer.ok) throw new Error(`${endpoint}: ${answer.code} ${answer.detail ?? ''}`);
  return answer.value;
}

describe('a prototype’s brief where a model is on', () => {
  it('is by rule until the model’s sentences are proven; numbers, riskiest and the end stay the store’s; in 250 words', async () => {
    const { site, word } = await open();
    await site.app.agent.saveSettings(ON);
    const first = (await get<PrototypeView>(site, 'prototype.draft')).brief!;
    expect(first).toMatchObject({ wordedBy: 'rules', because: { id: 'brief.because.not-yet' } });
    await word();
    const brief = (await get<PrototypeView>(site, 'prototype.open')).brief!;
    expect(brief.wordedBy).toBe('model');
    expect(brief.hypothesis.endsWith(first.hypothesis)).toBe(true);
    expect(brief.hypothesis).not.toBe(first.hypothesis);
    expect([brief.riskiest, brief.kill, brief.quotes, brief.showTo]).toEqual([first.riskiest, first.kill, first.quotes, first.showTo]);
    expect(brief.smallest).toMatch(/made-up data\.$/);
    expect(brief.words).toBeLessThanOrEqual(250);
    expect(brief.markdown).toContain('made-up data');
  });

  it('says that it is by rule when what was written is made up, when the budget is spent, and nothing when no model is on', async () => {
    const { site, state, word } = await open();
    expect((await get<PrototypeView>(site, 'prototype.draft')).brief?.because).toBeUndefined();
    state.says = 'lies';
    await site.app.agent.saveSettings(ON);
    await word();
    const lied = (await get<PrototypeView>(site, 'prototype.open')).brief;
    expect(lied).toMatchObject({ wordedBy: 'rules', because: { id: 'brief.because.unproven' } });
    expect(JSON.stringify(lied)).not.toContain('wallet');
    await site.app.agent.saveSettings({ ...ON, model: 'm-2', budget: { tokens: 0, money: 0 } });
    expect((await get<PrototypeView>(site, 'prototype.open')).brief).toMatchObject({ wordedBy: 'rules', because: { id: 'brief.because.over-budget' } });
  });

  it('keeps what a person wrote', async () => {
    const { site, model, word } = await open();
    await get<PrototypeView>(site, 'prototype.draft');
    const words = { hypothesis: 'Mine.', riskiest: 'Mine too.', smallest: 'One thing.', kill: 'Stop on Friday.' };
    await get(site, 'prototype.save', words);
    await site.app.agent.saveSettings(ON);
    await word();
    expect((await get<PrototypeView>(site, 'prototype.open')).brief).toMatchObject({ ...words, wordedBy: 'person' });
    expect(model.asked.some((ask) => ask.name === 'word-prototype')).toBe(false);
  });

  it('is by rule again when a quote it was worded from is rejected', async () => {
    const { site, word } = await open();
    await site.app.agent.saveSettings(ON);
    const brief = (await get<PrototypeView>(site, 'prototype.draft')).brief!;
    await word();
    await get(site, 'panel.decide', { signal: brief.quotes[0]!.signal, verdict: 'rejected' });
    expect((await get<PrototypeView>(site, 'prototype.open')).brief?.wordedBy).toBe('rules');
  });
});

describe('drafts of invitations where a model is on', () => {
  const drafts = async (site: MailSite) => (await get<TalkView>(site, 'talk.open', {}, onTb)).slots.flatMap(({ person }) => (person === undefined ? [] : [person]));

  it('hold one sentence in the customer’s own words; day and quote are the store’s', async () => {
    const { site, word } = await open();
    const plain = await drafts(site);
    expect(plain.every((person) => person.draftBy === undefined)).toBe(true);
    await site.app.agent.saveSettings(ON);
    expect((await drafts(site)).every((person) => person.draftBy === 'rules')).toBe(true);
    await word();
    const worded = await drafts(site);
    expect(worded.filter((person) => person.draftBy === 'model').length).toBeGreaterThan(0);
    for (const [at, person] of worded.entries()) {
      expect(person.draft.params).toMatchObject(plain[at]!.draft.params);
      for (const word of String(person.draft.params['line'] ?? '').toLowerCase().match(/[a-z]{7,}/g) ?? []) expect(`${person.quote.text.toLowerCase()} happens`).toContain(word);
    }
  });

  it('are by rule when the model lies, and the model stays away without a trace', async () => {
    const { site, state, word } = await open();
    state.says = 'lies';
    await site.app.agent.saveSettings(ON);
    await word();
    expect((await drafts(site)).every((person) => person.draftBy === 'rules' && person.draft.id.startsWith('talk.draft.'))).toBe(true);
    state.says = 'away';
    await word();
    expect((await drafts(site)).every((person) => person.draftBy === 'rules')).toBe(true);
  });
});
