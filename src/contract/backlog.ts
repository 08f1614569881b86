import { z } from 'zod';
import type { Mode } from '../domain/policy';
import type { Sentence } from '../domain/sentence';
import type { CoverageLine } from './coverage';
import type { Quote, Unit } from './panel';

export type { Mode, Policy, PolicyCorrection } from '../domain/policy';
export * from './closing-admin';

/** One proposal to close: a sentence of reason and the nearest theme, which is not the same need. */
export interface ProposalRow {
  readonly item: string;
  readonly issue: { readonly id: string; readonly key: string; readonly summary: string; readonly createdAt: string };
  readonly reason: Sentence;
  readonly release?: { readonly id: string; readonly name: string };
  readonly original?: { readonly id: string; readonly key: string };
  readonly nearestTheme?: { readonly id: string; readonly label: string };
  /** What an undo may not bring back: said before anyone approves. */
  readonly losses: readonly Sentence[];
}

export interface UnderWayRow extends ProposalRow {
  readonly state: 'approved' | 'noticed' | 'closing';
  readonly approvedBy?: string;
  readonly noticedAt?: string;
  readonly closesAt?: string;
  /** Due, and why it still waits. */
  readonly waits?: Sentence;
}

export interface ClosedRow extends ProposalRow {
  readonly closedAt: string;
  readonly batch: string;
  readonly resolution?: string;
}

/** Closed, and a customer asked for it again. */
export interface ComingBackRow extends ClosedRow {
  readonly customers: number;
  readonly quotes: readonly Quote[];
}

export interface ScoreboardView {
  /** Error rate first: it is the title. */
  readonly title: Sentence;
  readonly closed: number;
  readonly stayedClosed: number;
  readonly kept: number;
  /** By anyone; those that a customer brought back are among them. */
  readonly reopened: number;
  readonly reopenedByCustomer: number;
  readonly errorRate?: number;
  readonly waiting: number;
}

/** Each number opens its complete list (`backlog.list`). */
export interface StandingView {
  readonly title: Sentence;
  readonly confirmed: number;
  readonly suggested: number;
  readonly unsupported: number;
  readonly cannotJudge: readonly { readonly reason: string; readonly words: Sentence; readonly count: number }[];
  readonly overdue: number;
}

export interface CallRow {
  readonly id: string;
  readonly call: 'build' | 'not-now' | 'no';
  readonly subject: { readonly kind: 'issue' | 'theme'; readonly id: string; readonly label: string };
  readonly by: string;
  readonly at: string;
  readonly reason: string;
  readonly then: { readonly customers: number; readonly signals: number };
  /** "2 of 5" */
  readonly since: number;
  readonly of?: number;
  readonly triggerKind?: 'customers' | 'value';
  /** Of a trigger in value: what the new accounts pay a year, by currency, and how many new customers' revenue nobody told. */
  readonly worth?: { readonly sums: readonly { readonly amount: number; readonly currency?: string; readonly accounts: number }[]; readonly unknown: number };
  readonly isBack: boolean;
}

/** Closes of one week that still stand and can be taken back together. */
export interface ClosedBatch {
  readonly batch: string;
  readonly plannedAt: string;
  readonly closed: number;
}

export interface BacklogView {
  readonly unit: Unit;
  readonly mode: Mode;
  readonly policyVersion: number;
  readonly stopped: boolean;
  /** Why closing stands still until a person arms it again. */
  readonly breaker?: { readonly reason: Sentence; readonly at: string };
  /** Were we listening? Without it nothing is called silent. */
  readonly listening: Sentence;
  readonly proposals: readonly ProposalRow[];
  readonly batch?: { readonly id: string; readonly plannedAt: string; readonly looked: number; readonly leftAlone: readonly { readonly words: Sentence; readonly count: number }[] };
  /** The notice that reporter and watchers would read, as plain text. */
  readonly notice?: string;
  readonly underWay: readonly UnderWayRow[];
  readonly comingBack: readonly ComingBackRow[];
  /** Newest first; empty for who may not undo. */
  readonly closedBatches: readonly ClosedBatch[];
  readonly scoreboard: ScoreboardView;
  readonly standing: StandingView;
  readonly calls: readonly CallRow[];
  readonly rights: { readonly approve: boolean; readonly keep: boolean; readonly administer: boolean };
  readonly coverage: CoverageLine;
  readonly synthetic: boolean;
}

export interface DryRunView {
  readonly sentence: Sentence;
  readonly days: number;
  readonly wouldHaveClosed: number;
  readonly wrong: readonly { readonly id: string; readonly key: string; readonly summary: string }[];
  readonly weeksBlind: number;
}

export interface UndoPreviewRow {
  readonly item: string;
  readonly key: string;
  readonly isPossible: boolean;
  readonly why?: Sentence;
  readonly losses: readonly Sentence[];
}

/** On the issue. */
export type BannerView =
  | { readonly kind: 'none' }
  | { readonly kind: 'noticed'; readonly title: Sentence; readonly reason: Sentence; readonly closesAt: string; readonly canKeep: boolean }
  | { readonly kind: 'kept'; readonly title: Sentence; readonly until?: string }
  | { readonly kind: 'closed'; readonly title: Sentence; readonly reason: Sentence; readonly closedAt: string; readonly losses: readonly Sentence[]; readonly canUndo: boolean; readonly item: string }
  | { readonly kind: 'asked-again'; readonly title: Sentence; readonly quotes: readonly Quote[]; readonly canReopen: boolean; readonly item: string }
  | { readonly kind: 'came-back'; readonly title: Sentence };

/** Open items by how they stand with customers, and what became of those we took up. */
export const STANDING_LISTS = ['confirmed', 'suggested', 'unsupported', 'cannot-judge', 'closed', 'reopened', 'kept'] as const;
export type StandingListName = (typeof STANDING_LISTS)[number];

const item = z.string().min(1).max(200);
const issue = z.string().regex(/^\d{1,20}$/);
export const Items = z.object({ items: z.array(item).min(1).max(10) });
export const ItemRef = z.object({ item });
export const UndoScope = z.union([z.object({ items: z.array(item).min(1).max(100) }), z.object({ batch: z.string().min(1).max(100) }), z.object({ since: z.iso.datetime() })]);
export const StandingList = z.object({ list: z.enum(STANDING_LISTS), reason: z.string().max(40).optional(), page: z.number().int().min(1).max(10_000) });
export const MakeCall = z.object({
  subject: z.discriminatedUnion('kind', [z.object({ kind: z.literal('issue'), id: issue }), z.object({ kind: z.literal('theme'), id: z.string().min(1).max(80) })]),
  call: z.enum(['build', 'not-now', 'no']),
  reason: z.string().trim().min(1).max(500),
  trigger: z.discriminatedUnion('kind', [z.object({ kind: z.literal('customers'), count: z.number().int().min(1).max(100_000) }), z.object({ kind: z.literal('value'), amount: z.number().positive().max(1e12) })]).optional(),
});
export const ProposeObsolete = z.object({ issue, release: z.string().min(1).max(255) });
export const JudgeSuggestion = z.object({ issue, right: z.boolean() });

export interface IssueLine {
  readonly id: string;
  readonly key: string;
  readonly summary: string;
  readonly words: Sentence;
  /** A close of ours that stands and that the reader may take back. */
  readonly undoItem?: string;
}

/** One page of a list behind a number. */
export interface StandingPage {
  readonly total: number;
  readonly page: number;
  readonly pages: number;
  readonly rows: readonly IssueLine[];
  /** May the reader decide on these items? Then the releases that could have made one obsolete come along. */
  readonly canDecide: boolean;
  readonly unit: Unit;
  readonly releases: readonly { readonly id: string; readonly name: string; readonly releasedAt: string }[];
}

export const BACKLOG_ENDPOINTS = [
  'backlog.open', 'backlog.list', 'backlog.dryRun', 'backlog.approve', 'backlog.keep', 'backlog.judge', 'backlog.proposeObsolete', 'backlog.previewUndo', 'backlog.undo', 'backlog.acceptReopen', 'backlog.makeCall',
] as const;
/** Endpoints of the Backlog tab: the product comes from the project of the platform's context. Approving, undoing a batch and calls need the project's administrator; reading and keeping need Browse. */
export interface BacklogEndpoints {
  'backlog.open': { input: Record<string, never>; output: BacklogView };
  'backlog.list': { input: z.input<typeof StandingList>; output: StandingPage };
  'backlog.dryRun': { input: Record<string, never>; output: DryRunView };
  'backlog.approve': { input: z.input<typeof Items>; output: BacklogView };
  /** Needs Browse on the issue only. */
  'backlog.keep': { input: z.input<typeof ItemRef>; output: BacklogView };
  'backlog.judge': { input: z.input<typeof JudgeSuggestion>; output: { readonly noted: true } };
  'backlog.proposeObsolete': { input: z.input<typeof ProposeObsolete>; output: { readonly proposed: true } | { readonly proposed: false; readonly why: Sentence } };
  'backlog.previewUndo': { input: z.input<typeof UndoScope>; output: { readonly rows: readonly UndoPreviewRow[] } };
  'backlog.undo': { input: z.input<typeof UndoScope>; output: { readonly rows: readonly UndoPreviewRow[] } };
  'backlog.acceptReopen': { input: z.input<typeof ItemRef>; output: BacklogView };
  'backlog.makeCall': { input: z.input<typeof MakeCall>; output: CallRow };
}

export const CLOSING_ENDPOINTS = ['closing.banner', 'closing.keep', 'closing.previewUndo', 'closing.undo'] as const;
/** Endpoints of the panel's banner: the issue comes from the platform's context. Keeping needs Browse, undoing needs Edit. */
export interface ClosingEndpoints {
  'closing.banner': { input: Record<string, never>; output: BannerView };
  'closing.keep': { input: Record<string, never>; output: BannerView };
  'closing.previewUndo': { input: Record<string, never>; output: { readonly rows: readonly UndoPreviewRow[] } };
  'closing.undo': { input: Record<string, never>; output: BannerView };
}
