import type { CoverageLine } from '../../../src/contract/coverage';
import { weekFinding } from '../../../src/surfaces/page/week-view';

const coverage = (read: number): CoverageLine => ({ state: 'complete', read, total: read, skipped: 0, sources: 1, gaps: [], asOf: '2025-07-01T00:00:00.000Z' });

describe('the first sentence of the week, before the engine ever ran', () => {
  it('says that what was read is being worked on, never that too little was read', () => {
    expect(weekFinding({ digest: undefined, coverage: coverage(13_828) })).toEqual({ id: 'week.being-derived', params: {} });
  });

  it('says that there is too little when nothing was read', () => {
    expect(weekFinding({ digest: undefined, coverage: coverage(0) }).id).toBe('week.no-themes');
  });
});
