import type { IsoTime } from './time';

/** What was true of an account from a moment on, until the next such moment. */
export interface AccountFacts {
  readonly account: string;
  readonly from: IsoTime;
  readonly plan?: string;
  readonly segment?: string;
  readonly state?: string;
  /** A year, in `currency`. */
  readonly revenue?: number;
  readonly currency?: string;
}

export interface Account {
  readonly id: string;
  readonly name: string;
}

/** By what a signal's account is found: its source's own id of the organisation, or the domain of its author's address. */
export type AccountHintKind = 'organisation' | 'domain';

export interface AccountHint {
  readonly kind: AccountHintKind;
  readonly text: string;
  /** Organisations: whose id it is. Absent: whoever says it. A domain is nobody's own. */
  readonly source?: string;
}

/** A hint means this account. `person`: an admin said so, which no list of a source overrules. */
export interface AccountRule extends AccountHint {
  readonly account: string;
  readonly by: 'person' | 'list';
  readonly madeAt: IsoTime;
}

/** Whose a signal is, as its source told it, and what came of it. */
export interface SignalOriginRow {
  readonly signal: string;
  readonly source: string;
  readonly organisation?: string;
  readonly domain?: string;
  /** Absent: the account is unknown. */
  readonly account?: string;
}

/** A hint that leads to no account, with how much hangs on it. */
export interface UnknownAccount extends AccountHint {
  readonly signals: number;
}

/** What was true at a moment; undefined before the first thing that is known, never guessed backwards. */
export function factsAt(facts: readonly AccountFacts[], at: IsoTime): AccountFacts | undefined {
  let best: AccountFacts | undefined;
  for (const one of facts) if (one.from <= at && (best === undefined || one.from > best.from)) best = one;
  return best;
}
