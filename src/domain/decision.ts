import type { IsoTime } from './time';

export type Call = 'build' | 'not-now' | 'no';

export type DecisionSubject = { readonly kind: 'issue'; readonly id: string } | { readonly kind: 'theme'; readonly id: string };

/** What brings a refused wish back: this many new customers, or so much that new accounts pay a year, in one currency. */
export type RevisitTrigger = { readonly kind: 'customers'; readonly count: number } | { readonly kind: 'value'; readonly amount: number };

/** The evidence when it was decided: counts and signal ids, never text. */
export interface EvidenceSnapshot {
  readonly at: IsoTime;
  readonly customers: number;
  readonly signals: number;
  /** Ids of the signals it rested on: what came later is what is not among them. */
  readonly signalIds: readonly string[];
}

/** A hard call, with what it rested on and when to think again. */
export interface Decision {
  readonly id: string;
  readonly product: string;
  readonly subject: DecisionSubject;
  readonly call: Call;
  /** Jira account id. */
  readonly by: string;
  readonly at: IsoTime;
  readonly reason: string;
  readonly snapshot: EvidenceSnapshot;
  readonly trigger?: RevisitTrigger;
  /** The decision that took its place. */
  readonly replacedBy?: string;
}
