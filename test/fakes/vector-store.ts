import type { VectorBlock, VectorStore } from '../../src/ports/vector-store';

interface Row {
  block: VectorBlock;
  askedAt: string;
  vectors: readonly Int8Array[];
}

/** Blocks of vectors, in memory. */
export function fakeVectorStore(): VectorStore {
  const products = new Map<string, Map<string, Row>>();
  const rowsOf = (product: string): Map<string, Row> => {
    const known = products.get(product) ?? new Map<string, Row>();
    products.set(product, known);
    return known;
  };
  const turn = (product: string, id: string, from: VectorBlock['state'], to: VectorBlock['state']): boolean => {
    const row = rowsOf(product).get(id);
    if (row?.block.state !== from) return false;
    row.block = { ...row.block, state: to };
    return true;
  };
  return {
    listBlocks: async (product) => [...rowsOf(product).values()].map((row) => structuredClone(row.block)).sort((a, b) => (a.id < b.id ? -1 : 1)),
    async queueBlocks(product, blocks) {
      for (const block of blocks) if (!rowsOf(product).has(block.id)) rowsOf(product).set(block.id, { block: { ...structuredClone(block), state: 'waiting' }, askedAt: '', vectors: [] });
    },
    async dropBlocks(product, ids) {
      for (const id of ids) rowsOf(product).delete(id);
    },
    async takeBlock(product, id, at) {
      const isTaken = turn(product, id, 'waiting', 'asked');
      if (isTaken) rowsOf(product).get(id)!.askedAt = at;
      return isTaken;
    },
    returnBlock: async (product, id) => void turn(product, id, 'asked', 'waiting'),
    async saveBlock(product, { id, entries }, vectors) {
      const row = rowsOf(product).get(id);
      if (row === undefined) return;
      const kept = entries.map((entry, at) => ({ entry, vector: vectors[at]! })).filter(({ entry }) => row.block.entries.some((one) => one.about === entry.about));
      if (kept.length === 0) rowsOf(product).delete(id);
      else rowsOf(product).set(id, { ...row, block: { ...row.block, state: 'embedded', entries: kept.map((one) => one.entry) }, vectors: kept.map((one) => one.vector.slice()) });
    },
    async parkBlock(product, id, why) {
      const row = rowsOf(product).get(id);
      if (row !== undefined) row.block = { ...row.block, state: why };
    },
    async parkLostBlocks(product, before) {
      for (const [id, row] of rowsOf(product)) if (row.askedAt < before) turn(product, id, 'asked', 'answer-lost');
    },
    async askBlocksAgain(product) {
      for (const row of rowsOf(product).values()) if (!['waiting', 'asked', 'embedded'].includes(row.block.state)) row.block = { ...row.block, state: 'waiting' };
    },
    async forgetEntries(product, about) {
      for (const [id, row] of [...rowsOf(product)]) {
        const kept = [...row.block.entries.keys()].filter((at) => !about.includes(row.block.entries[at]!.about));
        if (kept.length === 0) rowsOf(product).delete(id);
        else if (kept.length < row.block.entries.length) rowsOf(product).set(id, { ...row, block: { ...row.block, entries: kept.map((at) => row.block.entries[at]!) }, vectors: kept.flatMap((at) => row.vectors[at] ?? []) });
      }
    },
    async readVectors(product, model) {
      const rows = [...rowsOf(product).values()].filter((row) => row.block.model === model && row.block.state === 'embedded');
      return new Map(rows.flatMap((row) => row.block.entries.map((entry, at): [string, Int8Array] => [entry.hash, row.vectors[at]!])));
    },
  };
}
