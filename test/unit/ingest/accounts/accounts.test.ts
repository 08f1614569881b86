import { openApp } from '../../../../src/app';
import { forgeSources } from '../../../../src/compose-sources';
import { findConnector } from '../../../../src/connectors/registry';
import type { Connection } from '../../../../src/domain/connection';
import type { SourceRecord } from '../../../../src/domain/source-record';
import { organisationDomain } from '../../../../src/ingest/accounts/origin';
import { takeAccounts } from '../../../../src/ingest/accounts/take-accounts';
import { placeSignals } from '../../../../src/ingest/place-signals';
import { saveRoutes } from '../../../../src/ingest/routing/routes';
import { factsAt } from '../../../../src/domain/account-facts';
import { fakeConnectionStore } from '../../../fakes/connection-store';
import { fakePorts, type FakePorts } from '../../../fakes/ports';

const connection: Connection = { id: 'desk', connector: 'zendesk', product: 'mail', name: 'Desk', visibility: 'open', settings: { host: 'acme.zendesk.com' }, state: 'active', since: '2025-01-01T00:00:00.000Z', createdAt: '2025-01-01T00:00:00.000Z', createdBy: 'ann' };
const record = (externalId: string, over: Partial<SourceRecord> = {}): SourceRecord => ({ externalId, revision: '1', at: '2025-05-01T00:00:00.000Z', kind: 'said', text: `words of ${externalId}`, author: `u${externalId}`, ...over });

async function take(ports: FakePorts, records: readonly SourceRecord[]): Promise<readonly (string | undefined)[]> {
  const prepared = await placeSignals({ ...ports, findConnector })(connection, records);
  for (const one of prepared) if (one.kind === 'kept') await ports.stores.signals.saveSignals(one.product, [one.signal], ports.clock.now());
  return prepared.map((one) => (one.kind === 'kept' ? one.signal.account : one.reason));
}

async function world() {
  const ports = fakePorts();
  for (const id of ['mail', 'calendar']) await ports.stores.products.saveProduct({ id, name: id, projects: [id.toUpperCase()] });
  const connections = fakeConnectionStore();
  await connections.saveConnection(connection);
  return { ports, app: openApp({ ports, sources: { ...forgeSources(), connections }, prepare: async () => undefined }) };
}

describe('whose a signal is', () => {
  it('is found by its organisation, else by its domain, and never by a provider of addresses to anybody', async () => {
    const { ports, app } = await world();
    await app.accounts.importList({ format: 'csv', header: 'account,name,domains,organisations', text: 'acme,Acme,acme.example;acme.co.example,77\nbolt,Bolt,bolt.example,', firstLine: 2 });
    expect(await take(ports, [
      record('1', { account: { domain: 'ACME.example' } }),
      record('2', { account: { organisation: '77', domain: 'bolt.example' } }),
      record('3', { account: { domain: 'gmail.com' } }),
      record('4', { account: { organisation: '99' } }),
      record('5', { account: { domain: 'new.example' } }),
    ])).toEqual(['acme', 'acme', undefined, 'acme.zendesk.com:99', undefined]);
    expect(await ports.accounts.listUnknown('mail', 10)).toEqual([{ kind: 'organisation', text: '99', source: 'desk', signals: 1 }, { kind: 'domain', text: 'new.example', signals: 1 }]);
  });

  it('is nobody’s where the source gives an address or a name for an id: the record is left out and named', async () => {
    expect(await take((await world()).ports, [record('anna@acme.example'), record('Anna de Vries'), record('4111111111111111')])).toEqual(['unreadable: externalId', 'unreadable: externalId', undefined]);
  });

  it('is fixed once, for signals that are here and for those to come', async () => {
    const { ports, app } = await world();
    await ports.accounts.saveAccounts([{ id: 'acme', name: 'Acme' }]);
    await take(ports, [record('1', { account: { domain: 'new.example' } }), record('2', { account: { domain: 'new.example' } })]);
    expect(await app.accounts.fix({ kind: 'domain', text: 'new.example' }, 'acme')).toBe(2);
    expect((await ports.stores.signals.findSignals('mail', ['desk:1', 'desk:2'])).map((one) => one.account)).toEqual(['acme', 'acme']);
    expect(await take(ports, [record('3', { account: { domain: 'new.example' } })])).toEqual(['acme']);
    expect(await ports.accounts.listUnknown('mail', 10)).toEqual([]);
    await expect(app.accounts.fix({ kind: 'domain', text: 'new.example' }, 'nobody')).rejects.toThrow('no such account');
  });

  it('goes back to what the source says when a rule is forgotten', async () => {
    const { ports, app } = await world();
    await ports.accounts.saveAccounts([{ id: 'acme', name: 'Acme' }]);
    await take(ports, [record('1', { account: { organisation: '99' } })]);
    await app.accounts.fix({ kind: 'organisation', text: '99', source: 'desk' }, 'acme');
    await app.accounts.forget({ kind: 'organisation', text: '99', source: 'desk' });
    for (const job of ports.jobs.filter((one) => one.name === 'apply-accounts')) await app.runJob(job);
    expect((await ports.stores.signals.findSignals('mail', ['desk:1']))[0]?.account).toBe('acme.zendesk.com:99');
    expect(await ports.accounts.countUnknown('mail')).toEqual({ signals: 1, hints: 1 });
  });

  it('a list that comes later finds the signals that are here, in a job that can be done twice', async () => {
    const { ports, app } = await world();
    await take(ports, [record('1', { account: { domain: 'acme.example' } }), record('2', { account: { organisation: '77', domain: 'acme.example' } })]);
    const { lines, accounts, problems } = await app.accounts.importList({ format: 'jsonl', text: '{"account":"acme","domains":["acme.example"],"plan":"Pro","revenue":12000,"from":"2025-04-01"}\n{"account":"x","domains":["gmail.com"]}', firstLine: 1 });
    expect({ lines, accounts, problems }).toEqual({ lines: 2, accounts: 1, problems: [{ line: 2, field: 'domains', reason: 'not a domain of one organisation' }] });
    const jobs = ports.jobs.filter((one) => one.name === 'apply-accounts');
    for (const job of [...jobs, ...jobs]) await app.runJob(job);
    expect((await ports.stores.signals.findSignals('mail', ['desk:1', 'desk:2'])).map((one) => one.account)).toEqual(['acme', 'acme']);
    expect(factsAt((await ports.accounts.factsOf(['acme'])).get('acme') ?? [], '2025-03-31T00:00:00.000Z')).toBeUndefined();
  });

  it.each([['in one list', [['1', '2', '3']]], ['one after another', [['1'], ['2'], ['3']]], ['in the other order', [['3', '2', '1']]], ['one after another in the other order', [['3'], ['2'], ['1']]]])('two organisations of one source are two customers, each with its own facts, also where they share a domain: %s', async (_, lists) => {
    const { ports } = await world();
    const at = '2025-02-01T00:00:00.000Z';
    const revenue: Readonly<Record<string, number>> = { 1: 100_000, 2: 900_000, 3: 5 };
    const list = async (): Promise<void> => {
      for (const ids of lists) await takeAccounts(ports, connection, ids.map((id) => ({ externalId: id, name: `Acme ${id}`, domains: ['shared.example'], at, revenue: revenue[id] ?? 0 })), 'acme.zendesk.com');
    };
    await list();
    await list();
    const ids = ['1', '2', '3'].map((id) => `acme.zendesk.com:${id}`);
    const facts = await ports.accounts.factsOf(ids);
    expect(ids.map((id) => facts.get(id)?.map((one) => one.revenue))).toEqual([[100_000], [900_000], [5]]);
    expect(await take(ports, [record('1', { account: { organisation: '3', domain: 'shared.example' } })])).toEqual(['acme.zendesk.com:3']);
  });

  const claiming = (ids: readonly string[]): Parameters<typeof takeAccounts>[2] => ids.map((id) => ({ externalId: id, name: `Acme ${id}`, domains: ['shared.example'], at: '2025-02-01T00:00:00.000Z' }));

  it.each([['on one page', [['1', '2']]], ['on two pages', [['1'], ['2']]], ['on two pages, listed again', [['1'], ['2'], ['1'], ['2']]], ['together, and alone later', [['1', '2'], ['2']]]])('a domain that two organisations claim is nobody’s: %s', async (_, pages) => {
    const { ports, app } = await world();
    await takeAccounts(ports, connection, claiming(['1']), 'acme.zendesk.com');
    expect(await take(ports, [record('1', { account: { domain: 'shared.example' } })])).toEqual(['acme.zendesk.com:1']);
    for (const ids of pages) await takeAccounts(ports, connection, claiming(ids), 'acme.zendesk.com');
    expect(await take(ports, [record('2', { account: { domain: 'shared.example' } })])).toEqual([undefined]);
    await app.accounts.lookAfter();
    for (const job of ports.jobs.splice(0)) if (job.name === 'apply-accounts') await app.runJob(job);
    expect((await ports.stores.signals.findSignals('mail', ['desk:1'])).map((one) => one.account)).toEqual([undefined]);
    expect(await ports.accounts.listUnknown('mail', 5)).toEqual([{ kind: 'domain', text: 'shared.example', signals: 2 }]);
  });

  it('a domain of which a person said whose it is stays theirs, however many claim it', async () => {
    const { ports } = await world();
    await ports.accounts.saveAccounts([{ id: 'acme', name: 'Acme' }]);
    await takeAccounts(ports, connection, claiming(['1', '2']), 'acme.zendesk.com');
    await ports.accounts.saveRules([{ kind: 'domain', text: 'shared.example', account: 'acme', by: 'person', madeAt: '2025-02-02T00:00:00.000Z' }]);
    for (const id of ['1', '2', '3']) await takeAccounts(ports, connection, claiming([id]), 'acme.zendesk.com');
    expect(await take(ports, [record('2', { account: { domain: 'shared.example' } })])).toEqual(['acme']);
  });

  it('a source’s own list joins by domain, and a change counts from its day on', async () => {
    const { ports } = await world();
    await ports.accounts.saveAccounts([{ id: 'acme', name: 'Acme' }]);
    await ports.accounts.saveRules([{ kind: 'domain', text: 'acme.example', account: 'acme', by: 'person', madeAt: '2025-01-01T00:00:00.000Z' }]);
    const listed = { externalId: '7', name: 'ACME GmbH', domains: ['acme.example', 'gmail.com'], plan: 'Pro' };
    await takeAccounts(ports, connection, [{ ...listed, at: '2025-02-01T00:00:00.000Z' }, { externalId: '8', name: 'Other', domains: [], at: '2025-02-01T00:00:00.000Z' }], 'acme.zendesk.com');
    await takeAccounts(ports, connection, [{ ...listed, at: '2025-03-01T00:00:00.000Z' }], 'acme.zendesk.com');
    await takeAccounts(ports, connection, [{ ...listed, plan: 'Free', at: '2025-04-01T00:00:00.000Z' }], 'acme.zendesk.com');
    expect(await take(ports, [record('1', { account: { organisation: '7' } }), record('2', { account: { organisation: '8' } }), record('3', { account: { domain: 'gmail.com' } })])).toEqual(['acme', 'acme.zendesk.com:8', undefined]);
    expect((await ports.accounts.factsOf(['acme'])).get('acme')?.map((one) => `${one.from.slice(0, 10)} ${one.plan ?? ''}`)).toEqual(['2025-02-01 Pro', '2025-04-01 Free']);
  });

  it.each([['a@acme.example', 'acme.example'], ['A@Acme.Example', 'acme.example'], ['a@gmail.com', undefined], ['a@yahoo.co.uk', undefined], ['nobody', undefined], ['a@localhost', undefined]])('the domain of %s', (address, domain) => {
    expect(organisationDomain(address)).toBe(domain);
  });
});

describe('to which product a record belongs', () => {
  it('is said by the first rule that fits; what none places is listed without its words, until one does', async () => {
    const { ports } = await world();
    await saveRoutes(ports, 'desk', { rules: [{ fact: 'brand', value: 'Calendar', product: 'calendar' }, { fact: 'tag', value: 'mail', product: 'mail' }] });
    const records = [record('1', { routing: { brand: ['calendar'], tag: ['mail'] } }), record('2', { routing: { tag: ['beta', 'mail'] } }), record('3', { routing: { brand: ['Other'] } })];
    const prepared = await placeSignals({ ...ports, findConnector })(connection, records);
    expect(prepared.map((one) => (one.kind === 'kept' ? one.product : one.reason))).toEqual(['calendar', 'mail', 'unrouted']);
    expect(await ports.unrouted.list('desk', 10)).toEqual([{ externalId: '3', at: records[2]!.at, facts: { brand: ['Other'] } }]);
    await saveRoutes(ports, 'desk', { rules: [{ fact: 'brand', value: 'Other', product: 'mail' }] });
    await placeSignals({ ...ports, findConnector })(connection, [records[2]!]);
    expect(await ports.unrouted.count('desk')).toBe(0);
  });

  it('redacts what a connector read before anything is kept', async () => {
    const { ports } = await world();
    const [one] = await placeSignals({ ...ports, findConnector })(connection, [record('1', { text: 'ring 07700 900461 or anna@acme.example', author: 'anna@acme.example' })]);
    expect(one).toMatchObject({ kind: 'kept', signal: { text: 'ring [phone] or [e-mail]' } });
    expect(JSON.stringify(one)).not.toContain('anna@');
  });
});
