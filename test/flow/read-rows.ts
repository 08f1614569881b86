import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/** What a site keeps that must not depend on how often its process died: rows without the times and numbers of runs. */
const QUERIES: Readonly<Record<string, string>> = {
  signals: 'SELECT product, signal_id, source, said_at, kind, title, body, author, account, locale, url, visibility, revision, removed_at FROM signals ORDER BY product, signal_id',
  issues: 'SELECT issue_id, product, issue_key, visibility, body FROM issues ORDER BY issue_id',
  coverage: 'SELECT product, source, total, read_rows, kept, skipped, oldest_at, newest_at, gaps FROM coverage ORDER BY product, source',
  digests: `SELECT d.issue_id, d.engine_version, d.searchability, d.evidence, d.themes FROM digests d
    INNER JOIN engine_runs r ON r.product = d.product AND r.run_no = d.run_no ORDER BY d.issue_id`,
  assignments: `SELECT a.signal_id, a.theme_id, a.fit FROM assignments a INNER JOIN engine_runs r ON r.product = a.product AND r.run_no = a.run_no ORDER BY a.signal_id`,
  links: 'SELECT l.signal_id, l.best FROM links l INNER JOIN engine_runs r ON r.product = l.product AND r.run_no = l.run_no ORDER BY l.signal_id',
  problems: 'SELECT line_no, field_name, reason FROM import_problems ORDER BY line_no, field_name',
};

/** Rows by table, from a tenant's database file of a host that is closed. */
export function readRows(folder: string, tenant: string): Readonly<Record<string, readonly string[]>> {
  const database = new DatabaseSync(join(folder, 'forge', 'sql', `${tenant}.sqlite`));
  const rows = Object.fromEntries(Object.entries(QUERIES).map(([table, query]) => [table, database.prepare(query).all().map((row) => JSON.stringify(row))]));
  database.close();
  return rows;
}
