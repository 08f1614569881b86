import { openApp } from '../../../src/app';
import { formatSentence } from '../../../src/contract/format-sentence';
import { agentOff } from '../../../src/domain/agent-settings';
import { sha256 } from '../../../src/platform/sha256';
import { briefView } from '../../../src/surfaces/agent/brief-view';
import { settingsView } from '../../../src/surfaces/agent/settings-view';
import { aSource, aVoice } from '../../build/brief-case';
import { aDigest, aRun, anIssue } from '../../build/stored';
import { fakePorts } from '../../fakes/ports';
import { failing, scriptedModel } from '../../fakes/scripted-model';

const AT = '2025-06-01T00:00:00.000Z';
const voices = [aVoice('ann', 'The export loses the last row of my file.'), aVoice('bob', 'A row is gone from our export file.')];
const REPLY = { verdict: { text: 'The export loses rows of the file.', cites: [1, 2] }, changed: [], for: [1, 2], against: [], missing: [], wouldChange: [] };
type Code = Parameters<typeof failing>[0];

async function open() {
  const ports = fakePorts();
  await ports.stores.products.saveProduct({ id: 'shop', name: 'Shop', projects: ['A'] });
  await ports.stores.signals.saveSignals('shop', voices, AT);
  await ports.stores.issues.saveIssues('shop', [anIssue('1', 'A-1')], AT);
  const digest = aDigest('1', voices.map((one) => one.id), 'shop');
  await ports.stores.evidence.saveRun('shop', aRun({ digests: [{ ...digest, evidence: digest.evidence.map((row) => ({ ...row, shown: true, citation: { field: 'text' as const, start: 0, end: voices.find((one) => one.id === row.signal)!.text!.length } })) }], computedAt: AT, signals: 2 }));
  await ports.stores.products.saveCoverage('shop', aSource('desk'));
  const state: { code: Code | undefined } = { code: undefined };
  const model = scriptedModel((ask) => (state.code !== undefined ? failing(state.code) : ask.name === 'hello' ? { ok: true } : ask.name === 'evidence-brief' ? REPLY : failing('not-accepted')), 'openai:m');
  const app = openApp({ ports, prepare: async () => undefined, agent: { openModel: () => model, openEmbedder: () => undefined, sha256, schemaText: () => '' } });
  await app.agent.saveSettings({ ...agentOff('shop', AT), provider: 'openai', model: 'm', budget: { tokens: 1_000_000, money: 1_000_000 } });
  const panel = async (): Promise<string> => {
    const { wordedBy } = briefView((await app.agent.brief('1'))!, new Map());
    return wordedBy.kind === 'model' ? 'model' : formatSentence(wordedBy.because);
  };
  const admin = async (): Promise<string | undefined> => {
    const { trouble } = await settingsView(app, 'shop');
    return trouble === undefined ? undefined : formatSentence(trouble);
  };
  return { ports, app, state, model, panel, admin };
}

describe('a provider that answers nobody', () => {
  it.each([
    ['no-access', 'since 1 Jul 2025 the key, the model or the address is not accepted'], ['unreachable', 'since 1 Jul 2025 nobody answers at the model’s address'],
    ['server-error', 'since 1 Jul 2025 the model’s provider has a fault'],
  ] as const)('is named on the panel and to the admin, since when (%s), until it answers', async (code, because) => {
    const { ports, app, state, panel, admin } = await open();
    expect(await panel()).toBe('the model has not written it yet');
    state.code = code;
    await app.agent.runBriefs('shop');
    ports.clock.advance(3 * 86_400_000);
    await app.agent.runBriefs('shop');
    expect(await panel()).toBe(because);
    expect(await admin()).toContain('Since 1 Jul 2025');
    state.code = undefined;
    await app.agent.runBriefs('shop');
    expect(await panel()).toBe('model');
    expect(await admin()).toBeUndefined();
  });

  it('is not known before anybody asked, nor of a provider that only asks to wait, nor after its key or model was changed', async () => {
    const { ports, app, state, panel, admin } = await open();
    state.code = 'rate-limited';
    await app.agent.runBriefs('shop');
    expect([await panel(), await admin()]).toEqual(['the model has not written it yet', undefined]);
    state.code = 'no-access';
    await app.agent.runBriefs('shop');
    await app.agent.saveKey('shop', 'sk-another-key');
    expect([await panel(), await admin()]).toEqual(['the model has not written it yet', undefined]);
    await app.agent.runBriefs('shop');
    await ports.agent.saveSettings({ ...(await app.agent.settingsOf('shop')), model: 'n' });
    expect(await admin()).toBeUndefined();
  });

  it('is asked anew whenever an admin tries it', async () => {
    const { app, state, admin } = await open();
    expect(await app.agent.tryModel('shop')).toBe('answers');
    state.code = 'unreachable';
    expect(await app.agent.tryModel('shop')).toBe('unreachable');
    expect(await admin()).toContain('nobody answers');
    state.code = undefined;
    expect(await app.agent.tryModel('shop')).toBe('answers');
    expect(await admin()).toBeUndefined();
  });
});
