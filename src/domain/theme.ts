import type { IsoTime } from './time';
import type { VisibilityClass } from './visibility';

/** Where a theme came from and what it became: ids survive a re-run, lineage says why one did not. */
export interface ThemeLineage {
  readonly event: 'born' | 'split-from' | 'merged-into' | 'renamed' | 'merged' | 'split' | 'moved';
  readonly at: IsoTime;
  readonly by: 'engine' | 'person';
  readonly other?: string;
}

/** A group of signals about one need. */
export interface Theme {
  readonly id: string;
  readonly label: string;
  /** A person's label is never changed by the engine. */
  readonly labelAuthor: 'engine' | 'person' | 'model';
  /** A person touched it: its members and label change only by hand or by new arrivals. */
  readonly frozen: boolean;
  readonly signals: number;
  /** Of these, the ones whose words anyone may see. Set by the store; absent on what the engine just made. */
  readonly openSignals?: number;
  /** Signal ids chosen to represent it, best first. */
  readonly exemplars: readonly string[];
  readonly terms: readonly string[];
  readonly lineage: readonly ThemeLineage[];
}

/** A signal's place: a theme, or unassigned (`theme` undefined), which is a first-class state. */
export interface Assignment {
  readonly signal: string;
  readonly theme?: string;
  /** Cosine to the theme's centroid, 0..1. */
  readonly fit: number;
  /** The signal's class. Set by the store; absent on what the engine just made. */
  readonly visibility?: VisibilityClass;
}
