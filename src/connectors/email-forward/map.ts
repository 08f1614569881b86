import type { z } from 'zod';
import type { SkippedRecord, SourceRecord } from '../../domain/source-record';
import { domainOfAddress } from '../_shared/domain-of';
import { isWithin } from '../_shared/our-domains';
import { ownSubject } from '../_shared/own-subject';
import { peopleOf } from '../_shared/persons-name';
import { findForwarded, type Forwarded } from './forwarded';
import { addressesIn } from '../../domain/header-block';
import { plainOf } from '../../domain/text-of-html';
import { linesOf, ownWords } from '../../domain/own-words';
import { quoteBegins } from '../../domain/quote-begins';
import type { Mail } from './schema';
import { isCalledSpam, vouchingFor } from './vouching';

export interface Mailbox {
  /** Domains that are ours: what their people write is never a customer's words. */
  readonly ours: ReadonlySet<string>;
  /** Customers may write here themselves; else only what one of us forwards is marked as a customer's. */
  readonly isDirectTaken?: boolean;
  /** Makes of an address the site's stand-in for the person. */
  readonly pseudonym: (address: string) => string;
}

/** Mail programs' own answers: out of office, delivery failures, newsletters. */
const AUTOMATIC: ReadonlySet<string> = new Set(['auto-submitted', 'x-autoreply', 'x-auto-response-suppress', 'list-unsubscribe']);
const FORWARDS = /^\s*(?:\[[^\]]{1,30}\]\s*)?(?:fwd?|wg|tr|rv|i|enc|vs|vb|vl|pd|ilt|İLT|doorst|转发|轉寄|転送)\s*[:：]/iu;
/** More than any mail says in words. */
const MOST_TEXT = 400_000;
/** So long a text of one person is one mail, whoever forwards it and how often; who writes "Still broken" twice said it twice. */
const UNMISTAKABLE = 60;
/** A chain that was handed on among us. */
const DEEPEST = 5;

/** A customer's mail that one of us forwarded, or that was sent here directly. Words around the forwarded mail are ours; what a mail quotes was said earlier. */
export function toRecord(mail: z.output<typeof Mail>, { ours, isDirectTaken = false, pseudonym }: Mailbox): SourceRecord | SkippedRecord {
  const sentAt = Date.parse(mail.Date);
  const received = Number.isNaN(sentAt) ? undefined : new Date(sentAt).toISOString();
  const base = { externalId: mail.MessageID, revision: received ?? '' };
  if (received === undefined) return { ...base, reason: 'unreadable: Date' };
  const skipped = (reason: string): SkippedRecord => ({ ...base, reason, at: received });
  if (mail.Headers?.some((header) => AUTOMATIC.has(header.Name.toLowerCase()) && header.Value.toLowerCase() !== 'no') === true) return skipped('automated');
  const outer = mail.FromFull.Email.toLowerCase();
  const isOurs = (address: string): boolean => isWithin(ours, domainOfAddress(address));
  const refusal = isOurs(outer) ? refusalOfOurs(mail, ours) : refusalOf(mail, isDirectTaken);
  if (refusal !== undefined) return skipped(refusal);
  // Some programs send HTML as the part that is called text.
  const text = plainOf(mail.TextBody ?? '');
  if (isOurs(outer) && text.trim() === '' && hasMailInside(mail)) return skipped('unreadable: attachment');
  if (text.trim() === '') return skipped((mail.HtmlBody ?? '').trim() === '' ? 'no-words' : 'unreadable: TextBody');
  if (text.length > MOST_TEXT) return skipped('not-read: too-long');
  const subject = mail.Subject?.slice(0, 500);
  const isForward = FORWARDS.test(subject ?? '');
  const inner = isOurs(outer) || isForward ? customersMail(text, isOurs) : undefined;
  if (isOurs(outer) && inner === undefined && hasMailInside(mail)) return skipped('unreadable: attachment');
  if (isOurs(outer) && inner === undefined) return skipped(isHandedOn(text, isForward, isOurs) ? 'unreadable: forwarded mail' : 'agent-words');
  if (inner === 'ours' && isOurs(outer)) return skipped('agent-words');
  // Who forwards one of our own mails to us says something above it.
  const forwarded = inner === 'ours' ? undefined : inner;
  const from = forwarded === undefined ? outer : forwarded.from;
  if (from === undefined) return skipped('unreadable: forwarded mail');
  const domain = domainOfAddress(from);
  if (domain === undefined) return skipped('unreadable: From');
  const words = ownWords(forwarded?.words ?? text);
  if (words.text === '' && inner === 'ours') return skipped('agent-words');
  if (words.text === '') return skipped(words.isInDoubt ? 'unreadable: whose words' : 'no-words');
  const title = ownSubject(forwarded === undefined ? subject : forwarded.subject);
  return {
    ...base,
    ...(forwarded !== undefined && words.text.length >= UNMISTAKABLE ? { externalId: `mail-${pseudonym(`${from}\n${words.text}`)}`, revision: `${forwarded.at === undefined ? 0 : 1} ${received}` } : {}),
    at: forwarded?.at !== undefined && forwarded.at <= received ? forwarded.at : received,
    kind: 'said',
    text: words.text,
    ...peopleOf([mail.FromFull.Name, forwarded?.fromName]),
    author: pseudonym(from),
    account: { domain },
    routing: { mailbox: mail.MailboxHash === undefined || mail.MailboxHash === '' ? [] : [mail.MailboxHash] },
    ...(title === '' ? {} : { title }),
  };
}

/** Why a mail that somebody outside sent here is left out: anybody may send one, under any name. */
function refusalOf({ FromFull, Headers = [] }: z.output<typeof Mail>, isDirectTaken: boolean): string | undefined {
  if (!isDirectTaken) return 'not-marked';
  if (isCalledSpam(Headers)) return 'spam';
  const sender = domainOfAddress(FromFull.Email);
  if (sender === undefined) return 'unreadable: From';
  return vouchingFor(Headers, (domain) => isWithin(new Set([sender]), domain) || isWithin(new Set([domain]), sender)) === 'vouched' ? undefined : 'unproven-sender';
}

/** Under our name anybody may write as well; where nothing is known of the sender, it is believed. */
function refusalOfOurs({ Headers = [] }: z.output<typeof Mail>, ours: ReadonlySet<string>): string | undefined {
  return vouchingFor(Headers, (domain) => isWithin(ours, domain)) === 'contradicted' ? 'unproven-sender' : undefined;
}

/** A mail handed on as a file, which is not read. */
function hasMailInside({ Attachments = [] }: z.output<typeof Mail>): boolean {
  return Attachments.some(({ Name = '', ContentType = '' }) => ContentType.toLowerCase().startsWith('message/') || /\.(?:eml|msg)$/i.test(Name));
}

/** The newest mail inside that is none of ours; `ours` where every one is. */
function customersMail(text: string, isOurs: (address: string) => boolean): Forwarded | 'ours' | undefined {
  let found = findForwarded(text);
  if (found === undefined) return undefined;
  for (let depth = 0; depth < DEEPEST && found !== undefined; depth += 1) {
    // A sender without an address may be one of us as well as a customer.
    if (found.from === undefined || !isOurs(found.from)) return found;
    found = findForwarded(found.words);
  }
  return 'ours';
}

/** A mail of ours that hands one on whose head could not be read; one that only answers somebody is our own words. */
function isHandedOn(text: string, isForward: boolean, isOurs: (address: string) => boolean): boolean {
  const begins = quoteBegins(linesOf(text));
  if (begins !== undefined && begins.column > 0) return true;
  return isForward && (begins !== undefined || addressesIn(text).some((address) => !isOurs(address)));
}
