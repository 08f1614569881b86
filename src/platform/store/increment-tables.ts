/** Tables of linking between two whole runs. Rows belong to the run that was computed at that time, and go with it. */
export const INCREMENT_TABLES: readonly { readonly name: string; readonly statement: string }[] = [
  {
    name: 'v2101_engine_shelves',
    statement: `CREATE TABLE IF NOT EXISTS engine_shelves (
      product VARCHAR(40) NOT NULL, computed_at VARCHAR(24) NOT NULL, part INT NOT NULL, parts INT NOT NULL, body MEDIUMTEXT NOT NULL,
      PRIMARY KEY (product, computed_at, part))`,
  },
  {
    name: 'v2102_looked_at',
    statement: `CREATE TABLE IF NOT EXISTS looked_at (
      product VARCHAR(40) NOT NULL, computed_at VARCHAR(24) NOT NULL, thing_kind VARCHAR(8) NOT NULL, thing_id VARCHAR(300) NOT NULL,
      mark VARCHAR(22) NOT NULL, is_new TINYINT NOT NULL, beside MEDIUMTEXT NOT NULL, PRIMARY KEY (product, computed_at, thing_kind, thing_id))`,
  },
];
