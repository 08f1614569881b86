import type { VirtualClock } from '../clock';
import { number, text, type Row, type State } from '../state';

export type Kind = 'plain' | 'secret';

export interface Entry {
  readonly key: string;
  readonly value: unknown;
  readonly createdAt: number;
  readonly updatedAt: number;
  readonly expireTime?: string;
}

export interface KvsStore {
  find(kind: Kind, key: string): Entry | undefined;
  save(kind: Kind, key: string, value: unknown, expiresAt: number | undefined): void;
  /** False when there was nothing under the key. */
  remove(kind: Kind, key: string): boolean;
  /** In key order, one more than the page so that the caller knows whether there is a next one. */
  page(query: { after: string | undefined; limit: number; range: KeyRange }): readonly Entry[];
  transaction<T>(work: () => T): T;
}

/** Conditions on the key, all of them optional. */
export interface KeyRange {
  readonly prefix?: string;
  readonly from?: string;
  readonly isFromExcluded?: boolean;
  readonly to?: string;
  readonly isToExcluded?: boolean;
}

/** One installation's key-value store, in the host's own database. Expired values are as good as gone. */
export function kvsStoreOf(state: State, clock: VirtualClock, tenant: string): KvsStore {
  const alive = `(expires_at IS NULL OR expires_at > ?)`;
  return {
    find: (kind, key) => {
      const row = state.find(`SELECT key, value, created_at, updated_at, expires_at FROM kvs WHERE tenant = ? AND kind = ? AND key = ? AND ${alive}`, tenant, kind, key, clock.now());
      return row === undefined ? undefined : entryOf(row);
    },
    save: (kind, key, value, expiresAt) => {
      const now = Math.round(clock.now());
      state.run(`DELETE FROM kvs WHERE tenant = ? AND kind = ? AND key = ? AND NOT ${alive}`, tenant, kind, key, now);
      state.run(
        `INSERT INTO kvs (tenant, kind, key, value, created_at, updated_at, expires_at) VALUES (?, ?, ?, ?, ?, ?, ?)
         ON CONFLICT (tenant, kind, key) DO UPDATE SET value = excluded.value, updated_at = excluded.updated_at, expires_at = excluded.expires_at`,
        tenant, kind, key, JSON.stringify(value), now, now, expiresAt ?? null,
      );
    },
    remove: (kind, key) => state.run(`DELETE FROM kvs WHERE tenant = ? AND kind = ? AND key = ? AND ${alive}`, tenant, kind, key, clock.now()) > 0,
    page: ({ after, limit, range }) => {
      const { sql, values } = conditions(range, after);
      return state
        .all(`SELECT key, value, created_at, updated_at, expires_at FROM kvs WHERE tenant = ? AND kind = 'plain' AND ${alive}${sql} ORDER BY key LIMIT ?`, tenant, clock.now(), ...values, limit + 1)
        .map(entryOf);
    },
    transaction: (work) => state.transaction(work),
  };
}

function conditions({ prefix, from, isFromExcluded, to, isToExcluded }: KeyRange, after: string | undefined): { readonly sql: string; readonly values: readonly string[] } {
  const parts: [string, string][] = [];
  if (prefix !== undefined) parts.push([' AND key >= ?', prefix], [' AND key < ? || char(1114111)', prefix]);
  if (from !== undefined) parts.push([` AND key ${isFromExcluded === true ? '>' : '>='} ?`, from]);
  if (to !== undefined) parts.push([` AND key ${isToExcluded === true ? '<' : '<='} ?`, to]);
  if (after !== undefined) parts.push([' AND key > ?', after]);
  return { sql: parts.map(([sql]) => sql).join(''), values: parts.map(([, value]) => value) };
}

function entryOf(row: Row): Entry {
  const expires = row['expires_at'];
  return {
    key: text(row, 'key'),
    value: JSON.parse(text(row, 'value')),
    createdAt: number(row, 'created_at'),
    updatedAt: number(row, 'updated_at'),
    ...(typeof expires === 'number' ? { expireTime: new Date(expires).toISOString() } : {}),
  };
}
