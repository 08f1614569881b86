/** Likes came with signals later than signals did. Run again after a death between the change and its record, the column is already there. */
export const REACTION_COLUMNS: readonly { readonly name: string; readonly statement: string }[] = [
  { name: 'v1901_signal_reactions', statement: 'ALTER TABLE signals ADD COLUMN IF NOT EXISTS reactions INT' },
];
