import fc from 'fast-check';
import { countVoices } from '../../../src/domain/echoes';
import { withoutErrorSentences } from '../../../src/domain/error-sentences';

const MESSAGES = [
  'The message could not be sent because connecting to Outgoing server (SMTP) smtp.example.org failed. The server may be unavailable or is refusing SMTP connections. Please verify that your Outgoing server (SMTP) settings are correct and try again.',
  'Sending of the message failed. An error occurred while sending mail. The mail server responded: 5.7.1 Relaying denied. Please check the message recipient and try again.',
  'The current operation on Inbox did not succeed. The mail server for account responded: [AUTHENTICATIONFAILED] Invalid credentials (Failure).',
  'Unable to log in at server. Probably wrong configuration, username or password. Login to server imap.example.org with username [e-mail] failed.',
  'The certificate is not trusted because the issuer certificate is unknown. The server might not be sending the appropriate intermediate certificates. Error code: SEC_ERROR_UNKNOWN_ISSUER',
  'There is not enough disk space to download new messages. Try deleting old mail, emptying the Trash folder, and compacting mail folders, and then try again.',
];
const LETTERS = [
  'Please bring back the old calendar view because the new one hides half of my working week from me.',
  'The new editor cannot print, cannot search and fails to open large files. For a paid product this is a failure of quality control that nobody asked about.',
  'Exporting invoices failed for our whole office since March, and the error code 0x80070005 that we get tells us nothing. We need this fixed before the audit.',
  'Why could not the developers leave the folder list alone? It was fine, it worked, and now it is invalid, unknown and unavailable to anyone over sixty!',
  'Seit dem Update kann ich nichts mehr senden, der Server antwortet immer mit 5.7.1 Relaying denied, und niemand weiss warum.',
  'Der Server ist nicht erreichbar. Beim Senden der Nachricht ist ein Fehler aufgetreten: Der Mail-Server antwortete 5.7.1 Relaying denied, bitte prüfen.',
];
const spoken = (text: string): number => (withoutErrorSentences(text).match(/\w+/g) ?? []).length;
const sent = (texts: readonly string[]) => texts.map((text, n) => ({ id: `s${n}`, at: '2025-01-01T00:00:00.000Z', account: `account ${n}`, text }));

it.each(MESSAGES)('hears nobody in an error message: %s', (message) => {
  expect(spoken(message)).toBeLessThan(12);
  expect(countVoices(sent([message, message, message]))).toBe(3);
});

it.each(LETTERS)('hears a person in a letter, or in another language, and joins its copies: %s', (letter) => {
  expect(spoken(letter)).toBeGreaterThanOrEqual(12);
  expect(countVoices(sent([letter, letter, letter]))).toBe(1);
});

it('hears the person around a message, and joins who copies both', () => {
  const both = `Since the last update I cannot send anything to my colleagues any more and nobody helps me with it. ${MESSAGES[1]}`;
  expect(withoutErrorSentences(both)).toContain('nobody helps me');
  expect(countVoices(sent([both, both]))).toBe(1);
  const hardly = `Help. ${MESSAGES[1]}`;
  expect(countVoices(sent([hardly, hardly]))).toBe(2);
});

it('never takes away a sentence in which somebody speaks, and nothing where no program speaks', () => {
  const words = fc.constantFrom('I', 'we', 'my', 'need', 'server', 'failed', 'cannot', 'calendar', 'error', 'week', 'unable to', 'please', 'check', 'denied');
  const sentence = fc.array(words, { minLength: 2, maxLength: 8 }).map((all) => `${all.join(' ')}.`);
  fc.assert(
    fc.property(fc.array(sentence, { minLength: 1, maxLength: 5 }), fc.boolean(), (sentences, isMessage) => {
      const left = withoutErrorSentences([...sentences, ...(isMessage ? ['An error has occurred.'] : [])].join(' '));
      for (const one of sentences) if (/\b(I|we|my|need)\b/.test(one)) expect(left).toContain(one);
      if (!isMessage && !/access|authentication|connect|login|permission/.test(sentences.join(' '))) expect(left).toBe(sentences.join(' '));
    }),
    { examples: [[['error I.'], true]] },
  );
});
