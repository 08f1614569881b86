import type { Coverage } from '../domain/coverage';
import type { Confirmation, Outcome, OutcomeContract, OutcomeTarget, OutcomeWeek, RatioEstimate, WeekPhase } from '../domain/outcome';
import type { Theme } from '../domain/theme';
import { epochMs, isoTime, WEEK_IN_MS, type IsoTime } from '../domain/time';
import type { JudgedOutcome } from '../ports/outcome-store';
import type { AccountTrail } from './account-trails';
import { findAdoption, type Adoption } from './adoption';
import { buildSeries, countedGroups, type BuiltSeries, type CountedGroups } from './build-series';
import { confirmedState } from './confirmed-state';
import { whySourcesEnded } from './ended-sources';
import { judgeSeries, type SeriesJudgement } from './judge-series';
import type { MomentIndex } from './moment-index';
import { movedElsewhere } from './moved-elsewhere';
import { alphaOf, type OutcomePolicy } from './policy';
import { silentAccounts } from './silent-accounts';
import { whyNotJudged, whyWeeksFail, type CannotJudge } from './standing';
import { detectableDrop } from './statistics/detectable-drop';
import { ratioInterval } from './statistics/estimate';
import { shrunkRatio } from './statistics/shrink';
import { layOutWindows, whyLeftOut, type WindowLayout } from './window-layout';

/** All that is needed to judge the targets of one contract. */
export interface JudgeInput {
  readonly contract: OutcomeContract;
  /** Of the contract's sources only. */
  readonly index: MomentIndex;
  readonly themes: ReadonlyMap<string, Theme>;
  readonly coverage: Coverage;
  /** Of every source of the product. */
  readonly trails: ReadonlyMap<string, AccountTrail>;
  readonly confirmations: readonly Confirmation[];
  /** Final estimates of the product's earlier releases. */
  readonly past: readonly RatioEstimate[];
  readonly now: IsoTime;
}

/**
 * Judges one target at one read-out. Never throws for what the world did: each bad input is a verdict with its reason.
 * @param groups counts that the other targets of the contract share
 */
export function judgeTarget(input: JudgeInput, target: OutcomeTarget, readOutWeeks: number, policy: OutcomePolicy, groups: CountedGroups = countedGroups(input.index)): JudgedOutcome {
  const { contract, index, themes, coverage, now } = input;
  const reason = whyNotJudged(contract, target, themes, coverage, now);
  if (reason !== undefined) return refused(input, target, readOutWeeks, reason);
  const adoption = findAdoption(contract.adoption, epochMs(contract.release.releasedAt), index, epochMs(now));
  if (adoption.kind === 'not-adopted') return refused(input, target, readOutWeeks, { kind: 'cannot-judge', reason: 'not-adopted' });
  const layout = layOutWindows(contract, target, adoption.at, readOutWeeks, policy, coverage.sources);
  const end = Math.min(epochMs(now), adoption.at + readOutWeeks * WEEK_IN_MS);
  const failed = whyWeeksFail(contract, layout, coverage.sources, policy) ?? whySourcesEnded(index, target.measure, layout, coverage.sources, end);
  if (failed !== undefined) return refused(input, target, readOutWeeks, failed);
  const own = { ...policy, leastEffect: contract.leastEffect };
  const counting = { contract, index, groups };
  const built = buildSeries(counting, target, layout, end, own);
  const first = judgeSeries(built.series, readOutWeeks, own);
  const isMoved = first.verdict.kind === 'fewer' && movedElsewhere(counting, target, themes, layout, end, own);
  const judged: SeriesJudgement = isMoved ? { ...first, verdict: { kind: 'not-attributable', reason: 'moved-elsewhere' } } : first;
  return { outcome: assemble(input, target, readOutWeeks, { adoption, layout, built, judged }, policy), members: membersOf(index, built) };
}

interface Judged {
  readonly adoption: Extract<Adoption, { readonly kind: 'adopted' }>;
  readonly layout: WindowLayout;
  readonly built: BuiltSeries;
  readonly judged: SeriesJudgement;
}

function assemble(input: JudgeInput, target: OutcomeTarget, readOutWeeks: number, { adoption, layout, built, judged }: Judged, policy: OutcomePolicy): Outcome {
  const { contract, index } = input;
  const { isControlled } = built.series;
  const four = {
    ...judged.counts,
    controlled: isControlled,
    ...(isControlled ? {} : { controlBefore: judged.counts.weeksBefore, controlAfter: judged.counts.weeksAfter }),
  };
  const drop = detectableDrop(four, judged.dispersion, alphaOf(policy, readOutWeeks), contract.leastEffect);
  const estimate = judged.expected === 0 ? undefined : estimateOf(four, judged, input.past, policy);
  return {
    ...blank(input, target, readOutWeeks),
    verdict: judged.verdict,
    counts: judged.counts,
    expected: judged.expected,
    ...(estimate === undefined ? {} : { estimate }),
    ...(drop === undefined ? {} : { detectableDrop: drop }),
    dispersion: judged.dispersion.phi,
    ...(judged.decay === undefined ? {} : { expectedFromDecay: judged.decay.expected }),
    comparison: built.comparison,
    lists: [
      { window: 'before', count: judged.counts.themeBefore, signals: built.theme.rowsBefore.length },
      { window: 'after', count: judged.counts.themeAfter, signals: built.theme.rowsAfter.length },
    ],
    weeks: chartWeeks(layout, built),
    gap: { from: contract.release.releasedAt, to: isoTime(adoption.at), by: adoption.by },
    silentAccounts: silentAccounts(index, built.theme.rowsBefore, layout.releasedAt, input.trails, input.coverage.sources),
  };
}

function estimateOf(four: Parameters<typeof ratioInterval>[0], judged: SeriesJudgement, past: readonly RatioEstimate[], policy: OutcomePolicy): RatioEstimate {
  const { low, high } = ratioInterval(four, judged.dispersion, policy.intervalLevel);
  const estimate = { ratio: judged.ratio, low, high, level: policy.intervalLevel };
  const shrunk = shrunkRatio(estimate, past);
  return shrunk === undefined ? estimate : { ...estimate, shrunk };
}

function refused(input: JudgeInput, target: OutcomeTarget, readOutWeeks: number, verdict: CannotJudge): JudgedOutcome {
  return { outcome: { ...blank(input, target, readOutWeeks), verdict }, members: { before: [], after: [] } };
}

function blank(input: JudgeInput, target: OutcomeTarget, readOutWeeks: number): Omit<Outcome, 'verdict'> {
  return {
    contract: input.contract.id,
    issue: target.issue,
    measure: target.measure,
    direction: target.direction,
    readOut: readOutWeeks,
    judgedAt: input.now,
    unit: input.contract.unit,
    comparison: 'before-after',
    lists: [],
    weeks: [],
    confirmed: confirmedState(input.confirmations.filter((one) => one.issue === target.issue), []),
    silentAccounts: [],
  };
}

function membersOf(index: MomentIndex, { theme }: BuiltSeries): JudgedOutcome['members'] {
  const ids = (rows: readonly number[]): string[] => rows.flatMap((row) => index.moments[row]?.signal ?? []).sort();
  return { before: ids(theme.rowsBefore), after: ids(theme.rowsAfter) };
}

function chartWeeks(layout: WindowLayout, { theme, control }: BuiltSeries): OutcomeWeek[] {
  const week = (at: number, phase: WeekPhase, own: number | undefined, other: number | undefined): OutcomeWeek => ({
    from: isoTime(at),
    phase,
    theme: own ?? 0,
    control: other ?? 0,
  });
  const phaseOf = (at: number, isOut: boolean, counted: WeekPhase): WeekPhase => (isOut ? (whyLeftOut(at, layout.leftOut) ?? 'excluded') : counted);
  const [first, last] = [layout.releasedAt - layout.before.length * WEEK_IN_MS, layout.gapEnd];
  return [
    ...layout.before.map((isOut, n) => week(first + n * WEEK_IN_MS, phaseOf(first + n * WEEK_IN_MS, isOut, 'before'), theme.before[n], control.before[n])),
    week(layout.releasedAt, 'gap', theme.gap, control.gap),
    ...layout.after.map((isOut, n) => week(last + n * WEEK_IN_MS, phaseOf(last + n * WEEK_IN_MS, isOut, 'after'), theme.after[n], control.after[n])),
  ];
}
