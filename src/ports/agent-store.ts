import type { AgentSettings, Budget, MicroDollars, Spend } from '../domain/agent-settings';
import type { KeptBrief } from '../domain/evidence-brief';
import type { NotAnalysed, SignalReading } from '../domain/reading';
import type { IsoTime } from '../domain/time';
import type { LabelStore } from './label-store';
import type { VectorStore } from './vector-store';
import type { WordingStore } from './wording-store';

/** A promise against the month's budget, made before the question is asked. */
export interface Hold {
  readonly id: string;
  readonly product: string;
  readonly month: string;
  readonly tokens: number;
  readonly money: MicroDollars;
}

/** A signal that is to be read, and with which issues. */
export interface ReadingTask {
  readonly signal: string;
  readonly hash: string;
  readonly issues: readonly string[];
  /** Code units to read: the shortest go first. */
  readonly size: number;
}

/** How many signals stand where. */
export interface ReadingProgress {
  readonly read: number;
  readonly waiting: number;
  /** Not analysed, by why. */
  readonly parked: Readonly<Partial<Record<NotAnalysed, number>>>;
}

/** What the agent keeps. Every read throws StoreUnavailable when it cannot be answered. */
export interface AgentStore extends VectorStore, LabelStore, WordingStore {
  findSettings(product: string): Promise<AgentSettings | undefined>;
  saveSettings(settings: AgentSettings): Promise<void>;

  /** Takes the promise when spend, promises and this one stay within the budget; false when they would not. At once for all who ask. */
  hold(hold: Hold, budget: Budget): Promise<boolean>;
  /** Turns a promise into what it really cost. A promise that was settled before is left alone. */
  settle(hold: Hold, cost: { readonly tokens: number; readonly money: MicroDollars }): Promise<void>;
  findSpend(product: string, month: string): Promise<Spend>;

  findReply(key: string): Promise<string | undefined>;
  /** @param about the signal or issue the reply is about: forgotten with it */
  saveReply(product: string, key: string, body: string, about: string): Promise<void>;

  /**
   * Puts signals in the line. One with the same hash that is waiting, asked, read or parked stays as it is; with another hash it waits again.
   */
  queueReadings(product: string, tasks: readonly ReadingTask[]): Promise<void>;
  /** Removes from the line what is no longer wanted and was not begun. */
  dropWaiting(product: string, keep: ReadonlySet<string>): Promise<void>;
  /** The shortest that wait. */
  nextReadings(product: string, limit: number): Promise<readonly ReadingTask[]>;
  /** Marks one as asked; false when somebody else has it or it is no longer waiting. From here on it is never asked again by itself. */
  takeReading(product: string, task: ReadingTask, at: IsoTime): Promise<boolean>;
  /** Back in the line: nothing was paid. */
  returnReading(product: string, task: ReadingTask): Promise<void>;
  saveReading(product: string, reading: SignalReading): Promise<void>;
  park(product: string, task: Pick<ReadingTask, 'signal' | 'hash'>, why: NotAnalysed): Promise<void>;
  /** Those asked before `before` whose answer never came: parked as `answer-lost`. Answers how many. */
  parkLost(product: string, before: IsoTime): Promise<number>;
  /** A person wants what was parked to be read again. Answers how many wait now. */
  readAgain(product: string): Promise<number>;
  listReadings(product: string, signals: readonly string[]): Promise<readonly SignalReading[]>;
  progress(product: string): Promise<ReadingProgress>;

  /** What came of the last asking for a brief on an issue. */
  findBrief(issue: string): Promise<KeptBrief | undefined>;
  saveBrief(brief: KeptBrief): Promise<void>;
  /** As if it had never been asked for. */
  dropBrief(issue: string): Promise<void>;
  /** Forgets what is derived from these signals, vectors, and the briefs, names and wordings made of them, included. */
  forgetSignals(product: string, signals: readonly string[]): Promise<void>;
}
