import { CONVERSATION_KIND } from './talk';

/** Kinds of sources of which we hear only what somebody of us hands over: a message marked, a mail forwarded, a call written down. */
const HANDED_OVER: ReadonlySet<string> = new Set([CONVERSATION_KIND, 'slack', 'email-forward', 'calls']);

/** Nothing about silence can rest on such a source, and nothing about listening either: it speaks when somebody makes the time. */
export function isHandedOver(kind: string): boolean {
  return HANDED_OVER.has(kind);
}
