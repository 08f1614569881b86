const PAIR = 'Would a person who decides about the issue count this as a customer with the same need or problem? Same feature and another need, or the opposite wish: 0. The quote belongs to it: words that are not about the need count against the pair.';

/** What makes an item right, as each judge reads it on the sheet itself: nobody judges by what they remember of a page. */
export const CRITERIA = {
  shown: PAIR,
  spread: PAIR,
  assignments: 'Would a product person reading the theme\'s list accept the signal in it, its main need being what the theme (its name and examples) is about? Only a word in common: 0.',
  labels: 'Does the label name what most of these members have in common, as a person would have written it or understandable at once? Misleading, meaningless, half a phrase, only the product\'s name, or said by one to three of eight members: 0.',
} as const;

export type Kind = keyof typeof CRITERIA;

export function isKind(word: string | undefined): word is Kind {
  return word !== undefined && word in CRITERIA;
}

/** The top of a sheet: what is asked, how it is answered, and of which state it was drawn. */
export function sheetHead(kind: Kind, items: number, { commit, seed }: { readonly commit: string; readonly seed: string }): string {
  return [
    `${items} items (${kind}), drawn from the engine of commit ${commit} with seed ${seed}.`,
    `Criterion: ${CRITERIA[kind]}`,
    'Answer with one 1 (right) or 0 (wrong) per item, in order, by what stands here alone: without the other judge, scores or the engine.',
    '', '',
  ].join('\n');
}
