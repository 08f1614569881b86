import type { Finding } from './finding';

const LOCAL = /(?:"[^"\n]{1,60}"|[\p{L}\p{N}!#$%&'*+/=?^_`{|}~-]+(?:\.[\p{L}\p{N}!#$%&'*+/=?^_`{|}~-]+)*)$/u;
const DOMAIN = /^(?:\[[\d.a-f:]{7,45}\]|(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?\.)+(?:[\p{L}]{2,24}|xn--[a-z0-9-]{2,59}))(?![\p{L}\p{N}_])/iu;
/** `name (at) example (dot) com`, as people write who fear robots. */
const SPELLED = /[\w.+-]{1,64} ?(?:\(at\)|\[at\]|\{at\}| at ) ?(?:[\w-]{1,63} ?(?:\(dot\)|\[dot\]|\{dot\}| dot |\.) ?){1,4}[a-z]{2,24}(?!\w)/gi;
/** In the question of a web address. */
const ENCODED = /[\w.+-]{1,64}%40(?:[\w-]{1,63}\.){1,4}[a-z]{2,24}(?!\w)/gi;
const SURELY_SPELLED = /[([{](?:at|dot)[\])}]| dot /i;
/** `icon@2x.png` is a file, not a person. */
const FILE = /\.(?:png|jpe?g|gif|svg|webp|ico|jsm?|mjs|tsx?|css|html?|json|xml|dll|exe|so|py|java|cpp|rs|php|md|txt|log|ya?ml|xpi)$/i;
const LONGEST_LOCAL = 64;
const LONGEST_DOMAIN = 255;
/** Before the id of a message, which has the shape of an address and belongs to nobody. */
const MESSAGE_ID = /(?:message-?id|in-reply-to|references|content-id|resent-message-id|mid|cid|imap-message|mailbox-message)["']?\s*[:=]?\s*(?:<[^<>\s]{3,200}>[\s,]*)*["']?<?$/i;

/** Mail addresses. Ids of messages, versions of packages (`lib@1.2.3`) and files are none. */
export function* findEmails(text: string): Generator<Finding> {
  for (let at = text.indexOf('@'); at !== -1; at = text.indexOf('@', at + 1)) {
    const before = text.slice(Math.max(0, at - LONGEST_LOCAL), at);
    const after = text.slice(at + 1, at + 1 + LONGEST_DOMAIN);
    const local = LOCAL.exec(before)?.[0].replace(/^.*[=?&/|`{]/, '').replace(/^['*_]+/, '');
    const domain = DOMAIN.exec(after)?.[0];
    if (local === undefined || local === '' || local.includes('*') || domain === undefined || FILE.test(domain)) continue;
    const start = at - local.length;
    if (isMessageId(text, start, local) || isUserOfAddress(text, start)) continue;
    yield { kind: 'e-mail', start, end: at + 1 + domain.length };
  }
  if (text.includes('%40')) for (const match of text.matchAll(ENCODED)) yield { kind: 'e-mail', start: match.index, end: match.index + match[0].length };
  if (!SURELY_SPELLED.test(text)) return;
  for (const match of text.matchAll(SPELLED)) {
    if (SURELY_SPELLED.test(match[0])) yield { kind: 'e-mail', start: match.index, end: match.index + match[0].length };
  }
}

/** Named as one, or a long row of digits and letters between angle brackets, as mail programs make them. */
function isMessageId(text: string, start: number, local: string): boolean {
  if (MESSAGE_ID.test(text.slice(Math.max(0, start - 400), start))) return true;
  const digits = local.replace(/\D/g, '').length;
  return text[start - 1] === '<' && local.length >= 20 && digits >= 8 && !/[._-][a-z]{3,}[._-]?\d{0,4}$/i.test(local);
}

/** `ssh://git@host`, `imap://user@host`: the part before @ is found as a key where a password stands with it. */
function isUserOfAddress(text: string, start: number): boolean {
  return /(?:git|svn|hg)$/.test(text.slice(start, start + 3)) && /(?:\/\/|^|\s)$/.test(text.slice(Math.max(0, start - 2), start)) && text[start + 3] === '@';
}
