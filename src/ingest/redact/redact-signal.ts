import { signalId, type Signal } from '../../domain/signal';
import type { Pseudonym } from '../../ports/pseudonym';
import { redactText } from './redact-text';

/**
 * A signal as it may be stored: words with placeholders, ids that are ids. The source's own id of the author stays; an address, a number or
 * a name in its place becomes a stand-in, so that the same person still counts once and can be found again to be forgotten.
 */
export function redactSignal(signal: Signal, pseudonym: Pseudonym): Signal {
  const { title, text, event, author, account, url, status, version } = signal;
  const externalId = isPersonal(signal.externalId) ? pseudonym(signal.externalId) : signal.externalId;
  const { url: _url, ...rest } = signal;
  const kept = urlWithout(url);
  return {
    ...rest,
    externalId,
    id: externalId === signal.externalId ? signal.id : signalId(signal.source, externalId),
    ...(title === undefined ? {} : { title: redactText(title).text }),
    ...(text === undefined ? {} : { text: redactText(text).text }),
    ...(event === undefined ? {} : { event: redactText(event).text }),
    ...(status === undefined ? {} : { status: redactText(status).text }),
    ...(version === undefined ? {} : { version: redactText(version).text }),
    ...(author === undefined ? {} : { author: authorId(author, pseudonym) }),
    ...(account === undefined ? {} : { account: isPersonal(account) ? pseudonym(account) : account }),
    ...(kept === undefined ? {} : { url: kept }),
  };
}

/** The author's id as it is kept; an address, a telephone number or a name becomes a stand-in. */
export function authorId(author: string, pseudonym: Pseudonym): string {
  return isPersonal(author) || isName(author) ? pseudonym(author) : author;
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
