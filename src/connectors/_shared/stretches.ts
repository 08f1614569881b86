import { markQuoted } from '../../domain/mark-quoted';
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
 * What customers wrote in a conversation, parted where another one speaks and where more than a day has passed since the words that a part begins with. So what
 * is said today in a request of last year counts as said today, and what a colleague adds is the colleague's; what somebody adds within the day stays one text. What a message quotes is marked here, where it is
 * known that the quotation ends with the message.
 * @param said in order of time
 */
export function stretchesOf(said: readonly Spoken[]): readonly Stretch[] {
  const parts: Spoken[][] = [];
  for (const one of said) {
    const open = parts.at(-1);
    const first = open?.[0];
    if (open !== undefined && first !== undefined && first.author === one.author && epochMs(one.at) - epochMs(first.at) <= DAY_IN_MS) open.push(one);
    else parts.push([one]);
  }
  return parts.flatMap((some) => {
    const [first] = some;
    return first === undefined ? [] : [{ id: first.id, at: first.at, author: first.author, text: some.map((one) => markQuoted(one.text).text).filter((text) => text !== '').join('\n\n') }];
  });
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
