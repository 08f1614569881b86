import fc from 'fast-check';
import { redactText } from '../../../../src/ingest/redact/redact-text';

const redacted = (text: string, ...people: string[]): string => redactText(text, people).text;

describe('names that are known beside the text', () => {
  it.each([
    ['Anna de Vries', 'I told ANNA DE VRIES and Vries too', 'I told [name] and [name] too'],
    ['Mark Field', 'Mark Field says: Mark all as read, in the Field', '[name] says: Mark all as read, in the Field'],
    ['Achterberg, Rosalind', 'that is Rosalind', 'that is [name]'],
    ['Support Team', 'The Support Team has not answered', 'The Support Team has not answered'],
    ['ACME GmbH', 'ACME GmbH uses it', 'ACME GmbH uses it'],
    ['bo', 'bo said no, Bo too', 'bo said no, Bo too'],
    ['Chloe', 'Chloe cannot print', '[name] cannot print'],
    ['Great', 'Great app', 'Great app'],
    ['Ann Lee', 'Annual reports and Leeway stay', 'Annual reports and Leeway stay'],
    ['Jörg Müller', 'mit jörg  müller gesprochen, Jörgs Rechner', 'mit [name] gesprochen, [name] Rechner'],
    ['Rosa Lind', 'see rosa.lind@harbor or https://x.test/Rosa-Lind', 'see rosa.lind@harbor or https://x.test/Rosa-Lind'],
    ['Max Speicher', 'Der Speicher läuft voll. Speicher ist knapp, kein Speicher mehr', 'Der Speicher läuft voll. Speicher ist knapp, kein Speicher mehr'],
    ['Max Speicher', 'Herr Speicher sagt: ich bin Max, Grüße M. Speicher', 'Herr [name] sagt: ich bin [name], Grüße M. [name]'],
    ['Max Speicher', 'MAX SPEICHER und Speicher, Max', '[name] und [name]'],
    ['Anna Licht', 'Das Licht im Dark Mode. Liebe Grüße, Licht', 'Das Licht im Dark Mode. Liebe Grüße, [name]'],
    ['Luc Petit', 'le Petit menu. Cordialement, Petit', 'le Petit menu. Cordialement, [name]'],
    ['Ina Tasche', 'Die Tasche ist leer, Ina weiß es', 'Die Tasche ist leer, [name] weiß es'],
    ['Eva Seltenwort', 'Im Seltenwort steht nichts, Seltenwort meint das auch', 'Im Seltenwort steht nichts, [name] meint das auch'],
    ['Petra Schmidt', 'Schmidt kann nicht drucken', '[name] kann nicht drucken'],
  ])('%s in «%s»', (name, text, expected) => expect(redacted(text, name)).toBe(expected));

  it('leaves nothing of a whole name, takes nothing from a text without it, and is the same twice', () => {
    const given = fc.constantFrom('Rosalind', 'Przemysław', 'Zuzana', 'Þórdís');
    const last = fc.constantFrom('Achterberg', 'Szöllösy', 'Østrem', "O'Daly");
    fc.assert(
      fc.property(given, last, fc.array(fc.constantFrom('the board', 'is slow', 'since', 'Monday', ', ', '. ', '\n'), { maxLength: 8 }), fc.nat(8), (first, second, words, at) => {
        const name = `${first} ${second}`;
        const [before, after] = [words.slice(0, at).join(' '), words.slice(at).join(' ')];
        const text = `${before} ${name} ${after}`;
        const once = redacted(text, name);
        expect(once).not.toContain(first);
        expect(once).not.toContain(second);
        expect(redacted(once, name)).toBe(once);
        expect(redacted(words.join(' '), name)).toBe(redacted(words.join(' ')));
      }),
    );
  });
});
