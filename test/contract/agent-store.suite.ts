import { NOTHING_SPENT } from '../../src/domain/agent-settings';
import type { SignalReading } from '../../src/domain/reading';
import type { AgentStore, ReadingTask } from '../../src/ports/agent-store';

const AT = '2025-07-01T08:00:00.000Z';
const BUDGET = { tokens: 1_000, money: 500 };

const aTask = (signal: string, size = 10, hash = `h-${signal}`): ReadingTask => ({ signal, hash, issues: ['1', '2'], size });
const aReading = (signal: string, hash = `h-${signal}`): SignalReading => ({
  signal, hash, needKind: 'problem', severity: 'hinders', hidden: 0, model: 'openai:x', readAt: AT,
  need: { text: 'Rows must not be lost', citation: { field: 'text', start: 0, end: 9 } },
  pairs: [{ issue: '1', kind: 'read', stance: 'supports', citation: { field: 'text', start: 0, end: 9 } }, { issue: '2', kind: 'unproven' }],
});
const hold = (id: string, tokens: number, money: number, month = '2025-07') => ({ id, product: 'shop', month, tokens, money });

export function agentStoreSuite(name: string, open: () => Promise<AgentStore>): void {
  describe(`what the agent keeps: ${name}`, () => {
    it('keeps settings, replies and briefs', async () => {
      const store = await open();
      const settings = { product: 'shop', provider: 'openai' as const, model: 'm-2025-01-01', price: { input: 1, output: 2 }, reads: 'candidates' as const, budget: BUDGET, by: 'a', at: AT };
      expect(await store.findSettings('shop')).toBeUndefined();
      await store.saveSettings(settings);
      await store.saveSettings({ ...settings, reads: 'everything' });
      expect(await store.findSettings('shop')).toEqual({ ...settings, reads: 'everything' });
      await store.saveReply('shop', 'k1', '{"a":1}', 'desk:1');
      await store.saveReply('shop', 'k1', 'later', 'desk:1');
      expect(await store.findReply('k1')).toBe('{"a":1}');
      const citation = { field: 'text' as const, start: 0, end: 4 };
      const line = { text: 'Rows stay', cites: [{ signal: 'desk:1', citation, hash: 'h' }] };
      const brief = { issue: '1', product: 'shop', askedAt: AT, madeFrom: 'x', outcome: { kind: 'written' as const, model: 'm', verdict: line, changed: [line], missing: [], wouldChange: [], strongestFor: [{ signal: 'desk:1', citation, by: 'person' as const }], strongestAgainst: [] } };
      await store.saveBrief(brief);
      expect(await store.findBrief('1')).toEqual(brief);
      await store.saveBrief({ ...brief, outcome: { kind: 'by-rule', because: 'failed' } });
      expect((await store.findBrief('1'))?.outcome).toEqual({ kind: 'by-rule', because: 'failed' });
      await store.dropBrief('1');
      expect(await store.findBrief('1')).toBeUndefined();
    });

    it('promises no more than the budget, in tokens or in money', async () => {
      const store = await open();
      expect(await store.hold(hold('a', 600, 100), BUDGET)).toBe(true);
      expect(await store.hold(hold('b', 500, 100), BUDGET)).toBe(false);
      expect(await store.hold(hold('c', 100, 450), BUDGET)).toBe(false);
      expect(await store.hold(hold('d', 400, 400), BUDGET)).toBe(true);
      expect(await store.hold(hold('e', 1, 0), BUDGET)).toBe(false);
      expect(await store.hold(hold('f', 600, 100, '2025-08'), BUDGET)).toBe(true);
      expect(await store.findSpend('shop', '2025-07')).toEqual({ tokens: 0, money: 0, heldTokens: 1_000, heldMoney: 500 });
    });

    it('settles a promise once, and what was lost stays promised', async () => {
      const store = await open();
      await store.hold(hold('a', 600, 100), BUDGET);
      await store.hold(hold('b', 300, 100), BUDGET);
      await store.settle(hold('a', 600, 100), { tokens: 50, money: 7 });
      await store.settle(hold('a', 600, 100), { tokens: 50, money: 7 });
      expect(await store.findSpend('shop', '2025-07')).toEqual({ tokens: 50, money: 7, heldTokens: 300, heldMoney: 100 });
      expect(await store.findSpend('other', '2025-07')).toEqual(NOTHING_SPENT);
    });

    it('lets twenty who ask at once have no more than there is', async () => {
      const store = await open();
      const got = await Promise.all(Array.from({ length: 20 }, (_, index) => store.hold(hold(`p${index}`, 300, 1), BUDGET)));
      expect(got.filter(Boolean)).toHaveLength(3);
    });

    it('gives the shortest first, each to one asker', async () => {
      const store = await open();
      await store.queueReadings('shop', [aTask('desk:1', 30), aTask('desk:2', 10), aTask('desk:3', 20)]);
      expect((await store.nextReadings('shop', 2)).map((one) => one.signal)).toEqual(['desk:2', 'desk:3']);
      const taken = await Promise.all([store.takeReading('shop', aTask('desk:2', 10), AT), store.takeReading('shop', aTask('desk:2', 10), AT)]);
      expect(taken.filter(Boolean)).toHaveLength(1);
      expect((await store.nextReadings('shop', 9)).map((one) => one.signal)).toEqual(['desk:3', 'desk:1']);
      await store.returnReading('shop', aTask('desk:2'));
      expect((await store.nextReadings('shop', 1)).map((one) => one.signal)).toEqual(['desk:2']);
    });

    it('does not queue again what was read, asked or parked with the same hash, and queues what changed', async () => {
      const store = await open();
      await store.queueReadings('shop', ['a', 'b', 'c', 'd'].map((one) => aTask(one)));
      for (const one of ['a', 'b', 'c']) await store.takeReading('shop', aTask(one), AT);
      await store.saveReading('shop', aReading('a'));
      await store.park('shop', aTask('b'), 'refused');
      await store.queueReadings('shop', ['a', 'b', 'c', 'd'].map((one) => aTask(one)));
      expect((await store.nextReadings('shop', 9)).map((one) => one.signal)).toEqual(['d']);
      expect(await store.progress('shop')).toEqual({ read: 1, waiting: 1, parked: { refused: 1, asked: 1 } });
      await store.queueReadings('shop', [aTask('a', 10, 'new')]);
      expect((await store.nextReadings('shop', 9)).map((one) => [one.signal, one.hash])).toEqual([['a', 'new'], ['d', 'h-d']]);
      expect(await store.listReadings('shop', ['a'])).toEqual([]);
    });

    it('keeps no answer to a text that has changed meanwhile', async () => {
      const store = await open();
      await store.queueReadings('shop', [aTask('a')]);
      await store.takeReading('shop', aTask('a'), AT);
      await store.queueReadings('shop', [aTask('a', 10, 'new')]);
      await store.saveReading('shop', aReading('a'));
      expect(await store.listReadings('shop', ['a'])).toEqual([]);
      expect((await store.nextReadings('shop', 1))[0]?.hash).toBe('new');
    });

    it('parks a lost answer instead of asking again, until a person wants it', async () => {
      const store = await open();
      await store.queueReadings('shop', [aTask('a'), aTask('b')]);
      await store.takeReading('shop', aTask('a'), AT);
      await store.takeReading('shop', aTask('b'), '2025-07-01T09:00:00.000Z');
      expect(await store.parkLost('shop', '2025-07-01T08:30:00.000Z')).toBe(1);
      expect(await store.nextReadings('shop', 9)).toEqual([]);
      expect((await store.progress('shop')).parked).toEqual({ 'answer-lost': 1, asked: 1 });
      expect(await store.readAgain('shop')).toBe(1);
      expect((await store.nextReadings('shop', 9)).map((one) => one.signal)).toEqual(['a']);
    });

    it('forgets a brief, and the reply it was made from, with a signal that it quotes', async () => {
      const store = await open();
      const written = (issue: string, signal: string) => ({ issue, product: 'shop', askedAt: AT, madeFrom: 'x', outcome: { kind: 'written' as const, model: 'm', verdict: { text: 'Rows stay', cites: [{ signal, citation: { field: 'text' as const, start: 0, end: 4 }, hash: 'h' }] }, changed: [], missing: [], wouldChange: [], strongestFor: [], strongestAgainst: [] } });
      for (const [issue, signal] of [['1', 'desk:1'], ['2', 'desk:2']] as const) {
        await store.saveBrief(written(issue, signal));
        await store.saveReply('shop', `k${issue}`, '{}', issue);
      }
      await store.forgetSignals('shop', ['desk:1']);
      expect(await store.findBrief('1')).toBeUndefined();
      expect(await store.findReply('k1')).toBeUndefined();
      expect(await store.findBrief('2')).toEqual(written('2', 'desk:2'));
      expect(await store.findReply('k2')).toBe('{}');
    });

    it('keeps a proposed name a theme, and forgets it, and the reply, with a signal it was made from', async () => {
      const store = await open();
      const label = (theme: string, madeFrom: string, exemplars: readonly string[]) => ({ theme, madeFrom, model: 'm', exemplars, label: 'Lost rows' });
      const { label: _, ...unproven } = label('t2', 'b', ['desk:2']);
      await store.saveLabel('shop', label('t1', 'old', ['desk:9']));
      await store.saveLabel('shop', label('t1', 'a', ['desk:1', 'desk:2']));
      await store.saveLabel('shop', unproven);
      await store.saveLabel('other', label('t1', 'a', ['desk:1']));
      expect(await store.listLabels('shop')).toEqual([label('t1', 'a', ['desk:1', 'desk:2']), unproven]);
      await store.saveReply('shop', 'k1', '{"label":"Lost rows"}', 't1');
      await store.forgetSignals('shop', ['desk:1']);
      expect(await store.listLabels('shop')).toEqual([unproven]);
      expect(await store.findReply('k1')).toBeUndefined();
      await store.dropLabels('shop', ['t2']);
      expect(await store.listLabels('shop')).toEqual([]);
      expect(await store.listLabels('other')).toHaveLength(1);
    });

    it('keeps wordings by what they are for, and forgets them, and their replies, with a signal that carries them', async () => {
      const store = await open();
      const wording = (key: string, signals: readonly string[], lines?: Record<string, string>) => ({ key, madeFrom: 'x', model: 'm', signals, ...(lines === undefined ? {} : { lines }) });
      await store.saveWording('shop', wording('prototype:1', ['desk:9']));
      await store.saveWording('shop', wording('prototype:1', ['desk:1', 'desk:2'], { need: 'Rows stay' }));
      await store.saveWording('shop', wording('invitation:a', ['desk:2']));
      await store.saveWording('other', wording('prototype:1', ['desk:1']));
      expect(await store.findWordings('shop', ['prototype:1', 'x'])).toEqual([wording('prototype:1', ['desk:1', 'desk:2'], { need: 'Rows stay' })]);
      await store.saveReply('shop', 'k1', '{}', 'prototype:1');
      await store.forgetSignals('shop', ['desk:1']);
      expect(await store.listWordings('shop')).toEqual([wording('invitation:a', ['desk:2'])]);
      expect(await store.findReply('k1')).toBeUndefined();
      await store.dropWordings('shop', ['invitation:a']);
      expect(await store.listWordings('shop')).toEqual([]);
      expect(await store.listWordings('other')).toHaveLength(1);
    });

    it('answers readings by signal, of one product only, and forgets them with their signals', async () => {
      const store = await open();
      for (const product of ['shop', 'other']) {
        await store.queueReadings(product, [aTask('a'), aTask('b')]);
        await store.saveReading(product, aReading('a'));
        await store.saveReply(product, `k-${product}`, '{}', 'a');
      }
      expect(await store.listReadings('shop', ['a', 'b', 'x'])).toEqual([aReading('a')]);
      await store.forgetSignals('shop', ['a']);
      expect(await store.listReadings('shop', ['a'])).toEqual([]);
      expect(await store.findReply('k-shop')).toBeUndefined();
      expect(await store.listReadings('other', ['a'])).toEqual([aReading('a')]);
      expect(await store.findReply('k-other')).toBe('{}');
      await store.dropWaiting('shop', new Set());
      expect(await store.progress('shop')).toEqual({ read: 0, waiting: 0, parked: {} });
    });
  });
}
