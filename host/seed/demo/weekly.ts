import { DAY_IN_MS, epochMs, WEEK_IN_MS } from '../../../src/domain/time';
import { HISTORY_WEEKS, weekStartMs } from './calendar';
import type { WeeklyShape } from './needs';

/** Signals that a need is expected to bring in a week, before chance. Formula: drift or turn, plus spikes that decay. */
export function expectedIn(shape: WeeklyShape, week: number): number {
  const start = weekStartMs(week);
  const { base, end = base, turn, spikes = [] } = shape;
  const drift = base + (end - base) * Math.min(1, week / HISTORY_WEEKS);
  const level = turn === undefined ? drift : turned(drift, turn, start);
  return level + spikes.reduce((sum, spike) => sum + spikeIn(spike, start), 0);
}

/** A turn in mid-week counts by the days on each side of it. */
function turned(before: number, turn: NonNullable<WeeklyShape['turn']>, start: number): number {
  const at = epochMs(turn.day) + turn.lagDays * DAY_IN_MS;
  const share = Math.min(1, Math.max(0, (start + WEEK_IN_MS - at) / WEEK_IN_MS));
  return before * (1 - share) + turn.to * share;
}

function spikeIn({ day, height, decay }: NonNullable<WeeklyShape['spikes']>[number], start: number): number {
  const weeks = Math.round((start - epochMs(day)) / WEEK_IN_MS);
  return weeks < 0 ? 0 : height * decay ** weeks;
}
