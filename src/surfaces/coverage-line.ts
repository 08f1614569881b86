import { coverageOf, type SourceCoverage } from '../domain/coverage';
import { isHandedOver } from '../domain/heard-when-marked';
import type { CoverageLine } from '../contract/coverage';

/** @param pending imports that were accepted and are not read yet */
export function coverageLine(sources: readonly SourceCoverage[], pending: number, derivedAt: string | undefined, now: string): CoverageLine {
  const coverage = coverageOf(sources, pending, now);
  const heard = sources.filter((one) => !isHandedOver(one.kind));
  return {
    state: coverage.state,
    read: coverage.read,
    total: coverage.total,
    skipped: sources.reduce((sum, one) => sum + Object.values(one.skipped).reduce((a, b) => a + b, 0), 0),
    // What is only handed over was not listened to.
    sources: heard.length,
    gaps: coverage.sources.flatMap((one) => one.gaps.map((gap) => ({ source: one.name, ...gap }))),
    outages: sources.flatMap((one) => (one.outages ?? []).map((outage) => ({ source: one.name, ...outage }))),
    ...(derivedAt === undefined ? {} : { derivedAt }),
  };
}
