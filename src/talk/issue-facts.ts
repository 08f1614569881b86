import type { CoverageState } from '../domain/coverage';
import type { Citation } from '../domain/evidence';
import type { CustomerUnit } from '../domain/customer';
import type { ReviewAnswer } from '../domain/prototype';
import type { Signal } from '../domain/signal';
import type { IsoTime } from '../domain/time';

/** A customer's words about an issue, as far as they may be shown. */
export interface HeardSignal {
  readonly signal: Signal;
  readonly standing: 'confirmed' | 'suggested';
  /** The engine's span, where it found one. */
  readonly citation?: Citation;
}

/** What is known about an issue when somebody wants to build, show or decide. Read once; everything below is made from it. */
export interface IssueFacts {
  readonly issue: { readonly id: string; readonly key: string; readonly summary: string; readonly type?: string; readonly description?: string };
  /** Who speaks for it: confirmed first, then suggested, best first. Only what this reader may read. */
  readonly heard: readonly HeardSignal[];
  /** Who speaks for it. Numbers may count more than can be read. */
  readonly counts: { readonly unit: CustomerUnit; readonly confirmed: number; readonly suggested: number };
  /** Customers of its evidence who are not among those who speak for it: they say otherwise, or a model read that they mean something else. */
  readonly leftOut: number;
  /** Signals that say otherwise, with the sentence that does. */
  readonly otherwise: readonly { readonly signal: Signal; readonly citation?: Citation }[];
  /** Of the signals in `heard`, how many a model read for and against this issue. */
  readonly readForAgainst: number;
  /** Signals below the bar, for judging claims. */
  readonly possible: readonly Signal[];
  readonly theme?: { readonly id: string; readonly label: string };
  readonly reviews: readonly { readonly answer: ReviewAnswer; readonly person?: string; readonly signal?: Signal }[];
  readonly barred: ReadonlySet<string>;
  readonly calledNo?: { readonly at: IsoTime };
  readonly coverage: CoverageState;
  readonly isSearchable: boolean;
  readonly since?: IsoTime;
  readonly now: IsoTime;
}
