import type { AlikeId, HeldDocument, KeptAccountId, SubjectSignal } from '../domain/subject';
import type { IsoTime } from '../domain/time';

/** Where one person's traces are found and removed. */
export interface SubjectStore {
  /** Live signals of an author or an account, over all products, by product and id. */
  findSignals(by: 'author' | 'account', text: string, limit: number): Promise<readonly SubjectSignal[]>;
  /** Ids that are this one behind the word of whoever numbers (`IdSpace`), most signals first; the id itself is none. */
  findAlike(by: 'author' | 'account', text: string, limit: number): Promise<readonly AlikeId[]>;
  /** Documents of every table that name an author or an account. */
  findDocuments(by: 'author' | 'account', text: string, limit: number): Promise<readonly HeldDocument[]>;
  /** Rows about an account that are no documents: its name, facts and rules. */
  findAccountRows(account: string, limit: number): Promise<readonly HeldDocument[]>;
  /** Where these signals came from: organisation and domain of whoever said them. */
  findOrigins(product: string, signals: readonly string[]): Promise<readonly HeldDocument[]>;
  /** Jira account ids in every table: who acted, in columns and in documents; authors of signals from these sources. By id. */
  listAccountIds(jiraSources: readonly string[], now: IsoTime): Promise<readonly KeptAccountId[]>;
  /** Puts "somebody" in the place of a closed account wherever its id stands, authors included, the ledger left aside. */
  forgetAccountId(accountId: string): Promise<void>;
  /** Puts "somebody" in the place of a customer in every document, and takes an account's name, facts and rules away. */
  forgetCustomer(by: 'author' | 'account', text: string): Promise<void>;
}

/** What Atlassian says of accounts that were reported: nothing for most of them. @throws StoreUnavailable */
export type ReportAccounts = (accounts: readonly KeptAccountId[]) => Promise<readonly { readonly accountId: string; readonly status: 'closed' | 'updated' }[]>;
