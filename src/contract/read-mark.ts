import type { NeedKind, Severity, Stance } from '../domain/reading';

/** What the agent read of one signal by itself, apart from what the engine found and people decided. Absent: it was not read. */
export interface ReadMark {
  readonly kind: NeedKind;
  readonly severity: Severity;
  /** The need in the agent's words, with the customer's literal words that carry it. */
  readonly need?: { readonly text: string; readonly words: string };
  /** To the issue of the list; absent where it was not read with it. `unproven`: it rested on words that are not there. */
  readonly stance?: Stance | 'unproven';
}

/** What the agent read of many signals. */
export interface ReadKinds {
  /** Signals looked through for readings: all, up to a few thousand. */
  readonly looked: number;
  readonly read: number;
  readonly kinds: Readonly<Record<NeedKind, number>>;
}
