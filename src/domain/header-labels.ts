/** What the lines of a quoted mail's head say. */
export type HeaderKind = 'from' | 'at' | 'to' | 'subject';

/** As mail programs write them, in the languages in which Outlook, Apple Mail, Gmail and Thunderbird quote. */
const LABELS: Readonly<Record<HeaderKind, string>> = {
  from: 'From|Von|Absender|De|De la|Da|Van|Afzender|Från|Fra|Lähettäjä|Od|Nadawca|Odesílatel|Odosielateľ|Šalje|Feladó|От|От кого|Від|Kimden|Gönderen|Expéditeur|Remitente|Remetente|Mittente|差出人|送信者|发件人|寄件者|寄件人|보낸 사람|보낸사람',
  at: 'Date|Sent|Datum|Gesendet|Gesendet am|Fecha|Enviado|Enviado el|Enviada em|Enviado em|Enviada|Data|Inviato|Verzonden|Envoyé|Envoyé le|Skickat|Sendt|Dato|Lähetetty|Päivämäärä|Päiväys|Wysłano|Odesláno|Odoslané|Dátum|Elküldve|Küldve|Дата|Отправлено|Надіслано|Gönderildi|Gönderme Tarihi|Gönderilme tarihi|Tarih|Trimis|Poslano|日付|送信日時|日期|发送时间|寄件日期|날짜|보낸 날짜',
  to: 'To|Cc|Reply-To|An|Kopie|À|A|Copie|Copie à|Para|Aan|Till|Kopia|Til|Kopi|Vastaanottaja|Kopio|Do|DW|Komu|Kopija|Címzett|Másolat|Кому|Копия|Копія|Kime|Bilgi|Către|Za|Prima|Destinataire|Destinatario|Naar|宛先|收件人|收件者|抄送|副本|받는 사람|받는사람|참조',
  subject: 'Subject|Betreff|Objet|Sujet|Asunto|Oggetto|Onderwerp|Ämne|Emne|Aihe|Temat|Předmět|Predmet|Tárgy|Тема|Konu|Subiect|Assunto|件名|主题|主旨|제목',
};

const KINDS: ReadonlyMap<string, HeaderKind> = new Map((['to', 'at', 'subject', 'from'] as const).flatMap((kind) => LABELS[kind].split('|').map((label) => [label.toLowerCase(), kind] as const)));
/** Programs that make plain text of a page leave `*From:*` and `**From:**`; French ones set a space before the colon. */
const LINE = /^\s*\*{0,2}(\p{L}[\p{L}\p{M} -]{0,24}?)\s?\*{0,2}\s?[:：]\*{0,2}(.*)$/u;
/** No head needs more of a line. */
const MOST_CHARACTERS = 1_000;
const INLINE = new RegExp(`(?<![\\p{L}\\p{M}-])(${[...KINDS.keys()].sort((a, b) => b.length - a.length).join('|')})\\s?\\*{0,2}\\s?[:：]`, 'giu');

/** A line of the form `Label: value`; `kind` where the label is one that mail programs write. */
export interface HeaderLine {
  readonly kind?: HeaderKind;
  readonly value: string;
}

/** Undefined where the line is none of a head. */
export function headerLine(line: string): HeaderLine | undefined {
  const found = LINE.exec(line.slice(0, MOST_CHARACTERS));
  if (found === null) return undefined;
  const [, label = '', value = ''] = found;
  const kind = KINDS.get(label.trim().toLowerCase());
  // `https://…` is no label.
  if (kind === undefined && !/^(?:\s|$)/u.test(value)) return undefined;
  return { value: value.trim(), ...(kind === undefined ? {} : { kind }) };
}

/** Where in a line a whole head begins, all of it in one line as where the breaks of a page were lost: sender, time, and whom or what about. */
export function inlineHeader(line: string): number | undefined {
  const labels = [...line.matchAll(INLINE)].map((one) => ({ at: one.index, kind: KINDS.get((one[1] ?? '').toLowerCase()) }));
  const begins = labels.find(({ kind }, place) => {
    const next = labels.slice(place + 1, place + 4).map((one) => one.kind);
    return kind === 'from' && next.includes('at') && (next.includes('to') || next.includes('subject'));
  });
  return begins?.at;
}
