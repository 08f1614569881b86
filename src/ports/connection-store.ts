import type { Connection } from '../domain/connection';
import type { Gap } from '../domain/coverage';
import type { Receipt, ReceiptDay } from '../domain/receipt';
import type { Checkpoint } from '../domain/source-record';
import type { IsoDay, IsoTime } from '../domain/time';

/** Which pages a checkpoint belongs to: one of a connector's feeds, or the reading anew of everything. */
export type FeedName = 'poll' | 'backfill' | 'reread' | 'links' | 'accounts' | 'deletions';

/** What the pages of a round say about the source itself, over all runs that read a part of it. */
export interface RoundFacts {
  readonly isTotalRough?: boolean;
  readonly isEmptied?: boolean;
  readonly canaries?: { readonly asked: readonly string[]; readonly found: readonly string[] };
  /** Those asked for that were drawn from all there is, not from the last days. */
  readonly oldCanaries?: readonly string[];
  readonly noNumber?: { readonly without: number; readonly of: number };
  /** Links: one could not be read, and nobody can tell what it links. */
  readonly isUnread?: boolean;
}

/** How far one feed of a connection was read. */
export interface FeedState {
  readonly connection: string;
  readonly feed: FeedName;
  /** Grows with every write; a writer that does not hold the newest is refused. 0 before the first write. */
  readonly step: number;
  readonly checkpoint?: Checkpoint;
  /** When the round that is under way began; absent between rounds. */
  readonly roundStartedAt?: IsoTime;
  /** Where that round began: a round that is not believed is read again from there. */
  readonly roundCheckpoint?: Checkpoint;
  /** Of the round that is under way. */
  readonly facts?: RoundFacts;
  /** When the last round that was read to its end and believed began. */
  readonly completedAt?: IsoTime;
  /** Links: when the last round that listed everything from the beginning began. */
  readonly wholeAt?: IsoTime;
  /** Reread: a doubt has still to be settled by it, as soon as it may. */
  readonly isWanted?: boolean;
  /** Nothing is asked of the source before. */
  readonly notBefore?: IsoTime;
  /** The source's own total, as it last said it. */
  readonly totalAtSource?: number;
  /** Since when and why we are blind; absent while we hear. */
  readonly blind?: { readonly since: IsoTime; readonly reason: string };
  /** Accounts: of those that had something where revenue should be when all were listed last, how many had no number there. */
  readonly noNumber?: { readonly without: number; readonly of: number };
  /** Times that the source can never give us again. */
  readonly gaps: readonly Gap[];
  /** Fingerprints of the last pages, to notice a source that gives the same one for ever. */
  readonly recent: readonly string[];
}

/** What became of a record: in which product it is kept, or why it was left out. */
export interface KnownRecord {
  readonly externalId: string;
  readonly revision: string;
  readonly group?: string;
  readonly at?: IsoTime;
  readonly product?: string;
  readonly skipped?: string;
  /** When it was last seen at the source. */
  readonly seenAt: IsoTime;
  /** Gone at the source since. */
  readonly goneAt?: IsoTime;
}

/** A signal and an issue that the source says are linked. */
export interface LinkedPair {
  readonly product: string;
  readonly signal: string;
  readonly issue: string;
}

/** How much a connection sent of what one of its limits counts, in the slot of time that began then. */
export interface SentAmount {
  /** Or the forms of one vendor's address that are no connection yet. */
  readonly connection: string;
  /** At most 16 characters. */
  readonly limit: string;
  readonly slotAt: IsoTime;
  readonly amount: number;
}

/** Live records of a connection by what became of them. */
export interface RecordCount {
  readonly product?: string;
  readonly skipped?: string;
  readonly count: number;
  readonly oldestAt?: IsoTime;
  readonly newestAt?: IsoTime;
}

/** Connections, how far each was read, what each record became, and the receipts. */
export interface ConnectionStore {
  saveConnection(connection: Connection): Promise<void>;
  /** Writes `after` while what is stored is still `before`; answers whether it did. */
  replaceConnection(before: Connection, after: Connection): Promise<boolean>;
  findConnection(id: string): Promise<Connection | undefined>;
  /** By id; also paused and removed ones. */
  listConnections(): Promise<readonly Connection[]>;
  findFeed(connection: string, feed: FeedName): Promise<FeedState>;
  /** Writes `state` when its step is still the stored one, and answers the state with its new step; undefined when another writer came first. */
  moveFeed(state: FeedState): Promise<FeedState | undefined>;
  /** What is known of these records, gone ones included. */
  findRecords(connection: string, externalIds: readonly string[]): Promise<ReadonlyMap<string, KnownRecord>>;
  /** Live records of these groups. */
  recordsOfGroups(connection: string, groups: readonly string[]): Promise<readonly KnownRecord[]>;
  /** Upserts. A record that is seen again is live again. */
  saveRecords(connection: string, records: readonly KnownRecord[]): Promise<void>;
  markGone(connection: string, externalIds: readonly string[], at: IsoTime): Promise<void>;
  /** Live records; where a moment is given, of those said since then. */
  countRecords(connection: string, since?: IsoTime): Promise<readonly RecordCount[]>;
  /** Live records that were last seen before `seenBefore`, by id. */
  pageUnseen(connection: string, seenBefore: IsoTime, after: string | undefined, limit: number): Promise<readonly KnownRecord[]>;
  /** How many live kept records the source itself showed; where a moment is given, of those said since then. */
  countShown(connection: string, since?: IsoTime): Promise<number>;
  /** Ids of these records at these places (from 0) in the order of their ids. */
  shownAt(connection: string, places: readonly number[], since?: IsoTime): Promise<readonly string[]>;
  /** Ids of those that were said last, newest first. */
  lastShown(connection: string, limit: number): Promise<readonly string[]>;
  /** Live kept records a day (UTC) from `from` on; days without any are absent. */
  arrivals(connection: string, from: IsoTime): Promise<ReadonlyMap<string, number>>;
  /** Upserts: the source listed these at that moment. */
  saveLinks(connection: string, pairs: readonly LinkedPair[], seenAt: IsoTime): Promise<void>;
  /** What the source listed and was not removed since, by signal and issue; of these signals where some are named. */
  listLinks(connection: string, signals?: readonly string[]): Promise<readonly (LinkedPair & { readonly seenAt: IsoTime })[]>;
  removeLinks(connection: string, pairs: readonly LinkedPair[]): Promise<void>;
  saveReceipt(receipt: Receipt): Promise<void>;
  /** Newest first; of runs that began before `before` where it is given. */
  listReceipts(connection: string, limit: number, before?: IsoTime): Promise<readonly Receipt[]>;
  /** When the oldest kept run began. */
  oldestReceipt(connection: string): Promise<IsoTime | undefined>;
  /** Of runs that began from `from` on and before `to`, oldest first. */
  receiptsBetween(connection: string, from: IsoTime, to: IsoTime, limit: number): Promise<readonly Receipt[]>;
  /** Takes away receipts of runs that began before. */
  removeReceipts(connection: string, before: IsoTime): Promise<void>;
  saveReceiptDay(day: ReceiptDay): Promise<void>;
  /** Sums of days from `from` on and before `to`, oldest first. */
  listReceiptDays(connection: string, from: IsoDay, to: IsoDay): Promise<readonly ReceiptDay[]>;
  /** Adds to what these slots hold, or takes away; a slot is named once. */
  addSent(amounts: readonly SentAmount[]): Promise<void>;
  /** Slots of this limit that began from `from` on and hold something, of all these connections. */
  listSent(connections: readonly string[], from: IsoTime, limit: string): Promise<readonly SentAmount[]>;
  /** Takes away slots that began before. */
  removeSent(connection: string, before: IsoTime): Promise<void>;
  /** Forgets feeds, records, links, receipts and what was sent of a connection; the connection itself stays as removed. */
  forget(connection: string): Promise<void>;
}
