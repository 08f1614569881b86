import fc from 'fast-check';
import { markQuoted } from '../../../src/domain/mark-quoted';
import { OURS, QUOTES, THEIRS } from '../../fakes/mail-programs';

const unmarked = (text: string): string => text.split('\n').filter((line) => !line.startsWith('>')).join('\n');

describe('what somebody quotes', () => {
  it('is kept behind marks, with the line that says who wrote it', () => {
    expect(markQuoted(`${THEIRS}\n\nAm Mo., 3. März 2025 um 10:12 Uhr schrieb Support <\nsupport@ours.com>:\n\n${OURS}`)).toEqual({
      text: `${THEIRS}\n\n> Am Mo., 3. März 2025 um 10:12 Uhr schrieb Support <\n> support@ours.com>:\n\n> ${OURS}`, hasOwn: true,
    });
  });

  it('ends where it is marked line by line and the writer goes on', () => {
    expect(unmarked(markQuoted(`Hi\nOn 3/3/25 10:12, Support wrote:\n> ${OURS}\n\nNo, it fails.\n> And when?\nDaily.`).text)).toBe('Hi\n\nNo, it fails.\nDaily.');
  });

  it('in the middle of a line parts the line', () => {
    expect(markQuoted('It fails. From: Support <s@ours.com> Sent: Monday To: Ann Subject: hi We know.').text).toBe('It fails.\n> From: Support <s@ours.com> Sent: Monday To: Ann Subject: hi We know.');
  });

  it('alone is nothing of the writer\'s', () => {
    for (const text of [`> ${OURS}`, `>${OURS}\n\n> ok\n--`, `-----Ursprüngliche Nachricht-----\n${OURS}`]) expect(markQuoted(text).hasOwn).toBe(false);
    for (const text of ['…', '', "'", `> ${OURS}\n👍`]) expect(markQuoted(text).hasOwn).toBe(true);
  });
});

/** As customers of a mail program and others write, none of it a quotation. */
describe('a text of the writer\'s own', () => {
  it.each([
    ['names the labels of a head', 'It keeps showing Subject:, From:,Date:, and To: on a page of its own. Can you help?'],
    ['lists them', 'I want rows that show From: Date: Subject:\nHow?'],
    ['has a list of a journey', 'From: Berlin\nTo: Munich\nDate: 3.5.2025\nThe route is wrong.'],
    ['pastes a raw head', 'Why is this sorted wrongly?\nReturn-Path: <a@b.example>\nReceived: by b.example\nFrom: Ann <a@b.example>\nDate: Tue, 6 Aug 2024 12:32:17 +0300\nSubject: x\nTo: c@d.example\nIt should be June.'],
    ['pastes a raw head in one line', 'X-Status: 1 Received: by x From: Ann <a@b.example> Date: 6 Aug 2024 To: c@d.example Subject: hi\nHow do I get rid of this?'],
    ['says what they wrote earlier', 'As I wrote on 2025-03-01:\nThe export loses rows.'],
    ['says so in German', 'Wie ich am 01.03.2025 schon geschrieben habe:\nDer Export verliert Zeilen.'],
    ['draws lines between parts', '----- Steps to reproduce -----\nOpen it.\n----- Expected -----\nA list.'],
    ['ends a line with a colon and a time', 'It says at 10:30:\nError'],
  ])('that %s stays as it is', (_what, text) => {
    expect(markQuoted(text)).toEqual({ text, hasOwn: true });
  });

  it('right below a long marked line stays theirs, but for the rest of a line that a program broke', () => {
    const below = '> Add an account using the usual process, and selecting the option "Exchange".\nNot sure where that option is.';
    expect(markQuoted(below).text).toBe(below);
    const menu = '> Tools > Settings > General > Colours : I changed the default colours to dark blue and yellow\nWhoever receives my mails sees black text on dark blue, and cannot read it.';
    expect(markQuoted(menu).text).toBe(menu);
    expect(markQuoted(`> ${OURS.slice(0, 55)}\n${OURS.slice(55)}\n${THEIRS}`).text).toBe(`> ${OURS.slice(0, 55)}\n> ${OURS.slice(55)}\n${THEIRS}`);
  });
});

it('takes no letter away, and reads what it marked as it did before', () => {
  const line = fc.constantFrom('It crashes', 'Since June.', '', '> hm', '-- ', 'See a@b.example', ...QUOTES.map(([, quote]) => quote));
  fc.assert(fc.property(fc.array(line, { maxLength: 8 }), (lines) => {
    const text = lines.join('\n');
    const marked = markQuoted(text);
    const letters = (of: string): string => of.replace(/[\s>]/gu, '');
    expect(letters(marked.text)).toBe(letters(text));
    expect(markQuoted(marked.text)).toEqual(marked);
  }));
});

it('leaves what nobody reads as it is', () => {
  const [before, after] = ['It crashes.\n'.repeat(1_700), `\nOn 3/3/25 10:12, Support wrote:\n${OURS}`];
  expect(markQuoted(before + after).text).toBe(before + after);
});

it('looks at each line a bounded number of times', () => {
  const looks = (lines: number): number => {
    let count = 0;
    const text = 'On 1.1.2025 Ann wrote:\n> q\n'.repeat(lines);
    const counted = Object.assign(Object.create(String.prototype) as string, { indexOf: () => -1, split: () => new Proxy(text.split('\n'), { get: (all, place, self) => (typeof place === 'string' && /^\d+$/.test(place) && (count += 1), Reflect.get(all, place, self) as unknown) }) });
    markQuoted(counted);
    return count;
  };
  expect(looks(400)).toBeLessThan(looks(100) * 4.2);
});
