import type { InboundMark, InboundRefusal } from '../../src/domain/inbound';
import type { InboundStore, WaitingDelivery } from '../../src/ports/inbound-store';

/** Deliveries in memory; as the real one, the nonce alone decides whether one came before. */
export function fakeInboundStore(): InboundStore {
  const rows: (WaitingDelivery & { isRead: boolean })[] = [];
  const refusals = new Map<string, InboundRefusal>();
  const marks = new Map<string, Map<string, InboundMark>>();
  let seq = 0;
  return {
    accept: async (delivery) => {
      if (rows.some((row) => row.source === delivery.source && row.nonce === delivery.nonce)) return 'replayed';
      seq += 1;
      rows.push({ ...structuredClone(delivery), seq, isRead: false });
      return 'accepted';
    },
    listWaiting: async (limit) => rows.filter((row) => !row.isRead).slice(0, limit).map(({ isRead: _isRead, ...row }) => row),
    finish: async (seqs) => {
      for (const [at, row] of rows.entries()) if (seqs.includes(row.seq)) rows[at] = { ...row, signals: [], gone: [], isRead: true };
    },
    forget: async (before) => {
      const last = new Map(rows.map((row) => [row.source, row.seq]));
      for (let at = rows.length - 1; at >= 0; at -= 1) if (rows[at]!.isRead && rows[at]!.receivedAt < before && last.get(rows[at]!.source) !== rows[at]!.seq) rows.splice(at, 1);
    },
    figures: async (source) => {
      const own = rows.filter((row) => row.source === source);
      const last = own.map((row) => row.receivedAt).sort().at(-1);
      const refusal = refusals.get(source);
      return { waiting: own.filter((row) => !row.isRead).length, ...(last === undefined ? {} : { lastReceivedAt: last }), ...(refusal === undefined ? {} : { lastRefusal: refusal }) };
    },
    saveRefusal: async (source, refusal) => void refusals.set(source, refusal),
    removeSource: async (source) => {
      for (let at = rows.length - 1; at >= 0; at -= 1) if (rows[at]!.source === source) rows.splice(at, 1);
      refusals.delete(source);
    },
    findMarks: async (source, externalIds) => new Map(externalIds.flatMap((id) => { const mark = marks.get(source)?.get(id); return mark === undefined ? [] : [[id, mark] as const]; })),
    saveMarks: async (source, all) => {
      const own = marks.get(source) ?? new Map<string, InboundMark>();
      marks.set(source, own);
      for (const one of new Map(all.map((mark) => [mark.externalId, mark])).values()) {
        const known = own.get(one.externalId);
        const goneAt = known?.goneAt ?? one.goneAt;
        own.set(one.externalId, { externalId: one.externalId, revision: known !== undefined && known.revision > one.revision ? known.revision : one.revision, ...(goneAt === undefined ? {} : { goneAt }) });
      }
    },
    forgetMarks: async (source) => void marks.delete(source),
  };
}
