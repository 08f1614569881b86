import { z } from 'zod';
import type { HeldDocument } from '../../domain/subject';
import type { SubjectStore } from '../../ports/subject-store';
import { batchesOf } from './insert-rows';
import { VALUES_PER_IN } from './limits';
import { marks, selectRows, whole } from './statement';

const Row = z.record(z.string(), z.union([z.string(), z.number(), z.null()]));
const ORIGIN = 'product, signal_id, source, organisation, domain, account';
/** Each table of an account's rows, with its columns and its order. */
const TABLES = [
  ['accounts', 'account, name', 'account'],
  ['account_claims', 'account, valid_from, source, plan_name, segment, state, revenue, currency', 'valid_from, source'],
  ['account_facts', 'account, valid_from, plan_name, segment, state, revenue, currency', 'valid_from'],
  ['account_rules', 'kind, hint, source, account, made_by, made_at', 'kind, hint, source'],
] as const;

/** What is kept of an account, and of where signals came from, in rows of their own. */
export const accountTraces: Pick<SubjectStore, 'findAccountRows' | 'findOrigins'> = {
  findAccountRows: async (account, limit) => {
    const found: HeldDocument[] = [];
    for (const [table, columns, order] of TABLES) {
      if (found.length >= limit) break;
      const text = `SELECT ${columns} FROM ${table} WHERE account = ? ORDER BY ${order} LIMIT ${whole(limit - found.length)}`;
      for (const document of await selectRows(table, Row, text, [account])) found.push({ table, document });
    }
    return found;
  },
  findOrigins: async (product, signals) => {
    const found: HeldDocument[] = [];
    for (const some of batchesOf([...new Set(signals)], () => 0, VALUES_PER_IN)) {
      const text = `SELECT ${ORIGIN} FROM signal_origins WHERE product = ? AND signal_id IN (${marks(some.length)})`;
      for (const document of await selectRows('signal_origins', Row, text, [product, ...some])) found.push({ table: 'signal_origins', document });
    }
    return found;
  },
};
