/**
 * What Forge SQL allows, with room to spare: request 1 MiB, response 4 MiB, and our own 500 rows an INSERT.
 * @see https://developer.atlassian.com/platform/forge/storage-reference/sql/#limits
 */
export const REQUEST_BYTES = 900_000;
export const RESPONSE_BYTES = 3_000_000;
export const ROWS_PER_INSERT = 500;
export const VALUES_PER_IN = 500;
/** Old rows go in small deletes, so that none nears the 10 s of a statement. */
export const ROWS_PER_DELETE = 2_000;
/** Evidence kept per issue, links kept per signal. */
export const EVIDENCE_PER_ISSUE = 100;
export const LINKS_PER_SIGNAL = 3;
