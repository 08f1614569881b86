import { factsAt } from '../../src/domain/account-facts';
import type { AccountStore } from '../../src/ports/account-store';

const AT = '2025-07-01T08:00:00.000Z';

/** What every store of accounts does, in memory and in SQL. */
export function accountStoreSuite(name: string, open: () => Promise<AccountStore>): void {
  describe(`accounts, ${name}`, () => {
    it('keeps accounts and what was true of them, from when to when', async () => {
      const store = await open();
      await store.saveAccounts([{ id: 'acme', name: 'Acme' }, { id: 'bolt', name: '50 % Bolt' }]);
      await store.saveAccounts([{ id: 'acme', name: 'Acme Ltd' }]);
      await store.saveFacts([
        { account: 'acme', from: '2025-03-01T00:00:00.000Z', plan: 'Pro', revenue: 12_000, currency: 'EUR', state: 'active' },
        { account: 'acme', from: '2025-01-01T00:00:00.000Z', plan: 'Trial' },
      ]);
      await store.saveFacts([{ account: 'acme', from: '2025-01-01T00:00:00.000Z', plan: 'Free' }]);
      expect(await store.findAccounts(['acme', 'none'])).toEqual([{ id: 'acme', name: 'Acme Ltd' }]);
      expect(await store.searchAccounts('50 %', 10)).toEqual([{ id: 'bolt', name: '50 % Bolt' }]);
      // Whoever asks for a company need not know how we write it.
      expect(await store.searchAccounts('bOLT', 10)).toEqual([{ id: 'bolt', name: '50 % Bolt' }]);
      expect([await store.countFound('50 %'), await store.countFound('L'), await store.countFound('none')]).toEqual([1, 2, 0]);
      expect(await store.countAccounts()).toBe(2);
      const facts = (await store.factsOf(['acme', 'bolt'])).get('acme') ?? [];
      expect(factsAt(facts, '2024-12-31T23:59:59.999Z')).toBeUndefined();
      expect(factsAt(facts, '2025-02-01T00:00:00.000Z')).toEqual({ account: 'acme', from: '2025-01-01T00:00:00.000Z', plan: 'Free' });
      expect(factsAt(facts, '2025-03-01T00:00:00.000Z')).toMatchObject({ plan: 'Pro', revenue: 12_000, currency: 'EUR', state: 'active' });
    });

    it('keeps what each says of an account apart, and lists accounts of which more than one tells', async () => {
      const store = await open();
      const from = '2025-03-01T00:00:00.000Z';
      await store.saveFacts([{ account: 'acme', from, plan: 'Pro', state: 'active' }, { account: 'acme', from, source: 'desk', plan: 'Free' }, { account: 'acme', from, source: 'chat', revenue: 9, currency: 'EUR' }]);
      await store.saveFacts([{ account: 'bolt', from, source: 'desk', plan: 'Free' }, { account: 'acme', from, source: 'desk', plan: 'Team' }, { account: 'coal', from, source: 'desk', plan: 'Free' }, { account: 'coal', from, plan: 'Free' }]);
      expect((await store.factsOf(['acme'])).get('acme')).toEqual(expect.arrayContaining([
        { account: 'acme', from, plan: 'Pro', state: 'active' },
        { account: 'acme', from, source: 'desk', plan: 'Team' },
        { account: 'acme', from, source: 'chat', revenue: 9, currency: 'EUR' },
      ]));
      expect((await store.factsOf(['acme'])).get('acme')).toHaveLength(3);
      expect(await store.countShared()).toBe(2);
      expect([await store.pageShared(undefined, 10), await store.pageShared(undefined, 1), await store.pageShared('acme', 10)]).toEqual([['acme', 'coal'], ['acme'], ['coal']]);
    });

    it('lets what a person said stand against what a list says', async () => {
      const store = await open();
      const domain = { kind: 'domain', text: 'acme.example' } as const;
      await store.saveRules([{ ...domain, account: 'acme', by: 'list', madeAt: AT }]);
      await store.saveRules([{ ...domain, account: 'bolt', by: 'person', madeAt: AT }]);
      await store.saveRules([{ ...domain, account: 'acme', by: 'list', madeAt: AT }, { kind: 'organisation', text: '7', source: 'desk', account: 'acme', by: 'list', madeAt: AT }]);
      expect(await store.findRules(['acme.example'])).toEqual([{ ...domain, account: 'bolt', by: 'person', madeAt: AT }]);
      expect(await store.findRules(['7'])).toEqual([{ kind: 'organisation', text: '7', source: 'desk', account: 'acme', by: 'list', madeAt: AT }]);
      expect((await store.listRules(10)).map((rule) => rule.text)).toEqual(['acme.example']);
      expect(await store.countRules()).toBe(1);
      await store.removeRule(domain);
      expect(await store.findRules(['acme.example'])).toEqual([]);
    });

    it('tells whose account is unknown, what hangs on it, and which signals a hint would change', async () => {
      const store = await open();
      await store.saveOrigins('mail', [
        { signal: 'desk:1', source: 'desk', domain: 'acme.example' },
        { signal: 'desk:2', source: 'desk', domain: 'acme.example' },
        { signal: 'desk:3', source: 'desk', organisation: '7', domain: 'acme.example' },
        { signal: 'desk:4', source: 'desk', organisation: '8', account: 'bolt' },
        { signal: 'desk:5', source: 'desk', organisation: '8', domain: 'acme.example', account: 'bolt' },
      ]);
      await store.saveOrigins('calendar', [{ signal: 'desk:1', source: 'desk', domain: 'acme.example' }]);
      expect(await store.listUnknown('mail', 10)).toEqual([{ kind: 'domain', text: 'acme.example', signals: 2 }, { kind: 'organisation', text: '7', source: 'desk', signals: 1 }]);
      expect(await store.countUnknown('mail')).toEqual({ signals: 3, hints: 2 });
      expect((await store.originsOf({ kind: 'domain', text: 'acme.example' }, 'acme', 10)).map((one) => `${one.product} ${one.signal}`)).toEqual(['calendar desk:1', 'mail desk:1', 'mail desk:2', 'mail desk:3']);
      expect((await store.originsOf({ kind: 'organisation', text: '8', source: 'desk' }, 'bolt', 10))).toEqual([]);
      expect((await store.originsOf({ kind: 'organisation', text: '8', source: 'other' }, 'acme', 10))).toEqual([]);
      await store.removeOrigins('mail', ['desk:1', 'desk:2']);
      expect(await store.countUnknown('mail')).toEqual({ signals: 1, hints: 1 });
    });
  });
}
