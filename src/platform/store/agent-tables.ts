/** Tables of the agent. What a model said is kept beside the evidence, never in it: taking these tables away changes no count. */
export const AGENT_TABLES: readonly { readonly name: string; readonly statement: string }[] = [
  {
    name: 'v301_agent_settings',
    statement: `CREATE TABLE IF NOT EXISTS agent_settings (
      product VARCHAR(40) NOT NULL, body TEXT NOT NULL, PRIMARY KEY (product))`,
  },
  {
    name: 'v302_agent_spend',
    statement: `CREATE TABLE IF NOT EXISTS agent_spend (
      product VARCHAR(40) NOT NULL, spend_month VARCHAR(7) NOT NULL, tokens BIGINT NOT NULL, money BIGINT NOT NULL,
      held_tokens BIGINT NOT NULL, held_money BIGINT NOT NULL, PRIMARY KEY (product, spend_month))`,
  },
  {
    name: 'v303_agent_holds',
    statement: `CREATE TABLE IF NOT EXISTS agent_holds (
      hold_id VARCHAR(64) NOT NULL, product VARCHAR(40) NOT NULL, spend_month VARCHAR(7) NOT NULL, tokens BIGINT NOT NULL, money BIGINT NOT NULL,
      PRIMARY KEY (hold_id))`,
  },
  {
    name: 'v304_agent_replies',
    statement: `CREATE TABLE IF NOT EXISTS agent_replies (
      reply_key VARCHAR(64) NOT NULL, product VARCHAR(40) NOT NULL, about_id VARCHAR(300) NOT NULL, body MEDIUMTEXT NOT NULL,
      PRIMARY KEY (reply_key), KEY agent_replies_by_about (product, about_id))`,
  },
  {
    name: 'v305_agent_readings',
    statement: `CREATE TABLE IF NOT EXISTS agent_readings (
      product VARCHAR(40) NOT NULL, signal_id VARCHAR(300) NOT NULL, read_hash VARCHAR(64) NOT NULL, state VARCHAR(16) NOT NULL, size INT NOT NULL,
      asked_at VARCHAR(24), issues TEXT NOT NULL, body MEDIUMTEXT, PRIMARY KEY (product, signal_id), KEY agent_readings_by_state (product, state, size))`,
  },
  {
    name: 'v306_agent_briefs',
    statement: `CREATE TABLE IF NOT EXISTS agent_briefs (
      issue_id VARCHAR(100) NOT NULL, product VARCHAR(40) NOT NULL, body MEDIUMTEXT NOT NULL, PRIMARY KEY (issue_id))`,
  },
  {
    name: 'v307_agent_vectors',
    statement: `CREATE TABLE IF NOT EXISTS agent_vectors (
      product VARCHAR(40) NOT NULL, block_id VARCHAR(64) NOT NULL, model VARCHAR(160) NOT NULL, state VARCHAR(16) NOT NULL, asked_at VARCHAR(24),
      entries MEDIUMTEXT NOT NULL, body MEDIUMTEXT, PRIMARY KEY (product, block_id))`,
  },
  {
    name: 'v308_agent_labels',
    statement: `CREATE TABLE IF NOT EXISTS agent_labels (
      product VARCHAR(40) NOT NULL, theme_id VARCHAR(100) NOT NULL, body MEDIUMTEXT NOT NULL, PRIMARY KEY (product, theme_id))`,
  },
  {
    name: 'v309_agent_wordings',
    statement: `CREATE TABLE IF NOT EXISTS agent_wordings (
      product VARCHAR(40) NOT NULL, wording_key VARCHAR(160) NOT NULL, body MEDIUMTEXT NOT NULL, PRIMARY KEY (product, wording_key))`,
  },
  // Briefs of an older shape held numbers of their day; they are written anew.
  { name: 'v312_agent_briefs_anew', statement: 'DELETE FROM agent_briefs' },
];
