import type { Outcome, OutcomeContract } from '../domain/outcome';
import type { OutcomeBand, OutcomePoint, OutcomeView } from '../domain/outcome-view';
import { isoTime, epochMs, WEEK_IN_MS } from '../domain/time';
import { notesOf, titleOf } from './outcome-words';

/** What a chart and its table twin show for one outcome. Pure: the same outcome looks the same everywhere. */
export function outcomeView(contract: OutcomeContract, outcome: Outcome): OutcomeView {
  const band = bandOf(outcome);
  return {
    issue: outcome.issue,
    verdict: outcome.verdict,
    unit: outcome.unit,
    readOut: outcome.readOut,
    title: titleOf(contract, outcome),
    notes: notesOf(contract, outcome),
    release: { name: contract.release.name, at: contract.release.releasedAt },
    ...(outcome.gap === undefined ? {} : { gap: outcome.gap }),
    points: pointsOf(outcome),
    ...(band === undefined ? {} : { band }),
    lists: outcome.lists,
    confirmed: outcome.confirmed,
    silentAccounts: outcome.silentAccounts,
  };
}

/** The controls are scaled so that both lines have the same total over the baseline weeks. */
function pointsOf({ counts, weeks }: Outcome): OutcomePoint[] {
  const scale = counts === undefined || counts.controlBefore === 0 ? undefined : counts.themeBefore / counts.controlBefore;
  return weeks.map(({ from, phase, theme, control }) => ({ from, phase, theme, ...(scale === undefined ? {} : { control: control * scale }) }));
}

function bandOf({ counts, expected, estimate, weeks }: Outcome): OutcomeBand | undefined {
  const after = weeks.filter((week) => week.phase === 'after');
  const [first, last] = [after[0], after.at(-1)];
  if (counts === undefined || expected === undefined || estimate === undefined || first === undefined || last === undefined || counts.weeksAfter === 0) return undefined;
  const weekly = expected / counts.weeksAfter;
  return {
    from: first.from,
    to: isoTime(epochMs(last.from) + WEEK_IN_MS),
    expected: weekly,
    low: weekly * estimate.low,
    high: weekly * estimate.high,
  };
}
