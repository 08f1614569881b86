import { scanWords } from './scan-words';
import type { Vocabulary } from './vocabulary';

/**
 * Words that people who use software and people who build it choose for the same thing. One group per line; a word may stand in
 * several. Written from common sense about feedback on software, not from any product's texts.
 */
const GROUPS = `delete remove erase trash discard
add insert create
show display appear visible view
hide collapse invisible
crash freeze hang unresponsive froze frozen stuck
slow sluggish lag performance latency
broken break broke
fail failure failed error
warning alert warn
email mail message
attachment attach attached enclosure
login signin logon authenticate authentication credentials
password passphrase
contact addressbook
calendar agenda
event appointment meeting
invitation invite invitee
attendee participant guest
folder directory subfolder
sort order
search find query lookup
filter rule
print printing printer printout
font typeface
dark night
theme appearance skin
notification notify notice
update upgrade
option setting preference configure configuration
account profile
button icon
sync synchronize synchronise refresh
save store
duplicate double twice
spam junk
quote quoting citation
draft unsent
compose composer composition write
picture image photo
large big huge
small tiny little
column field
window dialog popup
copy paste clipboard
drag drop move
shortcut hotkey keyboard
language locale translation
thread conversation
reminder alarm snooze
task todo
recurring repeat repeating recurrence
server host
certificate cert
encrypt encryption encrypted
decrypt decryption
unread new
newsgroup usenet
feed rss
import migrate migration
export backup
color colour
empty blank
missing lost disappear gone vanish
allow permit
disable deactivate
block deny
edit modify change
scroll scrollbar
resize width height
link url hyperlink
extension addon plugin
phone mobile smartphone
android ios
undo revert
tag label
zoom magnify scale
memory ram
cpu processor
offline disconnected
receive fetch retrieve
open launch start startup
close quit exit shutdown
select choose pick
preview previewing
default standard
automatic automatically auto
purchase buy payment pay
invoice bill billing charge
subscription plan
customer client
user member
upload send
table grid
chart graph
report export
permission access role
page screen
menu toolbar
spell spelling
text word
timezone utc
signature footer
reply respond answer
blocked unavailable outage down
speed fast quick`.split('\n');

/** For each term its kindred terms: term t has `terms[starts[t] .. starts[t + 1])`. */
export interface Kindred {
  readonly starts: Int32Array;
  readonly terms: Int32Array;
}

export function kindredTerms(vocabulary: Vocabulary): Kindred {
  const kin = new Map<number, Set<number>>();
  for (const group of GROUPS) {
    const terms = termsIn(group, vocabulary);
    for (const term of terms) for (const other of terms) if (other !== term) kin.set(term, (kin.get(term) ?? new Set()).add(other));
  }
  const starts = new Int32Array(vocabulary.size() + 1);
  const all: number[] = [];
  for (let term = 0; term < vocabulary.size(); term += 1) {
    for (const other of kin.get(term) ?? []) all.push(other);
    starts[term + 1] = all.length;
  }
  return { starts, terms: Int32Array.from(all) };
}

/** Per stem the stems of its kindred words. */
export function kindredStems(): ReadonlyMap<string, readonly string[]> {
  const kin = new Map<string, string[]>();
  for (const group of GROUPS) {
    const stems: string[] = [];
    scanWords(group, 0, group.length, (word, length) => stems.push(String.fromCharCode(...word.subarray(0, length))));
    for (const stem of stems) kin.set(stem, [...(kin.get(stem) ?? []), ...stems.filter((other) => other !== stem)]);
  }
  return kin;
}

function termsIn(group: string, vocabulary: Vocabulary): number[] {
  const terms = new Set<number>();
  scanWords(group, 0, group.length, (word, length) => {
    const term = vocabulary.find(word, length);
    if (term >= 0) terms.add(term);
  });
  return [...terms];
}
