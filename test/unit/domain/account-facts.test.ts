import fc from 'fast-check';
import type { AccountFacts } from '../../../src/domain/account';
import { ACCOUNT_FIELDS, disputesAt, factsAt } from '../../../src/domain/account-facts';
import { importAccounts } from '../../../src/ingest/accounts/import-accounts';
import { takeAccounts } from '../../../src/ingest/accounts/take-accounts';
import { fakePorts } from '../../fakes/ports';

const day = (at: number): string => new Date(Date.UTC(2025, 0, 1 + at)).toISOString();
const LATER = '2026-01-01T00:00:00.000Z';
const value = fc.option(fc.constantFrom('a', 'b', 'c'), { nil: undefined });
const row = fc.record({ at: fc.nat(20), source: fc.option(fc.constantFrom('desk', 'chat'), { nil: undefined }), plan: value, state: value, revenue: fc.option(fc.constantFrom(1, 2), { nil: undefined }) }).map(({ at, source, plan, state, revenue }): AccountFacts => ({
  account: 'acme', from: day(at),
  ...(source === undefined ? {} : { source }), ...(plan === undefined ? {} : { plan }), ...(state === undefined ? {} : { state }), ...(revenue === undefined ? {} : { revenue, currency: 'EUR' }),
}));
/** As the store keeps them: one row a teller and moment. */
const rows = fc.uniqueArray(row, { maxLength: 12, selector: (one) => `${one.from} ${one.source ?? ''}` });
const known = (facts: AccountFacts | undefined) => ACCOUNT_FIELDS.map((field) => facts?.[field]);

describe('what is true of an account that several tell of', () => {
  it('does not depend on the order in which they told it', () => {
    fc.assert(fc.property(rows.chain((some) => fc.tuple(fc.constant(some), fc.shuffledSubarray(some, { minLength: some.length }))), ([some, other]) => {
      expect(factsAt(other, LATER)).toEqual(factsAt(some, LATER));
      expect(disputesAt(other, LATER)).toEqual(disputesAt(some, LATER));
    }));
  });

  it('is never less because one more spoke, and what nobody told stays unknown', () => {
    fc.assert(fc.property(rows, row, (some, more) => {
      const before = factsAt(some, LATER);
      const after = factsAt([...some.filter((one) => one.from !== more.from || one.source !== more.source), more, ...some.filter((one) => one.from === more.from && one.source === more.source)], LATER);
      for (const field of ACCOUNT_FIELDS) {
        expect(before?.[field] === undefined || after?.[field] !== undefined).toBe(true);
        expect(after?.[field] === undefined).toBe(![...some, more].some((one) => one[field] !== undefined));
      }
    }));
  });

  it('is what a person’s list says wherever it says anything, and a source’s word where it does not', () => {
    fc.assert(fc.property(rows, (some) => {
      const listed = factsAt(some.filter((one) => one.source === undefined), LATER);
      const all = factsAt(some, LATER);
      for (const field of ACCOUNT_FIELDS) expect(listed?.[field] === undefined || all?.[field] === listed[field]).toBe(true);
    }));
  });

  it('is the same however the words of two sources arrive between each other, and however often', async () => {
    const word = fc.record({ plan: value, state: value });
    await fc.assert(fc.asyncProperty(fc.array(fc.tuple(fc.constantFrom('desk', 'chat'), word), { maxLength: 8 }), fc.array(fc.boolean(), { minLength: 16, maxLength: 16 }), async (told, turns) => {
      const words = told.map(([source, facts], at) => ({ source, listed: { externalId: '7', name: 'Acme', domains: ['acme.example'], at: day(at), ...Object.fromEntries(Object.entries(facts).filter(([, one]) => one !== undefined)) } }));
      const lanes = ['desk', 'chat'].map((source) => words.filter((one) => one.source === source));
      const mixed = turns.flatMap((turn) => lanes[turn ? 0 : 1]!.splice(0, 1)).concat(...lanes);
      const outcome = async (order: typeof words) => {
        const ports = fakePorts();
        await ports.accounts.saveAccounts([{ id: 'acme', name: 'Acme' }]);
        await ports.accounts.saveRules([{ kind: 'domain', text: 'acme.example', account: 'acme', by: 'person', madeAt: day(0) }]);
        for (const { source, listed } of order) await takeAccounts(ports, { id: source }, [listed], source);
        return known(factsAt((await ports.accounts.factsOf(['acme'])).get('acme') ?? [], LATER));
      };
      expect(await outcome(mixed)).toEqual(await outcome(words));
      expect(await outcome([...words, ...words])).toEqual(await outcome(words));
    }), { numRuns: 60 });
  });

  it('keeps a dated list, a desk and a chat each with what they know, and says where they differ', async () => {
    const ports = fakePorts();
    await importAccounts({ ...ports, loadSpaces: async () => () => undefined }, { format: 'csv', header: 'account,name,domains,plan,segment,state,revenue,currency,from', text: 'acme,Acme,acme.example,enterprise,industry,active,120000,EUR,2024-01-01', firstLine: 2 });
    const acme = { externalId: '77', name: 'Acme Inc', domains: ['acme.example'] };
    await takeAccounts(ports, { id: 'desk' }, [{ ...acme, at: day(60), plan: 'pro' }, { ...acme, externalId: '78', at: day(60), state: 'churned' }], 'desk');
    await takeAccounts(ports, { id: 'chat' }, [{ ...acme, externalId: 'c1', at: day(90), revenue: 90_000 }], 'chat');
    await takeAccounts(ports, { id: 'desk' }, [{ ...acme, at: day(90), plan: 'free' }], 'desk');
    const facts = (await ports.accounts.factsOf(['acme'])).get('acme') ?? [];
    expect(factsAt(facts, LATER)).toMatchObject({ plan: 'enterprise', segment: 'industry', state: 'active', revenue: 120_000, currency: 'EUR' });
    expect(disputesAt(facts, LATER).map(({ field, counts, others }) => `${field}: ${counts.value}, not ${others.map((one) => `${one.value} of ${one.source ?? ''}`).join()}`)).toEqual(['plan: enterprise, not free of desk', 'state: active, not churned of desk', 'revenue: 120000, not 90000 of chat']);
    expect(factsAt(facts.filter((one) => one.source !== undefined), LATER)).toMatchObject({ plan: 'free', state: 'churned', revenue: 90_000 });
    expect(factsAt(facts.filter((one) => one.source !== undefined), LATER)).not.toHaveProperty('currency');
  });

  it('is said the same in other letters or without a currency without being said differently', () => {
    const facts: AccountFacts[] = [{ account: 'acme', from: day(0), plan: 'Pro ', revenue: 9, currency: 'eur' }, { account: 'acme', from: day(1), source: 'desk', plan: 'pro', revenue: 9 }, { account: 'acme', from: day(2), source: 'chat', revenue: 9, currency: 'EUR' }];
    expect(disputesAt(facts, LATER)).toEqual([]);
    expect(disputesAt([...facts, { account: 'acme', from: day(3), source: 'other', revenue: 9, currency: 'USD' }], LATER)).toHaveLength(1);
  });
});
