import { normalInterval, resampled, seeded, type Interval } from '../statistics';

export interface Bin {
  readonly from: number;
  readonly count: number;
  readonly confidence: number;
  readonly right: number;
}

export interface Calibration {
  readonly pairs: number;
  /** Expected calibration error over ten bins of equal count (Naeini et al. 2015). */
  readonly ece: number;
  /** What perfectly calibrated confidences would show on as many pairs, by simulation. */
  readonly eceOfPerfect: number;
  readonly bins: readonly Bin[];
}

const BINS = 10;
const SIMULATIONS = 500;
const RESAMPLES = 400;
const SIMULATIONS_PER_RESAMPLE = 40;

/** Confidence and rightness (0..1) of one pair. */
export interface JudgedConfidence {
  readonly confidence: number;
  readonly right: number;
}

/** The error beyond that of perfect calibration, with the interval of pairs drawn again: a resample's own error is larger, so its spread stands around the value. */
export function excessWithInterval(judged: readonly JudgedConfidence[]): Interval {
  const excess = ({ ece, eceOfPerfect }: Calibration): number => ece - eceOfPerfect;
  return normalInterval(excess(calibrationOf(judged)), resampled(judged, RESAMPLES, (drawn) => excess(calibrationOf(drawn, SIMULATIONS_PER_RESAMPLE))));
}

/** @param judged confidence and rightness (0..1) of each pair */
export function calibrationOf(judged: readonly JudgedConfidence[], simulations = SIMULATIONS): Calibration {
  const sorted = [...judged].sort((a, b) => a.confidence - b.confidence);
  const bins = binsOf(sorted);
  const random = seeded(7);
  let simulated = 0;
  for (let turn = 0; turn < simulations; turn += 1) simulated += eceOf(binsOf(sorted.map((one) => ({ confidence: one.confidence, right: random() < one.confidence ? 1 : 0 }))), sorted.length);
  return { pairs: sorted.length, ece: eceOf(bins, sorted.length), eceOfPerfect: simulated / simulations, bins };
}

function binsOf(sorted: readonly { readonly confidence: number; readonly right: number }[]): Bin[] {
  return Array.from({ length: BINS }, (_, at) => sorted.slice(Math.floor((at * sorted.length) / BINS), Math.floor(((at + 1) * sorted.length) / BINS)))
    .filter((bin) => bin.length > 0)
    .map((bin) => ({ from: bin[0]?.confidence ?? 0, count: bin.length, confidence: bin.reduce((sum, one) => sum + one.confidence, 0) / bin.length, right: bin.reduce((sum, one) => sum + one.right, 0) / bin.length }));
}

function eceOf(bins: readonly Bin[], pairs: number): number {
  return bins.reduce((sum, bin) => sum + (bin.count / Math.max(1, pairs)) * Math.abs(bin.confidence - bin.right), 0);
}
