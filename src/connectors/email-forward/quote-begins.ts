import { headerBlockAt } from './header-block';
import { inlineHeader } from './header-labels';

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

/** The first place where a quoted mail begins, in any of the ways in which mail programs show one; undefined where there is none. */
export function quoteBegins(lines: readonly string[]): QuoteBegins | undefined {
  for (let line = 0; line < lines.length; line += 1) {
    const text = lines[line] ?? '';
    if (NAMED.test(text) || DASHED.test(text) || headerBlockAt(lines, line) !== undefined) return { line, column: 0 };
    const column = inlineHeader(text);
    if (column !== undefined) return { line, column };
    const start = saidBy(lines, line);
    if (start === undefined) continue;
    const below = lines.findIndex((one, place) => place > line && one.trim() !== '');
    return { line: start, column: 0, ...(below >= 0 && /^\s*>/u.test(lines[below] ?? '') ? { marked: line + 1 } : {}) };
  }
  return undefined;
}

/** The first line of "On … wrote:", broken over up to four, that ends on this one. */
function saidBy(lines: readonly string[], end: number): number | undefined {
  if (!/[:：]\s*$/u.test(lines[end] ?? '')) return undefined;
  let shortest: number | undefined;
  for (let start = end; start >= Math.max(0, end - LINES_ABOVE); start -= 1) {
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
