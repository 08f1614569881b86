/** Word 5-grams of a text; a shorter text is one gram. */
export function fiveGrams(text: string): ReadonlySet<string> {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  if (words.length < 5) return new Set([words.join(' ')]);
  return new Set(words.slice(4).map((_, index) => words.slice(index, index + 5).join(' ')));
}

/** Pairs of texts whose 5-grams have a Jaccard similarity of at least `least`, by an index of grams: no pair is left out. */
export function nearPairs(texts: readonly string[], least: number): readonly (readonly [number, number])[] {
  const grams = texts.map(fiveGrams);
  const holders = new Map<string, number[]>();
  const pairs: (readonly [number, number])[] = [];
  grams.forEach((own, index) => {
    const shared = new Map<number, number>();
    for (const gram of own) {
      const others = holders.get(gram);
      if (others === undefined) holders.set(gram, [index]);
      else {
        for (const other of others) shared.set(other, (shared.get(other) ?? 0) + 1);
        others.push(index);
      }
    }
    for (const [other, common] of shared) {
      if (common / (own.size + (grams[other]?.size ?? 0) - common) >= least) pairs.push([other, index]);
    }
  });
  return pairs;
}
