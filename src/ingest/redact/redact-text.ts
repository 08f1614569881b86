import { PLACEHOLDERS } from '../../domain/placeholder';
import { findAddressBlocks } from './find-address-blocks';
import { findCards } from './find-cards';
import { findEmails } from './find-emails';
import { findIbans } from './find-ibans';
import { findIps } from './find-ips';
import { findKnownNames, findNamesAgain } from './find-known-names';
import { findNames } from './find-names';
import { findNationalIds } from './find-national-ids';
import { findPhones } from './find-phones';
import { findSecrets } from './find-secrets';
import { findStreets } from './find-streets';
import { findThroughMarks } from './find-through-marks';
import type { Find, Finding } from './finding';
import { foldText } from './fold-text';

export interface Redacted {
  readonly text: string;
  /** What was taken out, by its place in the original, in order; never overlapping. */
  readonly found: readonly Finding[];
}

/** In the order in which they win where two claim the same characters: what is surest first. */
const WITH_DIGITS: readonly Find[] = [findIbans, findCards, findNationalIds, findIps, findPhones];
const THROUGH_MARKS: readonly Find[] = [findEmails, ...WITH_DIGITS];
const FEWEST_DIGITS = 3;
/** A character for private use, that no text has after cleaning for a reason: neither letter nor digit nor blank. */
const GONE = '\uE0FF';
const AT = /[([{< ](?:at|ät|a|à|et|æt|arroba|chiocciola)[\])}> ]|%40/i;
const MOST_ROUNDS = 3;

/**
 * The text with a typed placeholder for each piece of personal data and each secret. The rest stays letter for letter, so a quote cut
 * from the answer is literal. Redacting an answer again changes nothing. `people`: names that are known beside the text, taken wherever they
 * stand. Linear in the length; never throws.
 */
export function redactText(text: string, people: readonly string[] = []): Redacted {
  const found = findPersonal(text, people);
  let out = '';
  let at = 0;
  for (const { kind, start, end } of found) {
    out += text.slice(at, start) + PLACEHOLDERS[kind];
    at = end;
  }
  return { text: found.length === 0 ? text : out + text.slice(at), found };
}

/** What `redactText` takes out. */
export function findPersonal(text: string, people: readonly string[] = []): readonly Finding[] {
  const taken: Finding[] = [];
  let left = masked(foldText(text), placesOf(text));
  const take = (found: Iterable<Finding>): void => {
    // Whatever is found first is gone for those that look later: what stands beside it must not join with it.
    const fresh: Finding[] = [];
    for (const one of found) if (one.end > one.start && !left.slice(one.start, one.end).includes(GONE) && !fresh.some(({ start, end }) => one.start < end && start < one.end)) fresh.push(one);
    left = masked(left, fresh);
    taken.push(...fresh);
  };
  for (let round = 0, before = -1; round < MOST_ROUNDS && taken.length > before; round += 1) {
    before = taken.length;
    take(findSecrets(left));
    take(findThroughMarks(left, THROUGH_MARKS));
    if (left.includes('@') || AT.test(left)) take(findEmails(left));
    if (hasDigits(left)) for (const find of WITH_DIGITS) take(find(left));
    take(findKnownNames(left, people));
    take(findNames(left));
    take(findAddressBlocks(left));
    take(findStreets(left));
    take(findNamesAgain(left, namesIn(text, taken)));
  }
  return taken.sort((a, b) => a.start - b.start);
}

/** Whoever was named once is known in the rest of the text. */
function namesIn(text: string, found: readonly Finding[]): readonly string[] {
  return found.flatMap(({ kind, start, end }) => (kind === 'name' ? [text.slice(start, end)] : []));
}

/** Where placeholders stand already: they are not looked at, so that redacting twice is redacting once. */
function placesOf(text: string): readonly { readonly start: number; readonly end: number }[] {
  if (!text.includes('[')) return [];
  const places: { start: number; end: number }[] = [];
  for (const mark of Object.values(PLACEHOLDERS)) for (let at = text.indexOf(mark); at !== -1; at = text.indexOf(mark, at + mark.length)) places.push({ start: at, end: at + mark.length });
  return places;
}

function masked(text: string, places: readonly { readonly start: number; readonly end: number }[]): string {
  let out = '';
  let at = 0;
  for (const { start, end } of [...places].sort((a, b) => a.start - b.start)) {
    out += text.slice(at, start) + GONE.repeat(end - start);
    at = end;
  }
  return out + text.slice(at);
}

function hasDigits(text: string): boolean {
  let digits = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code >= 48 && code <= 57 && (digits += 1) >= FEWEST_DIGITS) return true;
  }
  // A short IPv6 address may have few digits.
  return text.includes('::');
}
