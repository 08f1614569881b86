import type { LedgerEntry, LedgerKind } from '../domain/ledger';

/** The record of what was done and why: appended, never changed, one chain a site. */
export interface LedgerStore {
  /** The newest entry; undefined before the first. */
  findHead(): Promise<LedgerEntry | undefined>;
  /** Writes one entry at its place. An entry whose id is there already changes nothing. @throws LedgerConflict when its place is taken */
  append(entry: LedgerEntry): Promise<void>;
  /** Writes the entry at its place anew, without a person in it. Its hash stays: what it reads like now stands in a later note. */
  amend(entry: LedgerEntry): Promise<void>;
  findById(id: string): Promise<LedgerEntry | undefined>;
  /** In order, after `seq`. */
  page(after: number, limit: number): Promise<readonly LedgerEntry[]>;
  /** Entries of an operation, in order. */
  listOp(op: string): Promise<readonly LedgerEntry[]>;
  listIssue(issue: string): Promise<readonly LedgerEntry[]>;
  /** Entries of a kind in a product since a time, in order. */
  listKind(product: string, kinds: readonly LedgerKind[], since: string): Promise<readonly LedgerEntry[]>;
  /** Intents without an end, oldest first. */
  listOpenIntents(product: string): Promise<readonly LedgerEntry[]>;
}
