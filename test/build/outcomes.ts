import type { Outcome, OutcomeContract } from '../../src/domain/outcome';
import type { Theme } from '../../src/domain/theme';
import { isoTime, WEEK_IN_MS, type IsoTime } from '../../src/domain/time';
import type { Moment } from '../../src/ports/outcome-store';

export const RELEASED_AT = '2025-03-03T00:00:00.000Z';
const RELEASED_MS = Date.parse(RELEASED_AT);

/** An instant so many weeks after (negative: before) the release. */
export function weeksFromRelease(weeks: number): IsoTime {
  return isoTime(RELEASED_MS + weeks * WEEK_IN_MS);
}

export function aContract(over: Partial<OutcomeContract> = {}): OutcomeContract {
  return {
    id: 'mail:4.2:1', product: 'mail', release: { id: '4.2', name: '4.2', releasedAt: RELEASED_AT }, origin: 'released',
    targets: [{ issue: '10', issueKey: 'TB-10', measure: { kind: 'theme', themes: ['treated'] }, direction: 'fewer', decidedAt: RELEASED_AT }],
    withoutTarget: [], leastEffect: 0.2, baselineWeeks: 12, mode: 'full', readOutWeeks: [4, 8], adoption: { kind: 'days', days: 7 }, controls: ['other', 'third'],
    sources: [{ source: 'forum', since: weeksFromRelease(-40) }], leftOut: [], coverage: { state: 'complete', total: 100, read: 100 }, unit: 'account',
    incidents: [], frozenAt: RELEASED_AT, edits: [], state: { kind: 'live' }, ...over,
  };
}

export function anOutcome(over: Partial<Outcome> = {}): Outcome {
  return {
    contract: 'mail:4.2:1', issue: '10', measure: { kind: 'theme', themes: ['treated'] }, direction: 'fewer', readOut: 8, judgedAt: weeksFromRelease(9),
    verdict: { kind: 'fewer' }, unit: 'account',
    counts: { themeBefore: 60, themeAfter: 8, controlBefore: 240, controlAfter: 160, weeksBefore: 12, weeksAfter: 8 }, expected: 40,
    estimate: { ratio: 0.2, low: 0.1, high: 0.4, level: 0.9 }, detectableDrop: 0.45, dispersion: 1.1, comparison: 'before-after',
    lists: [{ window: 'before', count: 60, signals: 61 }, { window: 'after', count: 8, signals: 8 }],
    weeks: [{ from: weeksFromRelease(-1), phase: 'before', theme: 5, control: 20 }, { from: weeksFromRelease(0), phase: 'gap', theme: 3, control: 21 }, { from: weeksFromRelease(1), phase: 'after', theme: 1, control: 20 }],
    gap: { from: RELEASED_AT, to: weeksFromRelease(1), by: 'days' }, confirmed: { kind: 'not-yet-confirmed' }, silentAccounts: ['acme'], ...over,
  };
}

export function aThemeNamed(id: string, over: Partial<Theme> = {}): Theme {
  return { id, label: id, labelAuthor: 'engine', frozen: false, signals: 100, exemplars: [], terms: [id, `${id}s`], lineage: [{ event: 'born', at: weeksFromRelease(-40), by: 'engine' }], ...over };
}

let serial = 0;
/** Signals of one theme: `perWeek(week)` different accounts in each week from `from` to `to`, weeks counted from the release. */
export function momentsOf(theme: string, from: number, to: number, perWeek: (week: number) => number, over: Partial<Moment> = {}): Moment[] {
  const moments: Moment[] = [];
  for (let week = from; week < to; week += 1) {
    for (let account = 0; account < perWeek(week); account += 1) {
      serial += 1;
      moments.push({ signal: `forum:${theme}-${serial}`, source: 'forum', at: isoTime(RELEASED_MS + (week + 0.5) * WEEK_IN_MS), kind: 'said', visibility: 'open', account: `a${account}`, theme, ...over });
    }
  }
  return moments;
}
