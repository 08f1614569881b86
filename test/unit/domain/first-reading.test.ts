import type { SourceCoverage } from '../../../src/domain/coverage';
import { isFirstReading } from '../../../src/domain/first-reading';

const READING: SourceCoverage = { source: 'desk', name: 'Desk', kind: 'zendesk', total: 500, totalBy: 'source', read: 40, kept: 40, skipped: {}, gaps: [] };
const GAP = { from: '2026-01-01T00:00:00.000Z', reason: 'unreachable' };

it.each<[string, SourceCoverage, boolean]>([
  ['is read for the first time', READING, true],
  ['is read for the first time, and had a gap that has ended', { ...READING, gaps: [{ ...GAP, to: '2026-01-02T00:00:00.000Z' }] }, true],
  ['was read whole before, and has more since', { ...READING, lastReadAt: '2026-02-01T00:00:00.000Z' }, false],
  ['is read whole', { ...READING, read: 500 }, false],
  ['cannot be read: nothing to wait for', { ...READING, gaps: [GAP] }, false],
  ['is handed over by people', { ...READING, kind: 'slack' }, false],
])('one that %s', (_, source, expected) => {
  expect(isFirstReading([{ ...READING, read: 500, lastReadAt: '2026-02-01T00:00:00.000Z' }, source])).toBe(expected);
});
