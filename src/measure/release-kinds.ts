/** Ids of releases that are no version of the tracker begin with these. */
export const ISSUE_RELEASE = 'issue:';
export const ROLL_OUT = 'roll-out:';
