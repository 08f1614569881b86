import { coverageOf, type SourceCoverage } from '../domain/coverage';
import type { CoverageLine } from '../contract/coverage';

/** @param pending imports that were accepted and are not read yet */
export function coverageLine(sources: readonly SourceCoverage[], pending: number, derivedAt: string | undefined): CoverageLine {
  const coverage = coverageOf(sources, pending);
  return {
    state: coverage.state,
    read: coverage.read,
    total: coverage.total,
    skipped: sources.reduce((sum, one) => sum + Object.values(one.skipped).reduce((a, b) => a + b, 0), 0),
    sources: sources.length,
    gaps: sources.flatMap((one) => one.gaps.map((gap) => ({ source: one.name, ...gap }))),
    outages: sources.flatMap((one) => (one.outages ?? []).map((outage) => ({ source: one.name, ...outage }))),
    ...(derivedAt === undefined ? {} : { derivedAt }),
  };
}
