import fc from 'fast-check';
import { judgeSeries, mayBeFewer } from '../../../src/measure/judge-series';
import { OUTCOME_POLICY } from '../../../src/measure/policy';
import type { ReleaseSeries } from '../../../src/measure/series';

const week = (theme: number, control: number, isExcluded = false): { theme: number; control: number; isExcluded: boolean } => ({ theme, control, isExcluded });
const seriesOf = (before: readonly number[], after: readonly number[], over: Partial<ReleaseSeries> = {}, control = 200): ReleaseSeries => ({
  before: before.map((theme, n) => week(theme, control, n >= before.length - 4)),
  after: after.map((theme) => week(theme, control)),
  gapWeeks: 1,
  isControlled: true,
  ...over,
});
const verdict = (series: ReleaseSeries): unknown => judgeSeries(series, 8, OUTCOME_POLICY).verdict;
const LEVEL = [10, 12, 9, 11, 8, 10, 13, 9, 10, 11, 10, 9, 11, 10, 12, 9];

describe('the verdict on one series', () => {
  it('fewer, more, no clear change, too few', () => {
    expect(verdict(seriesOf(LEVEL, [3, 2, 4, 3, 2, 3, 4, 2]))).toEqual({ kind: 'fewer' });
    expect(verdict(seriesOf(LEVEL, [22, 25, 19, 21, 24, 20, 23, 22]))).toEqual({ kind: 'more', by: 'read-out' });
    expect(verdict(seriesOf(LEVEL, [10, 9, 11, 10, 12, 8, 10, 9]))).toEqual({ kind: 'no-clear-change' });
    expect(verdict(seriesOf(LEVEL.map((_, n) => (n % 5 === 0 ? 1 : 0)), [0, 0, 0, 0, 0, 0, 0, 0]))).toEqual({ kind: 'too-few-to-tell' });
    expect(verdict(seriesOf(LEVEL.map(() => 0), [0, 0, 0, 0, 0, 0, 0, 0]))).toEqual({ kind: 'too-few-to-tell' });
  });

  it('the fall of the redesign complaints after 89.0 is nobody’s merit', () => {
    const complaints = [14, 17, 16, 15, 14, 17, 16, 533, 266, 113, 88, 77, 62];
    expect(verdict({ ...seriesOf(complaints, [46, 37, 35, 33]), gapWeeks: 1 })).toEqual({ kind: 'not-attributable', reason: 'spike-before-release' });
    expect(verdict(seriesOf(complaints.slice(0, 9), [88, 77, 62, 46, 37, 35, 33, 30]))).toEqual({ kind: 'not-attributable', reason: 'spike-before-release' });
  });

  it('a steady decline before the release goes on by itself', () => {
    const decline = Array.from({ length: 16 }, (_, n) => Math.round(60 * 0.88 ** n));
    expect(verdict(seriesOf(decline, Array.from({ length: 8 }, (_, n) => Math.round(60 * 0.88 ** (17 + n)))))).toEqual({ kind: 'not-attributable', reason: 'spike-before-release' });
  });

  it('a stop far beyond the decay is credited', () => {
    const slow = Array.from({ length: 16 }, (_, n) => (n < 4 ? 40 : Math.round(40 + 40 * 0.95 ** (n - 4))));
    expect(verdict(seriesOf(slow, [2, 3, 1, 2, 3, 2, 1, 2]))).toEqual({ kind: 'fewer' });
  });

  it('names the other reasons', () => {
    const everything = seriesOf(LEVEL, [3, 2, 4, 3, 2, 3, 4, 2]);
    expect(verdict({ ...everything, after: everything.after.map((one) => ({ ...one, control: 60 })) })).toEqual({ kind: 'not-attributable', reason: 'volume-shift' });
    expect(verdict({ ...everything, isControlled: false })).toEqual({ kind: 'not-attributable', reason: 'no-control' });
    const lastYear = { themeBefore: 120, themeAfter: 24, controlBefore: 2400, controlAfter: 1600 };
    expect(verdict({ ...everything, yearBefore: lastYear })).toEqual({ kind: 'not-attributable', reason: 'season' });
    expect(verdict(seriesOf([...LEVEL.slice(0, 12), 24, 18, 17, 22], [8, 8, 7, 9, 8, 7, 8, 8]))).toMatchObject({ kind: 'not-attributable' });
    expect(verdict(seriesOf([...LEVEL.slice(0, 12), 24, 28, 27, 29], [28, 27, 29, 26, 28, 30, 27, 28]))).toEqual({ kind: 'not-attributable', reason: 'rise-before-release' });
    expect(verdict(seriesOf(LEVEL, [11, 12, 11, 12, 11, 12, 11, 60]))).toEqual({ kind: 'not-attributable', reason: 'single-week' });
  });

  it('says "everything moved" only where the controls moved too', () => {
    // Half as many, but few: not clear against the controls. Whether the controls went along decides the words.
    const few = seriesOf([2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2], [1, 1, 1, 1, 1, 1, 1, 1], {}, 3);
    const shrunk = { ...few, after: few.after.map((one, n) => ({ ...one, control: n % 2 === 0 ? 2 : 1 })) };
    expect(verdict(shrunk)).toEqual({ kind: 'not-attributable', reason: 'volume-shift' });
    expect(verdict({ ...few, after: few.after.map((one, n) => ({ ...one, control: n % 2 === 0 ? 3 : 2 })) })).toEqual({ kind: 'no-clear-change' });
  });

  it('a spike in the left-out weeks is said, not hidden behind "too few"', () => {
    expect(verdict(seriesOf([0, 0, 2, 1, 0, 1, 0, 1, 0, 1, 0, 0, 0, 0, 38, 70], [5, 2, 0, 0, 2, 1, 0, 1]))).toEqual({ kind: 'not-attributable', reason: 'spike-before-release' });
  });

  it('never answers "fewer" when more came, nor "more" when fewer came, whatever the counts', () => {
    const counts = fc.array(fc.integer({ min: 0, max: 60 }), { minLength: 16, maxLength: 16 });
    const after = fc.array(fc.integer({ min: 0, max: 60 }), { minLength: 8, maxLength: 8 });
    fc.assert(fc.property(counts, after, fc.integer({ min: 5, max: 300 }), (before, post, control) => {
      const { verdict: said, ratio } = judgeSeries(seriesOf(before, post, {}, control), 8, OUTCOME_POLICY);
      if (said.kind === 'fewer') expect([ratio <= 0.8, mayBeFewer(seriesOf(before, post, {}, control), 8, OUTCOME_POLICY)]).toEqual([true, true]);
      if (said.kind === 'more') expect(ratio).toBeGreaterThanOrEqual(1.2);
    }), { numRuns: 60 });
  });

  it('fewer after the release never makes "fewer" less likely', () => {
    fc.assert(fc.property(fc.array(fc.integer({ min: 0, max: 12 }), { minLength: 8, maxLength: 8 }), (post) => {
      const some = judgeSeries(seriesOf(LEVEL, post), 8, OUTCOME_POLICY);
      const none = judgeSeries(seriesOf(LEVEL, post.map(() => 0)), 8, OUTCOME_POLICY);
      expect(none.fewer).toBeLessThanOrEqual(some.fewer + 1e-9);
    }), { numRuns: 40 });
  });
});
