/** A person said that in these no customer's words are missing. */
export const NOTHING_MISSING = 'nothing-missing';

/** What stands beside a rating, if anything does, was not shown to us: it may have been before, and be again. */
export const BESIDE_RATING_UNREAD = 'not-read: feedback';

/** Reasons to leave a record out that were chosen: it is nobody's words, or nobody's that count here. Which speaker of a call is whose, nobody can tell afterwards. */
const CHOSEN: ReadonlySet<string> = new Set([
  'duplicate', 'spam', 'automated', 'agent-words', 'internal', 'no-words', 'routed-elsewhere', 'other-language', 'out-of-scope', 'erased', 'crosstalk', 'speaker-unknown', 'not-marked', 'unproven-sender', NOTHING_MISSING,
]);

/**
 * Left out for now, and a customer's words may be in it: no rule says yet which product it belongs to, its text is still to come, we could not read it,
 * it is the rest of a conversation too long to be read, or it is stored in a moment. More than a few of these, and silence is not believed.
 */
const SUFFERED = /^(?:unrouted|no-transcript-yet|not-stored-yet|unprepared|not-read: .*|unreadable\b.*)$/;

/** Whether a skipped record says nothing against our having heard everything. What is on neither list counts as suffered. */
export function isChosenSkip(reason: string): boolean {
  return CHOSEN.has(reason);
}

/** Every reason that a connector gives stands on one of the two lists. */
export function isKnownSkip(reason: string): boolean {
  return CHOSEN.has(reason) || SUFFERED.test(reason);
}

/** An id that is an address or a name: the record is left out for that, however often it comes. */
const IDS_OF_PEOPLE = 'unreadable: externalId';
const READ_AGAIN = /^(?:not-stored-yet|unprepared|unreadable\b.*)$/;

/** Left out for a shape, a moment or a right that may be another by now: asking the source for everything again may bring it. */
export function isReadWhenAskedAgain(reason: string): boolean {
  return reason === BESIDE_RATING_UNREAD || (reason !== IDS_OF_PEOPLE && READ_AGAIN.test(reason));
}
