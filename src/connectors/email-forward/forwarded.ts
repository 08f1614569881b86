/** A mail inside a mail: who wrote it first, and what. */
export interface Forwarded {
  readonly from: string;
  /** Beside the address, where the mail program wrote it. */
  readonly fromName?: string;
  readonly at?: string;
  readonly subject?: string;
  readonly words: string;
}

/** The line that mail programs set before a forwarded mail, in the languages of the deployments we know. */
const BEGINS = /^\s*(?:-{2,}\s*)?(?:Forwarded message|Begin forwarded message|Original Message|Weitergeleitete Nachricht|Message transféré|Mensaje reenviado|Messaggio inoltrato|Doorgestuurd bericht|転送メッセージ)\s*:?(?:\s*-{2,})?\s*$/imu;
const FROM = /^(?:From|Von|De|Da|Van|差出人)\s*:\s*(.*)$/iu;
const AT = /^(?:Date|Sent|Datum|Gesendet|Fecha|Enviado|Data|Inviato|Verzonden|日付)\s*:\s*(.*)$/iu;
const SUBJECT = /^(?:Subject|Betreff|Objet|Asunto|Oggetto|Onderwerp|件名)\s*:\s*(.*)$/iu;
const HEADER = /^\p{L}[\p{L}\- ]{0,20}\s*:\s/u;
const ADDRESS = /[^\s<>"(),;:]+@[^\s<>"(),;:]+\.[^\s<>"(),;:]+/u;

/** The first forwarded mail in a text; undefined where there is none, or where its sender cannot be told. */
export function findForwarded(text: string): Forwarded | undefined {
  const begins = BEGINS.exec(text);
  if (begins === null) return undefined;
  const inside = text.slice(begins.index + begins[0].length).split('\n').map((line) => line.trimEnd());
  // Some programs quote the whole mail that they forward; then one mark belongs to them, and only a second one to the customer.
  const isQuoted = inside.find((line) => line !== '')?.startsWith('>') === true;
  const lines = isQuoted ? inside.map((line) => line.replace(/^>\s?/u, '')) : inside;
  const start = lines.findIndex((line) => FROM.test(line));
  if (start < 0) return undefined;
  let end = start;
  while (end < lines.length && HEADER.test(lines[end] ?? '')) end += 1;
  const header = lines.slice(start, end);
  const sender = valueOf(header, FROM) ?? '';
  const from = ADDRESS.exec(sender)?.[0];
  if (from === undefined) return undefined;
  const at = Date.parse(valueOf(header, AT) ?? '');
  const fromName = sender.replace(ADDRESS, '').replace(/mailto:|[<>"()[\]]/gu, '').trim();
  const subject = valueOf(header, SUBJECT);
  return {
    from: from.toLowerCase(),
    ...(fromName === '' ? {} : { fromName }),
    words: lines.slice(end).join('\n').trim(),
    ...(Number.isNaN(at) ? {} : { at: new Date(at).toISOString() }),
    ...(subject === undefined || subject === '' ? {} : { subject }),
  };
}

function valueOf(header: readonly string[], form: RegExp): string | undefined {
  return header.flatMap((line) => form.exec(line)?.[1]?.trim() ?? [])[0];
}
