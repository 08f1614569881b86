/** A text's letters and digits alone, lower-case, one space between words: two sentences that only look different are the same. */
export function plainWords(text: string): string {
  return (text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).join(' ');
}
