import { DAY_IN_MS, epochMs } from '../../domain/time';
import type { Issue } from '../../domain/issue';
import type { Confirmations, ConfirmedNeighbour } from './confirmations';
import { logOfNext } from '../text/log-of-count';
import { factorAt } from './factors';

const NEIGHBOUR = factorAt('confirmed-neighbour');
const LIKENESS = factorAt('confirmed-likeness');
const BEFORE = factorAt('confirmed-before');
const LATELY = factorAt('confirmed-lately');
const NEAR = factorAt('filed-near');
const LATER = factorAt('filed-later');
const LONG = factorAt('fixed-long-before');
const REJECTED = factorAt('rejected-neighbour');

/** When issues were filed and fixed, in milliseconds; NaN where unknown. */
export interface IssueDates {
  readonly filed: Float64Array;
  readonly fixed: Float64Array;
}

export function issueDates(issues: readonly Issue[]): IssueDates {
  return {
    filed: Float64Array.from(issues, (issue) => epochMs(issue.createdAt)),
    fixed: Float64Array.from(issues, (issue) => (issue.resolvedAt === undefined ? Number.NaN : epochMs(issue.resolvedAt))),
  };
}

/** What people's decisions say about one candidate. */
export interface DecisionsNear {
  readonly confirmations: Confirmations;
  readonly confirmed: ConfirmedNeighbour | undefined;
  readonly rejected: ConfirmedNeighbour | undefined;
}

/** Writes the factors that come from decisions and dates. Half-lives and spans in days stand in the formulas. */
export function writeHistory(row: Float32Array, base: number, pair: { issue: number; saidAtMs: number }, near: DecisionsNear, dates: IssueDates): void {
  const last = near.confirmations.lastAtMs(pair.issue);
  row[base + NEIGHBOUR] = near.confirmed?.words ?? 0;
  row[base + LIKENESS] = near.confirmed?.latent ?? 0;
  row[base + REJECTED] = near.rejected?.words ?? 0;
  row[base + BEFORE] = logOfNext(near.confirmations.count(pair.issue));
  row[base + LATELY] = Number.isNaN(last) ? 0 : Math.exp(-Math.abs(pair.saidAtMs - last) / DAY_IN_MS / 30);
  const age = (pair.saidAtMs - dates.filed[pair.issue]!) / DAY_IN_MS;
  const known = !Number.isNaN(age);
  row[base + NEAR] = known ? Math.exp(-Math.abs(age) / 60) : 0;
  row[base + LATER] = known && age < 0 ? Math.min(1, -age / 90) : 0;
  const sinceFix = (pair.saidAtMs - dates.fixed[pair.issue]!) / DAY_IN_MS;
  row[base + LONG] = sinceFix > 0 ? Math.min(2, sinceFix / 180) : 0;
}
