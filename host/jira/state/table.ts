import type { Journal, Write } from './journal';

/** Rows in memory, by id and by group, in front of the journal. */
export interface Table<Row> {
  get(id: string): Row | undefined;
  all(): IterableIterator<Row>;
  /** Rows of a group (comments of an issue), oldest first. */
  of(group: string): readonly Row[];
  put(row: Row): void;
  remove(id: string): void;
  readonly size: number;
}

interface Undo {
  readonly write: () => Write;
  readonly back: () => void;
}

/** Collects writes of one change, so that it is stored as a whole or taken back as a whole. */
export interface Change {
  note(key: string, undo: Undo): void;
}

export interface Ledger extends Change {
  /** Runs a change: durable when it returns, as if never begun when it throws. */
  write<Result>(change: () => Result): Result;
}

export function openLedger(journal: Journal): Ledger {
  let pending: Map<string, Undo> | undefined;
  return {
    note(key, undo) {
      if (pending === undefined) throw new Error(`A row was written outside of a change: ${key}`);
      if (!pending.has(key)) pending.set(key, undo);
    },
    write(change) {
      if (pending !== undefined) return change();
      pending = new Map();
      try {
        const result = change();
        journal.save([...pending.values()].map((undo) => undo.write()));
        return result;
      } catch (error) {
        for (const undo of pending.values()) undo.back();
        throw error;
      } finally {
        pending = undefined;
      }
    },
  };
}

export function openTable<Row extends { readonly id: string }>(kind: string, journal: Journal, ledger: Change, groupOf?: (row: Row) => string): Table<Row> {
  const rows = new Map<string, Row>();
  const groups = new Map<string, Map<string, Row>>();
  const place = (row: Row): void => {
    rows.set(row.id, row);
    if (groupOf === undefined) return;
    const group = groups.get(groupOf(row)) ?? new Map<string, Row>();
    groups.set(groupOf(row), group.set(row.id, row));
  };
  const take = (id: string): void => {
    const row = rows.get(id);
    rows.delete(id);
    if (row !== undefined && groupOf !== undefined) groups.get(groupOf(row))?.delete(id);
  };
  const note = (id: string): void => {
    const before = rows.get(id);
    ledger.note(`${kind} ${id}`, {
      write: () => {
        const now = rows.get(id);
        return now === undefined ? { kind, id } : { kind, id, json: JSON.stringify(now) };
      },
      back: () => {
        take(id);
        if (before !== undefined) place(before);
      },
    });
  };
  const loaded = journal.load(kind).map((json): Row => JSON.parse(json));
  for (const row of loaded.sort((a, b) => a.id.length - b.id.length || (a.id < b.id ? -1 : 1))) place(row);
  return {
    get: (id) => rows.get(id),
    all: () => rows.values(),
    of: (group) => [...(groups.get(group)?.values() ?? [])],
    put(row) {
      note(row.id);
      const before = rows.get(row.id);
      if (before !== undefined && groupOf !== undefined && groupOf(before) !== groupOf(row)) take(row.id);
      place(row);
    },
    remove(id) {
      note(id);
      take(id);
    },
    get size() {
      return rows.size;
    },
  };
}
