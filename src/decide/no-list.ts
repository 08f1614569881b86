import type { Decision, EvidenceSnapshot } from '../domain/decision';
import type { IsoTime } from '../domain/time';

/** One signal behind a subject, as far as counting needs it. */
export interface Ask {
  readonly signal: string;
  readonly at: IsoTime;
  readonly customer: string;
  readonly value: number;
}

export interface ReAsked {
  /** New customers (or new value) since the decision. */
  readonly since: number;
  /** What the trigger waits for; undefined when there is none. */
  readonly of: number | undefined;
  readonly isReached: boolean;
  readonly signals: readonly string[];
}

/** The evidence as it stands, frozen: counts and ids. */
export function snapshotOf(asks: readonly Ask[], at: IsoTime): EvidenceSnapshot {
  return {
    at,
    customers: new Set(asks.map((ask) => ask.customer)).size,
    signals: asks.length,
    value: asks.reduce((sum, ask) => sum + ask.value, 0),
    signalIds: asks.map((ask) => ask.signal).sort(),
  };
}

/**
 * How often a refused wish came back: signals that were not among those it was decided on, from customers who had not asked then.
 * A late-read signal counts although it is older than the decision: the decider had not seen it.
 */
export function reAsked(decision: Decision, asks: readonly Ask[]): ReAsked {
  const known = new Set(decision.snapshot.signalIds);
  const before = new Set(asks.filter((ask) => known.has(ask.signal)).map((ask) => ask.customer));
  const fresh = asks.filter((ask) => !known.has(ask.signal) && !before.has(ask.customer));
  const { trigger } = decision;
  const since = trigger?.kind === 'value' ? fresh.reduce((sum, ask) => sum + ask.value, 0) : new Set(fresh.map((ask) => ask.customer)).size;
  const of = trigger === undefined ? undefined : trigger.kind === 'value' ? trigger.amount : trigger.count;
  return { since, of, isReached: of !== undefined && since >= of, signals: fresh.map((ask) => ask.signal) };
}
