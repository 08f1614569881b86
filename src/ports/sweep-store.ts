import type { Policy } from '../domain/policy';
import type { Batch, Breaker, ItemState, Mark, SweepItem } from '../domain/sweep';
import type { Standing, Verdict } from '../domain/verdict';
import type { IssueProperties } from '../domain/issue-properties';
import type { IsoTime } from '../domain/time';

/** Signals of one source, counted by when they were said. */
export interface SourceVolume {
  readonly source: string;
  /** Signals in the last 7 days, the 28 before those, the last 28, and the 112 before those. */
  readonly last7: number;
  readonly before28: number;
  readonly last28: number;
  readonly before112: number;
}

/** Two admins, or one and time: who asked for unattended closing. */
export interface LiveApproval {
  readonly by: string;
  readonly at: IsoTime;
  readonly policyVersion: number;
  /** There was nobody else to ask: seven days stand in for the second yes. */
  readonly isSoleAdmin: boolean;
}

/** Where sweeps live between runs. Every read throws StoreUnavailable when it cannot be answered; callers stop closing then. */
export interface SweepStore {
  findPolicy(product: string): Promise<Policy | undefined>;
  savePolicy(product: string, policy: Policy): Promise<void>;
  listApprovals(product: string): Promise<readonly LiveApproval[]>;
  saveApproval(product: string, approval: LiveApproval): Promise<void>;
  /** The site's kill switch. */
  isStopped(): Promise<boolean>;
  saveStopped(stopped: boolean): Promise<void>;
  findBreaker(product: string): Promise<Breaker>;
  saveBreaker(product: string, breaker: Breaker): Promise<void>;
  /** A lease with a fencing number that grows; undefined while another holds it. */
  takeLease(name: string, now: IsoTime, seconds: number): Promise<number | undefined>;
  holdsLease(name: string, fence: number, now: IsoTime): Promise<boolean>;
  releaseLease(name: string, fence: number): Promise<void>;
  saveBatch(batch: Batch): Promise<void>;
  listBatches(product: string, limit: number): Promise<readonly Batch[]>;
  /** Inserts; an item whose id is there already is left as it is. */
  addItem(item: SweepItem): Promise<void>;
  /** Replaces the row whose revision is one below. @throws ItemChanged */
  saveItem(item: SweepItem): Promise<void>;
  findItem(id: string): Promise<SweepItem | undefined>;
  listItems(product: string, states: readonly ItemState[]): Promise<readonly SweepItem[]>;
  listItemsOfIssue(issue: string): Promise<readonly SweepItem[]>;
  saveMark(mark: Mark): Promise<void>;
  listMarks(product: string): Promise<readonly Mark[]>;
  marksOfIssue(issue: string): Promise<readonly Mark[]>;
  /** Replaces the verdicts of these issues. */
  saveVerdicts(product: string, verdicts: readonly Verdict[]): Promise<void>;
  listVerdicts(product: string): Promise<readonly Verdict[]>;
  findVerdict(issue: string): Promise<Verdict | undefined>;
  /** How the open items stood at the last judging, as one record. */
  saveStanding(product: string, standing: Standing): Promise<void>;
  findStanding(product: string): Promise<Standing | undefined>;
  /** What was last published to Jira, so that only changes are written. */
  listPublished(product: string): Promise<Readonly<Record<string, IssueProperties>>>;
  savePublished(product: string, issue: string, properties: IssueProperties): Promise<void>;
  /** Signals with words, live: what an engine run must have looked at. */
  countSaid(product: string): Promise<number>;
  countVolumes(product: string, now: IsoTime): Promise<readonly SourceVolume[]>;
}
