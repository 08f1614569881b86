import type { Coverage, SourceCoverage } from '../domain/coverage';
import type { CannotJudgeReason, OutcomeContract, OutcomeTarget, OutcomeVerdict } from '../domain/outcome';
import type { Theme } from '../domain/theme';
import { epochMs, isoTime, WEEK_IN_MS, type IsoTime } from '../domain/time';
import { isMovedAway } from './edit-contract';
import type { OutcomePolicy } from './policy';
import { themeStanding } from './theme-standing';
import { baselineWeeksOf, type WindowLayout } from './window-layout';

export type CannotJudge = Extract<OutcomeVerdict, { readonly kind: 'cannot-judge' }>;

function cannot(reason: CannotJudgeReason, more: { at?: IsoTime | undefined; source?: string } = {}): CannotJudge {
  const { at, source } = more;
  return { kind: 'cannot-judge', reason, ...(at === undefined ? {} : { at }), ...(source === undefined ? {} : { source }) };
}

/** A source may miss this share of the counted weeks. */
const MISSED_SHARE = 0.05;

/** Why a target of a contract cannot be judged, whatever was counted; undefined when it can. */
export function whyNotJudged(contract: OutcomeContract, target: OutcomeTarget, themes: ReadonlyMap<string, Theme>, coverage: Coverage, now: IsoTime): CannotJudge | undefined {
  const { state } = contract;
  if (state.kind !== 'live') return cannot(state.reason, { at: state.at });
  if (contract.release.releasedAt > now) return cannot('not-released-yet', { at: contract.release.releasedAt });
  const moved = contract.edits.find((edit) => edit.what === 'issue-moved-away' && edit.detail === target.issue);
  if (isMovedAway(contract, target.issue)) return cannot('issue-moved', { at: moved?.at });
  if (coverage.state === 'nothing-connected' || contract.sources.length === 0) return cannot('nothing-connected');
  if (coverage.state === 'reading') return cannot('still-reading');
  const standing = themeStanding(target.measure, themes, contract.frozenAt);
  if (standing.kind === 'changed') return cannot(standing.reason, { at: standing.at });
  return undefined;
}

/** Why the weeks themselves do not carry a judgement: too short a history, or a counted source was not heard. */
export function whyWeeksFail(contract: OutcomeContract, layout: WindowLayout, sources: readonly SourceCoverage[], policy: OutcomePolicy): CannotJudge | undefined {
  if (baselineWeeksOf(layout) < policy.leastBaselineWeeks) {
    const youngest = [...contract.sources].sort((a, b) => (a.since < b.since ? 1 : -1))[0];
    const isOne = contract.sources.length === 1;
    if (youngest === undefined || isOne) return cannot('short-history', { at: youngest?.since });
    return cannot('source-connected-mid-window', { at: youngest.since, source: youngest.source });
  }
  const from = layout.releasedAt - layout.before.length * WEEK_IN_MS;
  const to = layout.gapEnd + layout.after.length * WEEK_IN_MS;
  for (const frozen of contract.sources) {
    const source = sources.find((one) => one.source === frozen.source);
    if (source === undefined) return cannot('source-gap', { source: frozen.source });
    for (const gap of source.gaps) {
      const missed = Math.min(to, gap.to === undefined ? to : epochMs(gap.to)) - Math.max(from, epochMs(gap.from));
      if (missed > MISSED_SHARE * (to - from)) return cannot('source-gap', { at: isoTime(epochMs(gap.from)), source: frozen.source });
    }
  }
  return undefined;
}
