/** A source of numbers in [0, 1). Passed as an argument wherever chance is used, so that a seed repeats a run exactly. */
export type Random = () => number;

/**
 * A small seeded generator (sfc32, 128 bits of state, passes PractRand).
 * @param seed any text; equal texts give equal streams
 */
export function seededRandom(seed: string): Random {
  let [a, b, c, d] = [hashText(seed, 0x9e3779b9), hashText(seed, 0x85ebca6b), hashText(seed, 0xc2b2ae35), 1];
  const next = (): number => {
    const sum = (((a + b) | 0) + d) | 0;
    d = (d + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + sum | 0;
    return (sum >>> 0) / 4_294_967_296;
  };
  for (let warmUp = 0; warmUp < 12; warmUp += 1) next();
  return next;
}

/** FNV-1a over UTF-16 code units, started at `basis`. */
function hashText(text: string, basis: number): number {
  let hash = basis | 0;
  for (let index = 0; index < text.length; index += 1) hash = Math.imul(hash ^ text.charCodeAt(index), 16_777_619);
  return hash;
}
