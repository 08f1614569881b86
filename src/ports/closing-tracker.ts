import type { BeforeState, KnownPath, Sight, Transition } from '../domain/sweep';
import type { IssueProperties } from '../domain/issue-properties';

/** A document of Jira's rich text, from our own builder only. */
export interface AdfDocument {
  readonly version: 1;
  readonly type: 'doc';
  readonly content: readonly AdfBlock[];
}
export type AdfBlock =
  | { readonly type: 'paragraph'; readonly content: readonly AdfInline[] }
  | { readonly type: 'bulletList'; readonly content: readonly { readonly type: 'listItem'; readonly content: readonly AdfBlock[] }[] };
export interface AdfInline {
  readonly type: 'text';
  readonly text: string;
  readonly marks?: readonly AdfMark[];
}
export type AdfMark = { readonly type: 'strong' } | { readonly type: 'link'; readonly attrs: { readonly href: string } };

/** What an undo puts back by editing; only the fields that differ. */
export type FieldEdits = Partial<Pick<BeforeState, 'assignee' | 'labels' | 'fixVersions'>> & {
  /** Empties the assignee. */
  readonly unassign?: true;
  /** Empties the resolution. */
  readonly clearResolution?: true;
};

/**
 * Jira, as closing needs it: as the app, one issue at a time. Reads throw TrackerFailure or TrackerRateLimited; they never answer "nothing".
 * Writes throw WriteRefused when nothing happened and AnswerLost when nobody knows.
 */
export interface ClosingTracker {
  /** `https://…` of the site, for links in our comments. */
  fetchSiteUrl(): Promise<string>;
  /** A fresh read with everything that can protect the item, its status history and what people did since `since`. */
  fetchItem(issue: string): Promise<Sight>;
  /** Transitions open to the app from the issue's present status. */
  fetchTransitions(issue: string): Promise<readonly Transition[]>;
  /** Ways known to exist in the workflow of this issue; what is not listed is not known, not impossible. */
  fetchKnownPaths(issue: string): Promise<readonly KnownPath[]>;
  /** Fields that the app may edit on this issue now. */
  fetchEditableFields(issue: string): Promise<ReadonlySet<string>>;
  /** Open issues that a person linked as duplicates of another, with that other. */
  fetchDuplicates(projects: readonly string[]): Promise<readonly { readonly issue: string; readonly of: string; readonly ofKey: string; readonly ofIsOpen: boolean }[]>;
  /** Issues that look closed by us, for the daily comparison: a hint to look closer, never a fact. */
  fetchLikelyOurs(projects: readonly string[]): Promise<readonly string[]>;
  /** The id of our comment that carries this operation. */
  findComment(issue: string, op: string): Promise<string | undefined>;
  /** Writes a comment that carries the operation in a property of its own. */
  addComment(issue: string, body: AdfDocument, op: string): Promise<string>;
  /** Notes on the issue that an operation is under way. Anyone who can edit can change it: it is never read to decide. */
  saveMarker(issue: string, marker: { readonly op: string; readonly fence: number }): Promise<void>;
  /** Once. Carries the operation into the issue's history. */
  transition(issue: string, step: { readonly transition: string; readonly resolution?: string; readonly op: string }): Promise<void>;
  editFields(issue: string, edits: FieldEdits, op: string): Promise<void>;
  putInSprint(issue: string, sprint: string): Promise<void>;
  /** Gives the issue its place back, in front of the issue that now follows that rank. */
  restoreRank(issue: string, rank: string): Promise<void>;
  /** The properties that JQL finds. */
  saveProperties(issue: string, properties: IssueProperties): Promise<void>;
}
