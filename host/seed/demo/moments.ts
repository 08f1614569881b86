import { DAY_IN_MS, epochMs, isoTime, type IsoTime } from '../../../src/domain/time';
import { HISTORY_WEEKS, weekOf, weekStart, weekStartMs } from './calendar';
import type { Dice } from './dice';
import type { DemoNeed } from './needs';
import type { SourceCode } from './sources';
import { expectedIn } from './weekly';

const HOUR_IN_MS = 3_600_000;
const OFFICE_DAYS: readonly (readonly [number, number])[] = [[0, 23], [1, 20], [2, 19], [3, 17], [4, 14], [5, 4], [6, 3]];
const ANY_DAYS: readonly (readonly [number, number])[] = [[0, 15], [1, 14], [2, 14], [3, 14], [4, 15], [5, 14], [6, 14]];

/** A moment of a week in which people write in this place: offices by day, reviewers in the evening too. */
export function momentIn(week: number, source: SourceCode, chance: Dice): IsoTime {
  return momentOn(isoTime(weekStartMs(week) + chance.weigh(isPrivate(source) ? ANY_DAYS : OFFICE_DAYS) * DAY_IN_MS), source, chance);
}

/** A moment of a day. */
export function momentOn(day: string, source: SourceCode, chance: Dice): IsoTime {
  const hour = isPrivate(source) ? chance.whole(5, 22) : chance.whole(6, 17);
  return isoTime(epochMs(day) + hour * HOUR_IN_MS + chance.whole(0, 3_599) * 1_000);
}

/** A week of the history for a text without a date: likely where its need was loud, and within the days the text may be from. */
export function weekFor(need: DemoNeed, chance: Dice): number {
  const [from, to] = need.writtenBetween ?? [weekStart(0), weekStart(HISTORY_WEEKS)];
  const first = Math.max(0, weekOf(from));
  const last = Math.min(HISTORY_WEEKS - 1, weekOf(to) - 1);
  return chance.weigh(Array.from({ length: Math.max(1, last - first + 1) }, (_, index) => [first + index, expectedIn(need.weekly, first + index)] as const));
}

function isPrivate(source: SourceCode): boolean {
  return source === 'app' || source === 'nps' || source === 'gh';
}
