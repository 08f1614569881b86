/** Tables of the sources: who is connected, how far each was read, what each record became, and what every run gave. */
export const SOURCE_TABLES: readonly { readonly name: string; readonly statement: string }[] = [
  {
    name: 'v200_connections',
    statement: `CREATE TABLE IF NOT EXISTS connections (
      connection_id VARCHAR(40) NOT NULL, product VARCHAR(40) NOT NULL, connector VARCHAR(40) NOT NULL, body TEXT NOT NULL, PRIMARY KEY (connection_id))`,
  },
  {
    name: 'v201_source_feeds',
    statement: `CREATE TABLE IF NOT EXISTS source_feeds (
      connection_id VARCHAR(40) NOT NULL, feed VARCHAR(16) NOT NULL, step INT NOT NULL, body MEDIUMTEXT NOT NULL, PRIMARY KEY (connection_id, feed))`,
  },
  {
    name: 'v202_source_records',
    statement: `CREATE TABLE IF NOT EXISTS source_records (
      connection_id VARCHAR(40) NOT NULL, external_id VARCHAR(255) NOT NULL, revision VARCHAR(64) NOT NULL, record_group VARCHAR(255) NOT NULL, said_at VARCHAR(24),
      product VARCHAR(40), skipped VARCHAR(100), seen_at VARCHAR(24) NOT NULL, gone_at VARCHAR(24), PRIMARY KEY (connection_id, external_id),
      KEY source_records_by_group (connection_id, record_group), KEY source_records_by_seen (connection_id, seen_at))`,
  },
  {
    name: 'v203_source_receipts',
    statement: `CREATE TABLE IF NOT EXISTS source_receipts (
      connection_id VARCHAR(40) NOT NULL, started_at VARCHAR(24) NOT NULL, finished_at VARCHAR(24) NOT NULL, body TEXT NOT NULL,
      PRIMARY KEY (connection_id, started_at))`,
  },
  {
    name: 'v204_source_links',
    statement: `CREATE TABLE IF NOT EXISTS source_links (
      connection_id VARCHAR(40) NOT NULL, signal_id VARCHAR(300) NOT NULL, issue_id VARCHAR(100) NOT NULL, product VARCHAR(40) NOT NULL, seen_at VARCHAR(24) NOT NULL,
      PRIMARY KEY (connection_id, signal_id, issue_id))`,
  },
  {
    name: 'v205_source_receipt_days',
    statement: `CREATE TABLE IF NOT EXISTS source_receipt_days (
      connection_id VARCHAR(40) NOT NULL, day_of VARCHAR(10) NOT NULL, body TEXT NOT NULL, PRIMARY KEY (connection_id, day_of))`,
  },
  {
    name: 'v1800_source_sent',
    statement: `CREATE TABLE IF NOT EXISTS source_sent (
      connection_id VARCHAR(40) NOT NULL, limit_of VARCHAR(16) NOT NULL, slot_at VARCHAR(24) NOT NULL, amount INT NOT NULL,
      PRIMARY KEY (connection_id, limit_of, slot_at))`,
  },
];
