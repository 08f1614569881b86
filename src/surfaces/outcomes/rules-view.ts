import type { RulesView } from '../../contract/outcomes';
import type { OutcomeContract } from '../../domain/outcome';
import type { Names } from './release-views';

/** What was frozen: the rules a release is judged by, as far as a person can be told them, and whether they may still change. */
export function rulesView(contract: OutcomeContract, { sources }: Pick<Names, 'sources'>, mayChange: boolean): RulesView {
  const nameOf = (source: string): string => sources.get(source)?.name ?? source;
  const { leastEffect, baselineWeeks, readOutWeeks, adoption, controls, unit, incidents } = contract;
  return {
    leastEffect, baselineWeeks, readOutWeeks, unit, incidents,
    adoption: adoption.kind === 'days' ? { kind: 'days', days: adoption.days } : { kind: 'version-share', share: adoption.share, atMostDays: adoption.atMostDays },
    controls: controls.length,
    sources: contract.sources.map((one) => nameOf(one.source)),
    leftOut: contract.leftOut.map(({ source, reason, at }) => ({ source: nameOf(source), reason, at })),
    canChange: mayChange && contract.state.kind === 'live',
  };
}
