import { z } from 'zod';
import type { HeldDocument } from '../../domain/subject';
import type { SubjectStore } from '../../ports/subject-store';
import { accountTraces } from './account-traces';
import { alikeIds } from './alike-ids';
import { CUSTOMERS } from './customer-fields';
import { columnsOf } from './personal-data';
import { marks, selectRows, whole, write } from './statement';
import { walkDocuments } from './walk-documents';

const Found = z.object({ product: z.string(), signal_id: z.string(), source: z.string(), said_at: z.string() });
const Id = z.object({ id: z.string() });

/** What stands where a closed account or an erased customer stood. */
export const SOMEBODY = 'somebody';
const IDS_A_PAGE = 5_000;
/** Ids of people who came through a file or a link are no Jira accounts; Jira's own have one of these forms. */
const ACCOUNT = /^(?:[0-9a-f]{24}|\d{3,8}:[0-9a-f]{8}-[0-9a-f-]{27}|qm:[\w:-]+|[0-9a-f]{8}-[0-9a-f-]{27})$/i;
/** The same inside of documents; a bare UUID there is an id of ours. */
const ACCOUNTS_IN_TEXT = /(?<![\w:-])(?:[0-9a-f]{24}|\d{3,8}:[0-9a-f]{8}-[0-9a-f-]{27}|qm:[\w:-]+)(?![\w-])/gi;

export function subjectStore(): SubjectStore {
  return {
    findSignals: async (by, text, limit) => {
      const statement = `SELECT product, signal_id, source, said_at FROM signals WHERE ${by} = ? AND removed_at IS NULL ORDER BY product, signal_id LIMIT ${whole(limit)}`;
      return (await selectRows('signals', Found, statement, [text])).map((row) => ({ product: row.product, signal: row.signal_id, source: row.source, at: row.said_at }));
    },
    findDocuments: async (by, text, limit) => {
      const found: HeldDocument[] = [];
      for await (const document of walkDocuments(text)) {
        if (document.table === 'closing_ledger' || withoutCustomer(document.text, by, text) === document.text) continue;
        found.push({ table: document.table, document: z.json().parse(JSON.parse(document.text)) });
        if (found.length >= limit) break;
      }
      return found;
    },
    ...accountTraces,
    ...alikeIds,
    listAccountIds: async (jiraSources, now) => {
      const ids = new Set<string>();
      for (const [table, column] of columnsOf('account-id')) {
        for await (const id of distinctIds(table, column)) if (ACCOUNT.test(id)) ids.add(id);
      }
      if (jiraSources.length > 0) {
        for await (const id of distinctIds('signals', 'author', `source IN (${marks(jiraSources.length)}) AND`, jiraSources)) if (ACCOUNT.test(id)) ids.add(id);
      }
      for await (const { text } of walkDocuments()) for (const [id] of text.matchAll(ACCOUNTS_IN_TEXT)) ids.add(id);
      return [...ids].sort().map((accountId) => ({ accountId, updatedAt: now }));
    },
    forgetAccountId: async (accountId) => {
      for (const [table, column] of columnsOf('account-id')) await write(table, `UPDATE ${table} SET ${column} = ? WHERE ${column} = ?`, [SOMEBODY, accountId]);
      await write('signals', 'UPDATE signals SET author = NULL WHERE author = ?', [accountId]);
      for await (const { table, text, replace } of walkDocuments(accountId)) if (table !== 'closing_ledger') await replace(text.replaceAll(accountId, SOMEBODY));
    },
    forgetCustomer: async (by, text) => {
      for await (const document of walkDocuments(text)) {
        if (document.table === 'closing_ledger') continue;
        const replaced = withoutCustomer(document.text, by, text);
        if (replaced !== document.text) await document.replace(replaced);
      }
      if (by === 'author') return;
      await write('signal_origins', 'UPDATE signal_origins SET account = NULL WHERE account = ?', [text]);
      for (const table of ['account_facts', 'account_claims', 'account_rules', 'accounts']) await write(table, `DELETE FROM ${table} WHERE account = ?`, [text]);
    },
  };
}

/** Every value of a column, page by page: an id that is not reported would never be forgotten. `where` ends with AND. */
async function* distinctIds(table: string, column: string, where = '', values: readonly string[] = []): AsyncGenerator<string> {
  for (let after = ''; ; ) {
    const text = `SELECT DISTINCT ${column} AS id FROM ${table} WHERE ${where} ${column} > ? ORDER BY ${column} LIMIT ${IDS_A_PAGE}`;
    const rows = await selectRows(table, Id, text, [...values, after]);
    for (const { id } of rows) yield id;
    const last = rows.at(-1);
    if (last === undefined || rows.length < IDS_A_PAGE) return;
    after = last.id;
  }
}

/** The document with "somebody" for this customer; other ids that happen to read alike stay. */
function withoutCustomer(document: string, by: 'author' | 'account', text: string): string {
  const key = `${by}:${text}`;
  return JSON.stringify(JSON.parse(document, function replace(this: unknown, name: string, value: unknown): unknown {
    if (Array.isArray(value)) return CUSTOMERS.has(name) ? value.map((one: unknown) => (one === text || one === key ? SOMEBODY : one)) : value;
    return value === key || (value === text && CUSTOMERS.has(name)) ? SOMEBODY : value;
  }));
}
