import type { Random } from '../../src/domain/random';
import { digits, from, oneOf, whole } from './draw';

const two = (value: number): string => String(value).padStart(2, '0');

interface Day {
  readonly d: string;
  readonly m: string;
  readonly y: string;
}

const dayOf = (random: Random): Day => ({ d: two(whole(random, 1, 28)), m: two(whole(random, 1, 12)), y: two(whole(random, 40, 99)) });
const sum = (text: string, weights: readonly number[]): number => weights.reduce((total, weight, at) => total + weight * Number(text[at]), 0);

function luhn(body: string): string {
  let total = 0;
  for (const [at, digit] of [...body].reverse().entries()) total += at % 2 === 0 ? (Number(digit) * 2 > 9 ? Number(digit) * 2 - 9 : Number(digit) * 2) : Number(digit);
  return String((10 - (total % 10)) % 10);
}

/** Numbers of some twenty states with right check digits, made from the states' published rules. */
const IDS: readonly ((random: Random) => string)[] = [
  (r) => `${whole(r, 100, 665)}-${two(whole(r, 1, 99))}-${whole(r, 1000, 9999)}`,
  (r) => `${oneOf(r, ['AB', 'CE', 'JK', 'PW', 'SR'])}${oneOf(r, ['', ' '])}${digits(r, 2)} ${digits(r, 2)} ${digits(r, 2)} ${oneOf(r, ['A', 'B', 'C', 'D'])}`,
  (r) => `AB${digits(r, 6)}C`,
  (r) => { const { d, m, y } = dayOf(r); return `${d}${m}${y}-${digits(r, 4)}`; },
  (r) => { const { d, m, y } = dayOf(r); const body = `${y}${m}${d}${digits(r, 3)}`; return `${oneOf(r, ['', '19'])}${body.slice(0, 6)}-${body.slice(6)}${luhn(body)}`; },
  (r) => { const { d, m, y } = dayOf(r); const serial = String(whole(r, 2, 899)).padStart(3, '0'); return `${d}${m}${y}-${serial}${'0123456789ABCDEFHJKLMNPRSTUVWXY'[Number(`${d}${m}${y}${serial}`) % 31]}`; },
  norway,
  (r) => { const number = digits(r, 8); return `${number}${oneOf(r, ['', '-'])}${'TRWAGMYFPDXBNJZSQVHLCKE'[Number(number) % 23]}`; },
  (r) => { const number = digits(r, 7); return `X${number}${'TRWAGMYFPDXBNJZSQVHLCKE'[Number(number) % 23]}`; },
  (r) => { const { d, y } = dayOf(r); return `${from(r, 'BCDFGLMNPRSTVZ', 6)}${y}${oneOf(r, [...'ABCDEHLMPRST'])}${d}${oneOf(r, [...'AFHL'])}${digits(r, 3)}${from(r, 'ABCDEFGHIJKLMNOPQRSTUVWXYZ', 1)}`; },
  (r) => { const { m, y } = dayOf(r); const body = `${oneOf(r, ['1', '2'])}${y}${m}${two(whole(r, 1, 95))}${digits(r, 6)}`; const key = two(97 - Number(BigInt(body) % 97n)); return oneOf(r, [body + key, `${body[0]} ${body.slice(1, 3)} ${body.slice(3, 5)} ${body.slice(5, 7)} ${body.slice(7, 10)} ${body.slice(10)} ${key}`]); },
  (r) => { const { d, m, y } = dayOf(r); const body = `${y}${m}${d}${digits(r, 4)}`; return `${body}${(10 - (sum(body, [1, 3, 7, 9, 1, 3, 7, 9, 1, 3]) % 10)) % 10}`; },
  (r) => { const { d, m, y } = dayOf(r); const body = `${y}${m}${d}${String(whole(r, 1, 997)).padStart(3, '0')}`; const check = two(97 - (Number(body) % 97)); return `${y}.${m}.${d}-${body.slice(6)}.${check}`; },
  brazil,
  (r) => { const body = `756${digits(r, 9)}`; const check = (10 - (sum(body, [1, 3, 1, 3, 1, 3, 1, 3, 1, 3, 1, 3]) % 10)) % 10; return `756.${body.slice(3, 7)}.${body.slice(7, 11)}.${body.slice(11)}${check}`; },
  (r) => `${from(r, 'ABCDEFGHIJKLMNOPQRSTUVWXYZ', 3)}P${from(r, 'ABCDEFGHIJKLMNOPQRSTUVWXYZ', 1)}${digits(r, 4)}${from(r, 'ABCDEFGHIJKLMNOPQRSTUVWXYZ', 1)}`,
  (r) => { const { d, m, y } = dayOf(r); const body = `${y}${m}${d}${digits(r, 4)}08`; return body + luhn(body); },
  (r) => { const { d, m, y } = dayOf(r); const body = `${whole(r, 110000, 659999)}19${y}${m}${d}${digits(r, 3)}`; return body + '10X98765432'[sum(body, [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]) % 11]; },
  (r) => { const { d, m, y } = dayOf(r); return `${y}${m}${d}-${whole(r, 1, 4)}${digits(r, 6)}`; },
  (r) => { const number = digits(r, 7); return `S${number}${'JZIHGFEDCBA'[sum(number, [2, 7, 6, 5, 4, 3, 2]) % 11]}`; },
  (r) => { const number = digits(r, 7); return `${number}${'WABCDEFGHIJKLMNOPQRSTUV'[sum(number, [8, 7, 6, 5, 4, 3, 2]) % 23]}`; },
];

function norway(random: Random): string {
  for (;;) {
    const { d, m, y } = dayOf(random);
    const body = `${d}${m}${y}${digits(random, 3)}`;
    const first = (11 - (sum(body, [3, 7, 6, 1, 8, 9, 4, 5, 2]) % 11)) % 11;
    const second = (11 - (sum(`${body}${first}`, [5, 4, 3, 2, 7, 6, 5, 4, 3, 2]) % 11)) % 11;
    if (first < 10 && second < 10) return `${body.slice(0, 6)}${oneOf(random, ['', ' '])}${body.slice(6)}${first}${second}`;
  }
}

function brazil(random: Random): string {
  const body = digits(random, 9);
  const check = (text: string): number => ((sum(text, Array.from(text, (_, at) => text.length + 1 - at)) * 10) % 11) % 10;
  const first = check(body);
  const second = check(`${body}${first}`);
  return oneOf(random, [`${body}${first}${second}`, `${body.slice(0, 3)}.${body.slice(3, 6)}.${body.slice(6)}-${first}${second}`]);
}

export function madeNationalId(random: Random): string {
  return oneOf(random, IDS)(random);
}
