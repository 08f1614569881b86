import { markOf } from '../../src/domain/engine-shelf';
import { isSaid, type Signal } from '../../src/domain/signal';
import type { VisibilityClass } from '../../src/domain/visibility';
import type { SignalStore, Stored } from '../../src/ports/stores';
import { byCodePoint } from './by-code-point';

interface Row {
  readonly signal: Signal;
  readonly revision: number;
  readonly recordedAt: string;
  readonly removed: boolean;
  readonly arrived?: string;
}

export interface FakeSignals {
  readonly store: SignalStore;
  readonly live: (product: string) => readonly Signal[];
  readonly classes: (product: string) => ReadonlyMap<string, VisibilityClass>;
}

export function fakeSignalStore(): FakeSignals {
  const products = new Map<string, Map<string, Row>>();
  const rowsOf = (product: string): Map<string, Row> => {
    const rows = products.get(product) ?? new Map<string, Row>();
    products.set(product, rows);
    return rows;
  };
  const live = (product: string): Signal[] =>
    [...rowsOf(product).values()].filter((row) => !row.removed).map((row) => row.signal).sort((a, b) => byCodePoint(a.id, b.id));
  return {
    live,
    classes: (product) => new Map(live(product).filter((one) => one.visibility !== 'open').map((one) => [one.id, one.visibility])),
    store: {
      async saveSignals(product, signals, at) {
        const rows = rowsOf(product);
        return signals.map((signal, index) => (signals.some((other, later) => later > index && other.id === signal.id) ? 'unchanged' : saveOne(rows, signal, at)));
      },
      async saveNewest(product, offered, at) {
        const rows = rowsOf(product);
        const greatest = new Map<string, (typeof offered)[number]>();
        for (const one of offered) if (one.order >= (greatest.get(one.signal.id)?.order ?? '')) greatest.set(one.signal.id, one);
        const answers = new Map([...greatest.values()].map(({ signal, order }): [string, Stored | 'older'] => {
          const known = rows.get(signal.id);
          if (known?.removed === true || (known?.arrived ?? '') > order) return [signal.id, 'older'];
          const answer = saveOne(rows, signal, at);
          const saved = rows.get(signal.id);
          if (saved !== undefined) rows.set(signal.id, { ...saved, arrived: order });
          return [signal.id, answer];
        }));
        return offered.map(({ signal }, index) => (answers.get(signal.id) === 'older' ? 'older' : offered.some((other, later) => later > index && other.signal.id === signal.id) ? 'unchanged' : (answers.get(signal.id) ?? 'unchanged')));
      },
      async buryIds(product, source, ids) {
        const rows = rowsOf(product);
        for (const id of ids) {
          const row = rows.get(id);
          const signal: Signal = row?.signal ?? { id, source, externalId: id.slice(source.length + 1), at: '', kind: 'did', visibility: 'hidden' };
          rows.set(id, { signal, revision: row?.revision ?? 1, recordedAt: row?.recordedAt ?? '', removed: true });
        }
      },
      async pageMarks(product, after, limit) {
        const rows = live(product).filter((signal) => isSaid(signal) && byCodePoint(signal.id, after ?? '') > 0).slice(0, limit);
        const last = rows.at(-1);
        return { rows: rows.map((signal) => ({ id: signal.id, mark: markOf(canonical(signal)) })), ...(last === undefined || rows.length < limit ? {} : { next: last.id }) };
      },
      async pageSignals(product, after, limit) {
        const rows = live(product).filter((signal) => byCodePoint(signal.id, after ?? '') > 0);
        const page = rows.slice(0, limit);
        const last = page.at(-1);
        return { rows: page, ...(last === undefined || page.length < limit ? {} : { next: last.id }) };
      },
      findSignals: async (product, ids) => [...new Set(ids)].flatMap((id) => live(product).find((signal) => signal.id === id) ?? []),
      countSignals: async (product) => live(product).length,
      async spanOfSource(product, source) {
        const times = live(product).filter((signal) => signal.source === source).map((signal) => signal.at).sort();
        const [oldestAt] = times;
        const newestAt = times.at(-1);
        return { signals: times.length, ...(oldestAt === undefined || newestAt === undefined ? {} : { oldestAt, newestAt }) };
      },
      async daysOfSource(product, source) {
        const counts = new Map<string, number>();
        for (const { at } of live(product).filter((signal) => signal.source === source)) counts.set(at.slice(0, 10), (counts.get(at.slice(0, 10)) ?? 0) + 1);
        return [...counts].map(([day, signals]) => ({ day, signals })).sort((a, b) => (a.day < b.day ? -1 : 1));
      },
      async firstAdded(product, sources, { since, from }) {
        return [...rowsOf(product).values()].filter((row) => !row.removed && row.revision === 1 && row.recordedAt >= since && row.signal.at >= from && sources.includes(row.signal.source)).map((row) => row.signal.at).sort()[0];
      },
      async removeSignals(product, ids, _at) {
        const rows = rowsOf(product);
        for (const id of ids) {
          const row = rows.get(id);
          if (row !== undefined) rows.set(id, { ...row, removed: true });
        }
      },
      async showSource(product, source, visibility) {
        const rows = rowsOf(product);
        for (const [id, row] of rows) if (row.signal.source === source && !row.removed) rows.set(id, { ...row, signal: { ...row.signal, visibility } });
      },
      async readmitSignals(product, ids) {
        for (const id of ids) if (rowsOf(product).get(id)?.removed === true) rowsOf(product).delete(id);
      },
    },
  };
}

function saveOne(rows: Map<string, Row>, signal: Signal, at: string): Stored {
  const known = rows.get(signal.id);
  if (known?.removed === true) return 'unchanged';
  if (known === undefined) {
    rows.set(signal.id, { signal, revision: 1, recordedAt: at, removed: false });
    return 'added';
  }
  if (canonical(known.signal) === canonical(signal)) return known.recordedAt !== at ? 'unchanged' : known.revision === 1 ? 'added' : 'changed';
  rows.set(signal.id, { ...known, signal, revision: known.revision + 1, recordedAt: at });
  return 'changed';
}

export function canonical(value: object): string {
  return JSON.stringify(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}
