import { openWorld } from '../../host/sources/jira/world';
import { jira } from '../../src/connectors/jira';
import { factsAt } from '../../src/domain/account-facts';
import { importAccounts } from '../../src/ingest/accounts/import-accounts';
import { reapplyAccounts } from '../../src/ingest/accounts/resolve-accounts';
import { takeAccounts } from '../../src/ingest/accounts/take-accounts';
import { loadSpaces, spaceOf } from '../../src/ingest/sources/id-spaces';
import { CONNECTION, openBench, PRODUCT, type SourceBench } from './bench-source';

function listing({ ports, needs }: SourceBench): void {
  Object.assign(needs, { takeAccounts: (...[connection, accounts]: Parameters<SourceBench['needs']['takeAccounts']>) => takeAccounts(ports, connection, accounts, spaceOf(needs, connection).word) });
}

async function open(): Promise<SourceBench> {
  const bench = await openBench(jira, openWorld, 'organisations');
  listing(bench);
  for (let index = 0; index < 40; index += 1) bench.world.speak(`words of customer ${index}`);
  await bench.cycle(2);
  return bench;
}

async function byAccount({ ports }: SourceBench): Promise<ReadonlyMap<string | undefined, number>> {
  const { rows } = await ports.stores.signals.pageSignals(PRODUCT, undefined, 1_000);
  return new Map([...Map.groupBy(rows, (one) => one.account)].map(([account, some]) => [account, some.length]));
}

const importList = ({ ports, needs }: SourceBench, text: string): Promise<unknown> => importAccounts({ ...ports, loadSpaces: () => loadSpaces(needs), queue: { push: async () => undefined } }, { format: 'csv', header: 'account,name,organisations,plan,revenue,from', text, firstLine: 2 });

describe('organisations of a help centre', () => {
  it('are accounts under the names that Jira gives them, from the first request that names them; who belongs to none stays unknown', async () => {
    const bench = await open();
    expect([...(await byAccount(bench)).keys()].sort()).toEqual([undefined, ...[1, 2, 3].map((id) => `jira:${id}`)].sort());
    expect((await bench.ports.accounts.findAccounts(['jira:1', 'jira:3'])).map((one) => one.name).sort()).toEqual(['Acme', 'Firm 1']);
    expect(await bench.ports.accounts.listUnknown(PRODUCT, 10)).toEqual([]);
  });

  it('keep their id and take over the new name when they are renamed', async () => {
    const bench = await open();
    bench.world.identity.rename?.();
    for (const id of bench.world.live().keys()) bench.world.rewrite(id, `changed words of ${id}`);
    await bench.cycle();
    expect((await bench.ports.accounts.findAccounts(['jira:3']))[0]?.name).toBe('Acme Limited');
  });

  it('are the accounts of a list that names their ids, whether the list came before or after, with the facts of the time of each request', async () => {
    const after = await open();
    const list = 'acme,Acme Corporation,3,starter,100,2025-01-01\nacme,Acme Corporation,3,enterprise,900,2025-07-01';
    await importList(after, list);
    await reapplyAccounts({ ...after.ports, loadSpaces: () => loadSpaces(after.needs) }, PRODUCT);
    const before = await openBench(jira, openWorld, 'organisations');
    listing(before);
    await importList(before, list);
    for (let index = 0; index < 40; index += 1) before.world.speak(`words of customer ${index}`);
    await before.cycle(2);
    expect(await byAccount(before)).toEqual(await byAccount(after));
    expect((await byAccount(after)).get('acme')).toBeGreaterThan(0);
    const facts = (await after.ports.accounts.factsOf(['acme'])).get('acme') ?? [];
    expect(['2025-06-30T00:00:00.000Z', '2025-07-02T00:00:00.000Z'].map((at) => factsAt(facts, at)?.plan)).toEqual(['starter', 'enterprise']);
  });

  it('that a person said to be another account stay that account, whatever Jira lists afterwards', async () => {
    const bench = await open();
    await bench.ports.accounts.saveAccounts([{ id: 'chosen', name: 'Chosen' }]);
    await bench.ports.accounts.saveRules([{ kind: 'organisation', text: '3', source: CONNECTION, account: 'chosen', by: 'person', madeAt: bench.clock.now() }]);
    await reapplyAccounts({ ...bench.ports, loadSpaces: () => loadSpaces(bench.needs) }, PRODUCT);
    for (const id of bench.world.live().keys()) bench.world.rewrite(id, `changed words of ${id}`);
    await bench.cycle();
    expect((await byAccount(bench)).get('chosen')).toBeGreaterThan(0);
    expect((await byAccount(bench)).get('jira:3')).toBeUndefined();
  });
});
