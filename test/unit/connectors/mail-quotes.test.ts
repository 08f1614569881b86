import fc from 'fast-check';
import { emailForward } from '../../../src/connectors/email-forward';
import { ownWords } from '../../../src/connectors/email-forward/own-words';
import type { Received } from '../../../src/ports/connector';

const OURS = 'We know that CSV export loses rows for everybody; please use the beta.';
const THEIRS = 'It still crashes.';

/** As Postmark delivers it; `from` is whoever sent it to the mailbox. */
async function send(from: string, TextBody: string, Subject = 'Fwd: export', more: object = {}): Promise<Received> {
  const body = JSON.stringify({ MessageID: 'm1', Date: 'Tue, 1 Jul 2025 10:00:00 +0000', Subject, FromFull: { Email: from, Name: 'X' }, TextBody, Headers: [], ...more });
  const headers = { authorization: `Basic ${Buffer.from('resurface:pw').toString('base64')}` };
  if (emailForward.receive === undefined) throw new Error('it receives');
  return emailForward.receive({ body, headers, query: {} }, { secret: () => 'pw', settings: { ours: 'ours.com' }, now: '2025-07-01T10:00:01.000Z', since: '2025-01-01T00:00:00.000Z', pseudonym: (text) => `person-of-${text.split('@')[0] ?? ''}` });
}
const ME = 'me@ours.com';
const ANN = 'ann@customer.com';
const GMAIL = '---------- Forwarded message ---------\nFrom: Ann <ann@customer.com>\nDate: Mon, 30 Jun 2025 09:00:00 +0000\nSubject: Broken\nTo: support@ours.com\n\n';
const annSaid = (text: string, at = '2025-07-01T10:00:00.000Z'): object => ({ items: [{ text, at, author: 'person-of-ann', account: { domain: 'customer.com' } }] });

/** Ways in which mail programs show what was said earlier, plain and as text made of a page. */
const QUOTES: readonly (readonly [string, string])[] = [
  ['Outlook', `-----Original Message-----\nFrom: Support <support@ours.com>\nSent: Monday\nTo: ann@customer.com\nSubject: export\n\n${OURS}`],
  ['Outlook on the web', `________________________________\nFrom: Support <support@ours.com>\nSent: Monday, June 30, 2025 8:00 AM\nTo: Ann\nSubject: export\n\n${OURS}`],
  ['Outlook without a rule', `From: Support <support@ours.com>\nSent: Monday, June 30, 2025 8:00 AM\nTo: Ann\nSubject: export\n\n${OURS}`],
  ['Outlook without addresses', `From: Support Team\nSent: Monday, June 30, 2025 8:00 AM\nTo: Ann\nSubject: export\n\n${OURS}`],
  ['Outlook whose recipients are folded', `From: Support <support@ours.com>\nTo: Ann <ann@customer.com>; Bob Longname\n <bob@customer.com>\nSent: Monday\nSubject: export\n\n${OURS}`],
  ['a page with stars', `*From:* Support <support@ours.com>\n*Sent:* Monday, June 30, 2025 8:00 AM\n*To:* Ann\n*Subject:* export\n\n${OURS}`],
  ['a page with double stars', `**From:** Support\n**Sent:** Monday\n**Subject:** export\n${OURS}`],
  ['a page with blank lines between', `From: Support [mailto:support@ours.com]\n\nSent: Monday\n\nTo: Ann\n\nSubject: export\n\n${OURS}`],
  ['a page without breaks', `From: Support <support@ours.com> Sent: Monday, June 30, 2025 8:00 AM To: Ann Subject: export ${OURS}`],
  ['German Outlook', `Von: Support <support@ours.com>\nGesendet: Montag, 30. Juni 2025 08:00\nAn: Ann\nBetreff: Export\n\n${OURS}`],
  ['French Outlook', `De\u00A0: Support <support@ours.com>\nEnvoyé\u00A0: lundi 30 juin 2025 08:00\nÀ\u00A0: Ann\nObjet\u00A0: export\n\n${OURS}`],
  ['Spanish Outlook', `De: Support <support@ours.com>\nEnviado el: lunes, 30 de junio de 2025 8:00\nPara: Ann\nAsunto: export\n\n${OURS}`],
  ['Portuguese Outlook', `De: Support <support@ours.com>\nEnviada em: segunda-feira\nPara: Ann\nAssunto: export\n\n${OURS}`],
  ['Italian Outlook', `Da: Support <support@ours.com>\nInviato: lunedì\nA: Ann\nOggetto: export\n\n${OURS}`],
  ['Dutch Outlook', `Van: Support <support@ours.com>\nVerzonden: maandag\nAan: Ann\nOnderwerp: export\n\n${OURS}`],
  ['Polish Outlook', `Od: Support <support@ours.com>\nWysłano: poniedziałek\nDo: Ann\nTemat: export\n\n${OURS}`],
  ['Swedish Outlook', `Från: Support <support@ours.com>\nSkickat: den 30 juni 2025\nTill: Ann\nÄmne: export\n\n${OURS}`],
  ['Japanese Outlook', `差出人: Support <support@ours.com>\n送信日時: 2025年6月30日\n宛先: Ann\n件名: export\n\n${OURS}`],
  ['Chinese Outlook', `发件人：Support <support@ours.com>\n发送时间：2025年6月30日\n收件人：Ann\n主题：export\n\n${OURS}`],
  ['Russian Outlook', `От: Support <support@ours.com>\nОтправлено: 30 июня 2025\nКому: Ann\nТема: export\n\n${OURS}`],
  ['Gmail', `On Mon, Jun 30, 2025 at 8:00 AM Support <support@ours.com> wrote:\n\n${OURS}`],
  ['Gmail over two lines', `On Mon, Jun 30, 2025 at 8:00 AM Support Team of the Company Ours <\nsupport@ours.com> wrote:\n\n${OURS}`],
  ['Gmail over three lines', `On Mon, Jun 30, 2025 at 8:00 AM Support Team of the\nCompany Ours, Inc. <\nsupport@ours.com> wrote:\n${OURS}`],
  ['a mail of today without an address', `On 6/30/25 8:00, Support wrote:\n${OURS}`],
  ['German', `Am 30.06.2025 um 08:00 schrieb Support Ours\n<support@ours.com>:\n\n${OURS}`],
  ['German the other way round', `Support Ours schrieb am 30.06.2025 um 08:00:\n${OURS}`],
  ['French over two lines', `Le lun. 30 juin 2025 à 08:00, Support <support@ours.com>\na écrit\u00A0:\n\n${OURS}`],
  ['Spanish', `El lun, 30 jun 2025 a las 8:00, Support (<support@ours.com>)\nescribió:\n\n${OURS}`],
  ['Italian', `Il giorno lun 30 giu 2025 alle ore 08:00 Support <support@ours.com> ha scritto:\n\n${OURS}`],
  ['Dutch', `Op ma 30 jun 2025 om 08:00 schreef Support <support@ours.com>:\n\n${OURS}`],
  ['Portuguese', `Em seg., 30 de jun. de 2025 às 08:00, Support <support@ours.com> escreveu:\n\n${OURS}`],
  ['Polish', `pon., 30 cze 2025 o 08:00 Support <support@ours.com> napisał(a):\n\n${OURS}`],
  ['Japanese', `2025年6月30日(月) 8:00 Support <support@ours.com>:\n\n${OURS}`],
  ['a language on no list', `30.06.2025 08:00, Support <support@ours.com> rašė:\n\n${OURS}`],
  ['a rule in a language on no list', `-------- Algne kiri --------\n${OURS}`],
  ['marks', OURS.split(' ').map((word) => `> ${word}`).join('\n')],
  ['marks that a program broke', `> ${OURS.slice(0, 55)}\n${OURS.slice(55)}`],
  ['Thunderbird', `-------- Original-Nachricht --------\nBetreff: Export\nDatum: Mon, 30 Jun 2025 08:00:00 +0200\nVon: Support <support@ours.com>\nAn: ann@customer.com\n\n${OURS}`],
];

describe.each(['\n', '\r\n'])('what a mail quotes below (line break %j)', (lineBreak) => {
  it.each(QUOTES)('of a forwarded customer is not theirs: %s', async (_program, quote) => {
    const received = await send(ME, `FYI\n\n${GMAIL}${THEIRS}\n\n${quote}\n`.replaceAll('\n', lineBreak));
    expect(received).toMatchObject(annSaid(THEIRS, '2025-06-30T09:00:00.000Z'));
    expect(received).toMatchObject({ items: [{ title: 'Broken' }] });
  });

  it.each(QUOTES)('of a customer who answers directly is not theirs, and their answer is kept: %s', async (_program, quote) => {
    const received = await send(ANN, `${THEIRS}\n${quote}\n`.replaceAll('\n', lineBreak), 'RE: export');
    expect(received).toMatchObject(annSaid(THEIRS));
    // The subject is that of the mail which it answers.
    expect(received).not.toMatchObject({ items: [{ title: 'export' }] });
  });
});

describe('a forward by one of us', () => {
  it.each(QUOTES.filter(([, quote]) => /@ours/.test(quote) && /subject|betreff|objet|asunto|assunto|oggetto|onderwerp|temat|ämne|件名|主题|тема/i.test(quote) && !/without breaks/.test(programOf(quote))))('needs no line "Forwarded message": %s', async (_program, quote) => {
    const inside = quote.replaceAll('support@ours.com', ANN).replaceAll('Support', 'Ann').replace(OURS, `${THEIRS}\n\nFrom: Support <support@ours.com>\nSent: Sunday\nSubject: export\n\n${OURS}`);
    for (const subject of ['FW: export', 'WG: Export', '']) expect(await send(ME, `fyi\n\n${inside}`, subject)).toMatchObject({ items: [{ text: THEIRS, author: 'person-of-ann' }] });
  });

  it('of a chain of ours is the newest mail of the customer in it', async () => {
    const chain = `see below\n\nFrom: Bo <bo@mail.ours.com>\nSent: Tuesday\nSubject: FW: export\n\nPlease look.\n\nFrom: Ann <${ANN}>\nSent: Monday\nSubject: export\n\n${THEIRS}\n\nFrom: Bo <bo@ours.com>\nSent: Sunday\nSubject: export\n\n${OURS}`;
    expect(await send(ME, chain)).toMatchObject(annSaid(THEIRS));
  });

  it('that Apple Mail quotes whole loses one mark, and what has two is older', async () => {
    expect(await send(ME, `Begin forwarded message:\n\n> From: Ann <${ANN}>\n> Subject: Broken\n> Date: 30 June 2025 at 09:00:00 GMT\n> To: support@ours.com\n>\n> ${THEIRS}\n>\n>> ${OURS}\n`)).toMatchObject(annSaid(THEIRS, '2025-06-30T09:00:00.000Z'));
  });

  it.each([
    ['whose sender has no address', `FYI\n\nFrom: Ann Smith\nSent: Monday\nSubject: export\n\n${THEIRS}`, 'FW: export', 'unreadable: forwarded mail'],
    ['whose head lost its breaks', `FYI From: Ann <${ANN}> Sent: Monday To: Support Subject: export ${THEIRS}`, '', 'unreadable: forwarded mail'],
    ['whose head is in no language we know', `FYI\n\nPëllo: Ann <${ANN}>\nKoha: e hënë\n\n${THEIRS}`, 'Fwd: export', 'unreadable: forwarded mail'],
    ['of a mail that is a quotation only', `${GMAIL}-----Original Message-----\n${OURS}`, 'Fwd: export', 'unreadable: whose words'],
    ['of one of ours', `-----Original Message-----\nFrom: Bo <bo@ours.com>\nSent: Monday\nSubject: x\n\n${OURS}`, 'FW: x', 'agent-words'],
    ['that is only an answer of ours', `${OURS}\n\nOn Mon, Jun 30, 2025 at 8:00 AM Ann <${ANN}> wrote:\n> ${THEIRS}`, 'Re: export', 'agent-words'],
  ])('%s is left out with its reason', async (_what, text, subject, reason) => {
    expect(await send(ME, text, subject)).toMatchObject({ items: [], skipped: [{ reason }] });
  });

  it('is dated by its head only where that can be read in one way', async () => {
    const at = async (date: string): Promise<unknown> => {
      const received = await send(ME, `FYI\n\nFrom: Ann <${ANN}>\nSent: ${date}\nSubject: Broken\n\n${THEIRS}`);
      return received.kind === 'records' ? received.items[0]?.at : undefined;
    };
    expect(await at('Monday, June 30, 2025 8:00 AM')).toBe('2025-06-30T08:00:00.000Z');
    for (const unsure of ['03/04/2025 08:00', '3. marraskuuta 2024 08:00', 'Monday', 'Monday, July 28, 2025 8:00 AM']) expect(await at(unsure)).toBe('2025-07-01T10:00:00.000Z');
  });
});

describe('a mail from a customer', () => {
  it('below whose quotation, marked line by line, they go on is kept from there', async () => {
    expect(await send(ANN, `On Mon, Jun 30, 2025 at 8:00 AM Support <support@ours.com> wrote:\n> What do you want?\n\nDark mode.\n\n> And when?\nNow.`, 'Re: hi')).toMatchObject(annSaid('Dark mode.\n\nNow.'));
  });

  it('whose words may all be ours is left out as such, and one without plain text is not called empty', async () => {
    expect(await send(ANN, `On Mon, Jun 30, 2025 at 8:00 AM Support <support@ours.com> wrote:\n\nWhat do you want?\n\nDark mode.`, 'Re: hi')).toMatchObject({ items: [], skipped: [{ reason: 'unreadable: whose words' }] });
    expect(await send(ANN, '', 'hi', { HtmlBody: '<p>Dark mode</p>' })).toMatchObject({ items: [], skipped: [{ reason: 'unreadable: TextBody' }] });
  });

  it('who hands on a colleague\'s is the colleague\'s; who hands on ours says what stands above it', async () => {
    expect(await send('bob@customer.com', `See below.\n\n${GMAIL}${THEIRS}`)).toMatchObject(annSaid(THEIRS, '2025-06-30T09:00:00.000Z'));
    expect(await send(ANN, `I want dark mode.\n\n-----Original Message-----\nFrom: Support <support@ours.com>\nSent: Monday\nTo: Ann\nSubject: hi\n\n${OURS}`)).toMatchObject(annSaid('I want dark mode.'));
  });

  it.each([
    'Steps:\nOpen: the file\nExpected: a list\nSubject: empty',
    'From: Berlin\nTo: Munich\nthe route is wrong',
    'It says:\nError at 10:30\nand stops',
    'See https://example.com/a: it is broken\n\n--- Steps ---\n1. open',
    'Version: 3.1\nDate: today\nPlan: pro\nNote: it crashes.\nBest: Ann',
  ])('is kept whole where nothing is quoted: %j', async (text) => {
    expect(await send(ANN, text, 'hi')).toMatchObject(annSaid(text));
  });

  it('never has a word of ours, wherever and how often it is quoted, and is read again as itself', () => {
    const line = fc.constantFrom('It crashes', 'Since June.', 'Note: twice', '', 'See a@b.example', 'On my Mac, too');
    fc.assert(fc.property(fc.array(line, { maxLength: 6 }), fc.constantFrom(...QUOTES.map(([, quote]) => quote)), fc.array(fc.constantFrom(...QUOTES.map(([, quote]) => quote)), { maxLength: 3 }), (own, first, more) => {
      const { text } = ownWords([...own, '', first, ...more].join('\n'));
      expect(text).toBe(own.join('\n').trim());
      expect(ownWords(text).text).toBe(text);
    }));
  });
});

/** Which of the programs this is. */
function programOf(quote: string): string {
  return QUOTES.find(([, one]) => one === quote)?.[0] ?? '';
}
