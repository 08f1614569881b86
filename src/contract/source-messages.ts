import { PARKED } from '../domain/parked';

/** Words about sources: what a failure means and what to do, and why an answer without errors is not believed. */
export const SOURCE_MESSAGES: Readonly<Record<string, string>> = {
  'source/unauthorised': 'The source does not accept the key: it is wrong, expired or revoked. Make a new one and enter it here.',
  'source/forbidden': 'The key is accepted and may not read what we need: give it the rights named above.',
  'source/not-there': 'There is nothing at this address. Check its spelling.',
  'source/unreachable': 'The source does not answer, or breaks off. We try again every hour.',
  'source/unreadable': 'The source answered something else than was asked for, for example a sign-in page. We try again every hour.',
  'source/checkpoint-lost': 'The source forgot where we were. We begin again further back.',
  'source/answer-too-large': 'An answer is larger than we may take at once.',
  'source/address-refused': 'This address is not one that this source may have.',
  'source/refused': 'The source refused the question.',
  'source/rate-limited': 'The source asked us to wait.',
  'source/budget-spent': 'We have asked as much as this source allows for now; reading goes on by itself.',
  'nothing-ever': 'Nothing was ever shown to us. If there are really no customers’ words yet, nothing is wrong; until the first one we cannot tell.',
  'no-customer-ever': 'Everything that was read is by your own people, by machines or by nobody we know: is the choice of who is a customer right? If no customer has written there yet, say “It is really so”.',
  'count-contradicts': 'The source says it has more than it shows us.',
  shrunk: 'Much of what was there is not shown any more: were rights taken from the key, or was it deleted?',
  'canaries-missing': 'Records that we know are not shown any more: were rights taken from the key?',
  emptied: 'Several were shown, and none is shown any more: were rights taken from the key? If they are really gone, or too old for it to show, say “It is really so”.',
  'too-quiet': 'So much less has come than ever before that we doubt that we hear.',
  'unreadable-records': 'Records come in a shape that we do not understand. They are asked for again every hour. If you looked at them and no customer’s words are missing, say “It is really so”.',
  paused: 'Paused by an admin.',
  changed: 'Its settings were changed: everything is read anew.',
  removed: 'Removed by an admin: what it sent stays, and nothing is heard from it any more.',
  left: 'Given up by an admin: what it sent stays, and its silence counts no more.',
  'not-read': 'Not everything was read since: our own schedule stands still, or a long read has not come to its end.',
  'reread-overdue': 'Everything should have been read anew long ago, to find what was deleted; the source gave us no time for it.',
  'rows-parked': 'A part of what customers say there is with no product, or could not be read.',
  'handed-over': 'Only what one of us marks, forwards or writes down arrives here, so silence says nothing.',
  'links-unread': 'Of the links that people made some come in a shape that we do not understand: until they can be read, none that we know is taken back.',
  'links-shrunk': 'Most of the links that people made are not listed any more: were rights taken from the key, or were they removed?',
};

/** What a test finds is said to somebody who has the form open: nothing is tried again for them. */
const TESTED: Readonly<Record<string, string>> = {
  'source/unauthorised': 'The source does not accept the key: it is wrong, expired or revoked. Make a new one and enter it above.',
  'source/not-there': 'There is nothing at this address. Check the spelling of what you entered above.',
  'source/unreachable': 'The source does not answer, or breaks off. Check the address above; if it is right, try again in some minutes.',
  'source/unreadable': 'Something answers at this address, but not the source: a sign-in page, for example. Check the address above.',
  'source/rate-limited': 'The source asked us to wait. Try again in some minutes.',
  'source/budget-spent': 'We have asked as much as this source allows for now, so this could not be tried. That says nothing about what you entered: try again in some minutes.',
};

/** The words of what a test found; what has none for it is said as of a connected source. */
export function testWords(code: string): string {
  return TESTED[code] ?? sourceWords(code);
}

/** The same for whoever reads an issue or a page and can mend nothing: what is wrong, in a few words. */
const READERS: Readonly<Record<string, string>> = {
  'source/unauthorised': 'its key is not accepted',
  'source/forbidden': 'its key may not read it',
  'source/unreachable': 'it does not answer',
  'source/unreadable': 'it answers something else than was asked for',
  'source/rate-limited': 'it asked us to wait',
  'source/budget-spent': 'we have asked as much as it allows',
  'nothing-ever': 'it never showed us anything',
  'no-customer-ever': 'nobody there was ever recognised as a customer',
  'count-contradicts': 'it has more than it shows us',
  shrunk: 'it does not show much of what was there',
  'canaries-missing': 'it does not show what was there',
  emptied: 'it shows nothing any more of what was there',
  'too-quiet': 'it is quieter than ever before',
  'unreadable-records': 'its records have a shape that we do not understand',
  paused: 'paused by an admin',
  changed: 'its settings were changed and everything is read anew',
  removed: 'removed by an admin',
  left: 'nobody listens there any more, and its silence counts for nothing',
  'not-read': 'our own schedule stands still, or a long read has not come to its end',
  'reread-overdue': 'what was deleted there since is not known',
  'rows-parked': 'a part of what customers say there is with no product, or could not be read',
  'handed-over': 'it brings only what one of us marks, forwards or writes down',
};

/** Why a source was not heard, for any reader; what a person wrote as the reason stands as it is, a code without words is never shown. */
export function gapWords(reason: string): string {
  return READERS[reason] ?? (/^(?:source\/|unknown-shape|[a-z]+(?:-[a-z]+)+$)/.test(reason) ? 'it could not be read' : reason);
}

/** Since when a source was not heard, for any reader, to stand after its name; of a source that was heard in part, that. */
export function gapText({ from, to, reason }: { readonly from: string; readonly to?: string; readonly reason: string }, formatDay: (at: string) => string): string {
  if (reason === PARKED) return `heard in part since ${formatDay(from)}`;
  return to === undefined ? `not heard since ${formatDay(from)}` : `not heard from ${formatDay(from)} to ${formatDay(to)}`;
}

/** How much of it nobody can have heard. */
export function parkedWords(count: number, formatCount: (count: number) => string): string {
  return `${formatCount(count)} ${count === 1 ? 'record is' : 'records are'} with no product or could not be read`;
}

/** The words of a code; a code without words says itself. */
export function sourceWords(code: string): string {
  return SOURCE_MESSAGES[code] ?? (code.startsWith('unknown-shape') ? 'The source answers in a shape that we do not know.' : code);
}
