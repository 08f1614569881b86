import type { TermMatrix } from './term-matrix';
import type { Vocabulary } from './vocabulary';

/** Function words that stand in few other languages, as stems. Enough to tell languages apart, not to understand them. */
const PROFILES: Readonly<Record<string, string>> = {
  en: 'the and is not to of it that this my with have was for when you what how but from would can do no on i in are all',
  de: 'der die das und ist nicht ich ein mit auf fur von zu im sich wie kann hab aber oder wird auch nach bei wenn mein keine ihr sie',
  fr: 'le les une des et est pas je que qui dans pour sur avec ne plus au mon mes vous bonjour cette sont mais ou comment merci tout',
  es: 'el los una y es por para con lo mi del como pero ya cuando desde esta hola correo gracias puedo tengo todos mis hay',
  it: 'il gli che non per con sono mi ho della dei nel alla anch come piu posta questo grazie buongiorno ma quando tutti della',
  nl: 'het een en van ik niet dat op te zijn voor met er maar om ook wel deze mijn kan naar als bij heb geen wordt',
  pt: 'o os um uma e nao que para com do da em no por mas meu minha como estou ao quando ja tenho obrigado',
  sv: 'och att det som en jag ar inte har med for pa av till den om min men var kan nar hur inga',
  da: 'og at det som en jeg er ikke har med for pa af til den om min men var kan nar hvordan fra kun',
  pl: 'i w nie na sie z do to jest ze jak mam od ale po czy przez tylko moj juz jest dla wiadomosci prosze',
  cs: 'a se na je v ze to si jak ale pro s do po mam kdyz jsem nebo by uz nejde prosim posta',
  hu: 'a az egy hogy nem es van meg csak vagy mint azt de ez nincs ki mar kell lehet koszonom',
  tr: 've bir bu icin ile ne de da nasil ama cok daha benim var yok olarak gibi',
  fi: 'ja on ei se etta en ole mutta kun voi miten oli niin jos kaikki',
  ru: 'и не на я что с по как это все у при мне или но из за для не могу было',
  uk: 'і не на я що з як це у при мені або але для та від можу',
  ro: 'si nu este in la cu pe de sa care din pentru mai am ca fi dar',
};

/** All of them. */
export const PROFILE_WORDS: readonly string[] = Object.values(PROFILES).flatMap((words) => words.split(' '));

/** Languages known by their letters alone; Cyrillic ones that the words above do not tell apart count as one. */
const SCRIPTS: readonly (readonly [string, RegExp])[] = [
  ['ja', /[\p{Script=Hiragana}\p{Script=Katakana}]/u],
  ['zh', /\p{Script=Han}/u],
  ['ko', /\p{Script=Hangul}/u],
  ['ar', /\p{Script=Arabic}/u],
  ['he', /\p{Script=Hebrew}/u],
  ['el', /\p{Script=Greek}/u],
  ['th', /\p{Script=Thai}/u],
  ['hi', /\p{Script=Devanagari}/u],
  ['cyrillic', /\p{Script=Cyrillic}/u],
];

const FEWEST = 2;

/** Language of each row by its function words, or by its letters: position among `LANGUAGES`, -1 when too little speaks for any. */
export function languagesOf(counts: TermMatrix, vocabulary: Vocabulary): Int8Array {
  const spokenIn = new Map<string, number[]>();
  Object.values(PROFILES).forEach((words, language) => {
    for (const word of new Set(words.split(' '))) spokenIn.set(word, [...(spokenIn.get(word) ?? []), language]);
  });
  const ofTerm: (readonly number[] | undefined)[] = Array.from({ length: vocabulary.size() }, (_, term) => {
    const text = vocabulary.text(term);
    const words = spokenIn.get(text);
    const script = /^[\0-\u024f]*$/.test(text) ? -1 : SCRIPTS.findIndex(([, letters]) => letters.test(text));
    return script === -1 ? words : [...(words ?? []), FIRST_SCRIPT + script];
  });
  const points = new Int32Array(LANGUAGES.length);
  return Int8Array.from({ length: counts.rows }, (_, row) => {
    points.fill(0);
    for (let at = counts.starts[row]!; at < counts.starts[row + 1]!; at += 1) {
      const languages = ofTerm[counts.columns[at]!];
      if (languages !== undefined) for (let turn = 0; turn < languages.length; turn += 1) points[languages[turn]!]! += 1;
    }
    // Kana among Chinese characters is Japanese, whichever are more.
    if (points[JAPANESE]! > 0) points[JAPANESE]! += points[CHINESE]!;
    const words = mostOf(points, 0, FIRST_SCRIPT);
    const letters = mostOf(points, FIRST_SCRIPT, points.length);
    if (points[words]! >= FEWEST && (points[letters]! < FEWEST || letters === CYRILLIC)) return words;
    return points[letters]! >= FEWEST ? letters : -1;
  });
}

function mostOf(points: Int32Array, from: number, to: number): number {
  let best = from;
  for (let at = from + 1; at < to; at += 1) if (points[at]! > points[best]!) best = at;
  return best;
}

const FIRST_SCRIPT = Object.keys(PROFILES).length;
const [JAPANESE, CHINESE, CYRILLIC] = [FIRST_SCRIPT, FIRST_SCRIPT + 1, FIRST_SCRIPT + SCRIPTS.length - 1];

export const LANGUAGES: readonly string[] = [...Object.keys(PROFILES), ...SCRIPTS.map(([name]) => name)];
