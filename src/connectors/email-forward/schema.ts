import { z } from 'zod';
import { maybe } from '../_shared/maybe';
import { PersonsName } from '../_shared/persons-name';

/** Postmark's inbound webhook: https://postmarkapp.com/developer/webhooks/inbound-webhook */
export const Mail = z.object({
  MessageID: z.string().min(1).max(200),
  Date: z.string().min(1),
  Subject: maybe(z.string()),
  FromFull: z.object({ Email: z.string().min(3), Name: PersonsName }),
  MailboxHash: maybe(z.string()),
  TextBody: maybe(z.string()),
  HtmlBody: maybe(z.string()),
  Attachments: maybe(z.array(z.object({ Name: maybe(z.string()), ContentType: maybe(z.string()) }))),
  Headers: maybe(z.array(z.object({ Name: z.string(), Value: z.string() }))),
});
