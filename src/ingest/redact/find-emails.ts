import type { Finding } from './finding';

const LOCAL = /(?:"[^"\n]{1,60}"|[\p{L}\p{N}!#$%&'*+/=?^_`{|}~-]+(?:\.{1,2}[\p{L}\p{N}!#$%&'*+/=?^_`{|}~-]+)*)$/u;
const DOMAIN = /^(?:\[[\d.a-f:]{7,45}\]|(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?\.)+(?:[\p{L}]{2,24}|xn--[a-z0-9-]{2,59}))(?![\p{L}\p{N}_])/iu;
/** `name (at) example (dot) com`, as people write who fear robots. */
const SIGN = String.raw`(?:[([{<](?:at|ät|a|à|et|arroba|chiocciola|@|æt)[)\]}>]| (?:at|ät|arroba|chiocciola) |@)`;
const POINT = String.raw`(?: ?[([{<](?:dot|punkt|punto|point|ponto|\.)[)\]}>] ?| (?:dot|punkt|punto|ponto) |\.)`;
const SPELLED = new RegExp(String.raw`(?<![\p{L}\p{N}.])[\p{L}\p{N}_+-]{1,64}(?:${POINT}[\p{L}\p{N}_+-]{1,40}){0,3} ?${SIGN} ?(?:[\p{L}\p{N}-]{1,63}${POINT}){1,4}[a-z]{2,24}(?![\p{L}\p{N}_])`, 'giu');
/** Without brackets, only what is said out loud in full and is no place: "us at example dot com" is a page. */
const NO_LOCAL = /^(?:us|me|it|them|look|available|hosted|found|see|find|visit|work|works|is|are|was|here|there|page|site|website|app|run|runs|live|online|working|pointed|shop|store|read|more|info at|check|click|out|up|down|in|and|or|error|node)\b/i;
/** With a blank behind the sign, or a comma for the dot: where a mail address is spoken of, or the provider is one of mail. */
const LOOSE = /(?<![\p{L}\p{N}.@])[\p{L}\p{N}._%+-]{1,64} ?@ (?:[\p{L}\p{N}-]{1,63}\.){1,3}[a-z]{2,24}(?![\p{L}\p{N}_])|(?<![\p{L}\p{N}.@])[\p{L}\p{N}._%+-]{1,64}@[\p{L}\p{N}-]{1,63},(?:com|net|org|de|fr|it|es|nl|co\.uk)(?![\p{L}\p{N}_])|(?<![\p{L}\p{N}.@])[\p{L}\p{N}._+-]{1,64} at (?:gmail|googlemail|hotmail|outlook|yahoo|gmx|icloud|aol|protonmail)\.(?:com|de|net|fr|co\.uk|it|es|me)(?![\p{L}\p{N}_])/giu;
const NO_LOCAL_LOOSE = /^(?:e-?mails?|mails?|accounts?|address(?:es)?|adresses?|user|username|box|my|the|to|from|in|on|is|as|at|an?|and|or|of|for|with|login|server|inbox|messages?|host|error|hosted)\b/i;
const OF_PROVIDER = /@ ?(?:gmail|googlemail|hotmail|yahoo|gmx|icloud|aol|protonmail|web|qq|163)\./i;
const MAIL_SPOKEN_OF = /(?<![\p{L}])(?:e-?mails?|mail|mailto|correo|courriel|adresse?|address|write|contact|reach|schreib\p{L}*|écri\p{L}*|escri\p{L}*|scriv\p{L}*)(?: (?:me|us|him|her|to|at|is|an|à|a|ist|unter|im|address|adresse|electrónico))*[\s:]{1,3}$/iu;
/** In the question of a web address. */
const ENCODED = /[\w.+-]{1,64}%40(?:[\w-]{1,63}\.){1,4}[a-z]{2,24}(?!\w)/gi;
/** Behind the id of an add-on, as crash reports list them: `name%40maker.example:1.4.2`. */
const ADD_ON = /^:\d+(?:\.\d|,[\w%])/;
const BRACKETED = /[([{<](?:at|ät|a|à|et|arroba|chiocciola|@|æt|dot|punkt|punto|point|ponto)[\])}>]/i;
const SPOKEN_DOT = /(?: (?:at|ät|arroba|chiocciola) .* (?:dot|punkt|punto|ponto) )/i;
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
  if (text.includes('%40')) for (const match of text.matchAll(ENCODED)) if (!ADD_ON.test(text.slice(match.index + match[0].length, match.index + match[0].length + 8))) yield { kind: 'e-mail', start: match.index, end: match.index + match[0].length };
  for (const { 0: written, index } of text.matchAll(LOOSE)) {
    if (!FILE.test(written) && !NO_LOCAL_LOOSE.test(written) && (OF_PROVIDER.test(written) || MAIL_SPOKEN_OF.test(text.slice(Math.max(0, index - 40), index)))) yield { kind: 'e-mail', start: index, end: index + written.length };
  }
  for (const { 0: written, index } of text.matchAll(SPELLED)) {
    if (isSpelled(written)) yield { kind: 'e-mail', start: index, end: index + written.length };
  }
}

function isSpelled(written: string): boolean {
  return !FILE.test(written.replace(/ ?[([{<]?(?:dot|punkt|punto|point|ponto)[\])}>]? ?/gi, '.')) && (BRACKETED.test(written) || (SPOKEN_DOT.test(written) && !NO_LOCAL.test(written)));
}

/** Named as one, or a long row of digits and letters between angle brackets, as mail programs make them. */
function isMessageId(text: string, start: number, local: string): boolean {
  if (MESSAGE_ID.test(text.slice(Math.max(0, start - 400), start))) return true;
  const digits = local.replace(/\D/g, '').length;
  return text[start - 1] === '<' && local.length >= 20 && digits >= 8 && !/[._-][a-z]{3,}[._-]?\d{0,4}$/i.test(local);
}

/** `ssh://git@host`, `imap://user@host`: the part before @ is found as a key where a password stands with it. Nor `abfss://container@store`. */
function isUserOfAddress(text: string, start: number): boolean {
  if (/\b(?:abfss?|wasbs?|adl|kms|hdfs|s3[an]?):\/\/$/i.test(text.slice(Math.max(0, start - 10), start))) return true;
  return /(?:git|svn|hg)$/.test(text.slice(start, start + 3)) && /(?:\/\/|^|\s)$/.test(text.slice(Math.max(0, start - 2), start)) && text[start + 3] === '@';
}
