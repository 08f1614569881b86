import { madeFrom, makeBriefs } from '../../../src/agent/brief/make-briefs';
import { meteredModel } from '../../../src/agent/model/metered-model';
import { agentOff } from '../../../src/domain/agent-settings';
import { sha256 } from '../../../src/platform/sha256';
import type { Model, ModelAsk } from '../../../src/ports/model';
import { aBriefCase, aSource, aVoice } from '../../build/brief-case';
import { aDigest, aRun, aTheme, anIssue } from '../../build/stored';
import { fakePorts } from '../../fakes/ports';
import { failing, scriptedModel } from '../../fakes/scripted-model';

const AT = '2025-06-01T00:00:00.000Z';
const VOICES = ['first', 'second', 'third', 'fourth'].map((which) => aVoice(which, `The export loses the ${which} row of every file.`));
const REPLY = { verdict: { text: 'The export loses rows of the file.', cites: [1, 2] }, changed: [], for: [1, 2], against: [], missing: [], wouldChange: [] };

/** Issues 1 to 3, the first with most customers behind it. */
async function open() {
  const ports = fakePorts();
  await ports.stores.products.saveProduct({ id: 'shop', name: 'Shop', projects: ['A'] });
  await ports.stores.signals.saveSignals('shop', VOICES, AT);
  await ports.stores.issues.saveIssues('shop', ['1', '2', '3'].map((id) => anIssue(id, `A-${id}`, { summary: `Export loses rows ${id}` })), AT);
  const digests = ['3', '2', '1'].map((id, index) => aDigest(id, VOICES.slice(0, index + 2).map((one) => one.id), 'shop')).map((digest) => ({ ...digest, evidence: digest.evidence.map((row) => ({ ...row, shown: true, citation: { field: 'text' as const, start: 0, end: 20 } })) }));
  await ports.stores.evidence.saveRun('shop', aRun({ digests, themes: [aTheme('t1', 1)], computedAt: AT, signals: VOICES.length }));
  await ports.stores.products.saveCoverage('shop', aSource('desk'));
  const run = (model: Model, budgetMs = 60_000) => makeBriefs({ product: 'shop', stores: ports.stores, agent: ports.agent, model, clock: ports.clock, sha256, budgetMs });
  const kept = async () => Promise.all(['1', '2', '3'].map(async (id) => (await ports.agent.findBrief(id))?.outcome.kind));
  return { ports, run, kept };
}
const issuesOf = (asked: readonly ModelAsk[]): readonly string[] => asked.map((ask) => ask.about);

describe('writing briefs', () => {
  it('begins with the issue that most customers stand behind, and pays for none twice', async () => {
    const { run, kept } = await open();
    const model = scriptedModel(() => REPLY);
    expect(await run(model)).toEqual({ kind: 'done' });
    expect(issuesOf(model.asked)).toEqual(['1', '2', '3']);
    expect(await kept()).toEqual(['written', 'written', 'written']);
    await run(model);
    expect(model.asked).toHaveLength(3);
  });

  it('is not stopped by one issue whose reply breaks off every time, nor pays for it every hour', async () => {
    const { run, kept } = await open();
    const model = scriptedModel((ask) => (ask.about === '1' ? failing('truncated', { retryable: false }) : REPLY));
    for (let hour = 0; hour < 3; hour += 1) expect(await run(model)).toEqual({ kind: 'done' });
    expect(issuesOf(model.asked)).toEqual(['1', '2', '3']);
    expect(await kept()).toEqual(['by-rule', 'written', 'written']);
  });

  it('goes on where it was when the time was up', async () => {
    const { ports, run } = await open();
    const model = scriptedModel(() => {
      ports.clock.advance(40_000);
      return REPLY;
    });
    expect(await run(model, 60_000)).toEqual({ kind: 'more' });
    expect(issuesOf(model.asked)).toEqual(['1', '2']);
    expect(await run(model, 60_000)).toEqual({ kind: 'done' });
    expect(issuesOf(model.asked)).toEqual(['1', '2', '3']);
  });

  it('pays for no brief twice, wherever it is killed', async () => {
    for (const killAt of [1, 2, 3]) {
      const { ports, run, kept } = await open();
      const paid: string[] = [];
      let calls = 0;
      const model = scriptedModel((ask) => {
        calls += 1;
        // The provider has the question, and is paid for it.
        paid.push(ask.about);
        if (calls === killAt) throw new Error('killed');
        return REPLY;
      });
      await expect(run(model)).rejects.toThrow('killed');
      expect(await run(model)).toEqual({ kind: 'done' });
      expect(paid).toEqual(['1', '2', '3']);
      expect(await kept()).toEqual(['1', '2', '3'].map((id) => (id === String(killAt) ? 'by-rule' : 'written')));
      expect((await ports.agent.findBrief(String(killAt)))?.outcome).toEqual({ kind: 'by-rule', because: 'not-yet' });
      ports.clock.advance(31 * 60_000);
      await run(model);
      expect((await ports.agent.findBrief(String(killAt)))?.outcome).toEqual({ kind: 'by-rule', because: 'failed' });
      expect(paid).toHaveLength(3);
    }
  });

  it('stops when the month is spent in mid-run, never passes it, and keeps what was written', async () => {
    const { ports, run, kept } = await open();
    const raw = scriptedModel((ask) => ({ kind: 'reply', value: REPLY, use: { input: 2_000, output: ask.longestReply } }));
    const settings = { ...agentOff('shop', AT), provider: 'openai' as const, price: { input: 400_000, output: 1_600_000 }, budget: { tokens: 8_000, money: 1_000_000 } };
    let ids = 0;
    const model = meteredModel(raw, settings, { store: ports.agent, clock: ports.clock, newId: () => `hold-${(ids += 1)}`, schemaText: () => '' });
    expect(await run(model)).toEqual({ kind: 'stopped', because: 'over-budget' });
    expect(raw.asked.length).toBeGreaterThan(0);
    expect(raw.asked.length).toBeLessThan(3);
    expect((await kept()).filter((one) => one === 'written')).toHaveLength(raw.asked.length);
    expect((await ports.agent.findSpend('shop', '2025-07')).tokens).toBeLessThanOrEqual(8_000);
    expect(await run(model)).toEqual({ kind: 'stopped', because: 'over-budget' });
  });

  it('waits for a provider that is away, and keeps nothing of it', async () => {
    const { run, kept } = await open();
    let isDown = true;
    const model = scriptedModel(() => (isDown ? failing('unreachable', { retryAfterSeconds: 30 }) : REPLY));
    expect(await run(model)).toMatchObject({ kind: 'wait', seconds: 30 });
    expect(await kept()).toEqual([undefined, undefined, undefined]);
    isDown = false;
    expect(await run(model)).toEqual({ kind: 'done' });
    expect(await kept()).toEqual(['written', 'written', 'written']);
  });

  it('is due again when a customer’s words behind it were edited', () => {
    const [ann, bob] = [VOICES[0]!, VOICES[1]!];
    const before = madeFrom(aBriefCase([ann], [bob]), 'm', sha256);
    expect(madeFrom(aBriefCase([ann], [bob]), 'm', sha256)).toBe(before);
    expect(madeFrom(aBriefCase([{ ...ann, text: 'The export keeps the first row of every file.' }], [bob]), 'm', sha256)).not.toBe(before);
  });
});
