import type { EngineShelf } from '../domain/engine-shelf';
import type { Link } from '../domain/evidence';
import type { Assignment } from '../domain/theme';
import type { IsoTime } from '../domain/time';
import type { IssueDigest } from './stores';

/** A signal or an issue that was looked at since the whole run, as it was then. */
export interface LookedAt {
  readonly kind: 'signal' | 'issue';
  readonly id: string;
  /** What it was (see `markOf`); `gone` for what is no more. */
  readonly mark: string;
  /** Issues in whose lists the signal stands; signals in the list of the issue. */
  readonly beside: readonly string[];
  /** The whole run did not know it: its theme is for the time being. */
  readonly isNew: boolean;
}

/** What changed in the current run because something arrived. */
export interface Increment {
  readonly digests: readonly IssueDigest[];
  /** All links of the signals that were looked at. */
  readonly links: readonly Link[];
  /** Of signals without a place; one that has a place keeps it. */
  readonly assignments: readonly Assignment[];
  readonly lookedAt: readonly LookedAt[];
  /** Issues from which nothing may be derived any more: their lists, their links and their part of themes go. */
  readonly forgotten: readonly string[];
}

/** What lets arrivals be linked between two whole runs. Everything here belongs to one run, named by when it was computed, and goes with it. */
export interface IncrementStore {
  saveShelf(product: string, computedAt: IsoTime, shelf: EngineShelf): Promise<void>;
  /** Undefined when there is none, or it was never written whole. */
  findShelf(product: string, computedAt: IsoTime): Promise<EngineShelf | undefined>;
  listLookedAt(product: string, computedAt: IsoTime): Promise<readonly LookedAt[]>;
  /**
   * Writes into the current run: what is forgotten first, what was looked at last. Stopped in between and done again it comes to the same.
   * Sets visibility classes as `saveRun` does. @throws StoreUnavailable when the run is no longer current
   */
  saveIncrement(product: string, computedAt: IsoTime, increment: Increment): Promise<void>;
  /** From now on the current run speaks for so many signals. */
  countSignals(product: string, computedAt: IsoTime, signals: number): Promise<void>;
  /** Removes what belongs to runs before the current one. */
  removeOld(product: string, current: IsoTime): Promise<void>;
}
