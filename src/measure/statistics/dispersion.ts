import type { WeekCount } from '../series';

/** How much more the theme's weeks scatter than chance alone: 1 is Poisson; and how many weeks say so. */
export interface Dispersion {
  readonly phi: number;
  readonly degreesOfFreedom: number;
}

/**
 * Pearson dispersion of the theme's share of each week's total, with one share before and one after the release.
 * Given a week's total the theme's part is binomial under chance, so a busy or a quiet week for everybody adds nothing.
 * Without controls the theme's own weekly counts stand against their window's mean.
 */
export function weeklyDispersion(windows: readonly (readonly WeekCount[])[], isControlled: boolean): Dispersion {
  let squares = 0;
  let degreesOfFreedom = 0;
  for (const weeks of windows) {
    if (weeks.length < 2) continue;
    squares += isControlled ? shareSquares(weeks) : countSquares(weeks);
    degreesOfFreedom += weeks.length - 1;
  }
  return { phi: degreesOfFreedom === 0 ? 1 : Math.max(1, squares / degreesOfFreedom), degreesOfFreedom: Math.max(1, degreesOfFreedom) };
}

function shareSquares(weeks: readonly WeekCount[]): number {
  let theme = 0;
  let total = 0;
  for (const week of weeks) {
    theme += week.theme;
    total += week.theme + week.control;
  }
  if (theme === 0 || theme === total) return 0;
  const share = theme / total;
  let squares = 0;
  for (const week of weeks) {
    const size = week.theme + week.control;
    if (size > 0) squares += (week.theme - size * share) ** 2 / (size * share * (1 - share));
  }
  return squares;
}

function countSquares(weeks: readonly WeekCount[]): number {
  const mean = weeks.reduce((sum, week) => sum + week.theme, 0) / weeks.length;
  return mean === 0 ? 0 : weeks.reduce((sum, week) => sum + (week.theme - mean) ** 2 / mean, 0);
}
