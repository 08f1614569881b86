import { cohensKappa, judgesAgreement, modelAgreement, type ModelReading } from '../../../eval/agent/agreement';
import { goldenRow, type GoldenLabel, type GoldenPair } from '../../../eval/agent/golden';

const label = (stance: GoldenLabel['stance'], start = 0): GoldenLabel => ({ stance, kind: 'problem', severity: 'hinders', ...(stance === 'unrelated' ? {} : { citation: { field: 'text', start, end: start + 4 } }) });
const pair = (first: GoldenLabel, second: GoldenLabel): GoldenPair => ({
  issue: { id: 'i', summary: 'Export' },
  signal: { id: 's', source: 'x', externalId: '1', at: '2025-01-01T00:00:00.000Z', kind: 'said', text: 'mail is lost', visibility: 'open' },
  labels: [first, second],
  agreed: first.stance === second.stance ? first.stance : undefined,
});
const read = (stance: 'supports' | 'contradicts', start = 0): ModelReading => ({ issue: 'i', kind: 'read', stance, citation: { field: 'text', start, end: start + 4 } });

describe('golden set', () => {
  const golden = [pair(label('supports'), label('supports', 5)), pair(label('supports'), label('unrelated')), pair(label('unrelated'), label('unrelated')), pair(label('contradicts'), label('contradicts'))];

  it('measures a model only where both judges agree, and its quote by meeting one of theirs', () => {
    const figures = modelAgreement(golden, [read('supports', 6), read('contradicts'), read('supports'), { issue: 'i', kind: 'unproven' }]);
    expect(figures.table.supports).toMatchObject({ supports: 1, contradicts: 0 });
    expect(figures.table.contradicts.unproven).toBe(1);
    expect(figures).toMatchObject({ supportsPrecision: 0.5, supportsRecall: 1, contradictsPrecision: null, contradictsRecall: 0, quoteMeets: 1 });
  });

  it('counts a pair without an answer as not answered, never as unrelated', () => {
    expect(modelAgreement(golden, []).table).toMatchObject({ supports: { none: 1, unrelated: 0 }, unrelated: { none: 1, unrelated: 0 } });
  });

  it('says how far its judges agree beyond chance', () => {
    expect(judgesAgreement(golden)).toMatchObject({ pairs: 4, sameStance: 0.75 });
    expect(cohensKappa([['a', 'a'], ['a', 'b'], ['b', 'b'], ['b', 'b']], ['a', 'b'])).toBeCloseTo(0.5);
    expect(cohensKappa([['a', 'b'], ['b', 'a']], ['a', 'b'])).toBeCloseTo(-1);
  });

  it('refuses a stored row with one judge or with words instead of their place', () => {
    const of = { issue: 'i', signal: 's' };
    const one = { stance: 'unrelated', kind: 'wish', severity: 'none' };
    expect(goldenRow({ of, labels: [one, one] }).labels).toHaveLength(2);
    expect(() => goldenRow({ of, labels: [one] })).toThrow();
    expect(() => goldenRow({ of, labels: [one, { ...one, quote: 'mail is lost' }] })).toThrow();
  });
});
