import type { IsoTime } from './time';

/** Why we could not be sure that we were listening. */
export type ListeningDoubt =
  | 'nothing-connected'
  | 'reading'
  | 'source-gap'
  | 'source-stale'
  | 'window-not-covered'
  | 'volume-unusual'
  | 'rows-parked'
  | 'never-derived'
  | 'evidence-stale'
  | 'evidence-removed';

/** Were we listening, all the time, to every source? `proven` or a named doubt; there is no third answer. */
export type Listening =
  | { readonly kind: 'proven'; readonly since: IsoTime; readonly until: IsoTime; readonly read: number; readonly total: number }
  | { readonly kind: 'unproven'; readonly doubt: ListeningDoubt; readonly source?: string };

export type AbstainReason =
  | ListeningDoubt
  | 'not-searchable'
  | 'possible-support'
  | 'theme-support'
  | 'older-support'
  | 'too-young'
  | 'recently-active'
  | 'activity-unknown'
  | 'hidden-issue'
  | 'not-open';

/** What the judge looked at, as numbers: enough to judge again, nothing a customer said. */
export interface VerdictInputs {
  /** Distinct customers a person confirmed, inside the window and before it. */
  readonly confirmed: number;
  readonly confirmedBefore: number;
  /** Distinct customers of suggestions that the panel shows. */
  readonly suggested: number;
  readonly suggestedBefore: number;
  /** The most probable row that is not shown, 0..1; 0 when there is none. */
  readonly possibleConfidence: number;
  readonly themeStrength: number;
  /** `undefined`: nobody has worked it out, which is not "searchable". */
  readonly searchable: boolean | undefined;
  readonly recall: number;
  readonly listening: Listening;
  readonly ageDays: number;
  /** `undefined`: not known. */
  readonly idleDays: number | undefined;
}

export type Judgement =
  | { readonly kind: 'supported'; readonly by: 'confirmed' | 'suggested'; readonly customers: number }
  | { readonly kind: 'unsupported' }
  | { readonly kind: 'abstain'; readonly reason: AbstainReason };

/** A judgement with what it rests on: same inputs and policy, same judgement. */
export interface Verdict {
  readonly issue: string;
  readonly judgement: Judgement;
  readonly inputs: VerdictInputs;
  readonly policyVersion: number;
  /** Absent where no engine has run yet. */
  readonly engineVersion?: string;
  readonly at: IsoTime;
}

/** How the open items stood when they were last judged: issue ids, each in one list. */
export interface Standing {
  readonly at: IsoTime;
  readonly confirmed: readonly string[];
  readonly suggested: readonly string[];
  readonly unsupported: readonly string[];
  /** Issue ids by the reason we may not judge. */
  readonly cannotJudge: Readonly<Record<string, readonly string[]>>;
}
