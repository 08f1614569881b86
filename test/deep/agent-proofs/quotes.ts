import { LONGEST_QUOTE, quoteProver } from '../../../src/domain/quote-proof';
import { seededRandom, type Random } from '../../../src/domain/random';
import { spokenSpans } from '../../../src/domain/spoken-spans';
import { tally, type Proof } from '../closing-proofs/proof';
import { aSpeaker, aText } from './voices';

const NAME = 'agent: a false quote is never accepted';
const TEXTS = 400;
const LETTER = /[\p{L}\p{N}]/u;

/** A second, naive reading of the rule: what is left of a text when blanks are one and what cannot be seen is gone. */
function naive(text: string): string {
  return text.normalize('NFC').replace(/[\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u206F\uFE00-\uFE0F\uFEFF\u{E0000}-\u{E0FFF}]/gu, '').replace(/\s+/gu, ' ').trim();
}

/** Scripts of the texts that put no space between words. */
const UNSPACED = /\p{Script=Han}/u;

/** Whether words stand somewhere in a text, not cut out of the middle of a word. */
function standsWhole(text: string, words: string): boolean {
  const cuts = (left: string | undefined, right: string | undefined): boolean => left !== undefined && right !== undefined && LETTER.test(left) && LETTER.test(right) && !(UNSPACED.test(left) && UNSPACED.test(right));
  for (let at = text.indexOf(words); at !== -1; at = text.indexOf(words, at + 1)) {
    if (!cuts([...text.slice(0, at)].at(-1), [...words][0]) && !cuts([...words].at(-1), [...text.slice(at + words.length)][0])) return true;
  }
  return false;
}

const EDITS: Readonly<Record<string, (quote: string, random: Random, other: string) => string>> = {
  'a letter changed': (quote, random) => at(quote, random, (letter) => (letter === 'x' ? 'y' : 'x')),
  'a letter more': (quote, random) => at(quote, random, (letter) => `${letter}q`),
  'a letter less': (quote, random) => at(quote, random, () => ''),
  'case': (quote, random) => at(quote, random, (letter) => (letter === letter.toUpperCase() ? letter.toLowerCase() : letter.toUpperCase())),
  'a look-alike': (quote) => quote.replace(/[aeo]/, (letter) => ({ a: 'а', e: 'е', o: 'о' })[letter] ?? letter),
  'a word less': (quote, random) => { const words = quote.split(' '); words.splice(1 + Math.floor(random() * Math.max(1, words.length - 2)), 1); return words.join(' '); },
  'a not more': (quote, random) => { const words = quote.split(' '); words.splice(1 + Math.floor(random() * (words.length - 1)), 0, 'not'); return words.join(' '); },
  'two customers in one': (quote, _random, other) => `${quote.slice(0, quote.length / 2)}${other.slice(0, 20)}`,
  'another customer’s': (_quote, _random, other) => other,
  'half a word': (quote) => quote.slice(1),
};

function at(quote: string, random: Random, change: (letter: string) => string): string {
  const letters = [...quote];
  const places = letters.flatMap((letter, index) => (LETTER.test(letter) ? [index] : []));
  const place = places[Math.floor(random() * places.length)] ?? 0;
  return letters.map((letter, index) => (index === place ? change(letter) : letter)).join('');
}

/** Half of the proposals stand in the source, with blanks and invisible characters shaken; half are edited by a character or more, into words that do not stand there. */
export const quotesProof: Proof = {
  name: NAME,
  whole: 1_000_000,
  slice: 4_000,
  run: async (seed, cases) => {
    const { count, violate, report } = tally(NAME, seed);
    const random = seededRandom(`quotes ${seed}`);
    const sources = Array.from({ length: TEXTS }, (_, index) => {
      const text = aText(random);
      return { text, prove: quoteProver(aSpeaker(index, text)), normal: naive(text), spoken: spokenSpans(text) };
    });
    const draw = (): { source: (typeof sources)[number]; quote: string } => {
      const source = sources[Math.floor(random() * TEXTS)]!;
      const span = source.spoken[Math.floor(random() * source.spoken.length)]!;
      const words = source.text.slice(span.start, span.end).split(/(?<=\s)(?=\S)/u);
      const from = Math.floor(random() * Math.max(1, words.length - 4));
      return { source, quote: words.slice(from, from + 4 + Math.floor(random() * 8)).join('').trim() };
    };
    let accepted = 0;
    let [trueOnes, falseOnes] = [0, 0];
    const names = Object.keys(EDITS);
    const drawTrue = (): ReturnType<typeof draw> => {
      for (;;) {
        const drawn = draw();
        if ([...drawn.quote].filter((letter) => LETTER.test(letter)).length >= 6 && drawn.quote.length <= LONGEST_QUOTE) return drawn;
      }
    };
    /** An edit may by chance give other words that do stand there: those are no forgery, are shown as they stand, and it is drawn again. */
    const drawFalse = (name: string): { readonly source: (typeof sources)[number]; readonly forged: string } => {
      for (;;) {
        const { source, quote } = draw();
        const forged = EDITS[name]!(quote, random, draw().quote);
        if (!standsWhole(source.normal, naive(forged))) return { source, forged };
        count('edited into what stands there, drawn again');
        const proof = source.prove({ text: forged });
        if (proof !== undefined && !source.text.includes(proof.text)) violate(`shown words are not stored: ${JSON.stringify(proof.text)}`);
      }
    };
    for (let index = 0; index < cases; index += 1) {
      if (index % 2 === 0) {
        const { source, quote } = drawTrue();
        trueOnes += 1;
        const shaken = random() < 0.5 ? quote : quote.replace(/\s+/gu, random() < 0.5 ? '\n ' : ' \u200B');
        const proof = source.prove({ text: shaken });
        if (proof !== undefined && naive(proof.text) === naive(shaken)) accepted += 1;
        else count('true and refused');
        continue;
      }
      const name = names[Math.floor(index / 2) % names.length]!;
      const { source, forged } = drawFalse(name);
      count(name);
      falseOnes += 1;
      if (source.prove({ text: forged }) !== undefined) violate(`${name}: ${JSON.stringify(forged)} accepted`);
    }
    count('false', falseOnes);
    count('true', trueOnes);
    count('true and accepted', accepted);
    if (accepted < trueOnes * 0.999) violate(`only ${accepted} of ${trueOnes} true quotes accepted`);
    return report(cases);
  },
};
