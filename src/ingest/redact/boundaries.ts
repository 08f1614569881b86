/** Scripts that set no blank between words: a value may stand right beside them. */
const UNSPACED = String.raw`[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}ー]`;
/** A letter that a value would be a part of a word with. */
export const JOINING_LETTER = String.raw`(?:(?!${UNSPACED})\p{L})`;
