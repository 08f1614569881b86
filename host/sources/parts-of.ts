import { inParts, isLookedAt } from '../../src/domain/looked-at';

const DAY_MS = 86_400_000;

/** One message of a customer, as an emulated conversation holds it; `at` in ms. */
export interface Said {
  readonly id: string;
  readonly at: number;
  readonly author: string;
  readonly text: string;
}

/** What a reader should hold of a conversation: what one customer said within a day of where they began and is looked at as one text, under the conversation's id and then under that of the message. */
export function partsOf(conversation: string, said: readonly Said[]): readonly (readonly [id: string, Said])[] {
  const parts = new Map<string, Said>();
  let open: Said | undefined;
  for (const one of said.flatMap(inShortOnes)) {
    const key = open === undefined || parts.size <= 1 ? conversation : `${conversation}/${open.id}`;
    const text = [parts.get(key)?.text, one.text].filter((some) => some !== undefined && some !== '').join('\n\n');
    if (open?.author === one.author && one.at <= open.at + DAY_MS && isLookedAt(text)) parts.set(key, { ...open, text });
    else {
      open = one;
      parts.set(parts.size === 0 ? conversation : `${conversation}/${one.id}`, one);
    }
  }
  return [...parts];
}

function inShortOnes(one: Said): readonly Said[] {
  return inParts(one.text).map((text, index) => ({ ...one, text, id: index === 0 ? one.id : `${one.id}.${index + 1}` }));
}

/** The conversation, and the message that a part of it begins with where that is not the first. */
export function partedId(externalId: string): readonly [conversation: string, message?: string] {
  const [conversation = '', message] = externalId.split('/');
  return message === undefined ? [conversation] : [conversation, message];
}
