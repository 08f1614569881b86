/** Full-width ASCII, other scripts' digits, odd blanks and dashes: what people and phones write instead of the plain sign. */
const ODD = /[\uFF01-\uFF5E\u0660-\u0669\u06F0-\u06F9\u0966-\u096F\u00A0\u2000-\u200A\u202F\u205F\u3000\u2010-\u2015\u2212]/g;

/** The same text in plain signs, code unit for code unit, so that a place in it is the same place in the original. */
export function foldText(text: string): string {
  return text.replace(ODD, (char) => plain(char.charCodeAt(0)));
}

function plain(code: number): string {
  if (code >= 0xff01 && code <= 0xff5e) return String.fromCharCode(code - 0xfee0);
  for (const zero of [0x660, 0x6f0, 0x966]) if (code >= zero && code <= zero + 9) return String(code - zero);
  return (code >= 0x2010 && code <= 0x2015) || code === 0x2212 ? '-' : ' ';
}
