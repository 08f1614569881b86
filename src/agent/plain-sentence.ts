import { visibleText } from '../domain/quote-proof';

const LONGEST = 240;
/** What no sentence of ours needs: addresses, markup, mentions, code, and marks that end a line. */
const FOREIGN = /https?:|www\.|[<>{}[\]|`\\]|@\w|\bjavascript:|[\r\n]/i;

/**
 * A model's words as one plain sentence: visible characters, no address, no markup, no digit. Numbers come from the store, so a sentence
 * with one of its own is no sentence of ours. Undefined when it is not fit to be shown.
 */
export function plainSentence(text: string, words = 40): string | undefined {
  const { text: visible, hidden } = visibleText(text.trim());
  if (hidden > 0 || visible === '' || visible.length > LONGEST || FOREIGN.test(visible) || /\p{N}/u.test(visible)) return undefined;
  return countWords(visible) > words ? undefined : visible;
}

export function countWords(text: string): number {
  return text.split(/\s+/u).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
}
