const DAY_MS = 86_400_000;

/** One message of a customer, as an emulated conversation holds it; `at` in ms. */
export interface Said {
  readonly id: string;
  readonly at: number;
  readonly author: string;
  readonly text: string;
}

/** What a reader should hold of a conversation: what one customer said within a day of where they began, under the conversation's id and then under that of the message. */
export function partsOf(conversation: string, said: readonly Said[]): readonly (readonly [id: string, Said])[] {
  const parts = new Map<string, Said>();
  let open: Said | undefined;
  for (const one of said) {
    if (open?.author === one.author && one.at <= open.at + DAY_MS) {
      const key = parts.size === 1 ? conversation : `${conversation}/${open.id}`;
      parts.set(key, { ...open, text: [parts.get(key)?.text, one.text].filter((text) => text !== undefined && text !== '').join('\n\n') });
    } else {
      open = one;
      parts.set(parts.size === 0 ? conversation : `${conversation}/${one.id}`, one);
    }
  }
  return [...parts];
}

/** The conversation, and the message that a part of it begins with where that is not the first. */
export function partedId(externalId: string): readonly [conversation: string, message?: string] {
  const [conversation = '', message] = externalId.split('/');
  return message === undefined ? [conversation] : [conversation, message];
}
