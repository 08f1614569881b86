import { coverageOf, type Gap, type SourceCoverage } from '../domain/coverage';
import { isListenedTo, LEFT } from '../domain/listened-to';
import { PARKED, parkedOf } from '../domain/parked';
import { DIGEST_WEEKS } from '../domain/product-digest';
import { epochMs, WEEK_IN_MS } from '../domain/time';
import type { CoverageLine } from '../contract/coverage';

/** @param pending imports that were accepted and are not read yet */
export function coverageLine(sources: readonly SourceCoverage[], pending: number, derivedAt: string | undefined, now: string): CoverageLine {
  const coverage = coverageOf(sources, pending, now);
  const heard = coverage.sources.filter(isListenedTo);
  return {
    state: coverage.state,
    read: coverage.read,
    total: coverage.total,
    skipped: sources.reduce((sum, one) => sum + Object.values(one.skipped).reduce((a, b) => a + b, 0), 0),
    // What is only handed over, or was given up, is not listened to.
    sources: heard.length,
    gaps: coverage.sources.flatMap((one) => one.gaps.filter((gap) => heard.length === 0 || !isLongLeft(gap, now)).map((gap) => ({ source: one.name, ...gap, ...(gap.reason === PARKED ? { parked: parkedOf(one) } : {}) }))),
    outages: sources.flatMap((one) => (one.outages ?? []).map((outage) => ({ source: one.name, ...outage }))),
    ...(derivedAt === undefined ? {} : { derivedAt }),
  };
}

/** What a source said that was given up stands in the weeks that a usual one is told from: as long as that is so, fewer voices are no finding. */
function isLongLeft({ from, reason }: Gap, now: string): boolean {
  return reason === LEFT && epochMs(now) - epochMs(from) > DIGEST_WEEKS * WEEK_IN_MS;
}
