import { measureKey } from '../../src/domain/outcome';
import type { OutcomeStore } from '../../src/ports/outcome-store';
import type { Stores } from '../../src/ports/stores';
import { aContract, anOutcome, RELEASED_AT, weeksFromRelease } from '../build/outcomes';
import { aRun, aSignal } from '../build/stored';

/** What every outcome store does, whatever it is made of. `open` answers empty stores that belong together. */
export function outcomesStoreSuite(name: string, open: () => Promise<{ readonly outcomes: OutcomeStore; readonly stores: Stores }>): void {
  describe(`outcome store: ${name}`, () => {
    let outcomes: OutcomeStore;
    let stores: Stores;
    beforeEach(async () => {
      ({ outcomes, stores } = await open());
    });

    it('keeps every field of a contract, the newest version of it, newest release first', async () => {
      const whole = aContract({
        targets: [
          { issue: '10', issueKey: 'TB-10', measure: { kind: 'theme', themes: ['a', 'b'] }, direction: 'fewer', decidedAt: RELEASED_AT },
          { issue: '10', issueKey: 'TB-10', measure: { kind: 'event', event: 'feature-used:export' }, direction: 'more', decidedAt: RELEASED_AT },
        ],
        withoutTarget: [{ issue: '11', reason: 'no-theme' }],
        adoption: { kind: 'version-share', version: '4.2', share: 0.5, atMostDays: 28, elseDays: 7 },
        exposure: [{ account: 'acme', at: RELEASED_AT }],
        incidents: [{ from: RELEASED_AT, to: weeksFromRelease(1) }],
        leftOut: [{ source: 'chat', reason: 'connected-mid-window', at: weeksFromRelease(-2) }],
      });
      await outcomes.saveContract(whole);
      await outcomes.saveContract(aContract({ id: 'mail:4.3:1', release: { id: '4.3', name: '4.3', releasedAt: weeksFromRelease(4) } }));
      await outcomes.saveContract(aContract({ id: 'other:1', product: 'other' }));
      expect(await outcomes.findContract(whole.id)).toEqual(whole);
      const edited = aContract({
        ...whole,
        state: { kind: 'superseded', at: weeksFromRelease(1), reason: 'version-merged', by: '4.3' },
        edits: [{ at: weeksFromRelease(1), by: 'ann', what: 'version-merged', detail: '4.3' }],
      });
      await outcomes.saveContract(edited);
      expect((await outcomes.listContracts('mail')).map((one) => one.id)).toEqual(['mail:4.3:1', whole.id]);
      expect(await outcomes.findContract(whole.id)).toEqual(edited);
      expect(await outcomes.findContract('none')).toBeUndefined();
    });

    it('replaces an outcome of the same read-out with its lists, and keeps read-outs, measures and the guard apart', async () => {
      const first = anOutcome();
      const bare = { ...anOutcome({ readOut: 4, verdict: { kind: 'cannot-judge', reason: 'source-gap', at: RELEASED_AT, source: 'forum' } }) };
      const guard = anOutcome({ readOut: 'guard', verdict: { kind: 'more', by: 'guard' } });
      const used = anOutcome({ measure: { kind: 'event', event: 'x' }, confirmed: { kind: 'confirmed', customers: 2, by: ['customer', 'usage'] } });
      await outcomes.saveOutcomes('mail', [first, bare, guard, used].map((outcome) => ({ outcome, members: { before: ['forum:1', 'forum:2'], after: [] } })));
      await outcomes.saveOutcomes('mail', []);
      const again = anOutcome({ verdict: { kind: 'not-attributable', reason: 'season' }, expectedFromDecay: 12.5 });
      await outcomes.saveOutcomes('mail', [{ outcome: again, members: { before: ['forum:3'], after: ['forum:4'] } }]);
      const all = await outcomes.listOutcomes('mail');
      expect(all).toHaveLength(4);
      expect(all).toEqual(expect.arrayContaining([again, bare, guard, used]));
      expect(await outcomes.listOutcomes('mail', 'another')).toEqual([]);
      expect(await outcomes.outcomesOfIssue('mail', '10')).toHaveLength(4);
      expect(await outcomes.outcomesOfIssue('other', '10')).toEqual([]);
      const key = { contract: first.contract, issue: '10', measure: measureKey(first.measure), readOut: 8 };
      expect(await outcomes.pageMembers('mail', key, 'before', undefined)).toEqual({ rows: ['forum:3'] });
      expect(await outcomes.pageMembers('mail', key, 'after', undefined)).toEqual({ rows: ['forum:4'] });
    });

    it('pages a long list once through, in order', async () => {
      const before = Array.from({ length: 1_203 }, (_, n) => `forum:${String(n).padStart(5, '0')}`);
      await outcomes.saveOutcomes('mail', [{ outcome: anOutcome(), members: { before, after: [] } }]);
      const key = { contract: 'mail:4.2:1', issue: '10', measure: measureKey(anOutcome().measure), readOut: 8 };
      const seen: string[] = [];
      let after: string | undefined;
      do {
        const page = await outcomes.pageMembers('mail', key, 'before', after);
        seen.push(...page.rows);
        after = page.next;
      } while (after !== undefined);
      expect(seen).toEqual(before);
    });

    it('counts the same confirmation once and keeps the first flag of a theme', async () => {
      const said = { contract: 'mail:4.2:1', issue: '10', how: 'customer', helped: true, at: RELEASED_AT, by: 'ann', account: 'acme' } as const;
      await outcomes.saveConfirmation('mail', said);
      await outcomes.saveConfirmation('mail', { ...said, at: weeksFromRelease(1) });
      await outcomes.saveConfirmation('mail', { ...said, helped: false });
      expect(await outcomes.listConfirmations('mail', said.contract)).toHaveLength(2);
      expect(await outcomes.listConfirmations('mail', said.contract)).toEqual(expect.arrayContaining([said]));
      const flag = { contract: said.contract, theme: 't1', flaggedAt: RELEASED_AT, daysAfterRelease: 3, observed: 12, expected: 1.5, signals: ['forum:1'] };
      await outcomes.saveAdverse('mail', flag);
      await outcomes.saveAdverse('mail', { ...flag, observed: 99 });
      expect(await outcomes.listAdverse('mail', said.contract)).toEqual([flag]);
      const later = { ...flag, contract: `${said.contract}-later` };
      await outcomes.saveAdverse('mail', later);
      expect(await outcomes.listAdverse('mail', said.contract)).toEqual([flag]);
      expect(await outcomes.listAdverse('mail')).toEqual([flag, later]);
      expect(await outcomes.listAdverse('other', said.contract)).toEqual([]);
      expect(await outcomes.listAdverse('other')).toEqual([]);
    });

    it('reads moments without words: live ones since a time, with the theme of the current run', async () => {
      const signals = [
        aSignal('1', { at: '2025-01-01T00:00:00.000Z' }),
        aSignal('2', { at: '2025-02-01T00:00:00.000Z', account: 'acme', author: 'u1', version: '4.1' }),
        aSignal('3', { at: '2025-02-02T00:00:00.000Z', kind: 'did', event: 'feature-used:export', visibility: 'counts' }),
        aSignal('4', { at: '2025-02-03T00:00:00.000Z' }),
      ];
      await stores.signals.saveSignals('mail', signals, RELEASED_AT);
      expect([await outcomes.listEvents('mail'), await outcomes.listEvents('other')]).toEqual([['feature-used:export'], []]);
      const before = await outcomes.pageMoments('mail', '2025-01-15T00:00:00.000Z', undefined, 10);
      expect(before.rows.map((one) => one.theme)).toEqual([undefined, undefined, undefined]);
      await stores.evidence.saveRun('mail', { ...aRun(), assignments: [{ signal: 'forum:2', theme: 't1', fit: 0.5 }, { signal: 'forum:4', fit: 0 }] });
      await stores.signals.removeSignals('mail', ['forum:4'], RELEASED_AT);
      const first = await outcomes.pageMoments('mail', '2025-01-15T00:00:00.000Z', undefined, 1);
      expect(first).toEqual({
        rows: [{ signal: 'forum:2', source: 'forum', at: '2025-02-01T00:00:00.000Z', kind: 'said', visibility: 'open', account: 'acme', author: 'u1', version: '4.1', theme: 't1' }],
        next: 'forum:2',
      });
      const rest = await outcomes.pageMoments('mail', '2025-01-15T00:00:00.000Z', 'forum:2', 10);
      expect(rest).toEqual({ rows: [{ signal: 'forum:3', source: 'forum', at: '2025-02-02T00:00:00.000Z', kind: 'did', visibility: 'counts', event: 'feature-used:export' }] });
      expect((await outcomes.pageMoments('other', '2025-01-01T00:00:00.000Z', undefined, 10)).rows).toEqual([]);
    });
  });
}
