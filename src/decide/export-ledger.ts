import { withoutFormula } from '../domain/csv';
import type { LedgerEntry } from '../domain/ledger';

const COLUMNS = ['seq', 'at', 'product', 'kind', 'by', 'issue', 'op', 'body', 'previous', 'hash'] as const;

/** The ledger as CSV (RFC 4180). No cell can start a formula in a spreadsheet (OWASP ASVS 1.2.10). */
export function ledgerCsv(entries: readonly LedgerEntry[]): string {
  const rows = entries.map((entry) =>
    [entry.seq, entry.at, entry.product, entry.kind, entry.by, entry.issue ?? '', entry.op ?? '', JSON.stringify(entry.body), entry.previous, entry.hash].map(csvCell).join(','),
  );
  return [COLUMNS.join(','), ...rows, ''].join('\r\n');
}

/** The ledger as JSON: an array of entries, whole enough to be verified again. */
export function ledgerJson(entries: readonly LedgerEntry[]): string {
  return JSON.stringify(entries, undefined, 2);
}

/** One cell: quoted where it must be, and with a leading quote where a spreadsheet would read a formula. */
export function csvCell(value: string | number): string {
  if (typeof value === 'number') return String(value);
  const safe = withoutFormula(value);
  return /[",\r\n\0]/.test(safe) || safe !== value ? `"${safe.replaceAll('"', '""')}"` : safe;
}
