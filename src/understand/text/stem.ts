const [A, C, D, E, G, H, I, L, N, O, S, T, U, X, Y, Z] = [97, 99, 100, 101, 103, 104, 105, 108, 110, 111, 115, 116, 117, 120, 121, 122];

/**
 * Light English stemming in place: plural, -ing, -ed, -ion, final e. Lighter than Porter on purpose: "messages" and
 * "message" meet, "organ" and "organise" do not. Words of other Latin languages lose at most a plural s.
 * @param word lower-case code units; rewritten
 * @returns the stem's length
 */
export function stem(word: Uint16Array, length: number): number {
  let n = stripPlural(word, length);
  n = stripEnding(word, n);
  if (n > 6 && word[n - 1] === N && word[n - 2] === O && word[n - 3] === I && (word[n - 4] === T || word[n - 4] === S)) n -= 3;
  if (n > 3 && word[n - 1] === E && !readsAsFunctionWord(word, n)) n -= 1;
  if (n > 3 && word[n - 1] === Y && !isVowel(word[n - 2]!)) word[n - 1] = I;
  return n;
}

/** "theme" without its e would be "them", which says nothing. */
const KEEP_E = ['theme'].map((text) => Array.from(text, (letter) => letter.charCodeAt(0)));

function readsAsFunctionWord(word: Uint16Array, n: number): boolean {
  return n <= 5 && KEEP_E.some((kept) => kept.length === n && kept.every((code, at) => word[at] === code));
}

function stripPlural(word: Uint16Array, n: number): number {
  if (n < 4 || word[n - 1] !== S) return n;
  const before = word[n - 2]!;
  if (before === S || before === U || before === I) return n;
  if (before !== E) return n - 1;
  const third = word[n - 3]!;
  if (third === I && n > 4) {
    word[n - 3] = Y;
    return n - 2;
  }
  const hissing = third === X || third === Z || third === S || (third === H && (word[n - 4] === C || word[n - 4] === S));
  return hissing ? n - 2 : n - 1;
}

function stripEnding(word: Uint16Array, n: number): number {
  if (n > 5 && word[n - 1] === G && word[n - 2] === N && word[n - 3] === I && hasVowel(word, n - 3)) return undouble(word, n - 3);
  if (n > 4 && word[n - 1] === D && word[n - 2] === E && hasVowel(word, n - 2)) return undouble(word, n - 2);
  return n;
}

function undouble(word: Uint16Array, n: number): number {
  const last = word[n - 1]!;
  return n > 3 && last === word[n - 2] && last !== L && last !== S && last !== Z && !isVowel(last) ? n - 1 : n;
}

function hasVowel(word: Uint16Array, n: number): boolean {
  for (let at = 0; at < n; at += 1) if (isVowel(word[at]!) || word[at] === Y) return true;
  return false;
}

function isVowel(code: number): boolean {
  return code === A || code === E || code === I || code === O || code === U;
}
