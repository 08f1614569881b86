import type { z } from 'zod';
import type { SkippedRecord, SourceRecord } from '../../domain/source-record';
import { domainOfAddress } from '../_shared/domain-of';
import { peopleOf } from '../_shared/persons-name';
import { findForwarded } from './forwarded';
import type { Mail } from './schema';

export interface Mailbox {
  /** Domains that are ours: what their people write is never a customer's words. */
  readonly ours: ReadonlySet<string>;
  /** Makes of an address an id that says nothing. */
  readonly idOf: (address: string) => Promise<string>;
}

/** Mail programs' own answers: out of office, delivery failures, newsletters. */
const AUTOMATIC: ReadonlySet<string> = new Set(['auto-submitted', 'x-autoreply', 'x-auto-response-suppress', 'list-unsubscribe']);

/** A customer's mail that one of us forwarded, or that was sent here directly. Words around the forwarded mail are ours. */
export async function toRecord(mail: z.output<typeof Mail>, { ours, idOf }: Mailbox): Promise<SourceRecord | SkippedRecord> {
  const sentAt = Date.parse(mail.Date);
  const received = Number.isNaN(sentAt) ? undefined : new Date(sentAt).toISOString();
  const base = { externalId: mail.MessageID, revision: received ?? '' };
  if (received === undefined) return { ...base, reason: 'unreadable: Date' };
  if (mail.Headers?.some((header) => AUTOMATIC.has(header.Name.toLowerCase()) && header.Value.toLowerCase() !== 'no') === true) return { ...base, reason: 'automated', at: received };
  const forwarded = findForwarded(mail.TextBody ?? '');
  const from = forwarded?.from ?? mail.FromFull.Email.toLowerCase();
  const domain = domainOfAddress(from);
  if (domain === undefined) return { ...base, reason: 'unreadable: From', at: received };
  // Ours forwarding ours, or a note of ours without the customer's mail in it.
  if (ours.has(domain)) return { ...base, reason: 'agent-words', at: received };
  const words = withoutQuotes(forwarded?.words ?? mail.TextBody ?? '');
  if (words === '') return { ...base, reason: 'no-words', at: received };
  const title = (forwarded?.subject ?? mail.Subject ?? '').replace(/^(?:(?:re|fwd?|aw|wg|tr|rv)\s*:\s*)+/iu, '').trim();
  return {
    ...base,
    at: forwarded?.at ?? received,
    kind: 'said',
    text: words,
    ...peopleOf([mail.FromFull.Name, forwarded?.fromName]),
    author: await idOf(from),
    account: { domain },
    routing: { mailbox: mail.MailboxHash === undefined || mail.MailboxHash === '' ? [] : [mail.MailboxHash] },
    ...(title === '' ? {} : { title }),
  };
}

/** What stands behind `>` or below "On … wrote:" was said earlier, by somebody else. */
function withoutQuotes(text: string): string {
  const lines = text.split('\n');
  const cut = lines.findIndex((line) => /^(?:On|Am|Le|El|Il|Op)\b.{5,120}(?:wrote|schrieb|a écrit|escribió|ha scritto|schreef)\s*:\s*$/iu.test(line.trim()));
  return (cut < 0 ? lines : lines.slice(0, cut)).filter((line) => !line.startsWith('>')).join('\n').trim();
}
