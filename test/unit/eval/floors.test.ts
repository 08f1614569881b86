import type { ModelAgreement } from '../../../eval/agent/agreement';
import { belowFloors } from '../../../eval/agent/floors';

const judges = { pairs: 200, sameStance: 0.98, stanceKappa: 0.96, sameKind: 0.97, kindKappa: 0.94 };
const row = (over: Partial<ModelAgreement['table']['supports']> = {}) => ({ supports: 0, contradicts: 0, unrelated: 0, unproven: 0, none: 0, ...over });
const good: ModelAgreement = {
  table: { supports: row({ supports: 40, unrelated: 7 }), contradicts: row({ contradicts: 1 }), unrelated: row({ unrelated: 145, supports: 4 }) },
  supportsPrecision: 0.91, supportsRecall: 0.85, contradictsPrecision: 1, contradictsRecall: 1, quoteMeets: 0.95,
};

describe('the gate for a model', () => {
  it('lets through what reaches every floor', () => {
    expect(belowFloors(judges, good, true)).toEqual([]);
  });

  it.each([
    ['another model that finds less', { ...good, supportsRecall: 0.5 }, 'recall of support is 0.50'],
    ['one that calls everything support', { ...good, supportsPrecision: 0.23 }, 'precision of support is 0.23'],
    ['one that quotes something else', { ...good, quoteMeets: 0.4 }, 'share of quotes'],
    ['one that never quotes', { ...good, quoteMeets: null }, 'is unknown'],
    ['one that often has no usable answer', { ...good, table: { ...good.table, unrelated: row({ unrelated: 100, none: 20, unproven: 29 }) } }, '49 of 197 pairs'],
    ['no answer at all', { ...good, table: { supports: row(), contradicts: row(), unrelated: row() } }, '0 of 0 pairs'],
  ])('stops %s', (_, figures, words) => {
    expect(belowFloors(judges, figures, true).join('; ')).toContain(words);
  });

  it('stops where the judges do not agree, and asks of a script only that every pair is answered', () => {
    expect(belowFloors({ ...judges, stanceKappa: 0.4 }, good, false)).toHaveLength(1);
    expect(belowFloors(judges, { ...good, supportsPrecision: 0.1, quoteMeets: null }, false)).toEqual([]);
    expect(belowFloors(judges, { ...good, table: { ...good.table, contradicts: row({ none: 1 }) } }, false)).toHaveLength(1);
  });
});
