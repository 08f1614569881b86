import type { Decision, EvidenceSnapshot } from '../domain/decision';
import type { AccountFacts } from '../domain/account';
import { customerKey } from '../domain/customer';
import { countVoices } from '../domain/echoes';
import type { Signal } from '../domain/signal';
import type { IsoTime } from '../domain/time';
import { NO_WORTH, yearlyWorth, type YearlyWorth } from '../domain/yearly-worth';

/** One signal behind a subject, as far as counting needs it: its words tell who only repeats another. */
export interface Ask extends Pick<Signal, 'id' | 'at' | 'account' | 'author' | 'title' | 'text'> {
  /** By a person, on the very issue. */
  readonly isConfirmed?: boolean;
}

export interface ReAsked {
  /** New customers since the decision; or what the new accounts pay a year, in the currency in which that is most. */
  readonly since: number;
  /** Where the trigger waits for revenue: what is known of it, and of how many customers nothing is. */
  readonly worth?: YearlyWorth;
  /** What the trigger waits for; undefined when there is none. */
  readonly of: number | undefined;
  readonly isReached: boolean;
  readonly signals: readonly string[];
}

/** The evidence as it stands, frozen: counts and ids. */
export function snapshotOf(asks: readonly Ask[], at: IsoTime): EvidenceSnapshot {
  return {
    at,
    customers: voices(asks),
    signals: asks.length,
    signalIds: asks.map((ask) => ask.id).sort(),
  };
}

/** Signals that were not among those it was decided on, from customers who had not asked then. A late-read one counts although it is older: the decider had not seen it. */
export function freshAsks(decision: Decision, asks: readonly Ask[]): readonly Ask[] {
  const known = new Set(decision.snapshot.signalIds);
  const before = new Set(asks.filter((ask) => known.has(ask.id)).map(customerKey));
  return asks.filter((ask) => !known.has(ask.id) && !before.has(customerKey(ask)));
}

/**
 * How often a refused wish came back, in new customers or in what they pay a year. An unknown revenue brings nothing back, and is said.
 * @param factsOf of the accounts that asked anew; needed where the trigger waits for revenue
 */
export function reAsked(decision: Decision, asks: readonly Ask[], factsOf: ReadonlyMap<string, readonly AccountFacts[]> = new Map()): ReAsked {
  const fresh = freshAsks(decision, asks);
  const { trigger } = decision;
  const signals = fresh.map((ask) => ask.id);
  if (trigger?.kind === 'value') {
    const worth = fresh.length === 0 ? NO_WORTH : yearlyWorth(fresh, factsOf);
    const since = worth.sums[0]?.amount ?? 0;
    return { since, worth, of: trigger.amount, isReached: since >= trigger.amount, signals };
  }
  // Who only repeats what was known when it was decided is no new voice.
  const known = new Set(decision.snapshot.signalIds);
  const before = asks.filter((ask) => known.has(ask.id));
  const since = Math.max(0, voices([...before, ...fresh]) - voices(before));
  return { since, of: trigger?.count, isReached: trigger !== undefined && since >= trigger.count, signals };
}

function voices(asks: readonly Ask[]): number {
  return countVoices(asks, new Set(asks.flatMap((ask) => (ask.isConfirmed === true ? [ask.id] : []))));
}
