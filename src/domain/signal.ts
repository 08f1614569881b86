import type { IsoTime } from './time';
import type { VisibilityClass } from './visibility';

/** `said`: words. `did`: a drop-off, a churn, a feature used or no longer used; counted by account and day, without text. */
export type SignalKind = 'said' | 'did';

/** One thing one customer said or did, once. An edit at the source makes a new version; the newest wins. */
export interface Signal {
  /** Ours and stable: `<source>:<external id>`. */
  readonly id: string;
  /** The connection it came through, e.g. `support-forum`. */
  readonly source: string;
  /** The source's own id, unique within the source. */
  readonly externalId: string;
  readonly at: IsoTime;
  readonly kind: SignalKind;
  readonly title?: string;
  /** The customer's own words. Never an agent's, never an automated text. */
  readonly text?: string;
  /** For `did`: what happened, e.g. `feature-used:export`. */
  readonly event?: string;
  /** The source's own id of the author, never a name. */
  readonly author?: string;
  readonly account?: string;
  /** BCP 47, e.g. `en-US`. */
  readonly locale?: string;
  readonly url?: string;
  readonly rating?: number;
  /** Likes of what was said: how many others agreed there. No money, and no customers of ours. */
  readonly reactions?: number;
  /** Revenue or count that came with the event, in the source's unit. */
  readonly value?: number;
  readonly status?: string;
  /** Product version the customer named or the source recorded. */
  readonly version?: string;
  readonly visibility: VisibilityClass;
}

/** A signal with words, as the engine reads it. */
export interface SaidSignal extends Signal {
  readonly kind: 'said';
  readonly text: string;
}

export function isSaid(signal: Signal): signal is SaidSignal {
  return signal.kind === 'said' && signal.text !== undefined;
}

export function signalId(source: string, externalId: string): string {
  return `${source}:${externalId}`;
}
