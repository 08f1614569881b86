import type { SourceCoverage } from './coverage';
import { isListenedTo } from './listened-to';

/**
 * Whether a source is in its first reading and nothing is wrong with it: what is derived now is derived of a part, and the rest comes by itself.
 * One that cannot be read (an open gap) is nothing to wait for.
 */
export function isFirstReading(sources: readonly SourceCoverage[]): boolean {
  return sources.some((one) => isListenedTo(one) && one.lastReadAt === undefined && one.read < one.total && !one.gaps.some((gap) => gap.to === undefined));
}
