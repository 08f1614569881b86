import type { SignalList, PanelView } from '../../../src/contract/panel';
import type { ThemeView } from '../../../src/contract/page';
import { agentOff } from '../../../src/domain/agent-settings';
import type { SignalReading } from '../../../src/domain/reading';
import { onIssue, onTb, openMailSite, type MailSite } from '../../build/mail-site';

async function ask<Value>(site: MailSite, endpoint: string, payload: object, context: object): Promise<Value> {
  const answer = await site.ask<Value>(endpoint, payload, context);
  if (!answer.ok) throw new Error(`${endpoint}: ${answer.code}`);
  return answer.value;
}

/** A site whose agent read the first suggestion of issue 1. */
async function open() {
  const site = await openMailSite();
  const panel = () => ask<PanelView>(site, 'panel.open', {}, onIssue('1'));
  const view = await panel();
  const signal = view.kind === 'evidence' ? (view.suggestions[0]?.signal ?? '') : '';
  const [stored] = await site.ports.stores.signals.findSignals('mail', [signal]);
  const text = stored?.text ?? '';
  const reading: SignalReading = {
    signal, hash: 'h', needKind: 'problem', severity: 'hinders', need: { text: 'Folders must compact', citation: { field: 'text', start: 0, end: text.length } },
    pairs: [{ issue: '1', kind: 'read', stance: 'contradicts', citation: { field: 'text', start: 0, end: text.length } }], hidden: 0, model: 'm', readAt: site.ports.clock.now(),
  };
  await site.ports.agent.saveSettings({ ...agentOff('mail', site.ports.clock.now()), provider: 'openai', model: 'm', budget: { tokens: 1, money: 1 } });
  await site.ports.agent.queueReadings('mail', [{ signal, hash: 'h', issues: ['1'], size: 1 }]);
  await site.ports.agent.saveReading('mail', reading);
  const list = () => ask<SignalList>(site, 'panel.list', { list: 'suggested', page: 1 }, onIssue('1'));
  return { site, signal, text, stored: stored!, reading, panel, list };
}

describe('what the agent read of a signal', () => {
  it('stands beside it on the panel, in its list and in its theme, apart from the engine’s reasons', async () => {
    const { site, signal, text, panel, list } = await open();
    const mark = { kind: 'problem', severity: 'hinders', need: { text: 'Folders must compact', words: text } };
    const view = await panel();
    expect(view.kind === 'evidence' && view.suggestions[0]?.read).toEqual({ ...mark, stance: 'contradicts' });
    const { rows } = await list();
    expect(rows.filter((row) => row.read !== undefined).map((row) => [row.signal, row.read])).toEqual([[signal, { ...mark, stance: 'contradicts' }]]);
    const place = await site.ports.stores.themes.findPlace('mail', signal);
    const theme = await ask<ThemeView>(site, 'page.theme', { theme: place?.theme }, onTb);
    expect(theme.read).toEqual({ looked: theme.theme.signals, read: 1, kinds: { problem: 1, wish: 0, question: 0, praise: 0, other: 0 } });
    const page = (number: number) => ask<SignalList>(site, 'page.themeSignals', { theme: place?.theme, page: number }, onTb);
    const { pages } = await page(1);
    const members = (await Promise.all(Array.from({ length: pages }, (_, index) => page(index + 1)))).flatMap((one) => one.rows);
    expect(members.filter((row) => row.read !== undefined).map((row) => [row.signal, row.read])).toEqual([[signal, mark]]);
  });

  it('goes with the words that it rests on', async () => {
    const { site, stored, list } = await open();
    await site.ports.stores.signals.saveSignals('mail', [{ ...stored, text: 'Never mind.' }], site.ports.clock.now());
    const [row] = (await list()).rows.filter((one) => one.read !== undefined);
    expect(row?.read).toEqual({ kind: 'problem', severity: 'hinders', stance: 'unproven' });
  });

  it('is nowhere when no model is on', async () => {
    const { site, signal, list } = await open();
    await site.ports.agent.saveSettings(agentOff('mail', site.ports.clock.now()));
    expect((await list()).rows.filter((row) => row.read !== undefined)).toEqual([]);
    const place = await site.ports.stores.themes.findPlace('mail', signal);
    expect((await ask<ThemeView>(site, 'page.theme', { theme: place?.theme }, onTb)).read).toBeUndefined();
  });
});
