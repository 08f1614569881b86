import type { SourceCoverage } from '../../../../src/contract/coverage';
import { formatNumber } from '../../../../src/contract/format-sentence';

/** How much was read, and of how much where anybody says: a total that nobody told is none. */
export function readOf({ read, total, totalBy, readAgainBy, gaps }: SourceCoverage): { readonly of: string; readonly by: string } {
  if (totalBy === 'source') return { of: ` of ${formatNumber(total)}`, by: 'its own count' };
  if (readAgainBy !== undefined || gaps.some(({ reason }) => reason === 'paused')) return { of: '', by: 'its total is not told' };
  return read < total ? { of: '', by: 'so far' } : { of: ` of ${formatNumber(total)}`, by: 'handed in' };
}
