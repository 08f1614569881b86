import type { AdverseTheme, Confirmation, Outcome, OutcomeContract, ReadOut } from '../domain/outcome';
import type { Signal } from '../domain/signal';
import type { IsoTime } from '../domain/time';
import type { Page } from './stores';

/** A signal without its words: all that counting needs. `theme` is that of the last complete run. */
export interface Moment extends Pick<Signal, 'source' | 'at' | 'kind' | 'event' | 'author' | 'account' | 'version' | 'visibility'> {
  readonly signal: string;
  readonly theme?: string;
}

/** An outcome with the signals behind its two numbers. */
export interface JudgedOutcome {
  readonly outcome: Outcome;
  readonly members: { readonly before: readonly string[]; readonly after: readonly string[] };
}

/** Which read-out of which promise. */
export interface OutcomeKey {
  readonly contract: string;
  readonly issue: string;
  /** `measureKey` of the measure. */
  readonly measure: string;
  readonly readOut: ReadOut;
}

/** What is kept of releases' outcomes. Snapshots: ids and numbers, never text. */
export interface OutcomeStore {
  /** The newest version of a contract wins; its edits log says what changed. */
  saveContract(contract: OutcomeContract): Promise<void>;
  findContract(id: string): Promise<OutcomeContract | undefined>;
  /** Newest release first. */
  listContracts(product: string): Promise<readonly OutcomeContract[]>;
  /** Replaces the outcomes of the same keys, with their lists; a release's promises in a handful of statements. */
  saveOutcomes(product: string, judged: readonly JudgedOutcome[]): Promise<void>;
  /** Of one contract, or of all contracts of the product. */
  listOutcomes(product: string, contract?: string): Promise<readonly Outcome[]>;
  outcomesOfIssue(product: string, issue: string): Promise<readonly Outcome[]>;
  /** The list behind a number, in the order of the signals' ids, at most 500 a page. */
  pageMembers(product: string, key: OutcomeKey, window: 'before' | 'after', after: string | undefined): Promise<Page<string>>;
  /** Saying the same twice counts once. */
  saveConfirmation(product: string, confirmation: Confirmation): Promise<void>;
  listConfirmations(product: string, contract: string): Promise<readonly Confirmation[]>;
  /** The first flag of a theme after a release stays. */
  saveAdverse(product: string, adverse: AdverseTheme): Promise<void>;
  /** Of one contract, or of all contracts of the product. */
  listAdverse(product: string, contract?: string): Promise<readonly AdverseTheme[]>;
  /** What customers were seen doing, by name; at most 200. */
  listEvents(product: string): Promise<readonly string[]>;
  /** All live signals said or done since `from`, ordered by signal id, without their words. */
  pageMoments(product: string, from: IsoTime, after: string | undefined, limit: number): Promise<Page<Moment>>;
}
