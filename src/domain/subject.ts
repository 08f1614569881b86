import type { Json } from './json';
import type { IsoTime } from './time';

/** Somebody who asks what we hold of them: by the id their source gives them, by their e-mail address, or as a whole account. */
export interface Subject {
  readonly kind: 'author' | 'e-mail' | 'account';
  readonly text: string;
}

/** A signal of theirs; its words are read only when they are exported. */
export interface SubjectSignal {
  readonly product: string;
  readonly signal: string;
  readonly source: string;
  readonly at: IsoTime;
}

/** The same number, given by somebody else: another person. */
export interface AlikeId {
  readonly id: string;
  /** Where they spoke; empty where only documents of ours name them. */
  readonly sources: readonly string[];
  readonly signals: number;
}

/** A document of ours that names them. */
export interface HeldDocument {
  readonly table: string;
  readonly document: Json;
}

/** A Jira account that we keep the id of, and since when at the latest. */
export interface KeptAccountId {
  readonly accountId: string;
  readonly updatedAt: IsoTime;
}
