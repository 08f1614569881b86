/** CSV text that no spreadsheet reads as a formula: the one rule for what the server and what a screen saves. */
export { csvText, saidSeparator, separatorOf } from '../domain/csv';
export type { Separator } from '../domain/csv';
