import { LEAST_WEEKS, quantile } from './expected-band';
import { DAY_IN_MS, epochMs, isoTime, WEEK_IN_MS, type IsoTime } from './time';

/** Whole days in UTC, from a Friday on. */
export interface SinceFriday {
  readonly from: IsoTime;
  /** The start of today: today is not over. */
  readonly to: IsoTime;
  /** 1 to 7. */
  readonly days: number;
}

const FRIDAY = 5;
const DAYS = 7;

/** The days since the last Friday, that Friday with them: on a Monday Friday, Saturday and Sunday; on a Friday the week before it. */
export function sinceFriday(now: IsoTime): SinceFriday {
  const to = Math.floor(epochMs(now) / DAY_IN_MS) * DAY_IN_MS;
  const days = (new Date(to).getUTCDay() - FRIDAY + 7) % 7 || 7;
  return { from: isoTime(to - days * DAY_IN_MS), to: isoTime(to), days };
}

/** Customers of one theme by whole day in UTC, each counted once a day, oldest first. */
export interface DailyCounts {
  readonly id: string;
  readonly days: readonly number[];
}

/**
 * A theme's days as weeks that end with the days since Friday. Days after the last one counted are days on which nobody spoke.
 * @param lastDay any instant of the last day of `days`
 */
export function partWeeks({ id, days }: DailyCounts, lastDay: IsoTime, { to, days: length }: SinceFriday): PartWeeks {
  // Counted days that end before `to`; more than there are where the last days had no word.
  const ended = days.length + Math.round((epochMs(to) - Math.floor(epochMs(lastDay) / DAY_IN_MS) * DAY_IN_MS) / DAY_IN_MS) - 1;
  const weeks = Math.max(0, Math.floor(ended / DAYS));
  const count = (from: number, until: number): number => sum(days.slice(Math.max(0, from), Math.max(0, until)));
  const ends = Array.from({ length: weeks }, (_, week) => ended - (weeks - 1 - week) * DAYS);
  return { id, parts: ends.map((end) => count(end - length, end)), rests: ends.map((end) => count(end - DAYS, end - length)) };
}

/** For each of so many weeks that end with these days, oldest first: whether nothing was missed in it. */
export function heardWeeks(weeks: number, { to }: SinceFriday, since: IsoTime, gaps: readonly { readonly from: IsoTime; readonly to?: IsoTime }[]): boolean[] {
  return Array.from({ length: weeks }, (_, week) => {
    const end = isoTime(epochMs(to) - (weeks - 1 - week) * WEEK_IN_MS);
    const start = isoTime(epochMs(end) - WEEK_IN_MS);
    return start >= since && !gaps.some((gap) => gap.from < end && (gap.to === undefined || gap.to > start));
  });
}

/** One theme by weeks, oldest first, the last one this week's: customers on these days, and on the other days of the same week. */
export interface PartWeeks {
  readonly id: string;
  readonly parts: readonly number[];
  readonly rests: readonly number[];
}

/** A theme of which more was heard than chance explains; `low` and `high` are both usual. */
export interface Unusual {
  readonly id: string;
  readonly count: number;
  readonly low: number;
  readonly high: number;
}

/** Themes named on a page where nothing happened, in the mean: one in twenty pages names one, however many are looked at. */
const BY_CHANCE = 0.05;
const FEWEST = 3;
/** Customers of the whole product's rhythm that a theme's own is held to: as many as it takes to know a share within a tenth. */
const RHYTHM_HELD = 100;
/** Weeks of the whole product's bursts that a theme's own are held to. */
const BURSTS_HELD = 8;
/** What is not known exactly: the mean, the share and the spread. */
const NOT_KNOWN = 4;

/**
 * What is more than usual on some days of this week. Expected is the theme's mean of a week times the share of these days in a week: its own
 * share, shrunk towards that of all themes together by a beta prior (posterior mean of a beta-binomial). Counts are over-dispersed: the
 * dispersion φ in variance = mean + φ mean² is the moment estimate over all themes, or the theme's own shrunk towards it where that is larger
 * (James and Stein 1961 for shrinking; Lawless 1987 for the negative binomial). A theme is unusual above the 1 − 0.05 / k quantile, k being the
 * themes looked at (Bonferroni): the expected number by chance is 0.05 a page.
 * @param heard whether each week was read without a gap, in the order of the counts; the last one is not asked about
 * @returns the most unusual first, and how many themes had the eight weeks that it takes to say
 */
export function unusualSince(themes: readonly PartWeeks[], heard: readonly boolean[]): { readonly looked: number; readonly unusual: readonly Unusual[] } {
  const known = themes.flatMap((theme): History[] => historyOf(theme, heard));
  const share = (sum(known.map((one) => one.inPart)) + 0.5) / (sum(known.map((one) => one.inAll)) + 1);
  const expected = known.map((one) => ({ ...one, mean: (((one.inAll + 0.5) / one.parts.length) * (one.inPart + RHYTHM_HELD * share)) / (one.inAll + RHYTHM_HELD) }));
  const pooled = dispersionOf(expected);
  const unusual = expected.flatMap(({ theme, parts, mean }): Unusual[] => {
    const own = dispersionOf([{ parts, mean }]);
    const dispersion = Math.max(pooled, (parts.length * own + BURSTS_HELD * pooled) / (parts.length + BURSTS_HELD));
    const variance = (mean + dispersion * mean ** 2) * (1 + NOT_KNOWN / parts.length);
    const tail = BY_CHANCE / known.length;
    const [count, high] = [theme.parts.at(-1) ?? 0, quantile(mean, variance, 1 - tail)];
    return count > high && count >= FEWEST ? [{ id: theme.id, count, low: quantile(mean, variance, tail), high }] : [];
  });
  return { looked: known.length, unusual: unusual.sort((a, b) => b.count - b.high - (a.count - a.high) || (a.id < b.id ? -1 : 1)) };
}

interface History {
  readonly theme: PartWeeks;
  readonly parts: readonly number[];
  readonly inPart: number;
  readonly inAll: number;
}

/** The heard weeks before this one, from the first in which the theme was heard at all. */
function historyOf(theme: PartWeeks, heard: readonly boolean[]): History[] {
  const first = theme.parts.findIndex((count, week) => count + (theme.rests[week] ?? 0) > 0);
  const weeks = theme.parts.slice(0, -1).map((_, week) => week).filter((week) => first >= 0 && week >= first && heard[week] === true);
  if (weeks.length < LEAST_WEEKS) return [];
  const parts = weeks.map((week) => theme.parts[week] ?? 0);
  const inPart = sum(parts);
  return [{ theme, parts, inPart, inAll: inPart + sum(weeks.map((week) => theme.rests[week] ?? 0)) }];
}

/** Moment estimate of φ, at least 0. */
function dispersionOf(themes: readonly { readonly parts: readonly number[]; readonly mean: number }[]): number {
  let [excess, squares] = [0, 0];
  for (const { parts, mean } of themes) {
    for (const count of parts) {
      excess += (count - mean) ** 2 - mean;
      squares += mean ** 2;
    }
  }
  return squares > 0 ? Math.max(0, excess / squares) : 0;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
