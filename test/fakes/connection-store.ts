import { FROM_A_FILE } from '../../src/domain/gap-fill';
import type { Connection } from '../../src/domain/connection';
import type { Receipt, ReceiptDay } from '../../src/domain/receipt';
import type { ConnectionStore, FeedState, KnownRecord, LinkedPair, RecordCount, SentAmount } from '../../src/ports/connection-store';

/** In memory, answering as the real one does: `test/contract/connection-store.suite.ts` holds both to it. */
export function fakeConnectionStore(): ConnectionStore {
  const connections = new Map<string, Connection>();
  const feeds = new Map<string, FeedState>();
  const records = new Map<string, Map<string, KnownRecord>>();
  const receipts = new Map<string, Receipt>();
  const days = new Map<string, ReceiptDay>();
  const sent = new Map<string, SentAmount>();
  const links = new Map<string, LinkedPair & { readonly connection: string; readonly seenAt: string }>();
  const of = (connection: string): Map<string, KnownRecord> => records.get(connection) ?? new Map<string, KnownRecord>();
  const live = (connection: string): KnownRecord[] => [...of(connection).values()].filter((one) => one.goneAt === undefined).sort(byId);
  const shown = (connection: string, since?: string): KnownRecord[] => live(connection).filter((one) => one.skipped === undefined && one.group !== FROM_A_FILE && (since === undefined || (one.at ?? '') >= since));
  return {
    saveConnection: async (connection) => void connections.set(connection.id, structuredClone(connection)),
    async replaceConnection(before, after) {
      if (textOf(connections.get(before.id)) !== textOf(before)) return false;
      connections.set(after.id, structuredClone(after));
      return true;
    },
    findConnection: async (id) => connections.get(id),
    listConnections: async () => [...connections.values()].sort((a, b) => (a.id < b.id ? -1 : 1)),
    findFeed: async (connection, feed) => structuredClone(feeds.get(`${connection}\n${feed}`)) ?? { connection, feed, step: 0, gaps: [], recent: [] },
    async moveFeed(state) {
      const key = `${state.connection}\n${state.feed}`;
      if ((feeds.get(key)?.step ?? 0) !== state.step) return undefined;
      const moved = structuredClone({ ...state, step: state.step + 1 });
      feeds.set(key, moved);
      return structuredClone(moved);
    },
    findRecords: async (connection, ids) => new Map(ids.flatMap((id): [string, KnownRecord][] => {
      const found = of(connection).get(id);
      return found === undefined ? [] : [[id, found]];
    })),
    recordsOfGroups: async (connection, groups) => live(connection).filter((one) => one.group !== undefined && groups.includes(one.group)),
    async saveRecords(connection, some) {
      const known = of(connection);
      for (const one of some) known.set(one.externalId, structuredClone(one));
      records.set(connection, known);
    },
    async markGone(connection, ids, at) {
      for (const id of ids) {
        const found = of(connection).get(id);
        if (found !== undefined && found.goneAt === undefined) of(connection).set(id, { ...found, goneAt: at });
      }
    },
    countRecords: async (connection, since) => countsOf(live(connection).filter((one) => since === undefined || (one.at ?? '') >= since)),
    pageUnseen: async (connection, seenBefore, after, limit) => live(connection).filter((one) => one.seenAt < seenBefore && one.externalId > (after ?? '')).slice(0, limit),
    countShown: async (connection, since) => shown(connection, since).length,
    shownAt: async (connection, places, since) => places.flatMap((place) => shown(connection, since)[place]?.externalId ?? []),
    lastShown: async (connection, limit) => shown(connection)
      .sort((a, b) => ((b.at ?? '') === (a.at ?? '') ? -byId(a, b) : (b.at ?? '') < (a.at ?? '') ? -1 : 1)).slice(0, limit).map((one) => one.externalId),
    async arrivals(connection, from) {
      const days = new Map<string, number>();
      for (const { at, skipped } of live(connection)) if (at !== undefined && skipped === undefined && at >= from) days.set(at.slice(0, 10), (days.get(at.slice(0, 10)) ?? 0) + 1);
      return days;
    },
    async saveLinks(connection, pairs, seenAt) {
      for (const pair of pairs) links.set(`${connection}\n${pair.signal}\n${pair.issue}`, { ...pair, connection, seenAt });
    },
    listLinks: async (connection, signals) => [...links].sort(([a], [b]) => (a < b ? -1 : 1)).flatMap(([, { connection: own, ...link }]) => (own === connection && signals?.includes(link.signal) !== false ? [link] : [])),
    async removeLinks(connection, pairs) {
      for (const pair of pairs) links.delete(`${connection}\n${pair.signal}\n${pair.issue}`);
    },
    saveReceipt: async (receipt) => void receipts.set(`${receipt.connection}\n${receipt.startedAt}`, structuredClone(receipt)),
    listReceipts: async (connection, limit, before) => [...receipts.values()].filter((one) => one.connection === connection && (before === undefined || one.startedAt < before)).sort((a, b) => (a.startedAt < b.startedAt ? 1 : -1)).slice(0, limit),
    oldestReceipt: async (connection) => [...receipts.values()].flatMap((one) => (one.connection === connection ? [one.startedAt] : [])).sort()[0],
    receiptsBetween: async (connection, from, to, limit) => [...receipts.values()].filter((one) => one.connection === connection && one.startedAt >= from && one.startedAt < to).sort((a, b) => (a.startedAt < b.startedAt ? -1 : 1)).slice(0, limit),
    async removeReceipts(connection, before) {
      for (const [key, one] of receipts) if (one.connection === connection && one.startedAt < before) receipts.delete(key);
    },
    saveReceiptDay: async (day) => void days.set(`${day.connection}\n${day.day}`, structuredClone(day)),
    listReceiptDays: async (connection, from, to) => [...days.values()].filter((one) => one.connection === connection && one.day >= from && one.day < to).sort((a, b) => (a.day < b.day ? -1 : 1)),
    async addSent(amounts) {
      for (const one of amounts) {
        const key = `${one.connection}\n${one.limit}\n${one.slotAt}`;
        sent.set(key, { ...one, amount: (sent.get(key)?.amount ?? 0) + one.amount });
      }
    },
    listSent: async (names, from, limit) => [...sent].sort(([a], [b]) => (a < b ? -1 : 1)).flatMap(([, one]) => (names.includes(one.connection) && one.limit === limit && one.slotAt >= from && one.amount > 0 ? [one] : [])),
    async removeSent(connection, before) {
      for (const [key, one] of sent) if (one.connection === connection && one.slotAt < before) sent.delete(key);
    },
    async forget(connection) {
      records.delete(connection);
      for (const map of [feeds, receipts, links, days, sent]) for (const [key, one] of map) if (one.connection === connection) map.delete(key);
    },
  };
}

function textOf(connection: Connection | undefined): string {
  return JSON.stringify(Object.entries(connection ?? {}).sort(([a], [b]) => (a < b ? -1 : 1)));
}

function byId(a: KnownRecord, b: KnownRecord): number {
  return a.externalId < b.externalId ? -1 : 1;
}

function countsOf(records: readonly KnownRecord[]): readonly RecordCount[] {
  const groups = new Map<string, KnownRecord[]>();
  for (const one of records) {
    const key = JSON.stringify([one.product ?? '', one.skipped ?? '']);
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  return [...groups].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, some]) => {
    const times = some.flatMap((one) => one.at ?? []).sort();
    const { product, skipped } = some[0] ?? {};
    return {
      count: some.length, ...(product === undefined ? {} : { product }), ...(skipped === undefined ? {} : { skipped }),
      ...(times[0] === undefined ? {} : { oldestAt: times[0], newestAt: times.at(-1) ?? times[0] }),
    };
  });
}
