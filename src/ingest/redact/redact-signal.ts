import { signalId, type Signal } from '../../domain/signal';
import type { RoutingFacts } from '../../domain/source-record';
import type { Pseudonym } from '../../ports/pseudonym';
import { redactText } from './redact-text';

/**
 * A signal of a file or of a sender of our own as it may be stored: words with placeholders, ids that are ids. The author's own id stays; an address,
 * a number or a name in its place becomes a stand-in, so that the same person still counts once and can be found again to be forgotten.
 */
export function redactSignal(signal: Signal, pseudonym: Pseudonym): Signal {
  const { author, account } = signal;
  const externalId = keptId(signal.externalId, pseudonym);
  return {
    // A file that tells authors by name tells whom to look for in their words.
    ...redactWords(signal, author !== undefined && isName(author) ? [author] : []),
    externalId,
    id: externalId === signal.externalId ? signal.id : signalId(signal.source, externalId),
    ...(author === undefined ? {} : { author: authorId(author, pseudonym) }),
    ...(account === undefined ? {} : { account: keptId(account, pseudonym) }),
  };
}

/**
 * A vendor's signal as it may be stored. Vendors number their records and people; no such number is taken for a card or a person's number, for the
 * record would be kept under an id by which nobody could take it away again. Its own id must be none that `isAddressOrName`. `people`: the names of
 * those who take part, as the vendor tells them; they go with the rest.
 */
export function redactRecord(signal: Signal, pseudonym: Pseudonym, people: readonly string[] = []): Signal {
  const { author, account } = signal;
  return {
    ...redactWords(signal, people),
    ...(author === undefined ? {} : { author: isAddressOrName(author) ? pseudonym(author) : author }),
    ...(account === undefined ? {} : { account: /@/.test(account) ? pseudonym(account) : account }),
  };
}

function redactWords(signal: Signal, people: readonly string[] = []): Signal {
  const { title, text, event, url, status, version } = signal;
  const { url: _url, ...rest } = signal;
  const kept = urlWithout(url);
  return {
    ...rest,
    ...(title === undefined ? {} : { title: redactText(title, people).text }),
    ...(text === undefined ? {} : { text: redactText(text, people).text }),
    ...(event === undefined ? {} : { event: redactText(event).text }),
    ...(status === undefined ? {} : { status: redactText(status).text }),
    ...(version === undefined ? {} : { version: redactText(version).text }),
    ...(kept === undefined ? {} : { url: kept }),
  };
}

/** An id that somebody typed or sent, as it is kept: with an address, a number of a person or a secret in its place, a stand-in; the same text gives the same. */
export function keptId(id: string, pseudonym: Pseudonym): string {
  return isPersonal(id) ? pseudonym(id) : id;
}

/** The author's id as it is kept; an address, a telephone number or a name becomes a stand-in. */
export function authorId(author: string, pseudonym: Pseudonym): string {
  return isName(author) ? pseudonym(author) : keptId(author, pseudonym);
}

/**
 * What routing looks at, as it may be kept: a tag, a label or a field with an address, a number of a person or a secret in it is left out. A number alone is a
 * vendor's id of a brand or a form; where a person's own link carries it (`hidden.*`), a longer one may be theirs, and so may a name.
 */
export function keptFacts(facts: RoutingFacts = {}): RoutingFacts {
  const isKept = (fact: string, value: string): boolean => (fact.startsWith('hidden.') ? !isPersonal(value) && !isName(value) && value.replace(/\D/g, '').length < 7 : /^\d{1,20}$/.test(value) || !isPersonal(value));
  return Object.fromEntries(Object.entries(facts).map(([fact, values]) => [fact, values.filter((value) => isKept(fact, value))]));
}

/** Never an id that a machine made. */
export function isAddressOrName(text: string): boolean {
  return /@/.test(text) || isName(text);
}

function isPersonal(text: string): boolean {
  return /@/.test(text) || redactText(text).found.length > 0;
}

/** Two words and more without a digit: no system makes such ids. */
function isName(text: string): boolean {
  return /^[^\d]+$/u.test(text) && /^[\p{L}\p{M}.'’-]+(?:,? [\p{L}\p{M}.'’-]+)+$/u.test(text);
}

/** An address of a page; where a person or a secret stands in its question or path, without that part, and without the whole where nothing else is left. */
function urlWithout(url: string | undefined): string | undefined {
  if (url === undefined || redactText(decoded(url)).found.length === 0) return url;
  const bare = url.replace(/[?#].*$/s, '');
  return redactText(decoded(bare)).found.length === 0 ? bare : undefined;
}

function decoded(url: string): string {
  try {
    return decodeURIComponent(url);
  } catch (error) {
    // A stray percent sign: the address is looked at as it stands.
    if (error instanceof URIError) return url;
    throw error;
  }
}
