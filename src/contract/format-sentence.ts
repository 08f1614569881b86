import type { Sentence } from '../domain/sentence';
import type { Unit } from './panel';
import { MESSAGES } from './messages';

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const UNITS: Readonly<Record<Unit, readonly [string, string]>> = {
  account: ['account', 'accounts'],
  author: ['customer', 'customers'],
  signal: ['signal', 'signals'],
};
const PLACE = /\{([a-zA-Z]+)(?::([a-zA-Z]+))?(?:\|([^|{}]*)\|([^|{}]*)(?:\|([^|{}]*))?)?\}/g;
const DAY = /^(\d{4})-(\d{2})-(\d{2})(?:T|$)/;

/**
 * The English text of a sentence. In a template `{name}` is a parameter, `{name|one|many}` a word chosen by that number
 * (`{name|none|one|many}` where nothing reads differently; `#` in it is the number), `{unit:name}` the word for what is counted (`unit` is a parameter too). An id without a text is shown as it is: better odd than absent.
 */
export function formatSentence(sentence: Sentence): string {
  const template = MESSAGES[sentence.id];
  if (template === undefined) return sentence.id;
  return template.replace(PLACE, (whole: string, name: string, counted?: string, first?: string, second?: string, third?: string) => {
    if (name === 'unit' && counted !== undefined) return unitWord(unitOf(sentence.params['unit']), Number(sentence.params[counted]));
    const value = sentence.params[name];
    if (value === undefined) return whole;
    if (first !== undefined && second !== undefined) return chosen(third === undefined ? [second, first, second] : [first, second, third], Number(value));
    return formatValue(value);
  });
}

function chosen([none, one, many]: readonly [string, string, string], count: number): string {
  return (count === 0 ? none : count === 1 ? one : many).replaceAll('#', formatNumber(count));
}

/** Whether there is a text for this id. */
export function hasMessage(id: string): boolean {
  return MESSAGES[id] !== undefined;
}

/** `13828` as `13,828`; parts keep one digit, below one two: `2.3`, `0.14`. */
export function formatNumber(value: number): string {
  const digits = Math.abs(value) < 1 ? 100 : 10;
  const rounded = Math.round(value * digits) / digits;
  const [whole = '0', part] = String(Math.abs(rounded)).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return `${rounded < 0 ? '−' : ''}${grouped}${part === undefined ? '' : `.${part}`}`;
}

/** `2025-06-14T…` as `14 Jun 2025`. Text that is no date comes back unchanged. */
export function formatDay(at: string): string {
  const [, year, month, day] = DAY.exec(at) ?? [];
  const name = MONTHS[Number(month) - 1];
  return year === undefined || name === undefined ? at : `${Number(day)} ${name} ${year}`;
}

/** `14 Jun`, for a place where the year is plain from its surroundings. */
export function formatShortDay(at: string): string {
  return formatDay(at).replace(/ \d{4}$/, '');
}

/** What is counted, in one word: accounts, customers (where only authors are known), signals. */
export function unitWord(unit: Unit, count: number): string {
  const [one, many] = UNITS[unit];
  return count === 1 ? one : many;
}

/** `24 accounts`. */
export function formatCount(count: number, unit: Unit): string {
  return `${formatNumber(count)} ${unitWord(unit, count)}`;
}

/** `accounts` as `Accounts`, where a word begins a line. */
export function capital(word: string): string {
  return word.slice(0, 1).toUpperCase() + word.slice(1);
}

function unitOf(value: string | number | undefined): Unit {
  return value === 'account' || value === 'author' ? value : 'signal';
}

function formatValue(value: string | number): string {
  return typeof value === 'number' ? formatNumber(value) : formatDay(value);
}
