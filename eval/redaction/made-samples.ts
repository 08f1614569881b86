import { getCountries, getExampleNumber, type CountryCode } from 'libphonenumber-js/max';
import examples from 'libphonenumber-js/examples.mobile.json';
import type { PersonalKind } from '../../src/domain/placeholder';
import { seededRandom, type Random } from '../../src/domain/random';
import { madeKey } from './made-keys';
import { madeNationalId } from './made-national-ids';
import { alnum, digits, oneOf, whole } from './draw';

/** A sentence with one piece of personal data in it, whose place is known. */
export interface Sample {
  readonly kind: PersonalKind;
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

export const MADE_KINDS = ['e-mail', 'phone', 'card', 'iban', 'ip', 'key', 'national-id'] as const;
type MadeKind = (typeof MADE_KINDS)[number];

/** `@` marks the place. Written before the rules were run on them. */
const CARRIERS: Readonly<Record<MadeKind, readonly string[]>> = {
  'e-mail': ['Please write to me at @ and not to the old one.', 'my address is @', '<@>', 'Bitte an @ schicken, danke!', 'login:@, still locked out', 'From: Ana <@>\nSubject: hello', '(@) never gets the invite', 'cc @; thanks', 'Why does @ bounce?', 'mailto:@'],
  phone: ['Call me on @ after four.', 'my number is @', 'Phone: @', 'Tel. @', 'mobile @ please', 'You can reach me at @, any time', 'Rufen Sie mich an: Telefon @', 'Mon téléphone : @', 'They are not answering at @', 'fax @\nthanks'],
  card: ['my card is @ please refund', '@', 'Card number: @, exp 09/27', 'charged twice on @ yesterday', 'the number on it reads @.', 'Kreditkarte @ wurde belastet', 'pay with @?', 'visa @'],
  iban: ['refund to @ please', 'IBAN: @', 'Our account @ is wrong on the invoice', '@', 'Bitte auf @ überweisen.', 'virement vers @, merci', 'transfer from @ to the other one', 'the right one is (@)'],
  ip: ['calls come from @ all day', 'IP @', 'blocked: @', 'my address @ is on a list', '[@] connection refused', 'ping @ fails', 'host @:443 unreachable', 'from @ status 500'],
  key: ['the API key is @', 'token: @', 'Authorization: Bearer @', 'here is the key, try it yourself: @', 'secret=@', 'export API_TOKEN="@"', 'I use access key @ and get 401', 'key @ leaked'],
  'national-id': ['my number is on the export: @', 'her social security number is @', 'ID number @ is shown in full', 'tax id: @', 'National ID @', 'personal number @, that cannot be right'],
};

/** `count` samples of one kind from a seed. */
export function madeSamples(kind: MadeKind, count: number, seed: string): readonly Sample[] {
  const random = seededRandom(`${seed} ${kind}`);
  return Array.from({ length: count }, () => {
    const carrier = oneOf(random, CARRIERS[kind]);
    const value = MAKERS[kind](random);
    const isSixInPort = kind === 'ip' && value.includes(':') && carrier.includes('@:');
    const frame = isSixInPort ? 'ping @ fails' : carrier;
    const start = frame.indexOf('@');
    return { kind, text: frame.slice(0, start) + value + frame.slice(start + 1), start, end: start + value.length };
  });
}

const MAKERS: Readonly<Record<MadeKind, (random: Random) => string>> = { 'e-mail': madeEmail, phone: madePhone, card: madeCard, iban: madeIban, ip: madeIp, key: madeKey, 'national-id': madeNationalId };

function madeEmail(random: Random): string {
  const words = ['anna', 'j.smith', 'o.neill-brown', 'max_mustermann', 'info', 'héctor', 'k', 'billing+2025', "o'hara", 'a1.b2.c3', 'MARIA.GARCIA', '李雷', 'x_1990', 'first.middle.last', '007bond'];
  const hosts = ['example.com', 'mail.example.co.uk', 'müller-bau.de', 'sub.dept.uni-x.edu', 'x.io', 'example.museum', 'xn--mller-kva.de', 'a-b.org', 'EXAMPLE.NET', 'firma.email', '163.com', 'company.technology'];
  return `${oneOf(random, words)}${random() < 0.4 ? digits(random, 2) : ''}@${oneOf(random, hosts)}`;
}

const COUNTRIES: readonly CountryCode[] = getCountries();

/** The example number of a country's plan with its last digits drawn anew, as the country writes it at home or abroad. */
function madePhone(random: Random): string {
  for (;;) {
    const number = getExampleNumber(oneOf(random, COUNTRIES), examples);
    if (number === undefined) continue;
    const national = number.nationalNumber.slice(0, -3) + digits(random, 3);
    number.nationalNumber = national as typeof number.nationalNumber;
    if (!number.isValid() || national.length < 6) continue;
    const style = random();
    if (style < 0.4) return number.formatNational();
    if (style < 0.7) return number.formatInternational();
    return style < 0.85 ? String(number.format('E.164')) : number.formatInternational().replace('+', '00').replace(' ', '-');
  }
}

const SCHEMES: readonly (readonly [string, number])[] = [['4', 16], ['4', 13], ['51', 16], ['55', 16], ['2223', 16], ['2720', 16], ['34', 15], ['37', 15], ['300', 14], ['36', 14], ['6011', 16], ['65', 16], ['3528', 16], ['3589', 16], ['62', 16]];

function madeCard(random: Random): string {
  const [range, length] = oneOf(random, SCHEMES);
  const body = range + digits(random, length - range.length - 1);
  const number = body + luhnDigit(body);
  const style = random();
  if (style < 0.4) return number;
  const groups = length === 15 ? [4, 6, 5] : length === 14 ? [4, 6, 4] : [4, 4, 4, 4];
  return grouped(number, groups, style < 0.75 ? ' ' : '-');
}

function luhnDigit(body: string): string {
  const sum = [...body].reverse().reduce((total, digit, at) => total + (at % 2 === 0 ? (Number(digit) * 2 > 9 ? Number(digit) * 2 - 9 : Number(digit) * 2) : Number(digit)), 0);
  return String((10 - (sum % 10)) % 10);
}

function grouped(text: string, sizes: readonly number[], between: string): string {
  let at = 0;
  return sizes.map((size) => text.slice(at, (at += size))).filter((part) => part !== '').join(between);
}

/** Structures from the registry: digits n, capitals a, either c. */
const IBANS: readonly (readonly [string, string])[] = [
  ['DE', 'n18'], ['GB', 'a4n14'], ['FR', 'n10c11n2'], ['NL', 'a4n10'], ['ES', 'n20'], ['IT', 'a1n10c12'], ['BE', 'n12'], ['AT', 'n16'], ['CH', 'n5c12'], ['SE', 'n20'], ['NO', 'n11'], ['DK', 'n14'], ['FI', 'n14'], ['PL', 'n24'],
  ['PT', 'n21'], ['IE', 'a4n14'], ['CZ', 'n20'], ['HU', 'n24'], ['RO', 'a4c16'], ['GR', 'n7c16'], ['TR', 'n6c16'], ['SA', 'n2c18'], ['BR', 'n23a1c1'], ['MT', 'a4n5c18'], ['LU', 'n3c13'], ['AE', 'n19'],
];

function madeIban(random: Random): string {
  const [country, structure] = oneOf(random, IBANS);
  const body = [...structure.matchAll(/([nac])(\d+)/g)].map(([, kind, size]) => (kind === 'n' ? digits(random, Number(size)) : alnum(random, Number(size), kind === 'a'))).join('');
  let rest = 0;
  for (const char of `${body}${country}00`) rest = (rest * (/\d/.test(char) ? 10 : 100) + parseInt(char, 36)) % 97;
  const iban = `${country}${String(98 - rest).padStart(2, '0')}${body}`;
  const style = random();
  return style < 0.5 ? iban : style < 0.9 ? iban.replace(/(.{4})(?=.)/g, '$1 ') : iban.toLowerCase();
}

/** Public and private addresses of both kinds; the machine's own is nobody's. */
/** First bytes of addresses that are somebody's: 10 stands inside of millions of houses. */
const NEVER_INSIDE: readonly number[] = Array.from({ length: 126 }, (_, at) => at + 1).filter((byte) => byte !== 10);

function madeIp(random: Random): string {
  if (random() < 0.6) return `${oneOf(random, NEVER_INSIDE)}.${whole(random, 0, 255)}.${whole(random, 20, 255)}.${whole(random, 1, 254)}`;
  const groups = Array.from({ length: 8 }, () => whole(random, 0x1000, 0xffff).toString(16));
  if (random() < 0.5) return groups.join(':');
  const from = whole(random, 1, 5);
  return `2001:${groups.slice(1, from).join(':')}${from > 1 ? '::' : ':'}${groups.slice(from + 2).join(':')}`.replace(/^2001:([0-9a-f]{4}:)?:/, '2001::').replace(/:::+/, '::');
}
