import type { SourceCoverage } from '../domain/coverage';
import type { OutcomeContract, OutcomeTarget, WeekPhase } from '../domain/outcome';
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
  /** Why weeks are left out, the reason that counts first. */
  readonly leftOut: readonly LeftOutSpan[];
}

/** A time that is not counted on either side. Milliseconds. */
export interface LeftOutSpan {
  readonly why: Extract<WeekPhase, 'excluded' | 'incident' | 'unheard'>;
  readonly from: number;
  readonly to: number;
}

/** How far back a baseline is looked for when weeks in between are left out. */
const FURTHEST_WEEKS = 26;

type Frozen = Pick<OutcomeContract, 'release' | 'incidents' | 'sources' | 'baselineWeeks' | 'edits'>;

/**
 * Walks back from the release until enough weeks are found that neither chose the theme nor had an incident, and in which every
 * counted source was heard, or until a counted source knows nothing earlier.
 * @param weeksAfter weeks to look at after the gap
 * @param coverage the sources as they are known now, with their gaps
 */
export function layOutWindows(contract: Frozen, target: Pick<OutcomeTarget, 'decidedAt'>, gapEnd: number, weeksAfter: number, policy: OutcomePolicy, coverage: readonly SourceCoverage[]): WindowLayout {
  const releasedAt = epochMs(contract.release.releasedAt);
  const historyStart = Math.max(...contract.sources.map((one) => epochMs(one.since)));
  const decidedAt = epochMs(target.decidedAt);
  const shared = [...unheardIn(contract, coverage), ...incidentsOf(contract)];
  const leftOut: LeftOutSpan[] = [...shared, { why: 'excluded', from: decidedAt - policy.selectionWeeks * WEEK_IN_MS, to: decidedAt }];
  const before: boolean[] = [];
  for (let back = 1; back <= FURTHEST_WEEKS && before.filter((isOut) => !isOut).length < contract.baselineWeeks; back += 1) {
    const from = releasedAt - back * WEEK_IN_MS;
    if (from < historyStart) break;
    before.unshift(whyLeftOut(from, leftOut) !== undefined);
  }
  // Left-out weeks older than every baseline week explain nothing.
  const first = before.indexOf(false);
  return {
    releasedAt,
    gapEnd,
    before: first === -1 ? before : before.slice(first),
    after: Array.from({ length: weeksAfter }, (_, week) => whyLeftOut(gapEnd + week * WEEK_IN_MS, shared) !== undefined),
    leftOut,
  };
}

export function baselineWeeksOf(layout: WindowLayout): number {
  return layout.before.filter((isOut) => !isOut).length;
}

/** Days on which something else broke, and all days after everybody got what a ring had. */
function incidentsOf({ incidents, edits }: Frozen): LeftOutSpan[] {
  const toAll = edits.find((edit) => edit.what === 'released-to-all')?.detail;
  const spans = incidents.map(({ from, to }): LeftOutSpan => ({ why: 'incident', from: epochMs(from), to: epochMs(to) }));
  return toAll === undefined ? spans : [...spans, { why: 'incident', from: epochMs(toAll), to: Number.POSITIVE_INFINITY }];
}

/** A week in which a counted source was not heard is no quiet week. */
function unheardIn({ sources }: Frozen, coverage: readonly SourceCoverage[]): LeftOutSpan[] {
  const counted = new Set(sources.map((one) => one.source));
  return coverage
    .filter((source) => counted.has(source.source))
    .flatMap((source) => source.gaps.map((gap): LeftOutSpan => ({ why: 'unheard', from: epochMs(gap.from), to: gap.to === undefined ? Number.POSITIVE_INFINITY : epochMs(gap.to) })));
}

/** Why the week from `from` on is left out: at least a day of it, or all of a shorter span, lies in a span. Undefined when it counts. */
export function whyLeftOut(from: number, spans: readonly LeftOutSpan[]): LeftOutSpan['why'] | undefined {
  const isIn = ({ from: start, to: end }: LeftOutSpan): boolean => Math.min(from + WEEK_IN_MS, end) - Math.max(from, start) >= Math.min(DAY_IN_MS, Math.max(1, end - start));
  return spans.find(isIn)?.why;
}
