import { z } from 'zod';

const Hint = z.object({ kind: z.enum(['organisation', 'domain']), text: z.string().min(1).max(255), source: z.string().min(1).max(40).optional() });
export const AccountsOf = z.object({ product: z.string().min(1).max(40) });
/** Whole lines of a list of accounts. */
export const ImportAccounts = z.object({ format: z.enum(['csv', 'jsonl']), header: z.string().max(20_000).optional(), text: z.string().max(400_000), firstLine: z.number().int().min(1) });
export const SearchAccounts = z.object({ words: z.string().trim().min(1).max(80) });
/** `account`: one that is known; `name`: a new one. */
export const FixAccount = z.object({ product: z.string().min(1).max(40), hint: Hint, account: z.union([z.object({ id: z.string().min(1).max(255) }), z.object({ name: z.string().trim().min(1).max(255) })]) });
export const ForgetRule = z.object({ product: z.string().min(1).max(40), hint: Hint });

export interface AccountHintView {
  readonly kind: 'organisation' | 'domain';
  readonly text: string;
  readonly source?: string;
}

export interface AccountsView {
  /** Accounts that are known at all. */
  readonly known: number;
  readonly unknown: { readonly signals: number; readonly hints: number };
  /** Hints that lead to no account, the most signals first; at most 50. */
  readonly rows: readonly (AccountHintView & { readonly sourceName?: string; readonly signals: number })[];
  /** All that people fixed. */
  readonly ruled: number;
  /** What people fixed, newest first; at most 50. */
  readonly rules: readonly (AccountHintView & { readonly account: string; readonly accountName: string; readonly madeAt: string })[];
  /** Accounts of which not everybody says the same, among those that were looked at; all that is said differently of them. */
  readonly disputed: number;
  readonly differences: number;
  /** Accounts of which more than one tells anything and that were not looked at. */
  readonly unlooked: number;
  /** What is said differently, field by field; at most 50. */
  readonly disputes: readonly AccountDispute[];
}

export interface AccountDispute {
  readonly account: string;
  readonly accountName: string;
  readonly field: 'plan' | 'segment' | 'state' | 'revenue';
  /** What counts: a person's list, else the newest. */
  readonly counts: AccountSaying;
  readonly others: readonly AccountSaying[];
}

export interface AccountSaying {
  readonly value: string | number;
  readonly currency?: string;
  readonly from: string;
  /** `earlier`: kept before it was noted who says what. */
  readonly teller: 'list' | 'source' | 'earlier';
  readonly sourceName?: string;
}

export interface AccountsImported {
  readonly lines: number;
  readonly accounts: number;
  /** Lines that were not taken. */
  readonly turnedAway: number;
  /** Why, and what of a line that was taken could not be read; the first 100. */
  readonly problems: readonly { readonly line: number; readonly field: string; readonly reason: string; /** The line was taken. */ readonly note?: true }[];
}

/** What was true of an account at a moment that is named beside it. */
export interface AccountFactsView {
  readonly plan?: string;
  readonly segment?: string;
  readonly state?: string;
  readonly revenue?: number;
  readonly currency?: string;
}

export const ACCOUNT_ENDPOINTS = ['admin.accounts', 'admin.importAccounts', 'admin.searchAccounts', 'admin.fixAccount', 'admin.forgetAccountRule'] as const;
/** Whose the signals are; all need Administer Jira. */
export interface AccountEndpoints {
  'admin.accounts': { input: z.input<typeof AccountsOf>; output: AccountsView };
  'admin.importAccounts': { input: z.input<typeof ImportAccounts>; output: AccountsImported };
  'admin.searchAccounts': { input: z.input<typeof SearchAccounts>; /** `found`: all there are. */ output: { readonly rows: readonly { readonly id: string; readonly name: string }[]; readonly found: number } };
  'admin.fixAccount': { input: z.input<typeof FixAccount>; output: { readonly changed: number; readonly view: AccountsView } };
  'admin.forgetAccountRule': { input: z.input<typeof ForgetRule>; output: AccountsView };
}
