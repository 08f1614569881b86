import { csvText } from '../domain/csv';
import type { LedgerEntry } from '../domain/ledger';

const COLUMNS = ['seq', 'at', 'product', 'kind', 'by', 'issue', 'op', 'body', 'previous', 'hash'] as const;

/** The ledger as CSV; a later part of the same file goes without the header. */
export function ledgerCsv(entries: readonly LedgerEntry[], isFirst = true): string {
  const text = csvText(COLUMNS, entries.map(({ seq, at, product, kind, by, issue, op, body, previous, hash }) => [seq, at, product, kind, by, issue, op, JSON.stringify(body), previous, hash]));
  return isFirst ? text : text.slice(text.indexOf('\n') + 1);
}

/** The ledger as JSON: an array of entries, whole enough to be verified again. */
export function ledgerJson(entries: readonly LedgerEntry[]): string {
  return JSON.stringify(entries, undefined, 2);
}
