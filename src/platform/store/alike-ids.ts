import { z } from 'zod';
import type { SubjectStore } from '../../ports/subject-store';
import { selectRows, whole } from './statement';
import { CUSTOMERS } from './customer-fields';
import { escaped, walkDocuments } from './walk-documents';

const Id = z.object({ id: z.string() });
const Row = z.object({ id: z.string(), source: z.string(), signals: z.coerce.number() });

/** The same number of other vendors: ids that stand behind the word of whoever numbers, in signals and in documents. */
export const alikeIds: Pick<SubjectStore, 'findAlike'> = {
  findAlike: async (by, text, limit) => {
    const statement = `SELECT ${by} AS id, source, COUNT(*) AS signals FROM signals WHERE ${by} LIKE ? AND removed_at IS NULL GROUP BY ${by}, source ORDER BY ${by}, source LIMIT ${whole(limit)}`;
    const found = new Map<string, { sources: string[]; signals: number }>();
    const entryOf = (id: string): { sources: string[]; signals: number } => {
      const entry = found.get(id) ?? { sources: [], signals: 0 };
      found.set(id, entry);
      return entry;
    };
    for (const row of await selectRows('signals', Row, statement, [`%:${escaped(text)}`])) {
      if (!isNumbered(row.id, text)) continue;
      const entry = entryOf(row.id);
      if (!entry.sources.includes(row.source)) entry.sources.push(row.source);
      entry.signals += row.signals;
    }
    // Listed, and nobody of it spoke.
    const listed = by === 'author' ? [] : await selectRows('accounts', Id, `SELECT account AS id FROM accounts WHERE account LIKE ? ORDER BY account LIMIT ${whole(limit)}`, [`%:${escaped(text)}`]);
    for (const { id } of listed) if (isNumbered(id, text)) entryOf(id);
    for await (const document of walkDocuments(`:${text}`)) {
      if (document.table === 'closing_ledger') continue;
      for (const id of customersIn(document.text, by)) if (isNumbered(id, text)) entryOf(id);
    }
    return [...found].map(([id, entry]) => ({ id, ...entry })).sort((a, b) => b.signals - a.signals || (a.id < b.id ? -1 : 1)).slice(0, limit);
  },
};

/** `acme.zendesk.com:4711` for 4711: one word before the colon, nothing else. */
function isNumbered(id: string, text: string): boolean {
  return id.length > text.length + 1 && id.endsWith(`:${text}`) && !id.slice(0, -text.length - 1).includes(':');
}

/** Authors or accounts that a document names: in a key as it is counted, or in a field that holds an id. */
function customersIn(document: string, by: 'author' | 'account'): ReadonlySet<string> {
  const found = new Set<string>();
  const take = (field: string, value: unknown): void => {
    if (typeof value !== 'string') return;
    if (value.startsWith(`${by}:`)) found.add(value.slice(by.length + 1));
    else if (field === by || field === `${by}s`) found.add(value);
  };
  JSON.parse(document, (name, value: unknown) => {
    if (Array.isArray(value)) for (const one of value) take(CUSTOMERS.has(name) ? name : '', one);
    else take(CUSTOMERS.has(name) ? name : '', value);
    return value;
  });
  return found;
}
