import { agreementOf, agreementSaid, judgements, type Judgement } from '../../../eval/judgements';

const judged = (...right: number[]): Judgement => ({ of: {}, right });

describe('agreement of judgements', () => {
  it('is free of what chance gives, and leaves out what was read once', () => {
    const agreement = agreementOf([judged(1, 1), judged(1, 0), judged(0, 0), judged(0, 0), judged(1), judged(0)]);
    expect(agreement.twice).toBe(4);
    expect(agreement.share).toBe(0.75);
    expect(agreement.kappa).toBeCloseTo(0.5);
    expect(agreementSaid(agreement)).toBe('agreement 0.75, kappa 0.50 on 4 pairs');
  });

  it('is not known of what was read once, rather than 0', () => {
    expect(agreementSaid(agreementOf([judged(1), judged(0)]))).toBe('read once, agreement not known');
  });

  it('of two judges is counted on their pairs alone, apart from those that one judge read twice', () => {
    expect(agreementSaid(agreementOf(judgements('hosted')))).toBe('agreement 0.93, kappa 0.72 on 166 pairs');
    expect(agreementSaid(agreementOf(judgements('pairs')))).toBe('agreement 0.99, kappa 0.98 on 142 pairs');
  });
});
