import { z } from 'zod';

export const SubjectRef = z.object({ kind: z.enum(['author', 'e-mail', 'account']), text: z.string().trim().min(1).max(320) });

/** Somebody, and where the part of their export begins. */
export const SubjectExport = SubjectRef.extend({ from: z.int().min(0).max(1_000_000).default(0) });

/** What is held of somebody: numbers, and where; no words. */
export interface SubjectView {
  readonly signals: number;
  /** There are more than were counted. */
  readonly isMore: boolean;
  readonly bySource: readonly { readonly product: string; readonly source: string; readonly signals: number; readonly oldestAt: string; readonly newestAt: string }[];
  /** What names them beside their own signals, the most first; `what` is a table of ours. */
  readonly others: readonly { readonly what: string; readonly count: number }[];
  /** Whom sources number so, each for itself; every one is somebody else, looked at by this id. `sources` is empty where only other records name them. */
  readonly alike: readonly { readonly id: string; readonly sources: readonly string[]; readonly signals: number }[];
  /** Accounts with this name or domain, where an account is looked for; their ids are what is kept. */
  readonly accounts: readonly { readonly id: string; readonly name: string }[];
}

/** The next part of an export: one JSON document a line. */
export interface SubjectPart {
  readonly text: string;
  /** Where the part after it begins; absent on the last. */
  readonly next?: number;
}

/** One and several of what a table holds, in words that stand after a number. */
const WORDS: Readonly<Record<string, readonly [string, string]>> = {
  accounts: ['account with its name', 'accounts with their names'],
  account_claims: ['note of plan, segment, state or revenue', 'notes of plan, segment, state or revenue'],
  account_facts: ['earlier note of plan, segment, state or revenue', 'earlier notes of plan, segment, state or revenue'],
  account_rules: ['rule that finds the account', 'rules that find the account'],
  talk_lists: ['list of whom to talk to', 'lists of whom to talk to'],
  talk_marks: ['mark on such a list', 'marks on such lists'],
  talk_contacts: ['note of whether they may be contacted', 'notes of whether they may be contacted'],
  talk_conversations: ['conversation', 'conversations'],
  prototypes: ['prototype that is to be shown to them', 'prototypes that are to be shown to them'],
  prototype_reviews: ['prototype that they judged', 'prototypes that they judged'],
  proposals: ['proposal', 'proposals'],
  outcomes: ['outcome of a release', 'outcomes of releases'],
};

/** `2 conversations`, `1 rule that finds the account`; what has no words of its own is a record that names them. */
export function heldWords(what: string, count: number): string {
  const [one, many] = WORDS[what] ?? ['other record that names them', 'other records that name them'];
  return count === 1 ? one : many;
}

export const SUBJECT_ENDPOINTS = ['admin.findSubject', 'admin.exportSubject', 'admin.eraseSubject'] as const;
/** Requests of people about what is kept of them; all need Administer Jira. */
export interface SubjectEndpoints {
  'admin.findSubject': { input: z.input<typeof SubjectRef>; output: SubjectView };
  'admin.exportSubject': { input: z.input<typeof SubjectExport>; output: SubjectPart };
  'admin.eraseSubject': { input: z.input<typeof SubjectRef>; output: { readonly erased: number } };
}
