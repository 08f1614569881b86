import type { OutcomeContract, OutcomeTarget } from '../domain/outcome';
import { DAY_IN_MS, epochMs, WEEK_IN_MS } from '../domain/time';
import type { OutcomePolicy } from './policy';

/** Whole weeks around one release for one target, so that both sides have the same weekdays. Times in milliseconds. */
export interface WindowLayout {
  readonly releasedAt: number;
  readonly gapEnd: number;
  /** Weeks that end at the release, oldest first: left out of the baseline or not. */
  readonly before: readonly boolean[];
  /** Weeks that begin at the end of the gap. */
  readonly after: readonly boolean[];
}

/** How far back a baseline is looked for when weeks in between are left out. */
const FURTHEST_WEEKS = 26;

type Frozen = Pick<OutcomeContract, 'release' | 'incidents' | 'sources' | 'baselineWeeks'>;

/**
 * Walks back from the release until enough weeks are found that neither chose the theme nor had an incident, or until a
 * counted source knows nothing earlier.
 * @param weeksAfter weeks to look at after the gap
 */
export function layOutWindows(contract: Frozen, target: Pick<OutcomeTarget, 'decidedAt'>, gapEnd: number, weeksAfter: number, policy: OutcomePolicy): WindowLayout {
  const releasedAt = epochMs(contract.release.releasedAt);
  const historyStart = Math.max(...contract.sources.map((one) => epochMs(one.since)));
  const decidedAt = epochMs(target.decidedAt);
  const leftOut: Span[] = [[decidedAt - policy.selectionWeeks * WEEK_IN_MS, decidedAt], ...incidentsOf(contract)];
  const before: boolean[] = [];
  for (let back = 1; back <= FURTHEST_WEEKS && before.filter((isOut) => !isOut).length < contract.baselineWeeks; back += 1) {
    const from = releasedAt - back * WEEK_IN_MS;
    if (from < historyStart) break;
    before.unshift(touches(from, leftOut));
  }
  // Left-out weeks older than every baseline week explain nothing.
  const first = before.indexOf(false);
  return {
    releasedAt,
    gapEnd,
    before: first === -1 ? before : before.slice(first),
    after: Array.from({ length: weeksAfter }, (_, week) => touches(gapEnd + week * WEEK_IN_MS, incidentsOf(contract))),
  };
}

export function baselineWeeksOf(layout: WindowLayout): number {
  return layout.before.filter((isOut) => !isOut).length;
}

type Span = readonly [number, number];

function incidentsOf({ incidents }: Frozen): Span[] {
  return incidents.map(({ from, to }) => [epochMs(from), epochMs(to)] as const);
}

/** A week is left out when at least a day of it, or all of a shorter span, lies in it. */
function touches(from: number, spans: readonly Span[]): boolean {
  return spans.some(([start, end]) => Math.min(from + WEEK_IN_MS, end) - Math.max(from, start) >= Math.min(DAY_IN_MS, Math.max(1, end - start)));
}
