import fc from 'fast-check';
import { proveListening } from '../../../src/decide/prove-listening';
import type { SourceCoverage } from '../../../src/domain/coverage';
import { allHeardSince, anyHeardSince, heardSince } from '../../../src/domain/heard-since';
import { DAY_IN_MS, epochMs, isoTime } from '../../../src/domain/time';
import { chooseSources } from '../../../src/measure/choose-sources';
import { listeningCase, NOW, POLICY } from './cases';

const daysAgo = (days: number): string => isoTime(epochMs(NOW) - days * DAY_IN_MS);
const [TEMPLATE] = listeningCase().coverage.sources;
const WINDOW_FROM = epochMs(daysAgo(POLICY.evidenceWindowDays));

/** Sources that are read as well as can be; only how far back differs. */
const source = fc.record({ oldest: fc.integer({ min: 0, max: 1_500 }), read: fc.option(fc.integer({ min: 0, max: 1_500 })), nothingBefore: fc.boolean(), isHanded: fc.boolean(), kind: fc.constantFrom('zendesk', 'file', 'slack') });
const sources = fc.array(source, { minLength: 1, maxLength: 4 }).map((list) => list.map(({ oldest, read, nothingBefore, isHanded, kind }, index): SourceCoverage => ({
  ...TEMPLATE!, source: `s${index}`, kind, oldestAt: daysAgo(oldest), ...(read === null ? {} : { ...(isHanded ? { held: { from: daysAgo(read) } } : { readSince: daysAgo(read) }), ...(nothingBefore ? { nothingBefore: true } : {}) }),
})));
/** Until when more may have been said there than is known: what is handed in has to show that somebody spoke there before. */
const mayMiss = ({ readSince, held, oldestAt }: SourceCoverage): string | undefined => readSince ?? (held !== undefined && epochMs(held.from) - epochMs(oldestAt!) > 7 * DAY_IN_MS ? held.from : undefined);
const listeningTo = (list: readonly SourceCoverage[]) => proveListening(
  listeningCase({}, { coverage: { state: 'complete', total: 1, read: 1, sources: list }, volumes: list.map((one) => ({ source: one.source, last7: 100, before28: 400, last28: 400, before112: 1_600 })) }), POLICY, NOW);

describe('since when a source was heard', () => {
  it('is never before it was read, and never before anything was said', () => {
    expect(heardSince({ oldestAt: '2020-01-01T00:00:00.000Z', readSince: '2025-01-01T00:00:00.000Z' })).toBe('2025-01-01T00:00:00.000Z');
    expect(heardSince({ oldestAt: '2025-02-01T00:00:00.000Z', readSince: '2025-01-01T00:00:00.000Z' })).toBe('2025-02-01T00:00:00.000Z');
    expect(heardSince({ oldestAt: '2020-01-01T00:00:00.000Z' })).toBe('2020-01-01T00:00:00.000Z');
    expect(heardSince({ readSince: '2025-01-01T00:00:00.000Z' })).toBeUndefined();
    expect(anyHeardSince([])).toBeUndefined();
  });

  it('proves no silence of a window that begins before a source was read, unless an admin says that nothing is missing', () => {
    let proven = 0;
    fc.assert(fc.property(sources, (list) => {
      const listening = listeningTo(list);
      proven += listening.kind === 'proven' ? 1 : 0;
      const heard = list.filter((one) => one.kind !== 'slack');
      const unread = heard.some((one) => one.nothingBefore !== true && epochMs(mayMiss(one) ?? '') > WINDOW_FROM);
      const isLong = heard.some((one) => epochMs(heardSince(one)!) <= WINDOW_FROM + 0.05 * POLICY.evidenceWindowDays * DAY_IN_MS);
      return listening.kind === 'proven' ? !unread && isLong && listening.since >= (heard.map((one) => heardSince(one)!).sort()[0] ?? '') : unread || !isLong;
    }), { numRuns: 500, seed: 20250701 });
    expect(proven).toBeGreaterThan(20);
  });

  it('is, for all of them together, never before the beginning of one that may hold more', () => {
    fc.assert(fc.property(sources, (list) => {
      const heard = list.filter((one) => one.kind !== 'slack');
      const since = allHeardSince(list);
      return heard.length === 0 ? since === undefined : heard.every((one) => mayMiss(one) === undefined || one.nothingBefore === true || mayMiss(one)! <= since!);
    }), { numRuns: 500, seed: 20250702 });
  });

  it('bounds what a release is compared with', () => {
    const one = { ...TEMPLATE!, source: 'desk', kind: 'zendesk', oldestAt: '2023-01-01T00:00:00.000Z', readSince: '2025-04-01T00:00:00.000Z' };
    expect(chooseSources([one], new Map([['desk', 50]]), epochMs('2025-01-01T00:00:00.000Z')).sources).toEqual([{ source: 'desk', since: '2025-04-01T00:00:00.000Z' }]);
  });
});
