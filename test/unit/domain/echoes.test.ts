import fc from 'fast-check';
import { countCustomers, customerKey } from '../../../src/domain/customer';
import { countVoices, echoGroups } from '../../../src/domain/echoes';

interface Heard {
  readonly id: string;
  readonly at: string;
  readonly author?: string;
  readonly title?: string;
  readonly text?: string;
}

const LETTER = 'Please bring back the old calendar view because the new one hides half of my working week from me.';
const heard = (id: string, author: string, text: string, more: Partial<Heard> = {}): Heard => ({ id, at: `2025-01-${String(10 + (id.length % 9))}T00:00:00.000Z`, author, text, ...more });

/** Sixty words, every one its own: enough for a slight change. */
const LONG = Array.from({ length: 60 }, (_, at) => `word${at}`).join(' ');

it('counts five hundred copies of one letter as one voice', () => {
  const copies = Array.from({ length: 500 }, (_, at) => heard(`c${at}`, `a${at}`, LETTER));
  expect(countVoices(copies)).toBe(1);
  expect(echoGroups(copies).size).toBe(500);
});

it('counts the same review in two shops once, however it was set', () => {
  const shops = [heard('one', 'shop-a:17', LETTER), heard('two', 'shop-b:99', `  ${LETTER.toUpperCase().replaceAll(' ', '\n')}!! `)];
  expect(countVoices(shops)).toBe(1);
});

it('counts different customers with the same few words for what they are: the same need', () => {
  const short = Array.from({ length: 30 }, (_, at) => heard(`s${at}`, `a${at}`, 'I cannot log in since the update'));
  expect(countVoices(short)).toBe(30);
});

it('takes a long text with some words changed for the same, and a short one for another', () => {
  expect(countVoices([heard('one', 'a', LONG), heard('two', 'b', LONG.replace('word30', 'another'))])).toBe(1);
  const error = 'The message could not be sent because connecting to the server HOST failed, it may be unavailable';
  expect(countVoices([heard('one', 'a', error.replace('HOST', 'mail.example.org')), heard('two', 'b', error.replace('HOST', 'smtp.example.net'))])).toBe(2);
});

it('counts two who paste the same message under words of their own as two', () => {
  expect(countVoices([heard('one', 'a', LETTER, { title: 'My week is cut off' }), heard('two', 'b', LETTER, { title: 'Where did Friday go?' })])).toBe(2);
});

it('still counts a repeater who says something else as well, and the letter with them', () => {
  const both = [heard('one', 'a', LETTER), heard('two', 'b', LETTER), heard('three', 'b', 'the print margin is cut off')];
  expect(countVoices(both)).toBe(1);
  expect(countVoices([...both, heard('four', 'a', 'exporting takes hours')])).toBe(2);
});

it('counts one writer of two letters that others repeat as one voice, and so those others', () => {
  const other = LETTER.replace('calendar', 'address book').replace('week', 'family');
  expect(countVoices([heard('1', 'a', LETTER), heard('2', 'b', LETTER), heard('3', 'b', other), heard('4', 'c', other)])).toBe(1);
});

it('groups the same way in any script', () => {
  const japanese = '昨日の更新から予定表の表示が崩れていて週の後半がまったく見えません';
  expect(countVoices([heard('1', 'a', japanese), heard('2', 'b', japanese)])).toBe(1);
});

const words = fc.constantFrom(LETTER, LONG, `${LONG} more`, 'cannot log in', 'it is slow', 'Wo ist mein Kalender?');
const signals = fc.array(fc.record({ author: fc.constantFrom('a', 'b', 'c', 'd', 'e'), text: words }), { maxLength: 14 }).map((all) => all.map(({ author, text }, at): Heard => heard(`x${at}`, author, text)));

it('is never more than the customers, never none of some, and never depends on the order', () => {
  fc.assert(
    fc.property(signals, fc.integer({ min: 0, max: 13 }), (all, turn) => {
      const voices = countVoices(all);
      expect(voices).toBeLessThanOrEqual(countCustomers(all));
      expect(voices).toBeGreaterThanOrEqual(all.length > 0 ? 1 : 0);
      expect(countVoices([...all.slice(turn), ...all.slice(0, turn)].reverse())).toBe(voices);
    }),
  );
});

it('groups only what a comparison of all pairs would call the same words of several customers', () => {
  fc.assert(
    fc.property(signals, (all) => {
      const echoes = echoGroups(all);
      const near = (a: string, b: string): boolean => a === b || (a.startsWith(LONG) && b.startsWith(LONG));
      for (const one of all) {
        const alike = all.filter((other) => near(one.text ?? '', other.text ?? '') && (one.text ?? '').length > 40);
        expect(echoes.has(one.id)).toBe(new Set(alike.map(customerKey)).size > 1);
        if (echoes.has(one.id)) expect(alike.map((other) => other.id)).toContain(echoes.get(one.id));
      }
    }),
  );
});

it('counts as before where nobody repeats anybody', () => {
  const all = [heard('1', 'a', 'one need'), heard('2', 'a', 'another need'), heard('3', 'b', LETTER)];
  expect(countVoices(all)).toBe(countCustomers(all));
  expect(echoGroups(all).size).toBe(0);
});

it('counts each customer whom a person confirmed, whatever they repeat, and who repeats them not again', () => {
  const all = ['a', 'b', 'c', 'd'].map((author) => heard(author, author, LETTER));
  const echoes = echoGroups(all);
  expect([countCustomers(all, echoes), countCustomers(all, echoes, new Set(['a', 'b', 'c']))]).toEqual([1, 3]);
});

it('takes no pasted log for one voice', () => {
  const log = ['2025-01-01 10:00:00 error could not open the mail folder named inbox for writing', '2025-01-01 10:00:01 error giving up after three attempts to open the folder'].join('\n');
  expect(countVoices([heard('1', 'a', log), heard('2', 'b', log)])).toBe(2);
});

it('tells texts apart that agree in their first pages only', () => {
  const form = Array.from({ length: 800 }, (_, at) => `line${at}`).join(' ');
  expect(countVoices([heard('1', 'a', `${form} My export is broken.`), heard('2', 'b', `${form} Calendar reminders vanish.`)])).toBe(2);
});
