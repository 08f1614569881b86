import { addressIn, headerBlockAt, type HeaderBlock } from './header-block';
import { headerLine, inlineHeader } from './header-labels';

/** Where what somebody said earlier begins: nothing from there on is the writer's. */
export interface QuoteBegins {
  readonly line: number;
  /** Characters of that line that are still the writer's own. */
  readonly column: number;
  /** The first line below, where the quoted lines are marked one by one: what is not marked there may be the writer's own again. */
  readonly marked?: number;
}

const NAMED = /^\s*(?:-{2,}\s*)?(?:Begin forwarded message|Forwarded message|Original Message|Anfang der weitergeleiteten Nachricht|Weitergeleitete Nachricht|Ursprüngliche Nachricht|Début du message (?:transféré|réexpédié)|Message transféré|Message d['’]origine|Inicio del mensaje reenviado|Mensaje (?:reenviado|original)|Inizio messaggio inoltrato|Messaggio (?:inoltrato|originale)|Begin doorgestuurd bericht|Doorgestuurd bericht|Oorspronkelijk bericht|Mensagem (?:encaminhada|reencaminhada|original)|Vidarebefordrat (?:mejl|meddelande)|Ursprungligt meddelande|Videresendt (?:melding|besked|meddelelse)|Oprindelig meddelelse|Välitetty viesti|Alkuperäinen viesti|Treść przekazanej wiadomości|Wiadomość oryginalna|Пересылаемое сообщение|Исходное сообщение|İletilen İleti|転送メッセージ|元のメッセージ|转发的邮件|原始邮件)\s*[:：]?(?:\s*-{2,})?\s*$/iu;
/** `----- Some words -----` in whatever language: no list knows them all. */
const DASHED = /^\s*-{4,}\s*\p{L}[^\n]{1,60}?\s*-{4,}\s*$/u;
const WROTE = /(?<![\p{L}\p{M}])(?:wrote|schrieb|geschrieben|écrit|escribió|scritto|schreef|geschreven|escreveu|skrev|kirjoitti|napisał|napisała|pisze|napsal|napísal|napisao|írta|написал|написала|пише|пишет|yazdı|a scris)(?![\p{L}\p{M}])|写道|書きました|のメッセージ|작성/iu;
const STARTS = /^\s*(?:On|Am|Le|El|Il|Op|Em|Den|På|Dne|Dňa|Dnia|W dniu|Ke|Pe|La|În|Pada|\d{1,4}[./年-]|\p{L}{2,4}\.?,? \d{1,2})(?!\p{L})/iu;
const HAS_TIME = /\d{1,2}[:.]\d{2}|\d{4}|\d{1,2}[./-]\d{1,2}/u;
const BRACKETED = /[<[(](?:mailto:)?[^\s<>[\]()]+@[^\s<>[\]()]+[>\])]/u;
const LINES_ABOVE = 3;
const LONGEST = 500;

/**
 * The first place from line `from` on where a quoted mail begins, in any of the ways in which mail programs show one; undefined where there is none.
 * @param isMail false of a text that may be no mail at all: then lists of the writer's own, headers that they paste and what they wrote earlier are no quotation
 */
export function quoteBegins(lines: readonly string[], from = 0, isMail = true): QuoteBegins | undefined {
  for (let line = from; line < lines.length; line += 1) {
    const text = lines[line] ?? '';
    if (NAMED.test(text) || (DASHED.test(text) && (isMail || isAboveHead(lines, line)))) return { line, column: 0 };
    const block = headerBlockAt(lines, line);
    if (block !== undefined && (isMail || isReplyHead(block, lines))) return { line, column: 0 };
    const column = inlineHeader(text);
    if (column !== undefined && (isMail || isReplyLine(text, column))) return { line, column };
    const start = saidBy(lines, line, from);
    if (start === undefined || (!isMail && SELF.test(lines.slice(start, line + 1).join(' ')))) continue;
    let below = line + 1;
    while (below < lines.length && (lines[below] ?? '').trim() === '') below += 1;
    return { line: start, column: 0, ...(/^\s*>/u.test(lines[below] ?? '') ? { marked: line + 1 } : {}) };
  }
  return undefined;
}

/** "As I wrote on Monday:" is no other person's. */
const SELF = /(?<!\p{L})(?:(?:I|we)(?: \p{Ll}+){0,2} wrote|(?:ich|wir)(?!\p{L}).{0,60}(?:schrieb|geschrieben)|schrieb(?:en)? (?:ich|wir)|(?:j['’]ai|nous avons)(?!\p{L}).{0,60}écrit|(?:ho|abbiamo)(?: \p{Ll}+)? scritto|(?:heb ik|ik heb|schreef ik)(?!\p{L}))/iu;
/** Lines of a mail's raw head, which is pasted and never set above a quotation. */
const RAW = /(?<![\p{L}-])(?:Received|Return-Path|Delivered-To|Message-ID|MIME-Version|Content-Type|DKIM-Signature|Authentication-Results|X-[A-Za-z][\w-]*)\s?:/iu;
const RAW_NEAR = 4;

/** Whoever is not writing mail draws such lines between their own parts, too. */
function isAboveHead(lines: readonly string[], line: number): boolean {
  return lines.slice(line + 1, line + RAW_NEAR).some((one) => headerLine(one)?.kind !== undefined);
}

/** A head as mail programs set it above what is answered: with an address, or a time and a subject. */
function isReplyHead({ start, end, values }: HeaderBlock, lines: readonly string[]): boolean {
  if (addressIn(values.from ?? '') === undefined && (values.at === undefined || values.subject === undefined)) return false;
  return !lines.slice(Math.max(0, start - RAW_NEAR), end + RAW_NEAR).some((line) => RAW.test(line.slice(0, MOST_CHARACTERS)));
}

/** All of a head in one line, each label with something behind it: whoever names the labels of a head quotes nobody. */
function isReplyLine(text: string, column: number): boolean {
  return LABELS_WITH_VALUES.test(text.slice(column, column + MOST_CHARACTERS)) && !RAW.test(text.slice(Math.max(0, column - MOST_CHARACTERS), column + MOST_CHARACTERS));
}

const LABELS_WITH_VALUES = /^[^:：]+[:：]\*{0,2}\s*[\p{L}\p{N}<"'][^:：]*\s\*{0,2}\p{L}[\p{L} ]*\*{0,2}[:：]\*{0,2}\s*[\p{L}\p{N}]/u;
const MOST_CHARACTERS = 1_000;

/** The first line of "On … wrote:", broken over up to four, that ends on this one. */
function saidBy(lines: readonly string[], end: number, from: number): number | undefined {
  if (!/[:：]\s*$/u.test(lines[end] ?? '')) return undefined;
  let shortest: number | undefined;
  for (let start = end; start >= Math.max(from, end - LINES_ABOVE); start -= 1) {
    const first = lines[start] ?? '';
    if (first.trim() === '' || /^\s*>/u.test(first)) break;
    const joined = lines.slice(start, end + 1).join(' ');
    if (joined.length > LONGEST) break;
    if (!isSaidBy(joined)) continue;
    if (STARTS.test(first)) return start;
    shortest ??= start;
  }
  return shortest;
}

/** Somebody wrote, at some time or from some address; or, in a language that we do not know, both of them before a colon. */
function isSaidBy(joined: string): boolean {
  return WROTE.test(joined) ? HAS_TIME.test(joined) || BRACKETED.test(joined) : BRACKETED.test(joined) && HAS_TIME.test(joined.replace(BRACKETED, ''));
}
