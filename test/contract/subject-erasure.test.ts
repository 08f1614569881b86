import { openApp } from '../../src/app';
import { ACCOUNT_TABLES } from '../../src/platform/store/account-tables';
import { TABLES } from '../../src/platform/store/tables';
import { agentStore } from '../../src/platform/store/agent-store';
import { accountStore } from '../../src/platform/store/account-store';
import { inboundStore } from '../../src/platform/store/inbound-store';
import { connectionStore } from '../../src/platform/store/connection-store';
import { openStores } from '../../src/platform/store/stores';
import { subjectStore } from '../../src/platform/store/subject-store';
import { findConnector } from '../../src/connectors/registry';
import { subjectDesk } from '../../src/compose-subjects';
import { placeSignals } from '../../src/ingest/place-signals';
import { splitChunks } from '../../src/ingest/split-chunks';
import { signed } from '../build/signed';
import { fakePorts } from '../fakes/ports';
import { openSqlDatabase, type SqlDatabase } from '../fixtures/sql-database';

const NOW = Date.parse('2025-07-01T08:00:00.000Z') / 1000;
const CANARY = 'zebrafinchquetzal';
const tables = [...TABLES, ...ACCOUNT_TABLES].flatMap(({ statement }) => /CREATE TABLE IF NOT EXISTS (\w+)/.exec(statement)?.[1] ?? []);

const outside = () => ({ connections: connectionStore(), findConnector });

let database: SqlDatabase;
beforeAll(async () => {
  database = await openSqlDatabase('sqlite');
});
afterAll(() => database.close());

/** Tables in which a text stands anywhere. */
async function holding(text: string): Promise<readonly string[]> {
  const found: string[] = [];
  for (const table of new Set(tables)) if (JSON.stringify(await database.run(`SELECT * FROM ${table}`)).includes(text)) found.push(table);
  return found;
}

async function world() {
  await database.clear();
  const ports = { ...fakePorts(), stores: openStores(), accounts: accountStore(), inbound: inboundStore() };
  const app = openApp({ ports, prepare: async () => undefined });
  await ports.stores.products.saveProduct({ id: 'mail', name: 'Mail', projects: ['MAIL'] });
  const issue = { id: '100', key: 'MAIL-1', project: 'MAIL', summary: 'Export of the report stops', type: 'Bug', status: 'To Do', statusCategory: 'todo' as const, createdAt: '2025-01-01T00:00:00.000Z', fixVersions: [], labels: [], visibility: 'open' as const };
  await ports.stores.issues.saveIssues('mail', [issue], '2025-07-01T08:00:00.000Z');
  return { ports, app, subjects: subjectDesk(ports, outside(), async () => undefined, subjectStore(), async () => []) };
}

async function read({ ports, app }: Awaited<ReturnType<typeof world>>, rows: readonly object[]): Promise<void> {
  const run = await app.startImport({ product: 'mail', kind: 'signals', format: 'jsonl', fileName: 'f.jsonl', source: { id: 'forum', kind: 'file', name: 'Forum', visibility: 'open' }, startedBy: 'ann' });
  const { chunks } = splitChunks('jsonl', rows.map((row) => JSON.stringify(row)).join('\n'), 100_000);
  for (const chunk of chunks) await app.receiveChunk({ importId: run.id, ...chunk });
  await app.finishReceiving({ importId: run.id, chunks: chunks.length });
  await app.runJob({ name: 'ingest', importId: run.id });
  await app.runJob({ name: 'understand', product: 'mail' });
  ports.jobs.length = 0;
}

const others = Array.from({ length: 30 }, (_, at) => ({ id: `o${at}`, at: '2025-06-01', text: `The export of the report stops at row ${at}, please mend the export`, author: `other-${at}` }));
const theirs = [1, 2].map((at) => ({ id: `t${at}`, at: '2025-06-02', text: `My ${CANARY} export of the report stops here`, title: `${CANARY} export`, author: 'anna@brightwater.example', account: 'brightwater' }));

describe('what is kept of a person', () => {
  it('is found by an id that looks like a person’s number, as somebody typed it', async () => {
    const one = await world();
    await read(one, [{ ...theirs[0], author: '11621885383', account: '4111111111111111' }]);
    expect(await one.subjects.find({ kind: 'author', text: '11621885383' }, 10)).toHaveLength(1);
    expect(await one.subjects.find({ kind: 'account', text: '4111111111111111' }, 10)).toHaveLength(1);
  });

  it('is found by their address without the address being kept, and given out', async () => {
    const one = await world();
    await read(one, [...others, ...theirs]);
    expect(await holding('anna@')).toEqual([]);
    const who = { kind: 'e-mail', text: 'Anna@Brightwater.example' } as const;
    expect((await one.subjects.find(who, 10)).map((found) => found.signal)).toEqual(['forum:t1', 'forum:t2']);
    expect((await one.subjects.export(who, 0)).held[0]).toMatchObject({ product: 'mail', title: `${CANARY} export` });
    expect(await one.subjects.find({ kind: 'account', text: 'brightwater' }, 10)).toHaveLength(2);
    expect(await one.subjects.find({ kind: 'author', text: 'other-1' }, 10)).toHaveLength(1);
  });

  it('is told and given out also where it is no signal of theirs: an invitation, a conversation, an account without a word', async () => {
    const one = await world();
    const anna = (await one.ports.loadPseudonym())('anna@brightwater.example');
    const who = { kind: 'e-mail', text: 'anna@brightwater.example' } as const;
    expect(await one.subjects.findOthers(who, 10)).toEqual([]);
    await database.run(`INSERT INTO talk_contacts (contact_id, product, body) VALUES ('c1', 'mail', '${JSON.stringify({ person: `author:${anna}`, state: 'invited' })}')`);
    expect((await one.subjects.findOthers(who, 10)).map((held) => held.table)).toEqual(['talk_contacts']);
    expect((await one.subjects.export(who, 0))).toEqual({ held: [{ table: 'talk_contacts', document: { person: `author:${anna}`, state: 'invited' } }] });
    expect(await one.subjects.erase(who)).toBe(0);
    expect(await one.subjects.findOthers(who, 10)).toEqual([]);

    const acme = { kind: 'account', text: 'zendesk:77' } as const;
    await one.ports.accounts.saveAccounts([{ id: 'zendesk:77', name: 'Brightwater Logistics' }, { id: 'other', name: 'Another' }]);
    await one.ports.accounts.saveFacts([{ account: 'zendesk:77', from: '2025-01-01T00:00:00.000Z', source: 'zendesk', plan: 'pro', revenue: 90_000 }]);
    await one.ports.accounts.saveRules([{ kind: 'domain', text: 'brightwater.example', account: 'zendesk:77', by: 'list', madeAt: '2025-01-01T00:00:00.000Z' }, { kind: 'organisation', text: 'brightwater.example', account: 'other', by: 'list', madeAt: '2025-01-01T00:00:00.000Z' }]);
    for (const text of ['brightwater', 'Logistics', 'Brightwater.example', 'anna@brightwater.example', 'www.brightwater.example']) expect((await one.subjects.findAccountsLike(text, 10)).map((found) => found.id)).toEqual(['zendesk:77']);
    expect(await one.subjects.findAccountsLike('100%', 10)).toEqual([]);
    expect((await one.subjects.findOthers(acme, 10)).map((held) => held.table)).toEqual(['accounts', 'account_claims', 'account_rules']);
    expect((await one.subjects.export(acme, 0)).held).toContainEqual({ table: 'account_claims', document: { account: 'zendesk:77', valid_from: '2025-01-01T00:00:00.000Z', source: 'zendesk', plan_name: 'pro', segment: null, state: null, revenue: 90_000, currency: null } });
    await one.subjects.erase(acme);
    expect(await one.subjects.findOthers(acme, 10)).toEqual([]);
    expect(await holding('zendesk:77')).toEqual([]);
    expect(await holding('Another')).toEqual(['accounts']);
  });

  it('is told for each source of one number apart, and erased of one alone; the bare number is nobody’s', async () => {
    const one = await world();
    const said = (source: string, author: string, over: object = {}) => ({ id: `${source}:1`, source, externalId: '1', at: '2025-06-01T00:00:00.000Z', kind: 'said' as const, text: `words of ${author}`, visibility: 'open' as const, author, ...over });
    await one.ports.stores.signals.saveSignals('mail', [said('zendesk', 'acme.zendesk.com:47_1'), said('zendesk-2', 'acme.zendesk.com:47_1'), said('github', 'github:47_1'), said('own', 'github:x:47_1'), said('other', 'github:4711')], '2025-07-01T08:00:00.000Z');
    await database.run(`INSERT INTO talk_contacts (contact_id, product, body) VALUES ('c1', 'mail', '${JSON.stringify({ person: 'author:survey:47_1', state: 'refused' })}'), ('c2', 'mail', '${JSON.stringify({ person: 'account:desk:47_1', state: 'refused' })}')`);
    const who = { kind: 'author', text: '47_1' } as const;
    const alike = [{ id: 'acme.zendesk.com:47_1', sources: ['zendesk', 'zendesk-2'], signals: 2 }, { id: 'github:47_1', sources: ['github'], signals: 1 }, { id: 'survey:47_1', sources: [], signals: 0 }];
    expect(await one.subjects.findAlike(who, 10)).toEqual(alike);
    await one.ports.accounts.saveAccounts([{ id: 'acme.zendesk.com:47_1', name: 'Acme' }]);
    expect((await one.subjects.findAlike({ kind: 'account', text: '47_1' }, 10)).map((found) => found.id)).toEqual(['acme.zendesk.com:47_1', 'desk:47_1']);
    expect(await one.subjects.findAlike({ kind: 'e-mail', text: '47_1' }, 10)).toEqual([]);
    expect([await one.subjects.find(who, 10), await one.subjects.findOthers(who, 10), await one.subjects.erase(who)]).toEqual([[], [], 0]);
    expect(await one.subjects.erase({ kind: 'author', text: 'github:47_1' })).toBe(1);
    expect(await one.subjects.findAlike(who, 10)).toEqual([alike[0], alike[2]]);
    expect(await one.subjects.erase({ kind: 'author', text: 'survey:47_1' })).toBe(0);
    expect(await one.subjects.findAlike(who, 10)).toEqual([alike[0]]);
  });

  it('marks nobody of a vendor by a bare number of whom nothing is kept, but somebody of the tenant’s own', async () => {
    const one = await world();
    const zendesk = { id: 'zendesk', connector: 'zendesk', settings: { host: 'acme.zendesk.com' }, product: 'mail', name: 'Desk', visibility: 'open' as const, state: 'active' as const, since: '2025-01-01T00:00:00.000Z', createdAt: '2025-01-01T00:00:00.000Z', createdBy: 'ann' };
    await connectionStore().saveConnection(zendesk);
    await one.ports.stores.products.saveSource({ id: 'zendesk', product: 'mail', kind: 'zendesk', name: 'Desk', visibility: 'open' });
    const isTaken = async (author: string): Promise<string | undefined> => (await placeSignals({ ...one.ports, findConnector })(zendesk, [{ externalId: author, revision: '1', at: '2025-06-01T00:00:00.000Z', kind: 'said', text: 'It crashes', author }]))[0]?.kind;
    await one.subjects.erase({ kind: 'author', text: '4711' });
    expect(await isTaken('4711')).toBe('kept');
    await one.subjects.erase({ kind: 'author', text: 'acme.zendesk.com:4711' });
    expect(await isTaken('4711')).toBe('skipped');
    await read(one, [{ ...theirs[0], author: '4711' }, { ...theirs[1], author: '4712' }]);
    expect((await one.ports.stores.signals.pageSignals('mail', undefined, 10)).rows.map((row) => row.author)).toEqual(['4712']);
  });

  it('is given out whole, in parts, each thing once, with where each signal came from', async () => {
    const one = await world();
    const many = Array.from({ length: 470 }, (_, at) => ({ ...theirs[0], id: `m${at}`, text: `The export stops at row ${at}${at < 30 ? ' and'.repeat(15_000) : ''}` }));
    await read(one, many);
    await one.ports.accounts.saveAccounts([{ id: 'brightwater', name: 'Brightwater' }]);
    for (const who of [{ kind: 'e-mail', text: 'anna@brightwater.example' }, { kind: 'account', text: 'brightwater' }] as const) {
      const lines: string[] = [];
      const sizes: number[] = [];
      for (let from: number | undefined = 0; from !== undefined; ) {
        const part: Awaited<ReturnType<typeof one.subjects.export>> = await one.subjects.export(who, from);
        lines.push(...part.held.map((held) => JSON.stringify(held)));
        sizes.push(JSON.stringify(part.held).length);
        from = part.next;
      }
      const signals = lines.filter((line) => line.includes('"externalId"'));
      expect([signals.length, new Set(lines).size]).toEqual([470, lines.length]);
      expect(lines.filter((line) => line.includes('"signal_origins"'))).toHaveLength(470);
      expect(lines.filter((line) => line.includes('"table":"accounts"'))).toHaveLength(who.kind === 'account' ? 1 : 0);
      expect(Math.max(...sizes)).toBeLessThan(3_000_000);
      expect(sizes.length).toBeGreaterThan(3);
    }
  });

  it.each(['before anything goes', 'after the signals, before the rest'])('whose erasure died %s is still told, and gone when it is asked for again', async (when) => {
    const one = await world();
    await read(one, [...others, ...theirs]);
    const who = { kind: 'account', text: 'brightwater' } as const;
    await one.ports.accounts.saveAccounts([{ id: 'brightwater', name: 'Brightwater' }]);
    const store = subjectStore();
    const died = async (): Promise<never> => { throw new Error('died'); };
    const dying = subjectDesk({ ...one.ports, accounts: { ...one.ports.accounts, ...(when.startsWith('before') ? { removeOrigins: died } : {}) } }, outside(), async () => undefined, { ...store, forgetCustomer: died }, async () => []);
    await expect(dying.erase(who)).rejects.toThrow('died');
    // Asked for before anything went: what was derived does not outlive it, whoever died.
    expect(one.ports.jobs).toContainEqual({ name: 'understand', product: 'mail' });
    expect((await one.subjects.find(who, 10)).length + (await one.subjects.findOthers(who, 10)).length).toBeGreaterThan(0);
    await one.subjects.erase(who);
    expect([await one.subjects.find(who, 10), await one.subjects.findOthers(who, 10)]).toEqual([[], []]);
    await one.app.runJob({ name: 'understand', product: 'mail' });
    expect(await holding(CANARY)).toEqual([]);
  });

  it('is in no table any more once it is erased, before and after the next run, and does not come back', async () => {
    const one = await world();
    await read(one, [...others, ...theirs]);
    expect(await holding(CANARY)).toContain('signals');
    expect(await one.subjects.erase({ kind: 'e-mail', text: 'anna@brightwater.example' })).toBe(2);
    expect((await holding(CANARY)).filter((table) => table !== 'themes')).toEqual([]);
    await one.app.runJob({ name: 'understand', product: 'mail' });
    expect(await holding(CANARY)).toEqual([]);
    expect(await holding('brightwater')).toEqual([]);
    await read(one, [...others, ...theirs]);
    expect(await holding(CANARY)).toEqual([]);
    expect(await one.subjects.erase({ kind: 'e-mail', text: 'anna@brightwater.example' })).toBe(0);
  });

  it('does not come back under other ids in another file, nor from a delivery that waited; what they say afterwards is theirs to say', async () => {
    const one = await world();
    await read(one, [...others, ...theirs]);
    const source = await one.app.inbound.add({ product: 'mail', name: 'Own', visibility: 'open', quietAfterHours: 24 });
    const key = await one.app.inbound.addKey(source.id);
    const send = (rows: readonly object[]): Promise<string> => {
      const body = JSON.stringify(rows);
      return one.app.inbound.receive('site', { method: 'POST', body, headers: Object.fromEntries(Object.entries(signed(body, { key: key.id, secret: key.secret, seconds: NOW })).map(([name, value]) => [name.toLowerCase(), [value]])) });
    };
    expect(await send(theirs.map((row) => ({ ...row, id: `sent-${row.id}` })))).toBe('accepted');
    await one.subjects.erase({ kind: 'e-mail', text: 'anna@brightwater.example' });
    // Nothing is stored under it by now: what waits is meant.
    await one.subjects.erase({ kind: 'e-mail', text: 'anna@brightwater.example' });
    await one.app.runJob({ name: 'drain-inbound' });
    await read(one, [...others, ...theirs.map((row) => ({ ...row, id: `again-${row.id}` }))]);
    expect(await holding(CANARY)).toEqual([]);
    expect((await one.ports.stores.imports.listRuns('mail', 1))[0]).toMatchObject({ offered: 32, rejected: 2 });
    expect((await one.ports.stores.products.listCoverage('mail')).find((coverage) => coverage.source === 'forum')?.gaps).toEqual([]);
    await read(one, [{ ...theirs[0], id: 'new', at: '2025-12-01' }]);
    expect(await one.subjects.find({ kind: 'e-mail', text: 'anna@brightwater.example' }, 10)).toMatchObject([{ signal: 'forum:new' }]);
  });

  it('is gone from what a model made of it: replies, readings, vectors, and the brief that quotes it', async () => {
    const one = await world();
    await read(one, [...others, ...theirs]);
    const store = agentStore();
    const signal = 'forum:t1';
    await store.saveReply('mail', 'key', `{"n":"${CANARY}"}`, signal);
    await store.queueReadings('mail', [{ signal, hash: 'h', issues: [], size: 1 }]);
    await store.saveReading('mail', { signal, hash: 'h', needKind: 'problem', severity: 'blocks', need: { text: `Wants ${CANARY}`, citation: { field: 'text', start: 0, end: 4 } }, pairs: [], hidden: 0, model: 'm', readAt: '2025-07-01T08:00:00.000Z' });
    await store.queueBlocks('mail', [{ id: 'b', model: 'm', entries: [{ hash: `hash-${CANARY}`, about: `signal:${signal}` }, { hash: 'kept', about: 'signal:forum:o1' }] }]);
    await store.saveBlock('mail', { id: 'b', entries: [{ hash: `hash-${CANARY}`, about: `signal:${signal}` }, { hash: 'kept', about: 'signal:forum:o1' }] }, [Int8Array.from([1]), Int8Array.from([2])]);
    await store.saveBrief({ issue: '100', product: 'mail', askedAt: '2025-07-01T08:00:00.000Z', madeFrom: 'x', outcome: { kind: 'written', model: 'm', verdict: { text: `${CANARY} stops`, cites: [{ signal, citation: { field: 'text', start: 0, end: 4 }, hash: 'h' }] }, changed: [], missing: [], wouldChange: [], strongestFor: [], strongestAgainst: [] } });
    expect((await holding(CANARY)).filter((table) => table.startsWith('agent_'))).toHaveLength(4);
    await one.subjects.erase({ kind: 'account', text: 'brightwater' });
    await one.app.runJob({ name: 'understand', product: 'mail' });
    expect(await holding(CANARY)).toEqual([]);
    expect(await store.readVectors('mail', 'm')).toEqual(new Map([['kept', Int8Array.from([2])]]));
  });

  it('is gone from deliveries too once they are read', async () => {
    const one = await world();
    const source = await one.app.inbound.add({ product: 'mail', name: 'Own', visibility: 'open', quietAfterHours: 24 });
    const key = await one.app.inbound.addKey(source.id);
    const body = JSON.stringify(theirs);
    expect(await one.app.inbound.receive('site', { method: 'POST', body, headers: Object.fromEntries(Object.entries(signed(body, { key: key.id, secret: key.secret, seconds: NOW })).map(([name, value]) => [name.toLowerCase(), [value]])) })).toBe('accepted');
    await one.app.runJob({ name: 'drain-inbound' });
    await one.subjects.erase({ kind: 'account', text: 'brightwater' });
    expect(await holding(CANARY)).toEqual([]);
  });
});

describe('Jira account ids', () => {
  const closed = '5b10a2844c20165700ede21a';
  it('are reported once a week, and a closed account is forgotten wherever its id stood', async () => {
    const one = await world();
    await one.ports.stores.decisions.saveDecision('mail', { signal: 'forum:1', issue: '100', verdict: 'confirmed', at: '2025-07-01T08:00:00.000Z', by: closed });
    await one.ports.stores.decisions.saveDecision('mail', { signal: 'forum:2', issue: '100', verdict: 'confirmed', at: '2025-07-01T08:00:00.000Z', by: '557058:0867a421-a9ee-4659-801a-bc0ee4a4487e' });
    await one.ports.stores.decisions.saveDecision('mail', { signal: 'forum:3', issue: '100', verdict: 'confirmed', at: '2025-07-01T08:00:00.000Z', by: 'zendesk' });
    // A contact of Intercom's has an id of the same form.
    await database.run(`INSERT INTO talk_contacts (contact_id, product, body) VALUES ('c1', 'mail', '${JSON.stringify({ person: 'author:intercom:6762f0dd1bb69f9f2193bb7c', author: 'intercom:6762f0dd1bb69f9f2193bb7c' })}')`);
    const reports: string[][] = [];
    const desk = subjectDesk(one.ports, outside(), async () => undefined, subjectStore(), async (kept) => {
      reports.push(kept.map((each) => each.accountId));
      return [{ accountId: closed, status: 'closed' }];
    });
    await desk.reportAccountIds();
    await desk.reportAccountIds();
    expect(reports).toEqual([['557058:0867a421-a9ee-4659-801a-bc0ee4a4487e', closed]]);
    expect(await holding(closed)).toEqual([]);
    expect((await one.ports.stores.decisions.decisionsOfIssue('mail', '100')).map((each) => each.by).sort()).toEqual(['557058:0867a421-a9ee-4659-801a-bc0ee4a4487e', 'somebody', 'zendesk']);
    one.ports.clock.advance(7 * 86_400_000);
    await desk.reportAccountIds();
    expect(reports).toHaveLength(2);
  });
});
