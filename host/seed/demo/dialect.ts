import type { Dice } from './dice';

/** Words that people choose differently; the first is what the clauses say. An alternative keeps the grammar around it. */
const CHOICES: readonly (readonly [RegExp, readonly string[]])[] = [
  [/\bcustomers\b/g, ['customers', 'customers', 'clients', 'people']],
  [/\bcustomer\b/g, ['customer', 'customer', 'client']],
  [/\bengineers\b/g, ['engineers', 'technicians', 'lads', 'guys', 'fitters']],
  [/\bmy people\b/gi, ['my people', 'the lads', 'my guys', 'my team', 'our staff', 'the boys']],
  [/\bThere's no way to\b/g, ["There's no way to", "There's no option to", "It isn't possible to", "I can't find how to"]],
  [/\bI'd like\b/g, ["I'd like", 'I want', "We'd like", "I'd love"]],
  [/\bI need\b/g, ['I need', 'We need', 'I really need']],
  [/\bWe need\b/g, ['We need', 'I need', 'We badly need']],
  [/\bWe've\b/g, ["We've", "We've got", 'We have']],
  [/\bcan't\b/g, ["can't", "can't", 'cannot', "simply can't"]],
  [/\bdoesn't\b/g, ["doesn't", "doesn't", 'does not', "just doesn't"]],
  [/\bPlease\b/g, ['Please', 'Could you please', 'Can you please', 'Kindly', 'Do']],
  [/\bphone\b/g, ['phone', 'phone', 'mobile', 'handset']],
  [/\bapp\b/g, ['app', 'app', 'thing', 'application']],
  [/\binvoices\b/g, ['invoices', 'invoices', 'bills']],
  [/\beach\b(?! other)/g, ['each', 'every', 'every single']],
  [/\bphotos\b/gi, ['photos', 'pictures', 'pics']],
  [/\bIt's always\b/g, ["It's always", "It's every single time", "It is always"]],
  [/\bThe office\b/g, ['The office', 'Our office', 'The girls in the office', 'The desk']],
  [/\bupdate\b/g, ['update', 'update', 'new version', 'upgrade']],
  [/\bfinished\b/g, ['finished', 'completed', 'done']],
  [/\bby hand\b/g, ['by hand', 'manually', 'one by one', 'with pen and paper']],
  [/\bwrong\b/g, ['wrong', 'wrong', 'incorrect']],
  [/\bsame\b/g, ['same', 'same', 'exact same']],
];

/** What people put in front of a sentence when they do not begin it straight. */
const LEADS = ['Also', 'And', 'Honestly', 'Basically', 'Plus', 'To be fair', 'Then', 'Anyway', 'Funny thing', 'As I said', 'In fact', 'Meanwhile', 'By the way', 'Again', 'On top of that', 'For us', 'Long story short', 'Frankly', 'Thing is', 'Just saying'];

/** One person's choice of words: for each rule, which alternative they use, always. */
export type Dialect = readonly string[];

export function drawDialect(chance: Dice): Dialect {
  return CHOICES.map(([, words]) => chance.pick(words));
}

/** A sentence in a person's own words. */
export function inDialect(sentence: string, dialect: Dialect): string {
  return CHOICES.reduce((text, [pattern], index) => text.replace(pattern, (word) => like(word, dialect[index] ?? word)), sentence);
}

/** A sentence that is not begun straight. */
export function drawLead(chance: Dice): string {
  return `${chance.pick(LEADS)},`;
}

/** Keeps a capital where one stood. */
function like(word: string, other: string): string {
  return /^[A-Z]/.test(word) ? other.charAt(0).toUpperCase() + other.slice(1) : other;
}
