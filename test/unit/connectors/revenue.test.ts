import fc from 'fast-check';
import { readAmount } from '../../../src/domain/read-amount';
import { toAccount as toCompany } from '../../../src/connectors/intercom/map';
import { Company } from '../../../src/connectors/intercom/schema';
import { countNoNumber, toAccount } from '../../../src/connectors/zendesk/map';
import { Organization } from '../../../src/connectors/zendesk/schema';
import { yearlyWorth } from '../../../src/domain/yearly-worth';

const AT = '2026-01-01T00:00:00.000Z';
const organization = (arr: unknown) => Organization.parse({ id: 1, name: 'A', domain_names: [], updated_at: AT, organization_fields: { arr } });
const company = (monthly_spend: number | undefined) => toCompany(Company.parse({ id: '1', name: 'A', updated_at: 1, ...(monthly_spend === undefined ? {} : { monthly_spend }) }), AT);

describe('an amount that people typed', () => {
  it.each([
    [12000, 12000], [0, 0], ['0', 0], ['12000', 12000], [' 12000 ', 12000], ['12,000', 12000], ['1,234,567.50', 1234567.5], ['1.234.567', 1234567], ['1.234,50', 1234.5], ['12 000', 12000], ['12’000', 12000], ['12.5', 12.5], ['12,5', 12.5], ['12000.0000', 12000],
    [undefined, 'none'], [null, 'none'], ['', 'none'], [' ', 'none'],
    [false, 'unreadable'], [true, 'unreadable'], ['12.000', 'unreadable'], ['12k', 'unreadable'], ['unknown', 'unreadable'], ['1,23,456', 'unreadable'], ['12,000,0', 'unreadable'], [-5, 'unreadable'], ['-5', 'unreadable'], [Number.NaN, 'unreadable'], ['0x10', 'unreadable'], ['1e3', 'unreadable'],
  ])('%p is %p', (value, amount) => {
    expect(readAmount(value)).toBe(amount);
  });

  it('is the same number however its thousands are parted', () => {
    fc.assert(fc.property(fc.nat({ max: 2_000_000_000 }), fc.constantFrom('en-US', 'fr-FR', 'de-CH'), (amount, locale) => {
      expect(readAmount(amount.toLocaleString(locale))).toBe(amount);
      expect(readAmount(String(amount))).toBe(amount);
    }));
  });
});

describe('a revenue that nobody entered', () => {
  it('is no revenue, neither in a desk\'s field nor where Intercom says 0 of everybody', () => {
    for (const empty of ['', ' ', false, null, 'tbd']) expect(toAccount(organization(empty), { revenue: 'arr' })).not.toHaveProperty('revenue');
    expect(company(0)).not.toHaveProperty('revenue');
    expect(company(undefined)).not.toHaveProperty('revenue');
    expect([toAccount(organization('12,000'), { revenue: 'arr' }).revenue, toAccount(organization(0), { revenue: 'arr' }).revenue, company(900).revenue]).toEqual([12000, 0, 10800]);
  });

  it('is counted as unknown', () => {
    const { revenue } = company(0);
    const facts = new Map([['a', [{ account: 'a', from: AT, source: 'chat', plan: 'pro', ...(revenue === undefined ? {} : { revenue }) }]]]);
    expect(yearlyWorth([{ id: '1', at: '2026-02-01T00:00:00.000Z', account: 'a' }], facts)).toEqual({ sums: [], unknown: 1 });
  });

  it('is told from one that is no number, which is counted for the card', () => {
    expect(countNoNumber(['12,000', 'tbd', '', null, 5, false].map(organization), 'arr')).toEqual({ without: 2, of: 4 });
    expect(countNoNumber([organization('tbd')], undefined)).toEqual({ without: 0, of: 0 });
  });
});
