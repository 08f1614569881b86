/**
 * What a column of text holds of a person.
 * `nothing`: ids of things, times, names of ours, counts, hashes. `derived`: made of signals by their ids, and made anew or taken away with them.
 * `account-id`: the Jira account id of who acted. `json`: a document in which account ids or a customer's own id can stand.
 * `customer`: a customer's id or organisation. `words`: what a customer said, with all that came with it.
 */
export type Holding = 'nothing' | 'derived' | 'account-id' | 'json' | 'customer' | 'words';

/** How the rows of a table are told apart, and what each of its columns of text holds. */
export interface TableOfPersons {
  readonly key: readonly string[];
  readonly columns: Readonly<Record<string, Holding>>;
}

const table = (key: string, columns: Readonly<Partial<Record<Exclude<Holding, 'nothing'>, string>>>): TableOfPersons => ({
  key: key.split(' '),
  columns: Object.fromEntries(Object.entries(columns).flatMap(([holding, names]) => names.split(' ').map((name) => [name, holding as Holding]))),
});

/**
 * Every table that holds anything of a person; a column that is not named here holds nothing of one. The report of account ids, forgetting a closed
 * account and erasing a customer walk this list, and a test holds it against the schema: a new column of text has to be placed here or in `NOTHING`.
 */
export const PERSONS: Readonly<Record<string, TableOfPersons>> = {
  signals: table('product signal_id', { words: 'title body event url status', customer: 'author account' }),
  signal_origins: table('product signal_id', { customer: 'organisation domain account' }),
  accounts: table('account', { customer: 'account name' }),
  account_facts: table('account valid_from', { customer: 'account' }),
  account_claims: table('account valid_from source', { customer: 'account' }),
  account_rules: table('kind hint source', { customer: 'hint account' }),
  import_chunks: table('import_id seq', { words: 'body' }),
  inbound_deliveries: table('seq', { words: 'body' }),
  issues: table('issue_id', { json: 'body' }),
  decisions: table('decision_id', { 'account-id': 'decided_by' }),
  import_runs: table('import_id', { 'account-id': 'started_by' }),
  theme_edits: table('product edit_id', { 'account-id': 'edited_by', json: 'change_text' }),
  closing_approvals: table('product policy_version approved_by', { 'account-id': 'approved_by' }),
  // Its account ids are replaced by closing itself: a chain is not changed from outside.
  closing_ledger: table('seq', { json: 'entry_id body' }),
  closing_items: table('item_id', { json: 'body' }),
  closing_batches: table('batch_id', { json: 'body' }),
  closing_marks: table('mark_id', { json: 'body' }),
  closing_settings: table('setting', { json: 'body' }),
  closing_calls: table('call_id', { json: 'body' }),
  agent_settings: table('product', { json: 'body' }),
  outcome_contracts: table('contract_id', { json: 'body' }),
  outcome_confirmations: table('confirmation_id', { json: 'body' }),
  outcomes: table('outcome_id', { json: 'body' }),
  talk_lists: table('product week_of theme_id', { json: 'body' }),
  talk_marks: table('mark_id', { json: 'body' }),
  talk_contacts: table('contact_id', { json: 'body' }),
  talk_conversations: table('conversation_id', { json: 'body' }),
  prototypes: table('issue_id', { json: 'body' }),
  prototype_reviews: table('review_id', { json: 'body' }),
  release_choices: table('choice_id', { json: 'body' }),
  proposals: table('proposal_id', { json: 'body' }),
  connections: table('connection_id', { json: 'body' }),
  digests: table('product run_no issue_id', { derived: 'evidence searchability themes' }),
  links: table('product run_no signal_id', { derived: 'best' }),
  engine_shelves: table('product computed_at part', { derived: 'body' }),
  looked_at: table('product computed_at thing_kind thing_id', { derived: 'beside' }),
  themes: table('product run_no theme_id', { derived: 'body' }),
  product_digests: table('product computed_at part', { derived: 'body' }),
  outcome_lists: table('outcome_id side seq', { derived: 'ids' }),
  outcome_adverse: table('product contract_id theme_id', { derived: 'body' }),
  closing_verdicts: table('product issue_id', { derived: 'body' }),
  closing_published: table('product issue_id', { derived: 'body' }),
  agent_replies: table('reply_key', { derived: 'body' }),
  agent_readings: table('product signal_id', { derived: 'issues body' }),
  agent_briefs: table('issue_id', { derived: 'body' }),
  agent_labels: table('product theme_id', { derived: 'body' }),
  agent_wordings: table('product wording_key', { derived: 'body' }),
  agent_vectors: table('product block_id', { derived: 'entries body' }),
};

/** Columns of text without anything of a person, by table; named so that nobody forgets to think of a new one. */
export const NOTHING: Readonly<Record<string, string>> = {
  products: 'product name projects',
  sources: 'product source kind name visibility gaps',
  coverage: 'product source name kind total_by skipped oldest_at newest_at last_read_at gaps',
  // External ids are the source's; one that names a person was replaced by a stand-in before it was kept.
  signals: 'product signal_id source said_at kind locale app_version visibility content_hash recorded_at removed_at arrived',
  signal_origins: 'product signal_id source',
  account_facts: 'valid_from plan_name segment state currency',
  account_claims: 'valid_from source plan_name segment state currency',
  account_rules: 'kind source made_by made_at',
  import_chunks: 'import_id',
  import_problems: 'import_id field_name reason',
  import_runs: 'import_id product kind format file_name source visibility started_at header_line state finished_at',
  inbound_deliveries: 'source nonce received_at state',
  inbound_refusals: 'source refused_at outcome detail',
  inbound_marks: 'source external_id revision gone_at',
  removed_support: 'product issue_id removed_at',
  issues: 'issue_id product issue_key visibility content_hash recorded_at',
  releases: 'product release_id name released_at issues content_hash',
  engine_runs: 'product engine_version computed_at',
  digests: 'product issue_id engine_version computed_at visibility',
  links: 'product signal_id visibility',
  engine_shelves: 'product computed_at',
  looked_at: 'product computed_at thing_kind thing_id mark',
  themes: 'product theme_id',
  assignments: 'product signal_id theme_id visibility',
  theme_issues: 'product theme_id issue_id visibility',
  decisions: 'product signal_id issue_id verdict decided_at',
  theme_edits: 'product edit_id edited_at',
  product_digests: 'product computed_at',
  outcome_contracts: 'contract_id product release_id released_at',
  outcomes: 'outcome_id product contract_id issue_id',
  outcome_lists: 'outcome_id side',
  outcome_confirmations: 'confirmation_id product contract_id',
  outcome_adverse: 'product contract_id theme_id',
  closing_ledger: 'product entry_kind written_at issue_id op',
  closing_items: 'item_id product issue_id state',
  closing_batches: 'batch_id product planned_at',
  closing_marks: 'mark_id product issue_id',
  closing_verdicts: 'product issue_id',
  closing_published: 'product issue_id',
  closing_settings: 'setting',
  closing_approvals: 'product approved_at',
  closing_leases: 'lease held_until',
  closing_calls: 'call_id product subject_kind subject_id decided_at replaced_by',
  agent_settings: 'product',
  agent_spend: 'product spend_month',
  agent_holds: 'hold_id product spend_month',
  agent_replies: 'reply_key product about_id',
  agent_readings: 'product signal_id read_hash state asked_at',
  agent_briefs: 'issue_id product',
  agent_vectors: 'product block_id model state asked_at',
  agent_labels: 'product theme_id',
  agent_wordings: 'product wording_key',
  talk_lists: 'product theme_id week_of',
  talk_marks: 'mark_id product marked_at',
  talk_contacts: 'contact_id product',
  talk_conversations: 'conversation_id product held_at',
  prototypes: 'issue_id product',
  prototype_reviews: 'review_id product issue_id shown_at',
  release_choices: 'choice_id product issue_id chosen_at',
  proposals: 'proposal_id product state made_at',
  connections: 'connection_id product connector',
  source_feeds: 'connection_id feed body',
  source_records: 'connection_id external_id revision record_group said_at product skipped seen_at gone_at',
  source_receipts: 'connection_id started_at finished_at body',
  source_receipt_days: 'connection_id day_of body',
  source_sent: 'connection_id limit_of slot_at',
  source_links: 'connection_id signal_id issue_id product seen_at',
  // Facts that routing looks at (brand, form, tag), without words.
  unrouted_records: 'connection external_id said_at facts',
};

/** Tables and columns of one holding. */
export function columnsOf(holding: Holding): readonly (readonly [table: string, column: string, key: readonly string[]])[] {
  return Object.entries(PERSONS).flatMap(([name, { key, columns }]) => Object.entries(columns).flatMap(([column, held]) => (held === holding ? [[name, column, key] as const] : [])));
}
