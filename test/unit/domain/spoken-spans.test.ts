import fc from 'fast-check';
import { sentencesOf } from '../../../src/domain/spoken-sentences';
import { isMachineLine, MACHINE_SHAPES, spokenSpans } from '../../../src/domain/spoken-spans';

const textOf = (text: string): string => spokenSpans(text).map((span) => text.slice(span.start, span.end)).join('\n');

it('leaves quoted replies, signatures, headers and settings dumps out', () => {
  const text = ['The export is empty.', '> did you try again?', 'Content-Type: text/html; charset=utf-8', 'Happens every day.', '-- ', 'Ann, Example Ltd'].join('\n');
  expect(textOf(text)).toBe('The export is empty.\nHappens every day.');
});

it('leaves stack traces and logs out', () => {
  const text = ['It crashes when I print.', '    at Printer.render (chrome://app/print.js:12:4)', '2025-01-02 10:11:12 ERROR print: failed to open spool', 'ImapClient.sys.mjs:862:18 19:23:30.152 mail.imap: S:', 'openpgp: -----BEGIN PGP SIGNATURE-----'].join('\n');
  expect(textOf(text)).toBe('It crashes when I print.');
});

it('stops at a troubleshooting dump', () => {
  expect(textOf('Calendar is slow.\nApplication Basics\nName: Mail\nVersion: 128.1')).toBe('Calendar is slow.');
});

it('hears nobody in a text that is nothing but a quotation, and the paster in one that is a log beside it', () => {
  expect(spokenSpans('> We know that the export loses rows.\n\n> Please use the beta.')).toEqual([]);
  expect(spokenSpans('On Monday at nine Support wrote:\n> We know.')).toEqual([]);
  expect(textOf('Caused by: x/y:\n> We know.')).toBe('Caused by: x/y:');
  expect(textOf('Subject: it fails\n\nSubject: again')).toBe('Subject: it fails\n\nSubject: again');
});

it('gives sentences of at most 200 characters that start and end on text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 900 }), (text) => {
      for (const { start, end } of sentencesOf(text)) {
        const sentence = text.slice(start, end);
        expect(sentence.length).toBeGreaterThan(0);
        expect(sentence.length).toBeLessThanOrEqual(200);
        expect(sentence).toBe(sentence.trim());
      }
    }),
    { numRuns: 300 },
  );
});

it('does not end a sentence at an abbreviation', () => {
  const text = 'Some folders, e.g. the archive, are missing. The rest works fine.';
  expect(sentencesOf(text).map(({ start, end }) => text.slice(start, end))).toEqual(['Some folders, e.g. the archive, are missing.', 'The rest works fine.']);
});

const pieces = fc.constantFrom('at Printer.render (', 'on Monday morning Ann', ' wrote:', 'Subject: ', 'mail.server', ': true', ': /var/log', '2025-01-02', '10:11:12 ', ' error', 'Caused by', ' {', 'sent from my phone', 'Sent From My ', '<p>', '>', 'content-type: ', 'x.c:12', '-----BEGIN KEY-----', '://', 'e-mail', ' ', 'a', '7', '-', '(', 'ſent from my ');

it('takes for a machine line whatever one of its shapes fits, whichever way it is looked for', () => {
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 6 }), (parts) => {
      const line = parts.join('').trim();
      // What is shorter is no dump: only the shapes speak.
      fc.pre(line.length < 30);
      expect(isMachineLine(line)).toBe(MACHINE_SHAPES.some((shape) => shape.test(line)));
    }),
    { numRuns: 2000 },
  );
});
