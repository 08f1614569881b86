import type { SourceCoverage } from '../domain/coverage';
import type { FrozenSource, LeftOutSource } from '../domain/outcome';
import { heardSince } from '../domain/heard-since';
import { isHandedOver } from '../domain/heard-when-marked';
import { isListenedTo, LEFT } from '../domain/listened-to';
import { DAY_IN_MS, epochMs } from '../domain/time';

export interface ChosenSources {
  readonly sources: readonly FrozenSource[];
  readonly leftOut: readonly LeftOutSource[];
}

/** A source whose first signal came this much after the window began is still taken to have listened all along. */
const GRACE_DAYS = 7;

/**
 * The sources that are counted, the same ones on both sides. Sources that knew the whole window are enough when they carry
 * at least half of what is measured; then later ones are left out, visibly. Otherwise all stay, and the window shortens to the youngest.
 * @param measured signals of the measured groups by source, in the window
 * @param windowFrom milliseconds
 */
export function chooseSources(coverage: readonly SourceCoverage[], measured: ReadonlyMap<string, number>, windowFrom: number): ChosenSources {
  // We choose whom we talk to: our own conversations would make a theme louder because we asked.
  const known = coverage.flatMap((one) => {
    const since = heardSince(one);
    return since === undefined || !isListenedTo(one) ? [] : [{ source: one.source, since }];
  });
  const given = givenUp(coverage);
  const whole = known.filter((one) => epochMs(one.since) <= windowFrom + GRACE_DAYS * DAY_IN_MS);
  const late = known.filter((one) => !whole.includes(one));
  if (whole.length === 0) return { sources: known, leftOut: given };
  const count = (sources: readonly FrozenSource[]): number => sources.reduce((sum, one) => sum + (measured.get(one.source) ?? 0), 0);
  // Within the grace a source counts from the start of the window: its first weeks were quiet, not unknown.
  const settled = whole.map((one) => ({ ...one, since: epochMs(one.since) > windowFrom ? new Date(windowFrom).toISOString() : one.since }));
  if (count(late) > count(whole)) return { sources: [...settled, ...late], leftOut: given };
  return { sources: settled, leftOut: [...late.map((one) => ({ source: one.source, reason: 'connected-mid-window' as const, at: one.since })), ...given] };
}

/** Nobody listens there any more: counted before and not after, they would show a drop that is none. */
function givenUp(coverage: readonly SourceCoverage[]): readonly LeftOutSource[] {
  return coverage.flatMap(({ source, kind, gaps }) => {
    const left = isHandedOver(kind) ? undefined : gaps.find((gap) => gap.to === undefined && gap.reason === LEFT);
    return left === undefined ? [] : [{ source, reason: 'gap' as const, at: left.from }];
  });
}
