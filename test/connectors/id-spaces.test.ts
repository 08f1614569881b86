import { openWorld } from '../../host/sources/_template/world';
import { template } from '../../src/connectors/_template';
import { findConnector } from '../../src/connectors/registry';
import type { Connection } from '../../src/domain/connection';
import { countCustomers } from '../../src/domain/customer';
import type { Signal } from '../../src/domain/signal';
import { takeAccounts } from '../../src/ingest/accounts/take-accounts';
import { placeSignals } from '../../src/ingest/place-signals';
import { spaceOf } from '../../src/ingest/sources/id-spaces';
import { noteGap } from '../../src/ingest/sources/note-gap';
import { rememberErased } from '../../src/ingest/subject/erased-people';
import { fakePorts } from '../fakes/ports';
import { CONNECTION, openBench, PRODUCT, type SourceBench } from './bench-source';
import { fillingOf } from './filling';
import { findConnectors } from './find-connectors';

const connection = (id: string, connector: string, settings: Connection['settings'] = {}): Connection => ({
  id, connector, settings, product: 'mail', name: id, visibility: 'open', state: 'active', since: '2025-01-01T00:00:00.000Z', createdAt: '2025-01-01T00:00:00.000Z', createdBy: 'ann',
});
const desk = connection('zendesk', 'zendesk', { host: 'acme.zendesk.com' });
const AT = '2025-05-01T00:00:00.000Z';

async function speaker() {
  const ports = fakePorts();
  const speak = async (where: Connection, author: string | undefined, account: { readonly organisation?: string; readonly domain?: string } = {}): Promise<Signal> => {
    const [one] = await placeSignals({ ...ports, findConnector })(where, [{ externalId: '1', revision: '1', at: AT, kind: 'said', text: 'It crashes', account, ...(author === undefined ? {} : { author }) }]);
    if (one?.kind !== 'kept') throw new Error(one?.reason ?? 'nothing');
    return one.signal;
  };
  return { ports, speak };
}

describe('the same number at several sources', () => {
  it('is as many customers as there are vendors’ accounts, and one through two connections to the same', async () => {
    const { speak } = await speaker();
    const where = [desk, connection('zendesk-2', 'zendesk', { host: 'acme.zendesk.com' }), connection('zendesk-3', 'zendesk', { host: 'brand.zendesk.com' }), connection('github', 'github'), connection('github-2', 'github'), connection('survey', 'surveymonkey', { region: 'us' }), connection('survey-2', 'surveymonkey', { region: 'eu' })];
    expect(countCustomers(await Promise.all(where.map((one) => speak(one, '4711'))))).toBe(5);
  });

  it('is as many organisations, listed or not, and one through two connections to the same', async () => {
    const { ports, speak } = await speaker();
    const second = connection('zendesk-2', 'zendesk', { host: 'acme.zendesk.com' });
    const helpCentre = connection('jira', 'jira');
    const unlisted = [await speak(desk, 'a', { organisation: '7' }), await speak(second, 'b', { organisation: '7' }), await speak(helpCentre, 'c', { organisation: '7' })];
    expect(unlisted.map((one) => one.account)).toEqual(['acme.zendesk.com:7', 'acme.zendesk.com:7', 'jira:7']);
    for (const one of [desk, second, helpCentre]) await takeAccounts(ports, one, [{ externalId: '7', name: one.name, domains: [], at: AT }], spaceOf({ findConnector }, one).word);
    const listed = [await speak(desk, 'a', { organisation: '7' }), await speak(second, 'b', { organisation: '7' }), await speak(helpCentre, 'c', { organisation: '7' })];
    expect(listed.map((one) => one.account)).toEqual(unlisted.map((one) => one.account));
    expect((await ports.accounts.findAccounts(['acme.zendesk.com:7', 'jira:7'])).map((one) => one.id).sort()).toEqual(['acme.zendesk.com:7', 'jira:7']);
  });

  it('is one person where it is no vendor’s number: Jira’s account ids, a tenant’s own user ids, a stand-in for an address', async () => {
    const { speak } = await speaker();
    expect((await speak(connection('jira', 'jira'), '712020:0b8f8a3c-9a5d-4b0e-8f43-6a1f0a8b1c2d')).author).toBe('712020:0b8f8a3c-9a5d-4b0e-8f43-6a1f0a8b1c2d');
    expect((await speak(connection('form', 'typeform', { region: 'us' }), '4711')).author).toBe('4711');
    expect((await speak(desk, 'anna@acme.example')).author).toBe((await speak(connection('github', 'github'), 'anna@acme.example')).author);
  });

  it('is erased of one of them only, and also where it was erased before ids were told apart', async () => {
    const { ports, speak } = await speaker();
    const brand = connection('zendesk-3', 'zendesk', { host: 'brand.zendesk.com' });
    await rememberErased(ports, [{ kind: 'zendesk', by: 'author', text: 'acme.zendesk.com:4711' }], AT);
    await expect(speak(desk, '4711')).rejects.toThrow('erased');
    expect((await speak(brand, '4711')).author).toBe('brand.zendesk.com:4711');
    await rememberErased(ports, [{ kind: 'zendesk', by: 'author', text: '815' }], AT);
    await expect(speak(desk, '815')).rejects.toThrow('erased');
    expect((await speak(connection('github', 'github'), '815')).author).toBe('github:815');
  });
});

describe('a connection', () => {
  const authors = async (bench: SourceBench): Promise<ReadonlyMap<string, Signal>> => new Map((await bench.ports.stores.signals.pageSignals(PRODUCT, undefined, 100)).rows.map((one) => [one.externalId, one]));

  it('keeps the ids of a file of its vendor as its own, and nobody of that file who was erased', async () => {
    const bench = await openBench(template, openWorld, 'ids of a file');
    bench.world.speak('It crashes');
    await bench.cycle();
    const february = { from: '2025-02-01T00:00:00.000Z', to: '2025-03-01T00:00:00.000Z' };
    await noteGap(bench.needs, CONNECTION, { ...february, reason: 'its history was deleted' });
    const { word } = spaceOf(bench.needs, (await bench.needs.connections.findConnection(CONNECTION))!);
    await rememberErased(bench.ports, [{ kind: template.id, by: 'author', text: `${word}:u8` }], bench.clock.now());
    const { file } = fillingOf(bench);
    await file([7, 8].map((at) => ({ id: `old-${at}`, at: '2025-02-14', text: `It crashed ${at}`, author: `u${at}`, account: '7' })), { connection: CONNECTION, ...february });
    expect((await authors(bench)).get('old-7')).toMatchObject({ author: `${word}:u7`, account: `${word}:7` });
    expect((await authors(bench)).has('old-8')).toBe(false);
  });

  it('mends what it kept by bare ids when everything is read anew, within thirty days', async () => {
    const bench = await openBench(template, openWorld, 'ids of before');
    for (let at = 0; at < 5; at += 1) bench.world.speak(`It crashes ${at}`);
    await bench.cycle();
    const now = await authors(bench);
    const { word } = spaceOf(bench.needs, (await bench.needs.connections.findConnection(CONNECTION))!);
    await bench.ports.stores.signals.saveSignals(PRODUCT, [...now.values()].map((one) => ({ ...one, author: (one.author ?? '').replace(`${word}:`, '') })), bench.clock.now());
    expect([...(await authors(bench)).values()].filter((one) => one.author?.startsWith(word))).toEqual([]);
    bench.clock.advance(31 * 86_400_000);
    await bench.cycle(3);
    expect([...(await authors(bench)).values()].map((one) => one.author)).toEqual([...now.values()].map((one) => one.author));
  });
});

describe('every connector', () => {
  it('says who numbers, in a word without a colon that differs where its vendor has an address for each customer', async () => {
    const words = (await findConnectors()).flatMap(({ connector }) => {
      const host = connector.fields.find((field) => field.kind === 'host');
      const settings = ['a.example', 'b.example'].map((address) => (host === undefined ? {} : { [host.name]: address }));
      const [first, second] = settings.map((one) => spaceOf({ findConnector: () => connector }, { connector: connector.id, settings: one }).word);
      return [{ id: connector.id, isWord: /^[a-z0-9.-]+$/.test(first ?? ''), differs: first !== second, hasAddress: host !== undefined }];
    });
    expect(words.length).toBeGreaterThan(10);
    expect(words.filter((one) => !one.isWord || one.differs !== one.hasAddress)).toEqual([]);
  });
});
