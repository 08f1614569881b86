import type { JudgesAgreement, ModelAgreement } from './agreement';

/**
 * What a model has to reach before anybody should switch it on, set before any model was ever measured: four of five that it calls support
 * are, seven of ten are found, and four of five of its quotes meet a judge's. At most one pair in ten without a usable answer.
 */
const MODEL = { supportsPrecision: 0.8, supportsRecall: 0.7, quoteMeets: 0.8, unanswered: 0.1 };
/** Two readers who agree less than this have no truth to measure by. */
const JUDGES = { stanceKappa: 0.8, kindKappa: 0.8 };

/** Figures that miss their floor, in words; a figure that could not be taken misses it too. Of a script only is asked that every pair is answered. */
export function belowFloors(judges: JudgesAgreement, figures: ModelAgreement, isLive: boolean): readonly string[] {
  const outcomes = Object.values(figures.table).flatMap((row) => Object.entries(row));
  const all = outcomes.reduce((sum, [, count]) => sum + count, 0);
  const unanswered = outcomes.reduce((sum, [outcome, count]) => sum + (outcome === 'none' || (isLive && outcome === 'unproven') ? count : 0), 0);
  const missed: string[] = [];
  const floor = (name: string, value: number | null, least: number): void => {
    if (value === null || !(value >= least)) missed.push(`${name} is ${value === null ? 'unknown' : value.toFixed(2)}, at least ${least} is needed`);
  };
  floor('agreement of the judges on stance (kappa)', judges.stanceKappa, JUDGES.stanceKappa);
  floor('agreement of the judges on kind (kappa)', judges.kindKappa, JUDGES.kindKappa);
  const most = isLive ? MODEL.unanswered : 0;
  if (all === 0 || unanswered / all > most) missed.push(`${unanswered} of ${all} pairs have no usable answer, at most ${most * 100} % may`);
  if (!isLive) return missed;
  floor('precision of support', figures.supportsPrecision, MODEL.supportsPrecision);
  floor('recall of support', figures.supportsRecall, MODEL.supportsRecall);
  floor('share of quotes that meet a judge’s', figures.quoteMeets, MODEL.quoteMeets);
  return missed;
}
