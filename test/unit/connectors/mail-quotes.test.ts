import fc from 'fast-check';
import { emailForward } from '../../../src/connectors/email-forward';
import { ownWords } from '../../../src/domain/own-words';
import type { Received } from '../../../src/ports/connector';
import { OURS, QUOTES, THEIRS } from '../../fakes/mail-programs';


/** As Postmark delivers it; `from` is whoever sent it to the mailbox. */
async function send(from: string, TextBody: string, Subject = 'Fwd: export', more: object = {}): Promise<Received> {
  const body = JSON.stringify({ MessageID: 'm1', Date: 'Tue, 1 Jul 2025 10:00:00 +0000', Subject, FromFull: { Email: from, Name: 'X' }, TextBody, Headers: [{ Name: 'Received-SPF', Value: `Pass (sender SPF authorized) identity=mailfrom; envelope-from=${from}` }], ...more });
  const headers = { authorization: `Basic ${Buffer.from('resurface:pw').toString('base64')}` };
  if (emailForward.receive === undefined) throw new Error('it receives');
  return emailForward.receive({ body, headers, query: {} }, { secret: () => 'pw', settings: { ours: 'ours.com', direct: 'yes' }, now: '2025-07-01T10:00:01.000Z', since: '2025-01-01T00:00:00.000Z', pseudonym: (text) => `person-of-${text.split('@')[0] ?? ''}` });
}
const ME = 'me@ours.com';
const ANN = 'ann@customer.com';
const GMAIL = '---------- Forwarded message ---------\nFrom: Ann <ann@customer.com>\nDate: Mon, 30 Jun 2025 09:00:00 +0000\nSubject: Broken\nTo: support@ours.com\n\n';
const annSaid = (text: string, at = '2025-07-01T10:00:00.000Z'): object => ({ items: [{ text, at, author: 'person-of-ann', account: { domain: 'customer.com' } }] });

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
