import type { VectorStore } from '../../src/ports/vector-store';

const AT = '2025-07-01T08:00:00.000Z';
const entry = (id: string) => ({ hash: `h-${id}`, about: `signal:${id}` });
const block = (id: string, of: readonly string[], model = 'm-1') => ({ id, model, entries: of.map(entry) });
const vector = (...values: number[]) => Int8Array.from(values);

export function vectorStoreSuite(name: string, open: () => Promise<VectorStore>): void {
  describe(`blocks of vectors: ${name}`, () => {
    it('keep vectors to the byte, by the hash of their text, of one model and one product', async () => {
      const store = await open();
      await store.queueBlocks('shop', [block('b1', ['a', 'b']), block('b2', ['c'], 'm-2')]);
      await store.queueBlocks('other', [block('b1', ['z'])]);
      await store.takeBlock('shop', 'b1', AT);
      await store.saveBlock('shop', block('b1', ['a', 'b']), [vector(127, -127, 0, -1), vector(1, 2, 3, 4)]);
      await store.saveBlock('shop', block('b2', ['c'], 'm-2'), [vector(9)]);
      expect(await store.readVectors('shop', 'm-1')).toEqual(new Map([['h-a', vector(127, -127, 0, -1)], ['h-b', vector(1, 2, 3, 4)]]));
      expect((await store.listBlocks('shop')).map(({ id, model, state }) => [id, model, state])).toEqual([['b1', 'm-1', 'embedded'], ['b2', 'm-2', 'embedded']]);
      expect((await store.listBlocks('other')).map((one) => one.state)).toEqual(['waiting']);
      await store.dropBlocks('shop', ['b1']);
      expect(await store.readVectors('shop', 'm-1')).toEqual(new Map());
    });

    it('are read whole, however many there are', async () => {
      const store = await open();
      const ids = Array.from({ length: 230 }, (_, at) => `x${String(at).padStart(3, '0')}`);
      await store.queueBlocks('shop', ids.map((id) => block(`b-${id}`, [id])));
      for (const id of ids) await store.saveBlock('shop', block(`b-${id}`, [id]), [vector(1, 2)]);
      expect(await store.listBlocks('shop')).toHaveLength(230);
      expect((await store.readVectors('shop', 'm-1')).size).toBe(230);
    });

    it('are asked once, by one asker, and again only when nothing was paid or a person wants it', async () => {
      const store = await open();
      await store.queueBlocks('shop', [block('b1', ['a'])]);
      const taken = await Promise.all([store.takeBlock('shop', 'b1', AT), store.takeBlock('shop', 'b1', AT)]);
      expect(taken.filter(Boolean)).toHaveLength(1);
      await store.returnBlock('shop', 'b1');
      expect(await store.takeBlock('shop', 'b1', AT)).toBe(true);
      await store.queueBlocks('shop', [block('b1', ['a'])]);
      await store.parkLostBlocks('shop', '2025-07-01T07:59:00.000Z');
      expect((await store.listBlocks('shop'))[0]?.state).toBe('asked');
      await store.parkLostBlocks('shop', '2025-07-01T08:30:00.000Z');
      expect((await store.listBlocks('shop'))[0]?.state).toBe('answer-lost');
      expect(await store.takeBlock('shop', 'b1', AT)).toBe(false);
      await store.askBlocksAgain('shop');
      expect(await store.takeBlock('shop', 'b1', AT)).toBe(true);
      await store.parkBlock('shop', 'b1', 'not-accepted');
      expect((await store.listBlocks('shop'))[0]?.state).toBe('not-accepted');
    });

    it('forget a text with its vector, also one that was forgotten while its block was asked', async () => {
      const store = await open();
      await store.queueBlocks('shop', [block('b1', ['a', 'b', 'c']), block('b2', ['d', 'e']), block('b3', ['f'])]);
      await store.saveBlock('shop', block('b1', ['a', 'b', 'c']), [vector(1), vector(2), vector(3)]);
      await store.takeBlock('shop', 'b2', AT);
      await store.takeBlock('shop', 'b3', AT);
      await store.forgetEntries('shop', ['signal:b', 'signal:e', 'signal:f']);
      await store.saveBlock('shop', block('b2', ['d', 'e']), [vector(4), vector(5)]);
      await store.saveBlock('shop', block('b3', ['f']), [vector(6)]);
      expect(await store.readVectors('shop', 'm-1')).toEqual(new Map([['h-a', vector(1)], ['h-c', vector(3)], ['h-d', vector(4)]]));
      expect((await store.listBlocks('shop')).flatMap((one) => one.entries.map(({ about }) => about))).toEqual(['signal:a', 'signal:c', 'signal:d']);
    });
  });
}
