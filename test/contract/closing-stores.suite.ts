import { FIRST_POLICY } from '../../src/decide/clamp-policy';
import { chainFault, sealEntry } from '../../src/decide/ledger-chain';
import type { Decision } from '../../src/domain/decision';
import type { LedgerEntry, LedgerNote } from '../../src/domain/ledger';
import type { SweepItem } from '../../src/domain/sweep';
import type { Verdict } from '../../src/domain/verdict';
import type { DecisionLog } from '../../src/ports/decision-log';
import type { LedgerStore } from '../../src/ports/ledger-store';
import type { SweepStore } from '../../src/ports/sweep-store';
import { SHA } from '../fakes/closing-world';

export interface ClosingStores {
  readonly ledger: LedgerStore;
  readonly sweeps: SweepStore;
  readonly decisionLog: DecisionLog;
}

const T1 = '2025-06-03T10:00:00.000Z';
const T2 = '2025-06-03T10:20:00.000Z';

const note = (id: string, more: Partial<LedgerNote> = {}): LedgerNote => ({ id, product: 'shop', at: T1, kind: 'close-intent', by: 'resurface', issue: '1', op: 'a'.repeat(64), body: { item: 'b:1', attempt: 1, refused: false }, ...more });
const item = (more: Partial<SweepItem> = {}): SweepItem => ({
  id: 'b:1', batch: 'b', product: 'shop', issue: '1', key: 'SHOP-1', project: 'SHOP', ground: { kind: 'no-support', read: 12, since: T1 }, judgement: { kind: 'unsupported' },
  listening: { kind: 'proven', since: T1, until: T2, read: 12, total: 12 }, evidenceHash: SHA('x'), policyVersion: 3, state: 'proposed', revision: 1, proposedAt: T1, unattended: false,
  losses: [{ field: 'status', why: 'no-way-back-to-status', instead: 'Open “again” 😀' }], attempts: 0, ...more,
});
const verdict = (issue: string, more: Partial<Verdict> = {}): Verdict => ({
  issue, judgement: { kind: 'abstain', reason: 'not-searchable' }, policyVersion: 3, engineVersion: 'e1', at: T1,
  inputs: { confirmed: 0, confirmedBefore: 0, suggested: 0, suggestedBefore: 0, possibleConfidence: 0.05, themeStrength: 0.1, searchable: undefined, recall: 0, listening: { kind: 'unproven', doubt: 'source-gap', source: 'forum' }, ageDays: 800.5, idleDays: undefined },
  ...more,
});

/** What every set of closing stores does, whatever it is made of. `open` answers empty ones. */
export function closingStoresSuite(name: string, open: () => Promise<ClosingStores>): void {
  describe(`closing stores: ${name}`, () => {
    let stores: ClosingStores;
    beforeEach(async () => {
      stores = await open();
    });

    describe('ledger', () => {
      it('gives each place once, and the same entry twice changes nothing', async () => {
        const { ledger } = stores;
        const first = sealEntry(note('n1'), undefined, SHA);
        await ledger.append(first);
        await ledger.append(first);
        await expect(ledger.append(sealEntry(note('n2'), undefined, SHA))).rejects.toMatchObject({ code: 'ledger/conflict' });
        await ledger.append(sealEntry(note('n1', { at: T2 }), first, SHA));
        const second = sealEntry(note('n2', { kind: 'close-done', body: {} }), first, SHA);
        await ledger.append(second);
        expect(await ledger.page(0, 10)).toEqual([first, second]);
        expect(await ledger.findHead()).toEqual(second);
        expect(chainFault(await ledger.page(0, 10), undefined, SHA)).toBeUndefined();
      });

      it('finds by operation, issue, kind and time, and what was begun and has no end', async () => {
        const { ledger } = stores;
        let head: LedgerEntry | undefined;
        const add = async (one: LedgerNote): Promise<void> => {
          head = sealEntry(one, head, SHA);
          await ledger.append(head);
        };
        await add(note('i1', { op: 'op1' }));
        await add(note('i2', { op: 'op2', issue: '2', kind: 'undo-intent' }));
        await add(note('i3', { op: 'op3', product: 'other' }));
        await add(note('e1', { op: 'op1', kind: 'close-done', at: T2 }));
        expect((await ledger.listOpenIntents('shop')).map((entry) => entry.id)).toEqual(['i2']);
        expect((await ledger.listOp('op1')).map((entry) => entry.id)).toEqual(['i1', 'e1']);
        expect((await ledger.listIssue('2')).map((entry) => entry.id)).toEqual(['i2']);
        expect((await ledger.listKind('shop', ['close-intent', 'close-done'], T2)).map((entry) => entry.id)).toEqual(['e1']);
        expect(await ledger.findById('nothing')).toBeUndefined();
      });
    });

    describe('sweeps', () => {
      it('keeps every field of an item, and refuses a writer that saw an older one', async () => {
        const { sweeps } = stores;
        await sweeps.addItem(item());
        await sweeps.addItem(item({ state: 'closed' }));
        const before = { status: { id: '1', name: 'To Do', category: 'todo' }, labels: ['ui'], fixVersions: [], sprintId: '7', rank: '0|i1:', votes: 1, watchers: 2, assignee: 'a' } as const;
        const next = item({ revision: 2, state: 'noticed', approvedBy: 'owner', noticedAt: T1, closeAfter: T2, before, after: before, run: 'r', triedAt: T1, note: 'x', reopenSignals: ['forum:1'], nearestTheme: 't1', closedAt: T2, closeOp: 'op' });
        await sweeps.saveItem(next);
        await expect(sweeps.saveItem(item({ revision: 2, state: 'kept' }))).rejects.toMatchObject({ code: 'sweep/item-changed' });
        expect(await sweeps.findItem('b:1')).toEqual(next);
        expect(await sweeps.listItems('shop', ['noticed', 'closed'])).toEqual([next]);
        expect(await sweeps.listItems('shop', ['proposed'])).toEqual([]);
        expect(await sweeps.listItemsOfIssue('1')).toEqual([next]);
      });

      it('lends a lease once at a time, with a number that grows', async () => {
        const { sweeps } = stores;
        expect(await sweeps.takeLease('closing', T1, 960)).toBe(1);
        expect(await sweeps.takeLease('closing', T1, 960)).toBeUndefined();
        expect(await sweeps.holdsLease('closing', 1, T1)).toBe(true);
        expect(await sweeps.takeLease('closing', T2, 960)).toBe(2);
        expect(await sweeps.holdsLease('closing', 1, T2)).toBe(false);
        await sweeps.releaseLease('closing', 1);
        expect(await sweeps.holdsLease('closing', 2, T2)).toBe(true);
        await sweeps.releaseLease('closing', 2);
        expect(await sweeps.takeLease('closing', T2, 960)).toBe(3);
        const racing = await Promise.all(Array.from({ length: 8 }, () => sweeps.takeLease('other', T1, 60)));
        expect(racing.filter((fence) => fence !== undefined)).toHaveLength(1);
      });

      it('keeps policy, switch, breaker, approvals, marks and batches', async () => {
        const { sweeps } = stores;
        expect(await sweeps.findPolicy('shop')).toBeUndefined();
        const policy = { ...FIRST_POLICY, mode: 'suggest', freezes: [{ from: T1, to: T2 }], fallback: { kind: 'status', name: 'Closed', acceptedBy: 'owner', acceptedAt: T1 } } as const;
        await sweeps.savePolicy('shop', FIRST_POLICY);
        await sweeps.savePolicy('shop', policy);
        expect(await sweeps.findPolicy('shop')).toEqual(policy);
        expect(await sweeps.isStopped()).toBe(false);
        await sweeps.saveStopped(true);
        expect(await sweeps.isStopped()).toBe(true);
        expect(await sweeps.findBreaker('shop')).toEqual({ kind: 'shut' });
        await sweeps.saveBreaker('shop', { kind: 'open', reason: 'wrong-close', at: T1 });
        expect(await sweeps.findBreaker('shop')).toEqual({ kind: 'open', reason: 'wrong-close', at: T1 });
        await sweeps.saveApproval('shop', { by: 'a', at: T1, policyVersion: 3, isSoleAdmin: true });
        expect(await sweeps.listApprovals('shop')).toEqual([{ by: 'a', at: T1, policyVersion: 3, isSoleAdmin: true }]);
        const mark = { issue: '1', product: 'shop', kind: 'keep', until: T2, by: 'a', at: T1 } as const;
        await sweeps.saveMark(mark);
        expect(await sweeps.marksOfIssue('1')).toEqual([mark]);
        expect(await sweeps.listMarks('shop')).toEqual([mark]);
        const batch = { id: 'b', product: 'shop', plannedAt: T1, policyVersion: 3, looked: 100, leftAlone: { votes: 3, 'not-searchable': 2 }, candidates: 12, points: 80 };
        await sweeps.saveBatch(batch);
        await sweeps.saveBatch({ ...batch, id: 'c', plannedAt: T2 });
        await sweeps.saveBatch({ ...batch, candidates: 13 });
        expect(await sweeps.listBatches('shop', 5)).toEqual([{ ...batch, id: 'c', plannedAt: T2 }, { ...batch, candidates: 13 }]);
      });

      it('keeps verdicts with what nobody knows, and what JQL was told', async () => {
        const { sweeps } = stores;
        await sweeps.saveVerdicts('shop', [verdict('1'), verdict('2')]);
        const known = verdict('1', { judgement: { kind: 'supported', by: 'confirmed', customers: 2 } });
        await sweeps.saveVerdicts('shop', [known]);
        expect(await sweeps.findVerdict('1')).toEqual(known);
        expect(await sweeps.findVerdict('9')).toBeUndefined();
        expect((await sweeps.listVerdicts('shop')).map((one) => one.issue).sort()).toEqual(['1', '2']);
        const standing = { at: T2, confirmed: ['1'], suggested: [], unsupported: ['2'], cannotJudge: { 'not-searchable': ['3', '4'] } };
        expect(await sweeps.findStanding('shop')).toBeUndefined();
        await sweeps.saveStanding('shop', { ...standing, unsupported: [] });
        await sweeps.saveStanding('shop', standing);
        expect(await sweeps.findStanding('shop')).toEqual(standing);
        await sweeps.savePublished('shop', '1', { verdict: 'supported', accounts: 2, lastSignal: '2025-06-01' });
        // Of an issue that nobody judged only the numbers are told.
        await sweeps.savePublished('shop', '2', { accounts: 0 });
        expect(await sweeps.listPublished('shop')).toEqual({ '1': { verdict: 'supported', accounts: 2, lastSignal: '2025-06-01' }, '2': { accounts: 0 } });
      });
    });

    describe('decisions', () => {
      it('keeps the newest call of a subject in force and the older ones readable', async () => {
        const call = (id: string, at: string, more: Partial<Decision> = {}): Decision => ({
          id, product: 'shop', subject: { kind: 'theme', id: 't1' }, call: 'no', by: 'pm', at, reason: 'Not this year', snapshot: { at, customers: 2, signals: 3, signalIds: ['forum:1'] }, ...more,
        });
        const { decisionLog } = stores;
        await decisionLog.saveCall(call('c1', T1, { trigger: { kind: 'customers', count: 5 } }));
        await decisionLog.saveCall(call('c2', T2, { call: 'build' }));
        await decisionLog.saveCall(call('c3', T2, { subject: { kind: 'issue', id: '1' }, trigger: { kind: 'value', amount: 1e6 } }));
        expect((await decisionLog.listCalls('shop')).map((one) => one.id).sort()).toEqual(['c2', 'c3']);
        expect(await decisionLog.findCall('c1')).toEqual({ ...call('c1', T1, { trigger: { kind: 'customers', count: 5 } }), replacedBy: 'c2' });
        expect((await decisionLog.listHistory('shop', 'theme', 't1')).map((one) => one.id)).toEqual(['c1', 'c2']);
        expect(await decisionLog.listCalls('other')).toEqual([]);
      });
    });
  });
}
