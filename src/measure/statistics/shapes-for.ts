import type { ReleaseSeries } from '../series';
import { decayShapes, type DecayShapes } from './decay-shapes';

/** Layouts kept at a time: the issues of a release share one for each read-out, and a table is the same every time it is made. */
const KEPT = 4;
const kept = new Map<string, DecayShapes>();

/** The shapes for a series' layout. */
export function shapesFor(series: ReleaseSeries): DecayShapes {
  const layout = `${series.before.length}/${series.after.length}/${series.gapWeeks}`;
  const found = kept.get(layout);
  if (found !== undefined) return found;
  const made = decayShapes(series.before.length, series.after.length, series.gapWeeks);
  const [oldest] = kept.keys();
  if (oldest !== undefined && kept.size >= KEPT) kept.delete(oldest);
  kept.set(layout, made);
  return made;
}
