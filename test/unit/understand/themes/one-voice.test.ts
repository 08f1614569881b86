import { LANGUAGES } from '../../../../src/understand/text/language';
import { inMainLanguage } from '../../../../src/understand/themes/language-groups';
import { understand } from '../../../../src/understand/understand';
import { corpusOf, optionsOf, said } from '../corpus-of';

const STARTS = ['export the address book', 'address book export', 'exporting my address book', 'an export of the address book'];
const ENDS = ['fails with an error', 'gives an empty file', 'never finishes', 'is missing entries', 'stops half way'];
const PRINT = ['print with right margin', 'printing the right margin', 'right margin of the print', 'the print margin on the right'];
const LOST = ['is cut off', 'gets lost', 'disappears on paper', 'is too narrow', 'is gone again'];
const of = (need: string, starts: readonly string[], ends: readonly string[]) => starts.flatMap((start, s) => ends.map((end, e) => said(`${need}-${s}-${e}`, `${start} ${end}`, { author: `${need}${s}${e}` })));
const english = [...of('export', STARTS, ENDS), ...of('margin', PRINT, LOST)];

const FOREIGN: readonly (readonly [string, readonly string[]])[] = [
  ['ru', ['не могу открыть почту на новом компьютере', 'как настроить почту и не потерять письма', 'у меня не работает поиск по письмам', 'почему при запуске все папки пустые', 'не приходит почта, что делать']],
  ['ja', ['メールが消えてしまいました', '設定の方法を教えてください', '送受信ができなくなりました', 'カレンダーを開くことができません', '印刷するとフリーズします']],
  ['de', ['Ich kann die Karten nicht öffnen und weiß nicht wie', 'Wie kann ich das Passwort für mein Konto ändern', 'Seit dem Update ist die Schrift zu klein', 'Bei mir wird die Rechnung nicht gedruckt', 'Warum ist der Kalender auf einmal leer']],
];

it.each(FOREIGN)('makes no theme of what is merely a language (%s)', (language, sentences) => {
  const foreign = sentences.flatMap((text, at) => [0, 1, 2].map((turn) => said(`${language}-${at}-${turn}`, `${text} ${turn}`, { author: `${language}${at}${turn}` })));
  const again = english.map((one) => ({ ...one, id: `again-${one.id}`, author: `again-${one.author ?? ''}` }));
  const { assignments } = understand(corpusOf([...english, ...again, ...foreign], []), optionsOf());
  const together = new Map<string, number>();
  for (const one of assignments) if (one.theme !== undefined && one.signal.startsWith(`${language}-`)) together.set(one.theme, (together.get(one.theme) ?? 0) + 1);
  for (const count of together.values()) expect(count).toBeLessThan(foreign.length * 0.6);
});

it('reads a theme\'s name off the members in its main language, and off those in none that is known', () => {
  const [main, other] = [LANGUAGES.indexOf('en'), LANGUAGES.indexOf('ru')];
  expect(inMainLanguage(Int8Array.from([main, other, main, -1, main]), [0, 1, 2, 3])).toEqual([0, 2, 3]);
});

it('puts the same words in the same theme, however often they come, and shows them once', () => {
  const campaign = Array.from({ length: 60 }, (_, at) => said(`copy-${at}`, 'exporting my address book never finishes thanks to the grand petition', { author: 'one voice' }));
  const { assignments, themes } = understand(corpusOf([...english, ...campaign], []), optionsOf());
  const places = new Set(assignments.filter((one) => one.signal.startsWith('copy-')).map((one) => one.theme));
  expect(places.size).toBe(1);
  for (const theme of themes) {
    expect(theme.exemplars.filter((id) => id.startsWith('copy-')).length).toBeLessThanOrEqual(1);
  }
});

it('does not gather signals by signatures, quoted replies, logs and dumps', () => {
  const signature = '\n-- \nSent with QuickPost Professional\nMeadow Lane Consulting';
  const dump = '\nApplication Basics\nName: Postbird\nVersion: 12.0.1\nerror: at store.close (db.js:14)';
  const noisy = english.map((one, at) => ({ ...one, text: `${one.text}${at % 2 === 0 ? signature : dump}` }));
  const { assignments, themes } = understand(corpusOf(noisy, []), optionsOf());
  for (const theme of themes) {
    const needs = new Set(assignments.filter((one) => one.theme === theme.id).map((one) => one.signal.split('-')[0]));
    expect(needs.size).toBe(1);
    expect(`${theme.label} ${theme.terms.join(' ')}`).not.toMatch(/quickpost|meadow|basics|postbird/i);
  }
});

it('never calls a theme by the half of a negation, nor by words of asking', () => {
  const unable = ['not able to receive', 'i am not able to receive', 'not able to receive since monday', 'want to say we are not able to receive', 'trying again but not able to receive'].flatMap((text, at) => [0, 1, 2, 3].map((turn) => said(`un-${at}-${turn}`, `${text} ${['mail', 'letters', 'post', 'mail today'][turn] ?? ''}`, { author: `u${at}${turn}` })));
  const { themes } = understand(corpusOf([...english, ...unable], []), optionsOf());
  const labels = themes.map((theme) => theme.label);
  expect(labels.some((label) => /receive/i.test(label))).toBe(true);
  for (const label of labels) {
    expect(label).not.toMatch(/^(able|trying|want)/i);
    if (/able to receive/i.test(label)) expect(label).toMatch(/not|unable/i);
  }
});
