import type { LiveApproval } from '../ports/sweep-store';
import { daysBetween, type IsoTime } from '../domain/time';

/** What unattended closing asks for, and where a product stands. */
export interface LiveFacts {
  /** When proposals began to be made (observe or suggest) under the present policy's numbers. */
  readonly observingSince: IsoTime | undefined;
  /** Every source was read through to its end at least once. */
  readonly sourcesReconciled: boolean;
  readonly judgedRight: number;
  readonly judgedWrong: number;
  readonly approvals: readonly LiveApproval[];
  readonly policyVersion: number;
}

export type LiveGap = 'observe-28-days' | 'reconcile-sources' | 'judge-200' | 'precision-98' | 'approve' | 'second-admin' | 'wait-seven-days';

const OBSERVE_DAYS = 28;
const JUDGED = 200;
const PRECISION = 0.98;
const SOLE_ADMIN_DAYS = 7;

/** What is still missing before the app may close without asking; empty when nothing is. */
export function liveGaps(facts: LiveFacts, now: IsoTime): readonly LiveGap[] {
  const gaps: LiveGap[] = [];
  if (facts.observingSince === undefined || !(daysBetween(facts.observingSince, now) >= OBSERVE_DAYS)) gaps.push('observe-28-days');
  if (!facts.sourcesReconciled) gaps.push('reconcile-sources');
  const judged = facts.judgedRight + facts.judgedWrong;
  if (judged < JUDGED) gaps.push('judge-200');
  if (wilsonLowerBound(facts.judgedRight, judged) < PRECISION) gaps.push('precision-98');
  return [...gaps, ...approvalGaps(facts, now)];
}

function approvalGaps({ approvals, policyVersion }: LiveFacts, now: IsoTime): readonly LiveGap[] {
  const standing = approvals.filter((approval) => approval.policyVersion === policyVersion);
  const first = standing[0];
  if (first === undefined) return ['approve'];
  if (new Set(standing.map((approval) => approval.by)).size >= 2) return [];
  if (!first.isSoleAdmin) return ['second-admin'];
  return daysBetween(first.at, now) >= SOLE_ADMIN_DAYS ? [] : ['wait-seven-days'];
}

/** Lower end of Wilson's 95 % interval for a share (Wilson 1927, JASA 22:209); 0 without trials. 200 of 200 gives 0.981. */
export function wilsonLowerBound(right: number, trials: number): number {
  if (trials === 0) return 0;
  const z = 1.959963984540054;
  const share = right / trials;
  const middle = share + (z * z) / (2 * trials);
  const half = z * Math.sqrt((share * (1 - share) + (z * z) / (4 * trials)) / trials);
  return (middle - half) / (1 + (z * z) / trials);
}
