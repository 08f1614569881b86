import { chainFault, sealEntry } from '../../src/decide/ledger-chain';
import { verifyLedger } from '../../src/decide/reconcile';
import { NOTHING, PERSONS } from '../../src/platform/store/personal-data';
import { signalStore } from '../../src/platform/store/signal-store';
import { subjectStore } from '../../src/platform/store/subject-store';
import { TABLES } from '../../src/platform/store/tables';
import { forgetInLedger, forgottenEntries } from '../../src/decide/forget-in-ledger';
import type { LedgerEntry, LedgerNote } from '../../src/domain/ledger';
import { SHA } from '../fakes/closing-world';
import { fakeLedger } from '../fakes/closing-stores';
import { openSqlDatabase, type SqlDatabase } from '../fixtures/sql-database';

const NOW = '2025-07-01T08:00:00.000Z';

interface Column {
  readonly name: string;
  readonly isText: boolean;
}

/** Tables of the schema with their columns, read from the statements that make them. */
const schema = new Map(TABLES.filter(({ statement }) => statement.startsWith('CREATE TABLE')).map(({ statement }) => {
  const [, name = '', inside = ''] = /CREATE TABLE IF NOT EXISTS (\w+) \(([\s\S]*)\)$/.exec(statement.trim()) ?? [];
  const columns = [...inside.matchAll(/(?:^|,)\s*(\w+) ((?:VAR)?CHAR|TEXT|MEDIUMTEXT|INT|BIGINT|DOUBLE|TINYINT)\b([^,]*)/g)].flatMap(([, column = '', type = '', rest = '']): Column[] => (rest.includes('AUTO_INCREMENT') ? [] : [{ name: column, isText: /CHAR|TEXT/.test(type) }]));
  return [name, columns] as const;
}));
// Columns that came later, one a statement.
const ADDED = /^ALTER TABLE (\w+) ADD COLUMN IF NOT EXISTS (\w+) (\w+)(?:\(\d+\))?$/;
for (const { statement } of TABLES) {
  const [, table = '', name = '', type = ''] = ADDED.exec(statement) ?? [];
  if (table !== '') schema.set(table, [...(schema.get(table) ?? []), { name, isText: /CHAR|TEXT/.test(type) }]);
}

let database: SqlDatabase;
beforeAll(async () => {
  database = await openSqlDatabase('sqlite');
});
beforeEach(() => database.clear());
afterAll(() => database.close());

async function insert(table: string, values: Readonly<Record<string, string>>): Promise<void> {
  const columns = schema.get(table) ?? [];
  const row = columns.map(({ name, isText }) => values[name] ?? (isText ? (PERSONS[table]?.columns[name] === 'json' ? '{}' : 'x') : 1));
  const literals = row.map((value) => (typeof value === 'number' ? String(value) : `'${value.replaceAll("'", "''")}'`));
  await database.run(`INSERT INTO ${table} (${columns.map((one) => one.name).join(', ')}) VALUES (${literals.join(', ')})`);
}

async function holding(text: string): Promise<readonly string[]> {
  const found: string[] = [];
  for (const table of schema.keys()) if (JSON.stringify(await database.run(`SELECT * FROM ${table}`)).includes(text)) found.push(table);
  return found;
}

const columnsHolding = (...holdings: readonly string[]): (readonly [string, string])[] => Object.entries(PERSONS).flatMap(([table, { columns }]) => Object.entries(columns).flatMap(([column, held]) => (holdings.includes(held) ? [[table, column] as const] : [])));

describe('every column of text', () => {
  it('is placed: what it holds of a person, or that it holds nothing; a new one fails here until somebody has thought about it', () => {
    const placed = (table: string): readonly string[] => [...Object.keys(PERSONS[table]?.columns ?? {}), ...(NOTHING[table] ?? '').split(' ').filter((name) => name !== '')];
    const unplaced = [...schema].flatMap(([table, columns]) => columns.filter(({ name, isText }) => isText && !placed(table).includes(name)).map(({ name }) => `${table}.${name}`));
    const strange = [...new Set([...Object.keys(PERSONS), ...Object.keys(NOTHING)])].flatMap((table) => placed(table).filter((name) => !(schema.get(table) ?? []).some((column) => column.name === name)).map((name) => `${table}.${name}`));
    const twice = [...schema.keys()].flatMap((table) => placed(table).filter((name, at, all) => all.indexOf(name) !== at).map((name) => `${table}.${name}`));
    expect({ unplaced, strange, twice }).toEqual({ unplaced: [], strange: [], twice: [] });
    expect(schema.size).toBeGreaterThan(50);
    // Any other way to make a column would go by unseen.
    expect(TABLES.filter(({ statement }) => !/^(?:CREATE TABLE|DELETE FROM) /.test(statement) && !ADDED.test(statement)).map(({ name }) => name)).toEqual([]);
  });
});

describe('a Jira account id', () => {
  const id = '5b10a2844c20165700ede21a';

  it.each(columnsHolding('account-id', 'json'))('in %s.%s is reported, and forgotten when the account was closed', async (table, column) => {
    const isDocument = PERSONS[table]?.columns[column] === 'json';
    await insert(table, { [column]: isDocument ? JSON.stringify({ deep: [{ by: id, text: `said to ${id}: %_` }] }) : id });
    const store = subjectStore();
    expect((await store.listAccountIds([], NOW)).map((one) => one.accountId)).toEqual([id]);
    await store.forgetAccountId(id);
    expect(await holding(id)).toEqual(table === 'closing_ledger' ? ['closing_ledger'] : []);
    expect((await holding('somebody')).length).toBe(table === 'closing_ledger' ? 0 : 1);
  });

  it('of every form that Jira has had is found among other ids, and our own ids are not taken for one', async () => {
    const theirs = [id, '557058:0867a421-a9ee-4659-801a-bc0ee4a4487e', '712020:0867a421-a9ee-4659-801a-bc0ee4a4487e', 'qm:0867a421-a9ee-4659:bc0e'];
    await insert('proposals', { body: JSON.stringify({ by: theirs[0], decidedBy: theirs[1], note: `asked ${theirs[2]}`, people: [theirs[3]], id: crypto.randomUUID(), signal: 'row-5b10a2844c20165700ede21b', hash: 'a'.repeat(64) }) });
    expect((await subjectStore().listAccountIds([], NOW)).map((one) => one.accountId)).toEqual([...theirs].sort());
  });

  it('is reported of everybody, however many wrote', async () => {
    const authors = Array.from({ length: 10_050 }, (_, at) => (at + 1).toString(16).padStart(24, '0'));
    const said = authors.map((author, at) => ({ id: `jsm:${at}`, source: 'jsm', externalId: String(at), at: NOW, kind: 'said' as const, visibility: 'open' as const, text: 'slow', author }));
    await signalStore().saveSignals('mail', said, NOW);
    expect((await subjectStore().listAccountIds(['jsm'], NOW)).map((one) => one.accountId)).toEqual(authors);
    expect(await subjectStore().listAccountIds(['zendesk'], NOW)).toEqual([]);
  });

  it('in more documents than one page is found and forgotten in all of them', async () => {
    for (let index = 0; index < 450; index += 1) await insert('talk_marks', { mark_id: `m${index}`, body: JSON.stringify({ by: index % 2 === 0 ? id : 'x' }) });
    await subjectStore().forgetAccountId(id);
    expect(await holding(id)).toEqual([]);
  });

  it('leaves the ledger without breaking its chain; an entry that was changed otherwise is still found', async () => {
    const ledger = fakeLedger();
    const closing = { ledger, sha256: SHA, clock: { now: () => NOW }, crashPoint: () => undefined } as unknown as Parameters<typeof forgetInLedger>[0];
    let head: LedgerEntry | undefined;
    for (let index = 0; index < 45; index += 1) {
      const by = index % 2 === 0 ? id : 'resurface';
      const note: LedgerNote = { id: `live-approved:shop:${index}:${by}`, product: 'shop', at: NOW, kind: 'live-approved', by, body: { policyVersion: index, who: by } };
      head = sealEntry(note, head, SHA);
      await ledger.append(head);
    }
    expect(await forgetInLedger(closing, id)).toBe(23);
    expect(await forgetInLedger(closing, id)).toBe(0);
    expect(JSON.stringify(ledger.entries)).not.toContain(id);
    expect(await verifyLedger(closing)).toEqual({ entries: 47 });
    const altered = { ...ledger.entries[4]!, body: { policyVersion: 99, who: 'somebody' } };
    await ledger.amend(altered);
    expect(chainFault(ledger.entries, undefined, SHA, await forgottenEntries(closing))).toEqual({ seq: 5, what: 'altered' });
  });
});

describe('a customer', () => {
  it.each(columnsHolding('json').filter(([table]) => table !== 'closing_ledger'))('in %s.%s is replaced when they are erased, and what only reads alike stays', async (table, column) => {
    await insert(table, { [column]: JSON.stringify({ slots: [{ picks: [{ person: 'author:4711', author: '4711', signal: 'desk:4711' }] }], accounts: ['4711', 'acme'], issue: '4711' }) });
    expect(await subjectStore().findDocuments('author', '4711', 10)).toHaveLength(1);
    expect(await subjectStore().findDocuments('account', 'nobody', 10)).toEqual([]);
    await subjectStore().forgetCustomer('author', '4711');
    const [row] = (await database.run(`SELECT ${column} AS document FROM ${table}`)) as [{ document: string }];
    expect(JSON.parse(row.document)).toEqual({ slots: [{ picks: [{ person: 'somebody', author: 'somebody', signal: 'desk:4711' }] }], accounts: ['somebody', 'acme'], issue: '4711' });
  });

  it('that is an account goes with its name, facts and rules', async () => {
    for (const table of ['accounts', 'account_facts', 'account_claims', 'account_rules', 'signal_origins']) await insert(table, { account: 'brightwater' });
    await subjectStore().forgetCustomer('account', 'brightwater');
    expect(await holding('brightwater')).toEqual([]);
  });
});
