import type { SourceCoverage } from './coverage';
import { isHandedOver } from './heard-when-marked';

/** Why the gap of a sender that was removed is open: nobody said yet that its silence counts for nothing. */
export const REMOVED = 'removed';
/** Why the gap of a source that was given up is open: a person said that nobody listens there any more. */
export const LEFT = 'left';

/**
 * Whether silence and listening may rest on a source: not on what people of ours hand over, and not on one that was given up. What it said before stays
 * evidence; its gap stays open, so that nobody who spoke there is called silent.
 */
export function isListenedTo({ kind, gaps }: Pick<SourceCoverage, 'kind' | 'gaps'>): boolean {
  return !isHandedOver(kind) && !gaps.some((gap) => gap.to === undefined && gap.reason === LEFT);
}
