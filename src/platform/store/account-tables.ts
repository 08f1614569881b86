/** Tables of what arrives by itself and of whose it is: deliveries that wait, accounts through time, rules. */
export const ACCOUNT_TABLES: readonly { readonly name: string; readonly statement: string }[] = [
  {
    name: 'v250_inbound_deliveries',
    statement: `CREATE TABLE IF NOT EXISTS inbound_deliveries (
      seq BIGINT PRIMARY KEY AUTO_INCREMENT, source VARCHAR(40) NOT NULL, nonce VARCHAR(64) NOT NULL, received_at VARCHAR(24) NOT NULL,
      state VARCHAR(8) NOT NULL, records INT NOT NULL, bytes INT NOT NULL, body MEDIUMTEXT NOT NULL, UNIQUE KEY inbound_by_nonce (source, nonce),
      KEY inbound_by_state (state, seq))`,
  },
  {
    name: 'v251_inbound_refusals',
    statement: `CREATE TABLE IF NOT EXISTS inbound_refusals (
      source VARCHAR(40) NOT NULL, refused_at VARCHAR(24) NOT NULL, outcome VARCHAR(20) NOT NULL, detail VARCHAR(255), PRIMARY KEY (source))`,
  },
  {
    name: 'v252_accounts',
    statement: `CREATE TABLE IF NOT EXISTS accounts (account VARCHAR(255) NOT NULL, name VARCHAR(255) NOT NULL, PRIMARY KEY (account), KEY accounts_by_name (name))`,
  },
  {
    name: 'v253_account_facts',
    statement: `CREATE TABLE IF NOT EXISTS account_facts (
      account VARCHAR(255) NOT NULL, valid_from VARCHAR(24) NOT NULL, plan_name VARCHAR(255), segment VARCHAR(255), state VARCHAR(255),
      revenue DOUBLE, currency VARCHAR(8), PRIMARY KEY (account, valid_from))`,
  },
  {
    name: 'v254_account_rules',
    statement: `CREATE TABLE IF NOT EXISTS account_rules (
      kind VARCHAR(16) NOT NULL, hint VARCHAR(255) NOT NULL, source VARCHAR(40) NOT NULL, account VARCHAR(255) NOT NULL,
      made_by VARCHAR(8) NOT NULL, made_at VARCHAR(24) NOT NULL, PRIMARY KEY (kind, hint, source), KEY account_rules_by_hint (hint))`,
  },
  {
    name: 'v255_signal_origins',
    statement: `CREATE TABLE IF NOT EXISTS signal_origins (
      product VARCHAR(40) NOT NULL, signal_id VARCHAR(300) NOT NULL, source VARCHAR(40) NOT NULL, organisation VARCHAR(255), domain VARCHAR(255),
      account VARCHAR(255), PRIMARY KEY (product, signal_id), KEY signal_origins_by_organisation (organisation), KEY signal_origins_by_domain (domain))`,
  },
  {
    name: 'v256_unrouted_records',
    statement: `CREATE TABLE IF NOT EXISTS unrouted_records (
      connection VARCHAR(40) NOT NULL, external_id VARCHAR(255) NOT NULL, said_at VARCHAR(24) NOT NULL, facts TEXT NOT NULL, PRIMARY KEY (connection, external_id))`,
  },
  {
    name: 'v2501_inbound_marks',
    statement: `CREATE TABLE IF NOT EXISTS inbound_marks (
      source VARCHAR(40) NOT NULL, external_id VARCHAR(255) NOT NULL, revision VARCHAR(64) NOT NULL, gone_at VARCHAR(24), PRIMARY KEY (source, external_id))`,
  },
  {
    // Who says it is part of the key; account_facts, from before, knew only one voice and is read beside it.
    name: 'v2502_account_claims',
    statement: `CREATE TABLE IF NOT EXISTS account_claims (
      account VARCHAR(255) NOT NULL, valid_from VARCHAR(24) NOT NULL, source VARCHAR(40) NOT NULL, plan_name VARCHAR(255), segment VARCHAR(255),
      state VARCHAR(255), revenue DOUBLE, currency VARCHAR(8), PRIMARY KEY (account, valid_from, source))`,
  },
  // Which version of an own system's signal stands in the row: the statement that writes one compares with it.
  { name: 'v2601_signal_arrived', statement: 'ALTER TABLE signals ADD COLUMN IF NOT EXISTS arrived VARCHAR(64)' },
];
