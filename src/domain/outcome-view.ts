import type { CustomerUnit } from './customer';
import type { ConfirmedState, ContractState, Outcome, OutcomeList, OutcomeVerdict, ReadOut, WeekPhase } from './outcome';
import type { Sentence } from './sentence';
import type { IsoTime } from './time';

/** A point of the before-and-after chart and a row of its table twin. */
export interface OutcomePoint {
  readonly from: IsoTime;
  readonly phase: WeekPhase;
  /** Customers in the week. */
  readonly theme: number;
  /** The controls brought to the theme's level before the release; absent where nothing stands beside it. */
  readonly control?: number;
}

/** What the weeks after the release could have been: drawn as a shaded band. All in customers a week. */
export interface OutcomeBand {
  readonly from: IsoTime;
  readonly to: IsoTime;
  /** Without the release. */
  readonly expected: number;
  /** What is compatible with the counts. */
  readonly low: number;
  readonly high: number;
}

/** All that a chart of one outcome needs. Numbers and ids; the words are sentences. */
export interface OutcomeView {
  readonly issue: string;
  readonly verdict: OutcomeVerdict;
  readonly unit: CustomerUnit;
  readonly readOut: ReadOut;
  /** The finding: the chart's title. */
  readonly title: Sentence;
  /** Numbers and reservations, most important first. */
  readonly notes: readonly Sentence[];
  readonly release: { readonly name: string; readonly at: IsoTime };
  readonly gap?: Outcome['gap'];
  readonly points: readonly OutcomePoint[];
  readonly band?: OutcomeBand;
  readonly lists: readonly OutcomeList[];
  readonly confirmed: ConfirmedState;
  readonly silentAccounts: readonly string[];
}

/** One release in the list of releases. */
export interface ReleaseLine {
  readonly contract: string;
  readonly name: string;
  readonly releasedAt: IsoTime;
  readonly state: ContractState['kind'];
  readonly issues: number;
  /** Verdicts of its promises at their last read-out, by kind. */
  readonly byVerdict: Readonly<Record<OutcomeVerdict['kind'], number>>;
  /** Promises without a read-out yet, and when the next one is due. */
  readonly waiting: number;
  readonly nextReadOutAt?: IsoTime;
  readonly adverse: number;
}
