import { FROM_A_FILE } from '../../src/domain/gap-fill';
import type { Connection } from '../../src/domain/connection';
import { rollUp, type Receipt } from '../../src/domain/receipt';
import type { ConnectionStore, KnownRecord } from '../../src/ports/connection-store';

const T1 = '2025-07-01T00:00:00.000Z';
const T2 = '2025-07-02T00:00:00.000Z';
const T3 = '2025-07-03T00:00:00.000Z';
const connection: Connection = {
  id: 'desk', connector: 'zendesk', product: 'mail', name: 'Support desk', visibility: 'open', settings: { host: 'acme.zendesk.com' }, state: 'active', since: T1, createdAt: T1, createdBy: 'admin',
};
const record = (externalId: string, more: Partial<KnownRecord> = {}): KnownRecord => ({ externalId, revision: T1, seenAt: T1, at: T1, product: 'mail', ...more });
const receipt = (startedAt: string, more: Partial<Receipt> = {}): Receipt => ({
  connection: 'desk', startedAt, finishedAt: T3, outcome: 'complete', read: 2, kept: 1, unchanged: 0, skipped: { spam: 1 }, removed: 0, requests: 3, received: 1_234, gaps: [], ...more,
});

/** What every connection store does, whatever it is made of. `open` answers an empty one. */
export function connectionStoreSuite(name: string, open: () => Promise<ConnectionStore>): void {
  describe(`connections: ${name}`, () => {
    let store: ConnectionStore;
    beforeEach(async () => {
      store = await open();
    });

    it('keeps connections whole', async () => {
      await store.saveConnection(connection);
      await store.saveConnection({ ...connection, state: 'needs-attention', attention: 'source/unauthorised' });
      await store.saveConnection({ ...connection, id: 'apps' });
      expect(await store.findConnection('desk')).toEqual({ ...connection, state: 'needs-attention', attention: 'source/unauthorised' });
      expect((await store.listConnections()).map((one) => one.id)).toEqual(['apps', 'desk']);
      expect(await store.findConnection('none')).toBeUndefined();
    });

    it('lets a change of a connection pass only while nobody else changed it', async () => {
      await store.saveConnection(connection);
      const paused: Connection = { ...connection, state: 'paused' };
      expect(await store.replaceConnection(connection, paused)).toBe(true);
      expect(await store.replaceConnection(connection, { ...connection, state: 'needs-attention', attention: 'x' })).toBe(false);
      expect(await store.findConnection('desk')).toEqual(paused);
      expect(await store.replaceConnection({ ...connection, id: 'none' }, paused)).toBe(false);
    });

    it('adds up what was sent by slot, and takes away what is old', async () => {
      const sent = (connection: string, limit: string, slotAt: string, amount: number) => ({ connection, limit, slotAt, amount });
      await store.addSent([sent('desk', 'all', T1, 3), sent('desk', 'path-0', T2, 100), sent('other', 'all', T2, 7)]);
      await store.addSent([sent('desk', 'all', T1, 2), sent('desk', 'all', T3, 1)]);
      await store.addSent([]);
      expect(await store.listSent(['desk'], T1, 'all')).toEqual([sent('desk', 'all', T1, 5), sent('desk', 'all', T3, 1)]);
      expect(await store.listSent(['other', 'desk'], T2, 'all')).toEqual([sent('desk', 'all', T3, 1), sent('other', 'all', T2, 7)]);
      expect(await store.listSent(['desk'], T1, 'path-0')).toEqual([sent('desk', 'path-0', T2, 100)]);
      expect(await store.listSent([], T1, 'all')).toEqual([]);
      await store.addSent([sent('desk', 'all', T1, -4), sent('desk', 'all', T3, -1)]);
      expect(await store.listSent(['desk'], T1, 'all')).toEqual([sent('desk', 'all', T1, 1)]);
      await store.removeSent('desk', T2);
      expect([await store.listSent(['desk'], T1, 'all'), await store.listSent(['desk'], T1, 'path-0')]).toEqual([[], [sent('desk', 'path-0', T2, 100)]]);
      await store.forget('desk');
      expect([await store.listSent(['desk', 'other'], T1, 'all'), await store.listSent(['desk'], T1, 'path-0')]).toEqual([[sent('other', 'all', T2, 7)], []]);
    });

    it('lets one of two writers move a feed, and tells the other', async () => {
      const empty = await store.findFeed('desk', 'poll');
      expect(empty).toEqual({ connection: 'desk', feed: 'poll', step: 0, gaps: [], recent: [] });
      const whole = { ...empty, checkpoint: { cursor: 'a', list: [1, null] }, roundCheckpoint: 'before', roundStartedAt: T1, completedAt: T1, notBefore: T2, totalAtSource: 7, blind: { since: T1, reason: 'x' }, gaps: [{ from: T1, to: T2, reason: 'y' }], recent: ['1'], wholeAt: T1, isWanted: true,
        facts: { isTotalRough: true, isEmptied: true, canaries: { asked: ['1', '2'], found: ['1'] }, oldCanaries: ['2'], noNumber: { without: 1, of: 2 } }, noNumber: { without: 3, of: 4 } };
      const moved = await store.moveFeed(whole);
      expect(moved).toEqual({ ...whole, step: 1 });
      expect(await store.moveFeed({ ...empty, checkpoint: 'late' })).toBeUndefined();
      expect(await store.findFeed('desk', 'poll')).toEqual({ ...whole, step: 1 });
      expect((await store.findFeed('desk', 'links')).step).toBe(0);
    });

    it('knows each record once, by its newest state, and what is gone', async () => {
      await store.saveRecords('desk', [record('1'), record('2', { group: 'g' }), record('1', { revision: T2 })]);
      await store.saveRecords('other', [record('1')]);
      await store.markGone('desk', ['2', 'none'], T2);
      await store.markGone('desk', ['2'], T3);
      expect(await store.findRecords('desk', ['1', '2', '3'])).toEqual(new Map([['1', record('1', { revision: T2 })], ['2', record('2', { group: 'g', goneAt: T2 })]]));
      await store.saveRecords('desk', [record('2', { group: 'g', seenAt: T3 })]);
      expect((await store.findRecords('desk', ['2'])).get('2')?.goneAt).toBeUndefined();
    });

    it('draws live kept records that the source showed by their place, all of them or the later ones, and knows the last', async () => {
      await store.saveRecords('desk', [record('1', { at: T2 }), record('2', { at: T1 }), record('3', { at: T3 }), record('4', { skipped: 'spam', at: T3 }), record('5', { at: T3 }), record('6', { at: T2 }), record('7', { group: FROM_A_FILE, at: T3 })]);
      await store.markGone('desk', ['5'], T3);
      expect([await store.countShown('desk'), await store.countShown('desk', T2), await store.countShown('none')]).toEqual([4, 3, 0]);
      expect(await store.shownAt('desk', [3, 0, 1, 9])).toEqual(['6', '1', '2']);
      expect(await store.shownAt('desk', [0, 1, 2, 3], T2)).toEqual(['1', '3', '6']);
      expect(await store.shownAt('desk', [])).toEqual([]);
      expect(await store.lastShown('desk', 3)).toEqual(['3', '6', '1']);
    });

    it('finds the live records of groups', async () => {
      await store.saveRecords('desk', [record('1', { group: 'a' }), record('2', { group: 'b' }), record('3'), record('4', { group: 'a' })]);
      await store.markGone('desk', ['4'], T2);
      expect((await store.recordsOfGroups('desk', ['a', 'b', 'a', 'none'])).map((one) => one.externalId).sort()).toEqual(['1', '2']);
      expect(await store.recordsOfGroups('desk', [])).toEqual([]);
    });

    it('counts what records became, without the gone', async () => {
      const skipped = { revision: '', seenAt: T1, skipped: 'spam' };
      await store.saveRecords('desk', [record('1'), record('2', { at: T2 }), record('3', { product: 'apps' }), { externalId: '4', ...skipped }, { externalId: '5', ...skipped }, record('6')]);
      await store.markGone('desk', ['6'], T2);
      expect([...(await store.countRecords('desk'))].sort((a, b) => a.count - b.count || ((a.product ?? '') < (b.product ?? '') ? 1 : -1))).toEqual([
        { product: 'apps', count: 1, oldestAt: T1, newestAt: T1 }, { product: 'mail', count: 2, oldestAt: T1, newestAt: T2 }, { skipped: 'spam', count: 2 },
      ]);
      expect(await store.countRecords('desk', T2)).toEqual([{ product: 'mail', count: 1, oldestAt: T2, newestAt: T2 }]);
    });

    it('pages what was not seen since', async () => {
      await store.saveRecords('desk', [record('1'), record('2', { seenAt: T2 }), record('3'), record('4', { goneAt: T1 })]);
      expect((await store.pageUnseen('desk', T2, undefined, 1)).map((one) => one.externalId)).toEqual(['1']);
      expect((await store.pageUnseen('desk', T2, '1', 10)).map((one) => one.externalId)).toEqual(['3']);
    });

    it('counts kept arrivals a day', async () => {
      await store.saveRecords('desk', [record('1'), record('2', { at: '2025-07-01T23:59:59.999Z' }), record('3', { at: T2 }), record('4', { at: T3, skipped: 'spam' }), record('5', { at: '2025-06-30T00:00:00.000Z' })]);
      expect(await store.arrivals('desk', T1)).toEqual(new Map([['2025-07-01', 2], ['2025-07-02', 1]]));
    });

    it('keeps what a source lists as linked, when it was listed last, and forgets what was taken back', async () => {
      const pair = (signal: string, issue: string, product = 'mail') => ({ product, signal, issue });
      await store.saveLinks('desk', [pair('desk:1', '100'), pair('desk:1', '200'), pair('desk:2', '100')], T1);
      await store.saveLinks('other', [pair('desk:1', '100')], T1);
      await store.saveLinks('desk', [pair('desk:1', '100', 'apps'), pair('desk:1', '100', 'apps')], T2);
      expect(await store.listLinks('desk')).toEqual([{ ...pair('desk:1', '100', 'apps'), seenAt: T2 }, { ...pair('desk:1', '200'), seenAt: T1 }, { ...pair('desk:2', '100'), seenAt: T1 }]);
      expect(await store.listLinks('desk', ['desk:2', 'desk:9'])).toEqual([{ ...pair('desk:2', '100'), seenAt: T1 }]);
      expect(await store.listLinks('desk', [])).toEqual([]);
      await store.removeLinks('desk', [pair('desk:1', '200'), pair('desk:2', '100')]);
      expect((await store.listLinks('desk')).map((one) => one.issue)).toEqual(['100']);
      await store.forget('desk');
      expect([await store.listLinks('desk'), (await store.listLinks('other')).length]).toEqual([[], 1]);
    });

    it('keeps receipts, newest first, and a run that is told twice once', async () => {
      await store.saveReceipt(receipt(T1, { outcome: 'partial' }));
      await store.saveReceipt(receipt(T1));
      const whole = receipt(T2, { outcome: 'blind', blindBecause: 'source/unreadable', totalAtSource: 9, oldestAt: T1, newestAt: T2, gaps: [{ from: T1, reason: 'x' }] });
      await store.saveReceipt(whole);
      expect(await store.listReceipts('desk', 5)).toEqual([whole, receipt(T1)]);
      expect(await store.listReceipts('desk', 1)).toHaveLength(1);
      expect(await store.listReceipts('desk', 5, T2)).toEqual([receipt(T1)]);
    });

    it('keeps sums of days, and takes away receipts of runs that began before', async () => {
      for (const at of [T1, '2025-07-01T12:00:00.000Z', T2, T3]) await store.saveReceipt(receipt(at));
      await store.saveReceipt(receipt('2025-06-01T00:00:00.000Z', { connection: 'other' }));
      expect(await store.oldestReceipt('desk')).toBe(T1);
      expect(await store.oldestReceipt('none')).toBeUndefined();
      expect((await store.receiptsBetween('desk', T1, T2, 10)).map((one) => one.startedAt)).toEqual([T1, '2025-07-01T12:00:00.000Z']);
      const day = rollUp('desk', '2025-07-01', await store.receiptsBetween('desk', T1, T2, 10));
      await store.saveReceiptDay(day);
      await store.saveReceiptDay(day);
      await store.removeReceipts('desk', T2);
      expect((await store.listReceipts('desk', 10)).map((one) => one.startedAt)).toEqual([T3, T2]);
      expect(await store.oldestReceipt('other')).toBe('2025-06-01T00:00:00.000Z');
      expect(await store.listReceiptDays('desk', '2025-07-01', '2025-07-02')).toEqual([day]);
      expect(await store.listReceiptDays('desk', '2025-07-02', '2025-08-01')).toEqual([]);
      await store.forget('desk');
      expect(await store.listReceiptDays('desk', '2025-01-01', '2026-01-01')).toEqual([]);
    });

    it('forgets one connection and no other', async () => {
      await store.saveConnection(connection);
      for (const id of ['desk', 'other']) {
        await store.saveRecords(id, [record('1')]);
        await store.saveReceipt(receipt(T1, { connection: id }));
        await store.moveFeed(await store.findFeed(id, 'poll'));
      }
      await store.forget('desk');
      expect([(await store.findRecords('desk', ['1'])).size, (await store.listReceipts('desk', 5)).length, (await store.findFeed('desk', 'poll')).step]).toEqual([0, 0, 0]);
      expect([(await store.findRecords('other', ['1'])).size, (await store.listReceipts('other', 5)).length, (await store.findFeed('other', 'poll')).step]).toEqual([1, 1, 1]);
      expect(await store.findConnection('desk')).toEqual(connection);
    });
  });
}
