import type { Delivery } from '../../src/domain/inbound';
import type { InboundStore } from '../../src/ports/inbound-store';

const delivery = (nonce: string, over: Partial<Delivery> = {}): Delivery => ({
  source: 'own', nonce, receivedAt: '2025-07-01T08:00:00.000Z', gone: [],
  signals: [{ signal: { id: `own:${nonce}`, source: 'own', externalId: nonce, at: '2025-06-01T00:00:00.000Z', kind: 'said', text: `words ${nonce} 😀`, visibility: 'open' }, origin: { domain: 'acme.example' } }],
  ...over,
});

/** What every store of deliveries does, in memory and in SQL. */
export function inboundStoreSuite(name: string, open: () => Promise<InboundStore>): void {
  describe(`deliveries, ${name}`, () => {
    it('keeps a delivery as it was, once a nonce and source, in order of arrival', async () => {
      const store = await open();
      expect(await store.accept(delivery('b'))).toBe('accepted');
      expect(await store.accept(delivery('a'))).toBe('accepted');
      expect(await store.accept(delivery('b', { signals: [] }))).toBe('replayed');
      expect(await store.accept(delivery('b', { source: 'other' }))).toBe('accepted');
      const waiting = await store.listWaiting(10);
      expect(waiting.map(({ source, nonce }) => `${source} ${nonce}`)).toEqual(['own b', 'own a', 'other b']);
      expect(waiting[0]).toMatchObject(delivery('b'));
    });

    it('lets exactly one of many at once in', async () => {
      const store = await open();
      const answers = await Promise.all(Array.from({ length: 20 }, () => store.accept(delivery('same'))));
      expect(answers.filter((one) => one === 'accepted')).toHaveLength(1);
      expect(await store.listWaiting(10)).toHaveLength(1);
    });

    it('keeps the nonce of what was read and none of its words', async () => {
      const store = await open();
      await store.accept(delivery('a'));
      const [first] = await store.listWaiting(1);
      await store.finish([first!.seq]);
      expect(await store.listWaiting(10)).toEqual([]);
      expect(await store.accept(delivery('a'))).toBe('replayed');
      await store.forget('2025-07-01T07:00:00.000Z');
      expect(await store.accept(delivery('a'))).toBe('replayed');
      await store.accept(delivery('b'));
      await store.forget('2025-07-01T09:00:00.000Z');
      expect(await store.accept(delivery('a'))).toBe('accepted');
    });

    it('knows when each source was last heard, however much of it is forgotten', async () => {
      const store = await open();
      await store.accept(delivery('a'));
      await store.accept(delivery('b', { receivedAt: '2025-07-01T08:05:00.000Z' }));
      await store.accept(delivery('c', { source: 'other' }));
      await store.finish((await store.listWaiting(10)).map((one) => one.seq));
      for (let times = 0; times < 2; times += 1) await store.forget('2025-09-01T00:00:00.000Z');
      expect(await store.figures('own')).toEqual({ waiting: 0, lastReceivedAt: '2025-07-01T08:05:00.000Z' });
      expect(await store.figures('other')).toEqual({ waiting: 0, lastReceivedAt: '2025-07-01T08:00:00.000Z' });
      expect(await store.accept(delivery('a'))).toBe('accepted');
    });

    it('tells when it last received, what waits, and the last refusal', async () => {
      const store = await open();
      expect(await store.figures('own')).toEqual({ waiting: 0 });
      await store.accept(delivery('a'));
      await store.accept(delivery('b', { receivedAt: '2025-07-01T08:05:00.000Z' }));
      await store.saveRefusal('own', { at: '2025-07-01T08:06:00.000Z', outcome: 'wrong-signature' });
      await store.saveRefusal('own', { at: '2025-07-01T08:07:00.000Z', outcome: 'wrong-record', detail: 'record 3, at: not a date' });
      expect(await store.figures('own')).toEqual({ waiting: 2, lastReceivedAt: '2025-07-01T08:05:00.000Z', lastRefusal: { at: '2025-07-01T08:07:00.000Z', outcome: 'wrong-record', detail: 'record 3, at: not a date' } });
      await store.removeSource('own');
      expect(await store.figures('own')).toEqual({ waiting: 0 });
    });

    it('keeps the revision of a signal that waits, and which one was the newest or taken back, by source', async () => {
      const store = await open();
      const [signal] = delivery('a').signals;
      await store.accept(delivery('a', { signals: [{ ...signal!, revision: '0000000000000007' }] }));
      expect((await store.listWaiting(1))[0]?.signals[0]?.revision).toBe('0000000000000007');
      await store.saveMarks('own', [{ externalId: 'a', revision: '1' }, { externalId: 'b', revision: '', goneAt: '2025-07-01T08:00:00.000Z' }]);
      await store.saveMarks('other', [{ externalId: 'a', revision: '9' }]);
      await store.saveMarks('own', [{ externalId: 'a', revision: '2' }]);
      // Written late, by a second reader: nothing goes back.
      await store.saveMarks('own', [{ externalId: 'a', revision: '1' }, { externalId: 'b', revision: '' }]);
      await store.removeSource('own');
      expect([...(await store.findMarks('own', ['a', 'b', 'b', 'c'])).values()]).toEqual([{ externalId: 'a', revision: '2' }, { externalId: 'b', revision: '', goneAt: '2025-07-01T08:00:00.000Z' }]);
      await store.forgetMarks('own');
      expect([...(await store.findMarks('own', ['a', 'b'])).keys()]).toEqual([]);
      expect([...(await store.findMarks('other', ['a'])).keys()]).toEqual(['a']);
      expect([...(await store.findMarks('own', [])).keys()]).toEqual([]);
    });

    it('gives what fits one answer and the rest after it', async () => {
      const store = await open();
      const big = (nonce: string): Delivery => delivery(nonce, { signals: delivery(nonce).signals.map((one) => ({ ...one, signal: { ...one.signal, text: 'x'.repeat(390_000) } })) });
      for (let at = 0; at < 12; at += 1) await store.accept(big(`n${at}`));
      const seen: string[] = [];
      for (let page = await store.listWaiting(100); page.length > 0; page = await store.listWaiting(100)) {
        seen.push(...page.map((one) => one.nonce));
        await store.finish(page.map((one) => one.seq));
      }
      expect(seen).toEqual(Array.from({ length: 12 }, (_, at) => `n${at}`));
    });
  });
}
