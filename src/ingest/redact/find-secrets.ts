import type { Finding } from './finding';
import { SECRET_SHAPES, SECRETS_WITHIN } from './secret-shapes';

/** A word that announces a secret, a short way to it, and what may be one. */
const ANNOUNCED =
  /(?<![\p{L}\p{N}+/=])(?:(?:api|access|secret|private|auth|account|client|encryption|signing|shared|master|license|licence|activation|recovery|app|application|session|service|webhook|deploy|personal access|refresh|bearer|security)[ _-]?)*(?:key|keys|token|tokens|secret|password|passwords|passwd|passwort|kennwort|passphrase|pwd|pw|credentials?|api_?key|mot de passe|contrase[ñn]a|senha|wachtwoord|l[öo]senord|apikey|accesskey|authorization|pin code|otp)(?![\p{L}\p{N}])["'*`]{0,2}(?: (?:is|was|ist|lautet|est|es|are|that i (?:type|use)|i (?:use|type|have)|we use|value|below|here))*["'*`]{0,2} ?(?:[:=]|->|=>)? ?["'`«“(<[]?(?<secret>[^\s"'`»”<>]{6,512})/dgiu;
/** Words for a password in other languages and scripts. */
const ANNOUNCED_ABROAD =
  /(?:(?<![\p{L}])(?:пароль|парол\p{L}*|hasł[oa]|hesl[oa]|adgangskode|passord|parola|şifre|sifre|lozinka|geslo|jelsz[óo]|salasana|slaptažodis|parole|mật khẩu|kata sandi|κωδικός(?: πρόσβασης)?|كلمة (?:المرور|السر)|סיסמ[הא]|पासवर्ड|токен|ключ)|パスワード|暗証番号|合言葉|密[码碼]|口令|비밀번호|암호|รหัสผ่าน|(?:API|アクセス|秘密)キー|トークン|密[钥鑰]|令牌|API ?키|토큰)(?: (?:is|je|jest|to|è|este|on|to je|это|είναι|هي|הוא|היא|คือ|là|는|은))?(?:は|が|是|为|為|는|은|이|가|คือ)?[「"'*`]{0,2} ?(?:[:=]|->|=>)? ?["'`«“「(]?(?<secret>[\x21-\x7E]{6,128})/dgiu;
const FOR_PASSWORD = /pass|pwd|\bpw|kennwort|contrase|senha|wachtwoord|l[öo]senord|mot de/i;
const CERTAIN = /[:=]|->|=>|\b(?:is|ist|lautet|est|es|was)\b/i;
const CODE_OR_PLACE = /^(?:https?:|www\.|\/|\.{1,2}\/|[A-Za-z]:\\|\\\\|\[)|[{}()]|\.(?:js|ts|json|py|php|html?|png|pdf|exe|db|sqlite|txt|xml|ini|cfg)\b/;
/** A random piece after a word for a secret on the same line: "here is the key, try it yourself: …". */
const NEAR = /(?<![\p{L}\p{N}])(?:keys?|tokens?|secrets?|passwords?|credentials?|api[ _-]?key)(?![\p{L}\p{N}]|\.\p{L})[^\n]{0,48}(?::[ \t]*\n{1,2}[ \t>`]{0,8})?$/iu;
const LONG = /(?<![\w./+=%-])[A-Za-z0-9_-]{20,200}(?![\w./+=])/g;
/** Words and short numbers between dashes: a thread, a folder. */
const IN_WORDS = /^\d?[A-Za-z]+(?:-(?:[a-z]+|\d{1,5}))+$/;
/** As the registry of Windows, settings of programs and names of algorithms read. */
const NAME_OF_THING = /^(?:HK(?:EY|LM|CU|CR)|[a-z]+(?:[._-][a-z]+)+$|[A-Z]+(?:[_-][A-Z]+)+$|account\d+$|[\w-]+(?:\.[\w-]+)*\.(?:com|net|org|io|de|fr|uk|eu|co)$|sha-?\d|md5|aes|rsa|oauth2?|imap|smtp|pop3|ssl|tls|starttls|ntlm|kerberos|\d{1,2}[.:/]\d)/i;

/** Keys, tokens and passwords: by the shapes that vendors document, in addresses, and what is announced as one and looks like one. */
export function* findSecrets(text: string): Generator<Finding> {
  for (const shape of SECRET_SHAPES) for (const match of text.matchAll(shape)) if (match[0] !== '') yield { kind: 'key', start: match.index, end: match.index + match[0].length };
  for (const shape of SECRETS_WITHIN) {
    for (const match of text.matchAll(shape)) {
      const [start, end] = match.indices?.groups?.['secret'] ?? [0, 0];
      if (isCertainWay(match[0].slice(0, start - match.index)) || looksRandom(text.slice(start, end))) yield { kind: 'key', start, end };
    }
  }
  for (const match of text.matchAll(LONG)) {
    const { index: start } = match;
    if (looksRandom(match[0]) && !IN_WORDS.test(match[0]) && NEAR.test(text.slice(Math.max(0, start - 64), start))) yield { kind: 'key', start, end: start + match[0].length };
  }
  for (const pattern of [ANNOUNCED, ANNOUNCED_ABROAD]) {
    for (const match of text.matchAll(pattern)) {
      const [start, whole] = match.indices?.groups?.['secret'] ?? [0, 0];
      const secret = text.slice(start, whole).replace(/[.,;:!?)\]*]+$/, (tail) => (tail.startsWith('!') ? '!' : ''));
      const way = match[0].slice(0, match[0].length - (whole - start));
      if (pattern === ANNOUNCED_ABROAD ? isSecret(secret, `${way}=`) : isSecret(secret, way) && !isNameOfKey(text, match.index, secret, way)) yield { kind: 'key', start, end: start + secret.length };
    }
  }
}

/** "primary key user_id2", "Key: Ctrl+Shift+K", "translation key settings.user.title2": names, by what stands before or by how they are built. */
function isNameOfKey(text: string, start: number, secret: string, way: string): boolean {
  if (FOR_PASSWORD.test(way)) return false;
  if (/^[-.%?|]|^arn:|^[a-z]+(?:\/[\w.=-]*)+$|^code=|^[\w%.-]*&[\w-]+=|\.java\b/i.test(secret)) return true;
  return /\b(?:primary|foreign|unique|composite|shortcut|hot|translation|i18n|message|sort|partition|cache|dictionary|object|row|index|locale|config(?:uration)?|json|map|registry) $/i.test(text.slice(Math.max(0, start - 20), start)) || /^(?:ctrl|alt|shift|cmd|strg|umschalt|option|meta|win|super|fn)[+-]/i.test(secret) || /^[a-z]+(?:[._-][a-z]+)+[._-]?\d{1,3}$/.test(secret);
}

/** In an address, a password has only one meaning; a `code` or `key` may be the number of an error. */
function isCertainWay(way: string): boolean {
  return !/^(?:bearer|token|basic)\s/i.test(way) && !/^[?&;](?:code|key|auth|ticket|session|token|signature|sig)=$/i.test(way);
}

function isSecret(secret: string, way: string): boolean {
  if (secret.length < 6 || CODE_OR_PLACE.test(secret) || NAME_OF_THING.test(secret) || secret.includes('@')) return false;
  const kinds = kindsOf(secret);
  if (CERTAIN.test(way.slice(-12))) return kinds >= 3 || (kinds === 2 && /\d/.test(secret) && (secret.length >= (FOR_PASSWORD.test(way) ? 7 : 8) || /[^\w]/.test(secret))) || looksRandom(secret);
  if (secret.length >= 20 && looksRandom(secret)) return true;
  return kinds >= 3 && secret.length >= 8 && /\d/.test(secret) && !/^[\p{L}]+[-/]\d+$/u.test(secret);
}

/** Lower case, upper case (inside), digits, signs: how many of the four are there. */
function kindsOf(text: string): number {
  return [/[a-zß-ÿ]/, /(?<=.)[A-ZÀ-Þ]|^[A-Z]{2}/, /\d/, /[^\p{L}\p{N}]/u].filter((kind) => kind.test(text)).length;
}

/** At least 16 characters of which letters and digits change about as often as chance would have it (Shannon entropy of 3.2 bits a character and more). */
export function looksRandom(text: string): boolean {
  if (text.length < 16 || !/\d/.test(text) || !/[a-z]/i.test(text)) return false;
  const counts = new Map<string, number>();
  for (const char of text) counts.set(char, (counts.get(char) ?? 0) + 1);
  let bits = 0;
  for (const count of counts.values()) bits -= (count / text.length) * Math.log2(count / text.length);
  return bits >= 3.2;
}
