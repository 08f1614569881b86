import { AGENT_TABLES } from './agent-tables';
import { ACCOUNT_TABLES } from './account-tables';
import { INCREMENT_TABLES } from './increment-tables';
import { CLOSING_TABLES } from './closing-tables';
import { TALK_TABLES } from './talk-tables';
import { REACTION_COLUMNS } from './reaction-columns';
import { REMOVED_TABLES } from './removed-support';
import { SOURCE_TABLES } from './source-tables';

/**
 * The schema, one statement a migration: a name that has run anywhere is never changed, a new one is added at the end.
 * Ids compare by code point (the default collation of the platform is utf8mb4_bin). Times are ISO text of 24 characters, which sorts.
 * Reserved words of MySQL (rank, signal, release, key, by) are avoided as names, so that nothing needs quoting.
 */
export const TABLES: readonly { readonly name: string; readonly statement: string }[] = [
  {
    name: 'v001_products',
    statement: `CREATE TABLE IF NOT EXISTS products (
      product VARCHAR(40) NOT NULL, name VARCHAR(255) NOT NULL, projects TEXT NOT NULL, synthetic TINYINT NOT NULL, PRIMARY KEY (product))`,
  },
  {
    name: 'v002_sources',
    statement: `CREATE TABLE IF NOT EXISTS sources (
      product VARCHAR(40) NOT NULL, source VARCHAR(40) NOT NULL, kind VARCHAR(40) NOT NULL, name VARCHAR(255) NOT NULL,
      visibility VARCHAR(8) NOT NULL, gaps TEXT NOT NULL, PRIMARY KEY (product, source))`,
  },
  {
    name: 'v003_coverage',
    statement: `CREATE TABLE IF NOT EXISTS coverage (
      product VARCHAR(40) NOT NULL, source VARCHAR(40) NOT NULL, name VARCHAR(255) NOT NULL, kind VARCHAR(40) NOT NULL,
      total INT NOT NULL, total_by VARCHAR(8) NOT NULL, read_rows INT NOT NULL, kept INT NOT NULL, skipped TEXT NOT NULL,
      oldest_at VARCHAR(24), newest_at VARCHAR(24), last_read_at VARCHAR(24), gaps TEXT NOT NULL, PRIMARY KEY (product, source))`,
  },
  {
    name: 'v004_signals',
    statement: `CREATE TABLE IF NOT EXISTS signals (
      product VARCHAR(40) NOT NULL, signal_id VARCHAR(300) NOT NULL, source VARCHAR(40) NOT NULL, said_at VARCHAR(24) NOT NULL,
      kind VARCHAR(8) NOT NULL, title TEXT, body MEDIUMTEXT, event VARCHAR(255), author VARCHAR(255), account VARCHAR(255),
      locale VARCHAR(64), url TEXT, rating DOUBLE, amount DOUBLE, status VARCHAR(255), app_version VARCHAR(255),
      visibility VARCHAR(8) NOT NULL, content_hash VARCHAR(22) NOT NULL, revision INT NOT NULL, recorded_at VARCHAR(24) NOT NULL,
      removed_at VARCHAR(24), bytes INT NOT NULL, PRIMARY KEY (product, signal_id), KEY signals_by_source (product, source, said_at))`,
  },
  {
    name: 'v005_issues',
    statement: `CREATE TABLE IF NOT EXISTS issues (
      issue_id VARCHAR(100) NOT NULL, product VARCHAR(40) NOT NULL, issue_key VARCHAR(100) NOT NULL, visibility VARCHAR(8) NOT NULL,
      body MEDIUMTEXT NOT NULL, content_hash VARCHAR(22) NOT NULL, revision INT NOT NULL, recorded_at VARCHAR(24) NOT NULL,
      bytes INT NOT NULL, PRIMARY KEY (issue_id), KEY issues_by_product (product, issue_id), KEY issues_by_key (issue_key))`,
  },
  {
    name: 'v006_releases',
    statement: `CREATE TABLE IF NOT EXISTS releases (
      product VARCHAR(40) NOT NULL, release_id VARCHAR(255) NOT NULL, name VARCHAR(255) NOT NULL, released_at VARCHAR(24),
      issues MEDIUMTEXT NOT NULL, content_hash VARCHAR(22) NOT NULL, bytes INT NOT NULL, PRIMARY KEY (product, release_id))`,
  },
  {
    name: 'v007_engine_runs',
    statement: `CREATE TABLE IF NOT EXISTS engine_runs (
      product VARCHAR(40) NOT NULL, run_no INT NOT NULL, writing INT NOT NULL, engine_version VARCHAR(100) NOT NULL,
      computed_at VARCHAR(24) NOT NULL, signals INT NOT NULL, PRIMARY KEY (product))`,
  },
  {
    name: 'v008_digests',
    statement: `CREATE TABLE IF NOT EXISTS digests (
      product VARCHAR(40) NOT NULL, run_no INT NOT NULL, issue_id VARCHAR(100) NOT NULL, engine_version VARCHAR(100) NOT NULL,
      computed_at VARCHAR(24) NOT NULL, visibility VARCHAR(8) NOT NULL, searchability TEXT NOT NULL, evidence MEDIUMTEXT NOT NULL,
      themes TEXT NOT NULL, PRIMARY KEY (product, run_no, issue_id), KEY digests_by_issue (issue_id))`,
  },
  {
    name: 'v009_links',
    statement: `CREATE TABLE IF NOT EXISTS links (
      product VARCHAR(40) NOT NULL, run_no INT NOT NULL, signal_id VARCHAR(300) NOT NULL, visibility VARCHAR(8) NOT NULL,
      best TEXT NOT NULL, PRIMARY KEY (product, run_no, signal_id))`,
  },
  {
    name: 'v010_themes',
    statement: `CREATE TABLE IF NOT EXISTS themes (
      product VARCHAR(40) NOT NULL, run_no INT NOT NULL, theme_id VARCHAR(100) NOT NULL, signals INT NOT NULL,
      open_signals INT NOT NULL, body MEDIUMTEXT NOT NULL, PRIMARY KEY (product, run_no, theme_id))`,
  },
  {
    name: 'v011_assignments',
    statement: `CREATE TABLE IF NOT EXISTS assignments (
      product VARCHAR(40) NOT NULL, run_no INT NOT NULL, signal_id VARCHAR(300) NOT NULL, theme_id VARCHAR(100), fit DOUBLE NOT NULL,
      visibility VARCHAR(8) NOT NULL, PRIMARY KEY (product, run_no, signal_id), KEY assignments_by_theme (product, run_no, theme_id))`,
  },
  {
    name: 'v012_theme_issues',
    statement: `CREATE TABLE IF NOT EXISTS theme_issues (
      product VARCHAR(40) NOT NULL, run_no INT NOT NULL, theme_id VARCHAR(100) NOT NULL, issue_id VARCHAR(100) NOT NULL,
      strength DOUBLE NOT NULL, signals INT NOT NULL, visibility VARCHAR(8) NOT NULL, PRIMARY KEY (product, run_no, theme_id, issue_id))`,
  },
  {
    name: 'v013_decisions',
    statement: `CREATE TABLE IF NOT EXISTS decisions (
      decision_id BIGINT PRIMARY KEY AUTO_INCREMENT, product VARCHAR(40) NOT NULL, signal_id VARCHAR(300) NOT NULL,
      issue_id VARCHAR(100) NOT NULL, verdict VARCHAR(16) NOT NULL, decided_at VARCHAR(24) NOT NULL, decided_by VARCHAR(255) NOT NULL,
      undoes BIGINT, KEY decisions_by_issue (product, issue_id, signal_id))`,
  },
  {
    name: 'v014_import_runs',
    statement: `CREATE TABLE IF NOT EXISTS import_runs (
      import_id VARCHAR(80) NOT NULL, product VARCHAR(40) NOT NULL, kind VARCHAR(16) NOT NULL, format VARCHAR(8) NOT NULL,
      file_name VARCHAR(255) NOT NULL, source VARCHAR(40), visibility VARCHAR(8) NOT NULL, started_at VARCHAR(24) NOT NULL,
      started_by VARCHAR(255) NOT NULL, header_line TEXT, chunks INT, state VARCHAR(16) NOT NULL, finished_at VARCHAR(24),
      PRIMARY KEY (import_id), KEY import_runs_by_product (product, started_at))`,
  },
  {
    name: 'v015_import_chunks',
    statement: `CREATE TABLE IF NOT EXISTS import_chunks (
      import_id VARCHAR(80) NOT NULL, seq INT NOT NULL, first_line INT NOT NULL, body MEDIUMTEXT NOT NULL, finished TINYINT NOT NULL,
      offered INT NOT NULL, kept INT NOT NULL, unchanged INT NOT NULL, rejected INT NOT NULL, PRIMARY KEY (import_id, seq))`,
  },
  {
    name: 'v016_import_problems',
    statement: `CREATE TABLE IF NOT EXISTS import_problems (
      import_id VARCHAR(80) NOT NULL, line_no INT NOT NULL, field_name VARCHAR(255) NOT NULL, reason VARCHAR(255) NOT NULL,
      is_note TINYINT NOT NULL, PRIMARY KEY (import_id, line_no, field_name))`,
  },
  {
    name: 'v017_theme_edits',
    statement: `CREATE TABLE IF NOT EXISTS theme_edits (
      product VARCHAR(40) NOT NULL, edit_id VARCHAR(80) NOT NULL, edited_at VARCHAR(24) NOT NULL, edited_by VARCHAR(255) NOT NULL,
      change_text MEDIUMTEXT NOT NULL, PRIMARY KEY (product, edit_id))`,
  },
  {
    name: 'v018_product_digests',
    statement: `CREATE TABLE IF NOT EXISTS product_digests (
      product VARCHAR(40) NOT NULL, computed_at VARCHAR(24) NOT NULL, part INT NOT NULL, parts INT NOT NULL, body MEDIUMTEXT NOT NULL,
      PRIMARY KEY (product, computed_at, part))`,
  },
  {
    name: 'v019_outcome_contracts',
    statement: `CREATE TABLE IF NOT EXISTS outcome_contracts (
      contract_id VARCHAR(320) NOT NULL, product VARCHAR(40) NOT NULL, release_id VARCHAR(255) NOT NULL, released_at VARCHAR(24) NOT NULL,
      body MEDIUMTEXT NOT NULL, PRIMARY KEY (contract_id), KEY outcome_contracts_by_product (product, released_at))`,
  },
  {
    name: 'v020_outcomes',
    statement: `CREATE TABLE IF NOT EXISTS outcomes (
      outcome_id VARCHAR(22) NOT NULL, product VARCHAR(40) NOT NULL, contract_id VARCHAR(320) NOT NULL, issue_id VARCHAR(100) NOT NULL,
      body MEDIUMTEXT NOT NULL, PRIMARY KEY (outcome_id), KEY outcomes_by_contract (product, contract_id), KEY outcomes_by_issue (product, issue_id))`,
  },
  {
    name: 'v021_outcome_lists',
    statement: `CREATE TABLE IF NOT EXISTS outcome_lists (
      outcome_id VARCHAR(22) NOT NULL, side VARCHAR(8) NOT NULL, seq INT NOT NULL, ids MEDIUMTEXT NOT NULL, PRIMARY KEY (outcome_id, side, seq))`,
  },
  {
    name: 'v022_outcome_confirmations',
    statement: `CREATE TABLE IF NOT EXISTS outcome_confirmations (
      confirmation_id VARCHAR(22) NOT NULL, product VARCHAR(40) NOT NULL, contract_id VARCHAR(320) NOT NULL, body TEXT NOT NULL,
      PRIMARY KEY (confirmation_id), KEY outcome_confirmations_by_contract (product, contract_id))`,
  },
  {
    name: 'v023_outcome_adverse',
    statement: `CREATE TABLE IF NOT EXISTS outcome_adverse (
      product VARCHAR(40) NOT NULL, contract_id VARCHAR(320) NOT NULL, theme_id VARCHAR(100) NOT NULL, body MEDIUMTEXT NOT NULL,
      PRIMARY KEY (product, contract_id, theme_id))`,
  },
  ...CLOSING_TABLES,
  ...AGENT_TABLES,
  ...TALK_TABLES,
  ...SOURCE_TABLES,
  ...ACCOUNT_TABLES,
  ...REACTION_COLUMNS,
  ...INCREMENT_TABLES,
  ...REMOVED_TABLES,
];
