import fc from 'fast-check';
import { echoGroups } from '../../../src/domain/echoes';
import { read, readWords } from '../../../src/domain/echo-words';
import { slowEchoGroups, wordsOf } from './slow-echoes';

/** Words and what stands between them in many scripts: joined, wide, outside the basic plane, marks, halves of pairs, letters that lower case doubles. */
const PIECES = ['the', 'Export', 'FAILS', 'naïve', 'e\u0301te', 'İstanbul', 'Straße', '予定', '表', 'かな', 'a漢b', '漢a字', '⺀', 'x⺀y', '𠮷', 'a𠮷', '𠮷b', '𝒳𝒴', '😀', 'a😀b', 'ไทย', '한국어', '42', '٣', '³', '\ud83d', '\udc00z', 'ΣΑΣ', '_', '-', '’s', '\u200d', 'मेल', 'q\u0308'];
const GAPS = [' ', '  ', '\n', '', '.', ', '];

const piece = fc.oneof({ weight: 6, arbitrary: fc.constantFrom(...PIECES) }, { weight: 2, arbitrary: fc.string({ unit: 'binary', maxLength: 4 }) }, { weight: 4, arbitrary: fc.integer({ min: 0, max: 99 }).map((at) => `w${at}`) });
const spoken = fc.array(fc.tuple(piece, fc.constantFrom(...GAPS)), { minLength: 10, maxLength: 90, size: 'max' }).map((all) => all.map((one) => one.join('')).join(''));
/** Lines that no person said, between those that one did. */
const MACHINE = ['2025-01-01 10:00:00 error could not open the mail folder named inbox for writing', '    at Object.open (/usr/lib/mail/folder.js:10:5)', 'Received: from mail.example.org by mx.example.net', '{"a":1,"b":[2,3],"c":{"d":4,"e":5,"f":6,"g":7,"h":8}}', 'C:\\Program Files\\Mail\\mail.exe'];
const logged = fc.array(fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...MACHINE) }, fc.constantFrom('it fails for me', 'since the last update nothing opens any more')), { minLength: 2, maxLength: 8 }).map((lines) => lines.join('\n'));
const mixed = fc.tuple(fc.oneof({ weight: 5, arbitrary: spoken }, { weight: 2, arbitrary: logged }), fc.oneof({ weight: 4, arbitrary: fc.constant('') }, { weight: 2, arbitrary: logged.map((one) => `\n${one}`) })).map((both) => both.join(''));
const plainWords = (count: number): string => Array.from({ length: count }, (_, at) => `word${String(at).replace(/\d/g, (digit) => 'abcdefghij'[Number(digit)]!)}`).join(' ');
const FILLING = ` ${plainWords(1_000)}`;
/** Some texts around and above 4,000 characters. */
const voiced = fc.tuple(mixed, fc.oneof({ weight: 5, arbitrary: fc.constant(0) }, { weight: 4, arbitrary: fc.integer({ min: 3_700, max: 4_700 }) })).map(([text, length]) => (text.length >= length ? text : text + FILLING.slice(0, length - text.length)));
const change = fc.record({ at: fc.oneof({ weight: 3, arbitrary: fc.nat(300) }, fc.nat(4_500)), cut: fc.nat(6), put: fc.oneof(fc.constant(''), piece) });

/** Few texts, each said by several in the same words, in capitals, or with up to three places changed. */
const signals = fc.tuple(fc.array(voiced, { minLength: 1, maxLength: 3 }), fc.array(fc.record({ of: fc.nat(3), changes: fc.array(change, { maxLength: 3 }), isLoud: fc.boolean(), author: fc.nat(5), title: fc.constantFrom(undefined, '', 'A title', '予定 a') }), { minLength: 4, maxLength: 12, size: 'max' })).map(([texts, said]) =>
  said.map(({ of, changes, isLoud, author, title }, at) => {
    const text = changes.reduce<string>((before, one) => before.slice(0, one.at) + one.put + before.slice(one.at + one.cut), texts[of % texts.length]!);
    return { id: `s${at}`, at: `2025-01-0${1 + (at % 7)}T00:00:00.000Z`, author: `a${author}`, text: isLoud ? text.toUpperCase() : text, ...(title === undefined ? {} : { title }) };
  }),
);

it('finds the echoes that cutting, hashing and comparing everything anew would find', () => {
  const found = { same: 0, changed: 0, long: 0, pasted: 0 };
  fc.assert(
    fc.property(signals, (all) => {
      const echoes = echoGroups(all);
      const customers = new Map<string, Set<string>>();
      for (const one of all) {
        const first = all.find((other) => other.id === echoes.get(one.id));
        if (first !== undefined && first !== one) found[first.text.toLowerCase() === one.text.toLowerCase() ? 'same' : 'changed'] += 1;
        if (first !== undefined && first !== one && one.text.length > 4_000) found.long += 1;
        const words = `${one.title ?? ''} ${one.text.toLowerCase()}`;
        customers.set(words, (customers.get(words) ?? new Set()).add(one.author));
        if (first === undefined && customers.get(words)!.size > 1 && wordsOf(one.text).length >= 12) found.pasted += 1;
      }
      expect([...echoes]).toEqual([...slowEchoGroups(all)]);
    }),
    { numRuns: 300 },
  );
  expect(Math.min(found.same, found.changed)).toBeGreaterThan(20);
  expect(Math.min(found.long, found.pasted)).toBeGreaterThan(0);
});

it('cuts words at every code point as the definition does', () => {
  // Between these nothing is assigned.
  const points = Array.from({ length: 0x41000 }, (_, at) => String.fromCodePoint(at < 0x40000 ? at : at + 0xa0000));
  for (let at = 0; at < points.length; at += 256) {
    const text = points.slice(at, at + 256).map((one) => `${one}a${one}b ${one} `).join('');
    readWords(undefined, text);
    if (read.count !== wordsOf(text).length) throw new Error(`other words in the 256 from number ${at}`);
  }
});

it('reads to the end, however long, and compares no text above 4,000 characters', () => {
  const said = (author: string, text: string): { id: string; at: string; author: string; text: string } => ({ id: author, at: '2025-01-01T00:00:00.000Z', author, text });
  const both = (one: string, other: string): number => {
    const all = [said('a', one), said('b', other)];
    expect([...echoGroups(all)]).toEqual([...slowEchoGroups(all)]);
    return echoGroups(all).size;
  };
  expect(both(plainWords(500), `${plainWords(500)} end`)).toBe(2);
  expect(both(plainWords(1_000), `${plainWords(1_000)} end`)).toBe(0);
  // More words than there is room for at first.
  expect(both('漢 '.repeat(40_000), '漢 '.repeat(40_000))).toBe(2);
  expect(both('漢 '.repeat(100_000), `${'漢 '.repeat(100_000)}end`)).toBe(0);
});
