/** The digits of a text. */
export function digitsOf(text: string): string {
  return text.replace(/\D/g, '');
}

/** Luhn (ISO/IEC 7812-1, annex B). */
export function passesLuhn(digits: string): boolean {
  let sum = 0;
  for (let at = digits.length - 1, twice = false; at >= 0; at -= 1, twice = !twice) {
    const value = Number(digits[at]) * (twice ? 2 : 1);
    sum += value > 9 ? value - 9 : value;
  }
  return digits.length > 0 && sum % 10 === 0;
}

/** ISO/IEC 7064 MOD 97-10 over letters and digits, as IBANs use it: the first four characters go to the end. */
export function passesMod97(iban: string): boolean {
  let rest = 0;
  for (const char of iban.slice(4) + iban.slice(0, 4)) {
    const value = parseInt(char, 36);
    rest = (rest * (value > 9 ? 100 : 10) + value) % 97;
  }
  return rest === 1;
}

/** ISO/IEC 7064 MOD 11,10 (German tax number, Croatian OIB). */
export function passesMod11Of10(digits: string): boolean {
  let carry = 10;
  for (const digit of digits.slice(0, -1)) {
    const sum = (Number(digit) + carry) % 10;
    carry = ((sum === 0 ? 10 : sum) * 2) % 11;
  }
  return (11 - carry) % 10 === Number(digits.at(-1));
}

/** Weighted sum of digits; weights beyond the text are not used. */
export function weighted(digits: string, weights: readonly number[]): number {
  return weights.reduce((sum, weight, at) => sum + weight * Number(digits[at] ?? 0), 0);
}

const VERHOEFF_D = ['0123456789', '1234067895', '2340178956', '3401289567', '4012395678', '5987604321', '6598710432', '7659821043', '8765932104', '9876543210'];
const VERHOEFF_P = ['0123456789', '1576283094', '5803796142', '8916043527', '9453126870', '4286573901', '2793806415', '7046913258'];

/** Verhoeff 1969, as Aadhaar uses it. */
export function passesVerhoeff(digits: string): boolean {
  let check = 0;
  for (const [at, digit] of [...digits].reverse().entries()) check = Number(VERHOEFF_D[check]?.[Number(VERHOEFF_P[at % 8]?.[Number(digit)] ?? 0)] ?? 0);
  return check === 0;
}

/** Whether day, month and two- or four-digit year could be a birthday. */
export function isDate(day: number, month: number): boolean {
  return month >= 1 && month <= 12 && day >= 1 && day <= ([4, 6, 9, 11].includes(month) ? 30 : month === 2 ? 29 : 31);
}
