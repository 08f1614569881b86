/** Tables of talking to customers: ids, states and what a person wrote. Customers' words stand in signals, names nowhere. */
export const TALK_TABLES: readonly { readonly name: string; readonly statement: string }[] = [
  {
    name: 'v350_talk_lists',
    statement: `CREATE TABLE IF NOT EXISTS talk_lists (
      product VARCHAR(40) NOT NULL, theme_id VARCHAR(100) NOT NULL, week_of VARCHAR(10) NOT NULL, body MEDIUMTEXT NOT NULL,
      PRIMARY KEY (product, week_of, theme_id))`,
  },
  {
    name: 'v351_talk_marks',
    statement: `CREATE TABLE IF NOT EXISTS talk_marks (
      mark_id VARCHAR(22) NOT NULL, product VARCHAR(40) NOT NULL, marked_at VARCHAR(24) NOT NULL, body TEXT NOT NULL,
      PRIMARY KEY (mark_id), KEY talk_marks_by_product (product, marked_at))`,
  },
  {
    name: 'v352_talk_contacts',
    statement: `CREATE TABLE IF NOT EXISTS talk_contacts (
      contact_id VARCHAR(22) NOT NULL, product VARCHAR(40) NOT NULL, body TEXT NOT NULL, PRIMARY KEY (contact_id), KEY talk_contacts_by_product (product))`,
  },
  {
    name: 'v353_talk_conversations',
    statement: `CREATE TABLE IF NOT EXISTS talk_conversations (
      conversation_id VARCHAR(80) NOT NULL, product VARCHAR(40) NOT NULL, held_at VARCHAR(24) NOT NULL, body TEXT NOT NULL,
      PRIMARY KEY (conversation_id), KEY talk_conversations_by_product (product, held_at))`,
  },
  {
    name: 'v354_prototypes',
    statement: `CREATE TABLE IF NOT EXISTS prototypes (
      issue_id VARCHAR(100) NOT NULL, product VARCHAR(40) NOT NULL, body MEDIUMTEXT NOT NULL, PRIMARY KEY (issue_id), KEY prototypes_by_product (product))`,
  },
  {
    name: 'v355_prototype_reviews',
    statement: `CREATE TABLE IF NOT EXISTS prototype_reviews (
      review_id VARCHAR(80) NOT NULL, product VARCHAR(40) NOT NULL, issue_id VARCHAR(100) NOT NULL, shown_at VARCHAR(24) NOT NULL, body TEXT NOT NULL,
      PRIMARY KEY (review_id), KEY prototype_reviews_by_issue (issue_id, shown_at), KEY prototype_reviews_by_product (product))`,
  },
  {
    name: 'v356_release_choices',
    statement: `CREATE TABLE IF NOT EXISTS release_choices (
      choice_id VARCHAR(80) NOT NULL, product VARCHAR(40) NOT NULL, issue_id VARCHAR(100) NOT NULL, chosen_at VARCHAR(24) NOT NULL, body MEDIUMTEXT NOT NULL,
      PRIMARY KEY (choice_id), KEY release_choices_by_issue (issue_id, chosen_at), KEY release_choices_by_product (product))`,
  },
  {
    name: 'v357_proposals',
    statement: `CREATE TABLE IF NOT EXISTS proposals (
      proposal_id VARCHAR(80) NOT NULL, product VARCHAR(40) NOT NULL, state VARCHAR(12) NOT NULL, made_at VARCHAR(24) NOT NULL, body TEXT NOT NULL,
      PRIMARY KEY (proposal_id), KEY proposals_by_state (product, state, made_at))`,
  },
];
