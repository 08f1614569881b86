import type { IsoTime } from './time';

/** What somebody says was true of an account from a moment on, until they say otherwise. */
export interface AccountFacts {
  readonly account: string;
  readonly from: IsoTime;
  /** The connection that says so. Absent: a list that a person handed in. */
  readonly source?: string;
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

/** What a domain means that several organisations of one source claim: an address alone says none of them. */
export const NOBODYS = '';

/** A hint means this account (`NOBODYS`: none). `person`: an admin said so, which no list of a source overrules. */
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
