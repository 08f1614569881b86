import type { Account, AccountFacts, AccountHint, AccountRule, SignalOriginRow, UnknownAccount } from '../domain/account';
import type { Page } from './stores';

/** Accounts through time, by what they are found, and where each signal came from. */
export interface AccountStore {
  saveAccounts(accounts: readonly Account[]): Promise<void>;
  /** Upserts by (account, from, source). */
  saveFacts(facts: readonly AccountFacts[]): Promise<void>;
  /** Upserts; a rule of a list never replaces one of a person. */
  saveRules(rules: readonly AccountRule[]): Promise<void>;
  removeRule(hint: AccountHint): Promise<void>;
  /** Rules with these texts, whatever their kind and source. */
  findRules(texts: readonly string[]): Promise<readonly AccountRule[]>;
  /** Rules that people made, newest first. */
  listRules(limit: number): Promise<readonly AccountRule[]>;
  /** All of those. */
  countRules(): Promise<number>;
  findAccounts(ids: readonly string[]): Promise<readonly Account[]>;
  /** By name. */
  searchAccounts(words: string, limit: number): Promise<readonly Account[]>;
  /** All that it would find. */
  countFound(words: string): Promise<number>;
  /** By account, oldest first. */
  factsOf(accounts: readonly string[]): Promise<ReadonlyMap<string, readonly AccountFacts[]>>;
  /** Accounts of which more than one tells facts, by id. */
  pageShared(after: string | undefined, limit: number): Promise<readonly string[]>;
  /** All of those. */
  countShared(): Promise<number>;
  countAccounts(): Promise<number>;
  /** Upserts by signal. */
  saveOrigins(product: string, rows: readonly SignalOriginRow[]): Promise<void>;
  /** Signals with this hint whose account is another one or none, by id; of a domain only those that no organisation decided. */
  originsOf(hint: AccountHint, account: string, limit: number): Promise<readonly (SignalOriginRow & { readonly product: string })[]>;
  /** All signals with an origin, by signal. */
  pageOrigins(product: string, after: string | undefined, limit: number): Promise<Page<SignalOriginRow>>;
  /** Hints that lead nowhere, the most signals first. */
  listUnknown(product: string, limit: number): Promise<readonly UnknownAccount[]>;
  countUnknown(product: string): Promise<{ readonly signals: number; readonly hints: number }>;
  removeOrigins(product: string, signals: readonly string[]): Promise<void>;
}
