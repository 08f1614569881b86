import type { Issue, StatusCategory } from './issue';
import type { Judgement, Listening } from './verdict';
import type { FallbackOffer } from './policy';
import type { IsoTime } from './time';

/** A positive reason to close. Silence alone is not one: `no-support` needs coverage and searchability proven. */
export type CloseGround =
  | { readonly kind: 'no-support'; readonly read: number; readonly since: IsoTime }
  | { readonly kind: 'shipped'; readonly release: string; readonly releaseName: string; readonly releasedAt: IsoTime; readonly how: 'listed' | 'fix-version' | 'obsolete' }
  | { readonly kind: 'duplicate'; readonly of: string; readonly ofKey: string };

/** Something a person (never our app) did on an issue. */
export interface HumanAct {
  readonly at: IsoTime;
  readonly what: 'comment' | 'change' | 'worklog';
}

/** One move between statuses in the issue's own history. */
export interface StatusMove {
  readonly id: string;
  readonly at: IsoTime;
  readonly byApp: boolean;
  readonly fromStatus: string;
  readonly toStatus: string;
  /** The operation our app wrote into the history entry, where Jira kept it. */
  readonly op?: string;
}

export interface ItemLink {
  readonly kind: 'duplicates' | 'duplicated-by' | 'blocks' | 'blocked-by' | 'other';
  readonly issue: string;
  readonly key: string;
  readonly isOpen: boolean;
}

/** An issue read a moment ago, with everything that protects it. `issue.status` is the status name; ids stand beside it. */
export interface FreshItem {
  readonly issue: Issue;
  readonly statusId: string;
  readonly projectKind: 'software' | 'service' | 'other';
  readonly hasSecurityLevel: boolean;
  readonly secondsLogged: number;
  readonly hasDevelopment: boolean;
  readonly openChildren: number;
  readonly links: readonly ItemLink[];
  readonly fixVersionsReleased: boolean;
  readonly sprintId?: string;
  /** Jira's rank text; compare only. */
  readonly rank?: string;
  readonly acts: readonly HumanAct[];
  readonly moves: readonly StatusMove[];
  readonly canTransition: boolean;
}

/** What a fresh read found. An issue we may not see is not an issue that is gone. */
export type Sight = { readonly kind: 'seen'; readonly item: FreshItem } | { readonly kind: 'not-visible' };

export interface WorkflowStatus {
  readonly id: string;
  readonly name: string;
  readonly category: StatusCategory;
}

/** A transition open to the app from the issue's present status. */
export interface Transition {
  readonly id: string;
  readonly to: WorkflowStatus;
  /** Resolutions that its screen lets us choose; absent when the screen has no resolution. */
  readonly resolutions?: readonly string[];
  /** Required fields without a default, other than the resolution. */
  readonly requires: readonly string[];
}

/** A way between two statuses known to exist in the issue's workflow. */
export interface KnownPath {
  readonly from: WorkflowStatus;
  readonly to: WorkflowStatus;
  /** Taking it empties the resolution; absent when that is not known. */
  readonly clearsResolution?: boolean;
}

/** Fields an undo brings back. */
export type RestorableField = 'status' | 'resolution' | 'assignee' | 'labels' | 'fixVersions' | 'sprint' | 'rank';

/** What undo may not bring back, said before the close. */
export interface Loss {
  readonly field: RestorableField;
  readonly why: 'no-way-back-to-status' | 'workflow-keeps-resolution' | 'field-not-editable' | 'sprint-may-end' | 'rank-not-kept' | 'workflow-changed';
  /** Where it would land instead, for a status. */
  readonly instead?: string;
}

/** How an item would be closed and brought back; decided before the notice. */
export interface WayThrough {
  readonly transition: Transition;
  /** Absent when the workflow closes by status alone. */
  readonly resolution?: string;
  readonly honesty: 'own-resolution' | 'accepted-fallback';
  readonly back: WorkflowStatus;
  readonly losses: readonly Loss[];
}

/** The fields as they were, so that an undo can bring them back. Ids, never a customer's words. */
export interface BeforeState {
  readonly status: WorkflowStatus;
  readonly resolution?: string;
  readonly assignee?: string;
  readonly labels: readonly string[];
  readonly fixVersions: readonly string[];
  readonly sprintId?: string;
  readonly rank?: string;
  readonly votes: number;
  readonly watchers: number;
}

export type ItemState =
  | 'proposed'
  | 'approved'
  | 'noticing'
  | 'noticed'
  | 'kept'
  | 'cancelled'
  | 'withdrawn'
  | 'parked'
  | 'closing'
  | 'closed'
  | 'undoing'
  | 'undone'
  | 'reopened-by-evidence'
  | 'reopened-by-person';

export const EVERY_STATE: readonly ItemState[] = [
  'proposed', 'approved', 'noticing', 'noticed', 'kept', 'cancelled', 'withdrawn', 'parked', 'closing', 'closed', 'undoing', 'undone',
  'reopened-by-evidence', 'reopened-by-person',
];

/** One item's way through a sweep, from proposal to close and back. */
export interface SweepItem {
  /** `<batch>:<issue>`: also names the notice. */
  readonly id: string;
  readonly batch: string;
  readonly product: string;
  readonly issue: string;
  readonly key: string;
  readonly project: string;
  readonly ground: CloseGround;
  readonly judgement: Judgement;
  readonly listening: Listening;
  /** Digest over the evidence and coverage it was judged on. */
  readonly evidenceHash: string;
  readonly nearestTheme?: string;
  readonly policyVersion: number;
  readonly state: ItemState;
  /** Grows with each change; a writer that saw an older one is refused. */
  readonly revision: number;
  readonly proposedAt: IsoTime;
  readonly approvedBy?: string;
  readonly unattended: boolean;
  readonly noticedAt?: IsoTime;
  readonly closeAfter?: IsoTime;
  readonly before?: BeforeState;
  /** The fields right after the close: what differs from them later was changed by a person and is left alone. */
  readonly after?: BeforeState;
  readonly losses: readonly Loss[];
  readonly closedAt?: IsoTime;
  readonly closeOp?: string;
  /** The run that closed it. */
  readonly run?: string;
  /** When a write to Jira was last sent: until it has surely arrived or failed, nothing is sent again. */
  readonly triedAt?: IsoTime;
  /** How often the close was started: each attempt is an operation of its own. */
  readonly attempts: number;
  /** Why it stands where it stands, as a reason id. */
  readonly note?: string;
  /** New signals that ask for it to come back. */
  readonly reopenSignals?: readonly string[];
}

/** Proposals of one week for one product. */
export interface Batch {
  readonly id: string;
  readonly product: string;
  readonly plannedAt: IsoTime;
  readonly policyVersion: number;
  /** Open items looked at, and how many were left alone for which reason. */
  readonly looked: number;
  readonly leftAlone: Readonly<Record<string, number>>;
  /** Items that could have been proposed, of which the batch holds the first. */
  readonly candidates: number;
  readonly points: number;
  /** Where the workflow does not know our resolution: how it would close instead, for a person to accept. Absent when that did not come up. */
  readonly offers?: readonly FallbackOffer[];
}

/** `keep`: a person wants it open, for a time. `hands-off`: a person took it back from us, for good. */
export interface Mark {
  readonly issue: string;
  readonly product: string;
  readonly kind: 'keep' | 'hands-off';
  readonly until?: IsoTime;
  readonly by: string;
  readonly at: IsoTime;
}

export type Breaker =
  | { readonly kind: 'shut'; readonly armed?: { readonly by: string; readonly at: IsoTime; readonly reason: string } }
  | { readonly kind: 'open'; readonly reason: BreakerReason; readonly at: IsoTime };

export type BreakerReason =
  | 'too-many-undone'
  | 'two-undone-in-one-run'
  | 'wrong-close'
  | 'too-many-candidates'
  | 'source-unhealthy'
  | 'ledger-differs'
  | 'transition-errors'
  | 'unreadable';
