import type { WeekCount } from '../series';

/** A week never weighs less than a twentieth of the usual one: an empty control week is chance, not a stop of time. */
const LEAST_SHARE = 0.05;

/**
 * How much of everything was going on in each week, from the controls; all ones without controls.
 * Few controls scatter by chance, so each week is pulled to the window's mean by the part of its scatter that chance explains
 * (a steady-state shrinkage: 1 - mean/variance of the control stays).
 */
export function exposures(weeks: readonly WeekCount[], isControlled: boolean): Float64Array {
  if (!isControlled) return new Float64Array(weeks.length).fill(1);
  const mean = weeks.reduce((sum, week) => sum + week.control, 0) / Math.max(1, weeks.length);
  const variance = weeks.reduce((sum, week) => sum + (week.control - mean) ** 2, 0) / Math.max(1, weeks.length - 1);
  const kept = variance <= mean ? 0 : 1 - mean / variance;
  return Float64Array.from(weeks, (week) => Math.max(LEAST_SHARE * Math.max(mean, 0.5), mean + (week.control - mean) * kept));
}
