import { canGoOn, inParts, isLookedAt } from '../../domain/looked-at';
import { LONGEST_READ } from '../../domain/spoken-spans';
import { DAY_IN_MS, epochMs, type IsoTime } from '../../domain/time';

/** One message of a customer in a conversation. */
export interface Spoken {
  /** The vendor's own id of the message, unique within the conversation. */
  readonly id: string;
  readonly at: IsoTime;
  readonly author: string | undefined;
  readonly text: string;
}

/** What one customer said within a day, as one text; `id` of the message it begins with. */
export interface Stretch {
  readonly id: string;
  readonly at: IsoTime;
  readonly author: string | undefined;
  readonly text: string;
}

/**
 * What customers wrote in a conversation, parted where another one speaks, where more than a day has passed since the words that a part begins with, and where
 * more would stand in a part than is looked at of one text: behind a signature, below a quotation, beyond so many words. So what is said today in a request
 * of last year counts as said today, what a colleague adds is the colleague's, and nothing goes unread; what somebody adds within the day stays one text.
 * What a message quotes is marked here, where it is known that the quotation ends with the message.
 * @param said in order of time
 */
export function stretchesOf(said: readonly Spoken[]): readonly Stretch[] {
  const parts: Stretch[] = [];
  for (const one of said.flatMap(shortOnes)) {
    const open = parts.at(-1);
    const joined = open === undefined ? undefined : joinedText(open, one);
    if (open === undefined || joined === undefined) parts.push({ id: one.id, at: one.at, author: one.author, text: one.text });
    else parts[parts.length - 1] = { ...open, text: joined };
  }
  return parts;
}

/** A message longer than is looked at, in several: its own id, then that and a number. */
function shortOnes(one: Spoken): readonly Spoken[] {
  const parts = inParts(one.text);
  return parts.length === 0 ? [{ ...one, text: '' }] : parts.map((text, index) => ({ ...one, text, id: index === 0 ? one.id : `${one.id}.${index + 1}` }));
}

function joinedText(open: Stretch, one: Spoken): string | undefined {
  if (open.author !== one.author || epochMs(one.at) - epochMs(open.at) > DAY_IN_MS) return undefined;
  if (open.text === '' || one.text === '') return open.text + one.text;
  const joined = `${open.text}\n\n${one.text}`;
  if (joined.length > LONGEST_READ) return undefined;
  return canGoOn(open.text) && isLookedAt(joined) ? joined : undefined;
}

/** The record of a stretch: the first goes by the conversation's own id, so that a conversation of one stretch is one record. */
export function stretchId(conversation: string, stretch: Stretch, index: number): string {
  return index === 0 ? conversation : `${conversation}/${stretch.id}`;
}

/** The conversation that a record is a stretch of. */
export function conversationOf(externalId: string): string {
  return externalId.split('/', 1)[0] ?? externalId;
}

/** Of records asked for those whose conversations are shown. */
export function shownOf(asked: readonly string[], conversations: readonly string[]): readonly string[] {
  const shown = new Set(conversations);
  return asked.filter((one) => shown.has(conversationOf(one)));
}
