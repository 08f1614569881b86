import type { Random } from '../../src/domain/random';
import type { ReleaseSeries, WeekCount } from '../../src/measure/series';
import { drawCount } from './draws';

/** One cell of the grid. Nothing that a release did is in it unless `effect` says so. */
export interface Cell {
  /** Mean accounts a week that hit the theme. */
  readonly perWeek: number;
  /** Negative binomial: variance = mean + dispersion · mean². */
  readonly dispersion: number;
  /** Factor on everything, theme and controls, from the release on. */
  readonly shift: number;
  /** The loudest of forty like it in the four weeks before the release. */
  readonly isLoud: boolean;
  /** A rise in the twelve weeks before the release that falls back by itself. */
  readonly hasSpike: boolean;
  /** Factor on the theme alone, from the release on. 1: the release did nothing. */
  readonly effect: number;
  /** Weeks of history: 16 is the whole window, 12 a shorter one. */
  readonly weeksBefore: number;
}

export const PER_WEEK = [1, 2, 5, 10, 20, 50] as const;
export const DISPERSIONS = [0, 0.1, 0.3] as const;
/** Beyond 1 and 1.5 also a fall of the volume: it is what a plain comparison takes for success. */
export const SHIFTS = [1, 1.5, 1 / 1.5] as const;
const CONTROL_THEMES = 8;
const RIVALS = 40;
const SELECTION_WEEKS = 4;
const WEEKS_AFTER = 8;
const GAP_WEEKS = 1;

export function gridCells(): Cell[] {
  const cells: Cell[] = [];
  for (const hasSpike of [false, true]) {
    for (const isLoud of [false, true]) {
      for (const shift of SHIFTS) {
        for (const dispersion of DISPERSIONS) {
          for (const perWeek of PER_WEEK) cells.push({ perWeek, dispersion, shift, isLoud, hasSpike, effect: 1, weeksBefore: 16 });
        }
      }
    }
  }
  return cells;
}

/** One drawn history of a theme and its pooled controls around a release. */
export function drawSeries(cell: Cell, random: Random): ReleaseSeries {
  const course = cell.hasSpike ? drawCourse(random) : () => 1;
  const chosenFrom = cell.weeksBefore - SELECTION_WEEKS;
  const rate = (week: number): number => cell.perWeek * course(week);
  const loud = cell.isLoud ? loudestOf(cell, random, rate) : undefined;
  const before: WeekCount[] = [];
  for (let index = 0; index < cell.weeksBefore; index += 1) {
    const week = index - cell.weeksBefore;
    before.push({
      theme: loud?.[index - chosenFrom] ?? drawCount(random, rate(week), cell.dispersion),
      control: drawControl(cell, random, 1),
      isExcluded: index >= chosenFrom,
    });
  }
  const after = Array.from({ length: WEEKS_AFTER }, (_, index) => ({
    theme: drawCount(random, rate(GAP_WEEKS + index) * cell.shift * cell.effect, cell.dispersion),
    control: drawControl(cell, random, cell.shift),
    isExcluded: false,
  }));
  return { before, after, gapWeeks: GAP_WEEKS, isControlled: true };
}

/** The sum of independent negative binomials of one mean is one again, with the dispersion divided by their number. */
function drawControl(cell: Cell, random: Random, shift: number): number {
  return drawCount(random, cell.perWeek * CONTROL_THEMES * shift, cell.dispersion / CONTROL_THEMES);
}

function loudestOf(cell: Cell, random: Random, rate: (week: number) => number): readonly number[] {
  let best: number[] = [];
  let most = -1;
  for (let rival = 0; rival < RIVALS; rival += 1) {
    const weeks = Array.from({ length: SELECTION_WEEKS }, (_, index) => drawCount(random, rate(index - SELECTION_WEEKS), cell.dispersion));
    const total = weeks.reduce((sum, count) => sum + count, 0);
    if (total > most) [best, most] = [weeks, total];
  }
  return best;
}

/** Rises 3- to 30-fold, 1 to 12 weeks before the release, and comes down by halves, by a power, in a line, or as a hump. */
function drawCourse(random: Random): (week: number) => number {
  const start = -(1 + 11 * random());
  const height = Math.exp(Math.log(3) + Math.log(10) * random()) - 1;
  const form = random();
  const pace = 1 + 3 * random();
  const excess = (age: number): number => {
    if (form < 0.4) return Math.pow(2, -age / pace);
    if (form < 0.6) return Math.pow(1 + age, -(0.5 + pace / 4));
    if (form < 0.8) return Math.max(0, 1 - age / (2 * pace));
    return (age / pace) * Math.exp(1 - age / pace);
  };
  return (week) => (week + 0.5 < start ? 1 : 1 + height * excess(week + 0.5 - start));
}
