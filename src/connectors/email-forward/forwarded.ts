import { addressIn, firstHeaderBlock, nameIn, type HeaderBlock } from '../../domain/header-block';
import { linesOf } from '../../domain/own-words';

/** A mail inside a mail: who wrote it first, and what. */
export interface Forwarded {
  /** The address, where the mail program told it. */
  readonly from?: string;
  /** Beside the address, where the mail program wrote it. */
  readonly fromName?: string;
  readonly at?: string;
  readonly subject?: string;
  /** Everything below its head; what it quotes itself is still in there. */
  readonly words: string;
}

/** The first mail inside a text, by its head: mail programs need not say "Forwarded message" above it. Undefined where there is none. */
export function findForwarded(text: string): Forwarded | undefined {
  const lines = linesOf(text);
  const block = firstHeaderBlock(lines);
  return block === undefined ? undefined : forwardedOf(block, lines);
}

function forwardedOf({ values, end, isQuoted }: HeaderBlock, lines: readonly string[]): Forwarded {
  const from = addressIn(values.from ?? '');
  const fromName = nameIn(values.from ?? '');
  const at = timeOf(values.at);
  const { subject = '' } = values;
  // Some programs quote the whole mail that they forward; then one mark belongs to them, and only a second one to the customer.
  const words = isQuoted ? lines.slice(end).map((line) => line.replace(/^\s*>\s?/u, '')) : lines.slice(end);
  return {
    ...(from === undefined ? {} : { from }),
    ...(fromName === undefined ? {} : { fromName }),
    words: words.join('\n').trim(),
    ...(at === undefined ? {} : { at }),
    ...(subject === '' ? {} : { subject }),
  };
}

const ENGLISH = /^(?:mon|tue|tues|wed|thu|thur|thurs|fri|sat|sun|jan|feb|mar|apr|may|jun|jul|aug|sep|sept|oct|nov|dec|(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|june|july|august|september|october|november|december|am|pm|utc|gmt|z|t)$/iu;

/** A time that can be read in one way only: year first, or the month by its English name. `03/04/2025` is two days, and other languages have other months that begin with "mar". */
function timeOf(value = ''): string | undefined {
  const plain = value.replace(/ at /u, ' ');
  const names = plain.match(/\p{L}+/gu) ?? [];
  if (!/^\d{4}-\d{2}-\d{2}/u.test(plain) && (!/\d{4}/u.test(plain) || !names.some((name) => name.length > 2))) return undefined;
  if (!names.every((name) => ENGLISH.test(name))) return undefined;
  const at = Date.parse(plain);
  return Number.isNaN(at) ? undefined : new Date(at).toISOString();
}
