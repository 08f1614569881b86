import type { ReleaseSeries } from '../series';
import type { DecayShapes } from './decay-shapes';
import { exposures } from './exposures';
import { regularisedBeta } from './special-functions';

/** Taken out of the loops once; see `special-functions.ts`. */
const { log, exp, max } = Math;

/** What the weeks before the release say would have come after it, had nothing been released. */
export interface DecayForecast {
  /** Expected count after the release, every shape weighted by how well it fits. */
  readonly expected: number;
  /** P(as few or fewer than observed), weighted over shapes; and the largest such probability of a shape that fits nearly as well as the best. */
  readonly fewer: number;
  readonly fewerAtWorst: number;
  /** The same for "as many or more". */
  readonly more: number;
  readonly moreAtWorst: number;
  /** Weight of "steady": near 1 no spike or trend is needed to explain the weeks before. */
  readonly steady: number;
}

/** A shape is a rival when it fits at least a tenth as well as the best one. */
const RIVAL = log(0.1);
/** Shapes that fit 8,000 times worse than the best do not move the average. */
const NEGLIGIBLE = -9;

/**
 * Bayesian average over decay shapes. Per shape the level has a Jeffreys prior, so the count after the release follows a negative
 * binomial law in closed form; counts are divided by the dispersion around the best shape. The uncertainty of the control's
 * own change widens the law by 1/B + 1/A.
 */
export function forecastDecay(series: ReleaseSeries, shapes: DecayShapes): DecayForecast {
  const fit = fitShapes(series, shapes);
  // A week with an incident counts on neither side.
  const after = exposures(series.after, series.isControlled).map((exposure, week) => (series.after[week]?.isExcluded === true ? 0 : exposure));
  const observed = series.after.reduce((sum, week) => sum + (week.isExcluded ? 0 : week.theme), 0) / fit.phi;
  const level = fit.themeBefore / fit.phi + 0.5;
  const size = 1 / (1 / level + controlNoise(series, fit.phi));
  const sums = { weight: 0, expected: 0, fewer: 0, more: 0, steady: 0, fewerAtWorst: 0, moreAtWorst: 0 };
  for (let shape = 0; shape < shapes.count; shape += 1) {
    const distance = (fit.logFit[shape] ?? 0) - fit.best;
    if (distance < NEGLIGIBLE && shape > 0) continue;
    let carried = 0;
    for (let week = 0; week < shapes.weeksAfter; week += 1) carried += (after[week] ?? 0) * (shapes.after[shape * shapes.weeksAfter + week] ?? 0);
    const mean = (level * carried) / (fit.exposed[shape] ?? 1);
    const success = size / (size + mean);
    // Half of the observed point on each side, as everywhere here.
    const fewer = regularisedBeta(success, size, observed + 0.5);
    const weight = exp(distance);
    sums.weight += weight;
    sums.expected += weight * mean;
    sums.fewer += weight * fewer;
    if (shape === 0) sums.steady = weight;
    if (distance < RIVAL) continue;
    sums.fewerAtWorst = max(sums.fewerAtWorst, fewer);
    sums.moreAtWorst = max(sums.moreAtWorst, 1 - fewer);
  }
  const fewer = sums.fewer / sums.weight;
  return {
    expected: (sums.expected / sums.weight) * fit.phi,
    fewer,
    fewerAtWorst: sums.fewerAtWorst,
    more: 1 - fewer,
    moreAtWorst: sums.moreAtWorst,
    steady: sums.steady / sums.weight,
  };
}

interface ShapeFit {
  /** Per shape: logarithm of prior times marginal likelihood, up to a constant. */
  readonly logFit: Float64Array;
  readonly exposed: Float64Array;
  readonly best: number;
  readonly phi: number;
  readonly themeBefore: number;
}

function fitShapes(series: ReleaseSeries, shapes: DecayShapes): ShapeFit {
  const weeks = shapes.weeksBefore;
  const theme = Float64Array.from(series.before, (week) => week.theme);
  const exposure = exposures(series.before, series.isControlled);
  const themeBefore = theme.reduce((sum, count) => sum + count, 0);
  const upTo = runningSums(exposure);
  const logs = new Float64Array(shapes.count);
  const exposed = new Float64Array(shapes.count);
  const logExposed = new Float64Array(shapes.count);
  for (let shape = 0; shape < shapes.count; shape += 1) {
    const start = shapes.start[shape] ?? 0;
    let likely = 0;
    let sum = upTo[start] ?? 0;
    for (let week = start, at = shape * weeks + start; week < weeks; week += 1, at += 1) {
      likely += (theme[week] ?? 0) * (shapes.logBefore[at] ?? 0);
      sum += (exposure[week] ?? 0) * (shapes.before[at] ?? 0);
    }
    logs[shape] = likely;
    exposed[shape] = sum;
    logExposed[shape] = log(sum);
  }
  const logFit = new Float64Array(shapes.count);
  const weigh = (phi: number): number => {
    let top = 0;
    for (let shape = 0; shape < shapes.count; shape += 1) {
      const fit = (logs[shape] ?? 0) / phi - (themeBefore / phi + 0.5) * (logExposed[shape] ?? 0) + (shapes.logPrior[shape] ?? 0);
      logFit[shape] = fit;
      if (fit > (logFit[top] ?? 0)) top = shape;
    }
    return top;
  };
  const first = weigh(1);
  const phi = dispersionAround(theme, exposure, shapes, first, themeBefore / (exposed[first] ?? 1));
  const top = weigh(phi);
  return { logFit, exposed, best: logFit[top] ?? 0, phi, themeBefore };
}

/** `sums[n]` is the sum of the first n values. */
function runningSums(values: Float64Array): Float64Array {
  const sums = new Float64Array(values.length + 1);
  for (let index = 0; index < values.length; index += 1) sums[index + 1] = (sums[index] ?? 0) + (values[index] ?? 0);
  return sums;
}

/** Pearson dispersion of the weeks around one shape; a shape other than steady spends three more degrees of freedom. */
function dispersionAround(theme: Float64Array, exposure: Float64Array, shapes: DecayShapes, shape: number, level: number): number {
  let squares = 0;
  for (let week = 0; week < shapes.weeksBefore; week += 1) {
    const mean = level * (exposure[week] ?? 0) * (shapes.before[shape * shapes.weeksBefore + week] ?? 1);
    if (mean > 0) squares += ((theme[week] ?? 0) - mean) ** 2 / mean;
  }
  return max(1, squares / max(3, shapes.weeksBefore - (shape === 0 ? 1 : 4)));
}

function controlNoise(series: ReleaseSeries, phi: number): number {
  if (!series.isControlled) return 0;
  const total = (weeks: ReleaseSeries['before']): number => max(0.5, weeks.reduce((sum, week) => sum + week.control, 0));
  return phi * (1 / total(series.before) + 1 / total(series.after));
}
