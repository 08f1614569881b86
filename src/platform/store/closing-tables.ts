/** Tables of closing. The ledger is only ever inserted into: its place in the chain is its key, so that two writers cannot both take it. */
export const CLOSING_TABLES: readonly { readonly name: string; readonly statement: string }[] = [
  {
    name: 'v101_closing_ledger',
    statement: `CREATE TABLE IF NOT EXISTS closing_ledger (
      seq INT NOT NULL, entry_id VARCHAR(400) NOT NULL, product VARCHAR(40) NOT NULL, entry_kind VARCHAR(32) NOT NULL, written_at VARCHAR(24) NOT NULL,
      issue_id VARCHAR(100), op VARCHAR(64), body MEDIUMTEXT NOT NULL, PRIMARY KEY (seq), UNIQUE KEY closing_ledger_by_entry (entry_id),
      KEY closing_ledger_by_product (product, written_at), KEY closing_ledger_by_op (op), KEY closing_ledger_by_issue (issue_id))`,
  },
  {
    name: 'v102_closing_items',
    statement: `CREATE TABLE IF NOT EXISTS closing_items (
      item_id VARCHAR(200) NOT NULL, product VARCHAR(40) NOT NULL, issue_id VARCHAR(100) NOT NULL, state VARCHAR(24) NOT NULL, revision INT NOT NULL,
      body MEDIUMTEXT NOT NULL, PRIMARY KEY (item_id), KEY closing_items_by_state (product, state), KEY closing_items_by_issue (issue_id))`,
  },
  {
    name: 'v103_closing_batches',
    statement: `CREATE TABLE IF NOT EXISTS closing_batches (
      batch_id VARCHAR(100) NOT NULL, product VARCHAR(40) NOT NULL, planned_at VARCHAR(24) NOT NULL, body TEXT NOT NULL,
      PRIMARY KEY (batch_id), KEY closing_batches_by_product (product, planned_at))`,
  },
  {
    name: 'v104_closing_marks',
    statement: `CREATE TABLE IF NOT EXISTS closing_marks (
      mark_id VARCHAR(22) NOT NULL, product VARCHAR(40) NOT NULL, issue_id VARCHAR(100) NOT NULL, body TEXT NOT NULL,
      PRIMARY KEY (mark_id), KEY closing_marks_by_product (product), KEY closing_marks_by_issue (issue_id))`,
  },
  {
    name: 'v105_closing_verdicts',
    statement: `CREATE TABLE IF NOT EXISTS closing_verdicts (
      product VARCHAR(40) NOT NULL, issue_id VARCHAR(100) NOT NULL, body TEXT NOT NULL, PRIMARY KEY (product, issue_id), KEY closing_verdicts_by_issue (issue_id))`,
  },
  {
    name: 'v106_closing_published',
    statement: `CREATE TABLE IF NOT EXISTS closing_published (
      product VARCHAR(40) NOT NULL, issue_id VARCHAR(100) NOT NULL, body TEXT NOT NULL, PRIMARY KEY (product, issue_id))`,
  },
  {
    name: 'v107_closing_settings',
    statement: `CREATE TABLE IF NOT EXISTS closing_settings (
      setting VARCHAR(120) NOT NULL, body MEDIUMTEXT NOT NULL, PRIMARY KEY (setting))`,
  },
  {
    name: 'v108_closing_approvals',
    statement: `CREATE TABLE IF NOT EXISTS closing_approvals (
      product VARCHAR(40) NOT NULL, policy_version INT NOT NULL, approved_by VARCHAR(255) NOT NULL, approved_at VARCHAR(24) NOT NULL, sole_admin TINYINT NOT NULL,
      PRIMARY KEY (product, policy_version, approved_by))`,
  },
  {
    name: 'v109_closing_leases',
    statement: `CREATE TABLE IF NOT EXISTS closing_leases (
      lease VARCHAR(40) NOT NULL, fence INT NOT NULL, held_until VARCHAR(24) NOT NULL, PRIMARY KEY (lease))`,
  },
  {
    name: 'v110_closing_calls',
    statement: `CREATE TABLE IF NOT EXISTS closing_calls (
      call_id VARCHAR(300) NOT NULL, product VARCHAR(40) NOT NULL, subject_kind VARCHAR(8) NOT NULL, subject_id VARCHAR(100) NOT NULL, decided_at VARCHAR(24) NOT NULL,
      replaced_by VARCHAR(300), body MEDIUMTEXT NOT NULL, PRIMARY KEY (call_id), KEY closing_calls_by_subject (product, subject_kind, subject_id))`,
  },
];
