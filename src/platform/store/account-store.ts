import { z } from 'zod';
import type { Account, AccountFacts, AccountHint, AccountRule, SignalOriginRow, UnknownAccount } from '../../domain/account';
import { UNKNOWN_TELLER } from '../../domain/account-facts';
import type { AccountStore } from '../../ports/account-store';
import { count } from './columns';
import { batchesOf, insertRows } from './insert-rows';
import { VALUES_PER_IN } from './limits';
import { present } from './present';
import { marks, selectRows, whole, write, type Value } from './statement';

const nullable = z.string().nullable();
const AccountRow = z.object({ account: z.string(), name: z.string() });
const FactsRow = z.object({ account: z.string(), valid_from: z.string(), source: z.string(), plan_name: nullable, segment: nullable, state: nullable, revenue: z.number().nullable(), currency: nullable });
const IdRow = z.object({ id: z.string() });
const RuleRow = z.object({ kind: z.enum(['organisation', 'domain']), hint: z.string(), source: z.string(), account: z.string(), made_by: z.enum(['person', 'list']), made_at: z.string() });
const OriginRow = z.object({ product: z.string(), signal_id: z.string(), source: z.string(), organisation: nullable, domain: nullable, account: nullable });
const UnknownRow = z.object({ kind: z.enum(['organisation', 'domain']), hint: z.string(), source: z.string(), n: count });
const Count = z.object({ n: count });

export function accountStore(): AccountStore {
  return {
    saveAccounts: (accounts) => insertRows({ table: 'accounts', columns: ['account', 'name'], update: ['name'] }, accounts.map(({ id, name }) => [id, name])),
    saveFacts: (facts) => {
      const values = ['plan_name', 'segment', 'state', 'revenue', 'currency'];
      return insertRows({ table: 'account_claims', columns: ['account', 'valid_from', 'source', ...values], update: values }, facts.map(valuesOfFacts));
    },
    saveRules,
    removeRule: (hint) => write('account_rules', 'DELETE FROM account_rules WHERE kind = ? AND hint = ? AND source = ?', keyOf(hint)),
    findRules: async (texts) => (await inGroups(texts, (some) => selectRows('account_rules', RuleRow, `SELECT ${RULE} FROM account_rules WHERE hint IN (${marks(some.length)})`, some))).map(ruleOf),
    listRules: async (limit) => (await selectRows('account_rules', RuleRow, `SELECT ${RULE} FROM account_rules WHERE made_by = 'person' ORDER BY made_at DESC, hint LIMIT ${whole(limit)}`, [])).map(ruleOf),
    findAccounts: async (ids) => (await inGroups(ids, (some) => selectRows('accounts', AccountRow, `SELECT account, name FROM accounts WHERE account IN (${marks(some.length)})`, some))).map(accountOf),
    countRules: async () => (await selectRows('account_rules', Count, "SELECT COUNT(*) AS n FROM account_rules WHERE made_by = 'person'", []))[0]?.n ?? 0,
    searchAccounts: async (words, limit) => (await selectRows('accounts', AccountRow, `SELECT account, name FROM accounts WHERE LOWER(name) LIKE ? ORDER BY name, account LIMIT ${whole(limit)}`, [likeOf(words)])).map(accountOf),
    countFound: async (words) => (await selectRows('accounts', Count, 'SELECT COUNT(*) AS n FROM accounts WHERE LOWER(name) LIKE ?', [likeOf(words)]))[0]?.n ?? 0,
    factsOf: async (accounts) => {
      const read = (table: string, source: string) => inGroups(accounts, (some) => selectRows(table, FactsRow, `SELECT account, valid_from, ${source} AS source, plan_name, segment, state, revenue, currency FROM ${table} WHERE account IN (${marks(some.length)}) ORDER BY account, valid_from, source`, some));
      const [claims, earlier] = await Promise.all([read('account_claims', 'source'), read('account_facts', `'${UNKNOWN_TELLER}'`)]);
      return Map.groupBy([...claims, ...earlier].map(factsOf).sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0)), (one) => one.account);
    },
    pageShared: async (after, limit) => {
      const text = `SELECT account AS id FROM account_claims WHERE account > ? GROUP BY account HAVING COUNT(DISTINCT source) > 1 ORDER BY account LIMIT ${whole(limit)}`;
      return (await selectRows('account_claims', IdRow, text, [after ?? ''])).map((row) => row.id);
    },
    countShared: async () => (await selectRows('account_claims', Count, 'SELECT COUNT(*) AS n FROM (SELECT account FROM account_claims GROUP BY account HAVING COUNT(DISTINCT source) > 1) AS shared', []))[0]?.n ?? 0,
    countAccounts: async () => (await selectRows('accounts', Count, 'SELECT COUNT(*) AS n FROM accounts', []))[0]?.n ?? 0,
    saveOrigins: (product, rows) => {
      const values = ['source', 'organisation', 'domain', 'account'];
      return insertRows({ table: 'signal_origins', columns: ['product', 'signal_id', ...values], update: values }, rows.map((one) => [product, one.signal, one.source, one.organisation ?? null, one.domain ?? null, one.account ?? null]));
    },
    originsOf: async (hint, account, limit) => {
      const source = hint.source === undefined ? '' : ' AND source = ?';
      // What its organisation says of a signal comes before its domain.
      const only = hint.kind === 'domain' ? ' AND (organisation IS NULL OR account IS NULL)' : '';
      const text = `SELECT product, signal_id, source, organisation, domain, account FROM signal_origins WHERE ${hint.kind} = ?${source}${only} AND (account IS NULL OR account <> ?) ORDER BY product, signal_id LIMIT ${whole(limit)}`;
      return (await selectRows('signal_origins', OriginRow, text, [hint.text, ...(hint.source === undefined ? [] : [hint.source]), account])).map((row) => ({ product: row.product, ...originOf(row) }));
    },
    pageOrigins: async (product, after, limit) => {
      const text = `SELECT product, signal_id, source, organisation, domain, account FROM signal_origins WHERE product = ? AND signal_id > ? ORDER BY signal_id LIMIT ${whole(limit)}`;
      const rows = (await selectRows('signal_origins', OriginRow, text, [product, after ?? ''])).map(originOf);
      const last = rows.at(-1);
      return { rows, ...(last === undefined || rows.length < limit ? {} : { next: last.signal }) };
    },
    listUnknown,
    countUnknown: async (product) => {
      const [row] = await selectRows('signal_origins', Count, 'SELECT COUNT(*) AS n FROM signal_origins WHERE product = ? AND account IS NULL', [product]);
      return { signals: row?.n ?? 0, hints: (await listUnknown(product, 1_000)).length };
    },
    removeOrigins: async (product, signals) => {
      for (const some of batchesOf(signals, () => 0, VALUES_PER_IN)) await write('signal_origins', `DELETE FROM signal_origins WHERE product = ? AND signal_id IN (${marks(some.length)})`, [product, ...some]);
    },
  };
}

const RULE = 'kind, hint, source, account, made_by, made_at';

/** Rules of lists are inserted only where nothing stands; those of people replace whatever does. */
async function saveRules(rules: readonly AccountRule[]): Promise<void> {
  const columns = ['kind', 'hint', 'source', 'account', 'made_by', 'made_at'];
  const valuesOf = (rule: AccountRule): readonly Value[] => [...keyOf(rule), rule.account, rule.by, rule.madeAt];
  const listed = rules.filter((rule) => rule.by === 'list');
  const known = new Set((await inGroups(listed.map((rule) => rule.text), (some) => selectRows('account_rules', RuleRow, `SELECT ${RULE} FROM account_rules WHERE made_by = 'person' AND hint IN (${marks(some.length)})`, some))).map((row) => `${row.kind} ${row.hint} ${row.source}`));
  const free = listed.filter((rule) => !known.has(keyOf(rule).join(' ')));
  await insertRows({ table: 'account_rules', columns, update: ['account', 'made_by', 'made_at'] }, [...free, ...rules.filter((rule) => rule.by === 'person')].map(valuesOf));
}

async function listUnknown(product: string, limit: number): Promise<readonly UnknownAccount[]> {
  const organisations = `SELECT 'organisation' AS kind, organisation AS hint, source, COUNT(*) AS n FROM signal_origins WHERE product = ? AND account IS NULL AND organisation IS NOT NULL GROUP BY organisation, source ORDER BY n DESC, hint LIMIT ${whole(limit)}`;
  const domains = `SELECT 'domain' AS kind, domain AS hint, '' AS source, COUNT(*) AS n FROM signal_origins WHERE product = ? AND account IS NULL AND organisation IS NULL AND domain IS NOT NULL GROUP BY domain ORDER BY n DESC, hint LIMIT ${whole(limit)}`;
  const rows = [...(await selectRows('signal_origins', UnknownRow, organisations, [product])), ...(await selectRows('signal_origins', UnknownRow, domains, [product]))];
  return rows
    .sort((a, b) => b.n - a.n || (a.hint < b.hint ? -1 : 1))
    .slice(0, limit)
    .map((row) => ({ kind: row.kind, text: row.hint, ...(row.source === '' ? {} : { source: row.source }), signals: row.n }));
}

async function inGroups<Row>(values: readonly string[], read: (some: string[]) => Promise<Row[]>): Promise<Row[]> {
  const rows: Row[] = [];
  for (const some of batchesOf([...new Set(values)], () => 0, VALUES_PER_IN)) rows.push(...(await read(some)));
  return rows;
}

function keyOf({ kind, text, source }: AccountHint): readonly [string, string, string] {
  return [kind, text, source ?? ''];
}

function valuesOfFacts(one: AccountFacts): readonly Value[] {
  return [one.account, one.from, one.source ?? '', one.plan ?? null, one.segment ?? null, one.state ?? null, one.revenue ?? null, one.currency ?? null];
}

function originOf(row: z.output<typeof OriginRow>): SignalOriginRow {
  return { signal: row.signal_id, source: row.source, ...present({ organisation: row.organisation, domain: row.domain, account: row.account }) };
}

function factsOf(row: z.output<typeof FactsRow>): AccountFacts {
  return { account: row.account, from: row.valid_from, ...(row.source === '' ? {} : { source: row.source }), ...present({ plan: row.plan_name, segment: row.segment, state: row.state, revenue: row.revenue, currency: row.currency }) };
}

function ruleOf(row: z.output<typeof RuleRow>): AccountRule {
  return { kind: row.kind, text: row.hint, ...(row.source === '' ? {} : { source: row.source }), account: row.account, by: row.made_by, madeAt: row.made_at };
}

function accountOf({ account, name }: z.output<typeof AccountRow>): Account {
  return { id: account, name };
}

function likeOf(words: string): string {
  return `%${words.toLowerCase().replace(/[\\%_]/g, (char) => `\\${char}`)}%`;
}
