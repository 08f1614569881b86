/** Why records were left out, in words that stand after a number: `332 internal notes`. */
const WORDS: Readonly<Record<string, string>> = {
  duplicate: 'that came twice',
  spam: 'marked as spam',
  automated: 'written by a machine',
  'agent-words': 'in our own words',
  internal: 'internal, not for customers',
  'no-words': 'without words',
  'routed-elsewhere': 'for another product',
  'other-language': 'in another language',
  'nothing-missing': 'of which an admin says that nothing is missing',
  'out-of-scope': 'outside of what was chosen',
  erased: 'erased for a person',
  crosstalk: 'with several speaking at once',
  'speaker-unknown': 'by a speaker nobody knows',
  'not-marked': 'that none of you forwarded',
  'unproven-sender': 'whose sender nobody vouches for',
  unrouted: 'for which no rule names a product',
  'no-transcript-yet': 'whose transcript is still to come',
  'not-stored-yet': 'still to be stored',
  unprepared: 'still to be stored',
  'not-read: too-long': 'whose rest is too long to be read',
  'not-read: messages': 'said in messages or a chat, which we do not read',
  'not-read: feedback': 'ratings whose words, if any, were not shown to us',
};

/** The words of one reason; what could not be read names its field, a reason without words says itself. */
export function skipWords(reason: string): string {
  const [, field] = /^unreadable(?:: ?(.+))?$/.exec(reason) ?? [];
  if (reason.startsWith('unreadable')) return field === undefined ? 'that we could not read' : `that we could not read (${field})`;
  return WORDS[reason] ?? reason.replaceAll('-', ' ');
}

/** `12 internal, not for customers; 3 without words`, the most first; empty where nothing was left out. */
export function skippedText(skipped: Readonly<Record<string, number>>, formatCount: (count: number) => string): string {
  return Object.entries(skipped).filter(([, count]) => count > 0).sort(([, a], [, b]) => b - a).map(([reason, count]) => `${formatCount(count)} ${skipWords(reason)}`).join('; ');
}
