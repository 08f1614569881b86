/**
 * What stands in for a model on the local host: a script written by hand, without a model. It looks for shared words and a few plain phrases, so
 * that screens have something to show; what it says is no measure of what a model would say.
 */
export const SCRIPTED_MODEL = 'scripted-by-hand-2026-11-22';

const AGAINST = /works (fine|great|well)|don['’]t (change|need|remove)|leave (it|the)|as it is|no problem/i;
const PRAISE = /\b(love|great|thank|excellent|awesome)\b/i;
const HURTS: readonly (readonly [RegExp, number])[] = [[/\b(lost|lose|cannot|can't|crash|blocked|unusable|cancel)\b/i, 3], [/\b(slow|wrong|missing|fails?|error|broken)\b/i, 2], [/\b(annoying|confusing|would like|wish|please add)\b/i, 1]];

/** A reply to one of our own questions, as JSON text; undefined for a question that is not in the script. */
export function scriptedReply(task: string, material: string): string | undefined {
  if (task.startsWith('Judge text, # items:')) return JSON.stringify(readingOf(material));
  if (task.startsWith('You brief a product leader')) return JSON.stringify(briefOf(material));
  if (task.startsWith('You word one screen')) return JSON.stringify(prototypeOf(material));
  if (task.startsWith('Write one sentence of an invitation')) return JSON.stringify({ line: `I would like to see ${partOf(material)}.` });
  if (task.startsWith('Name what these customer messages')) return JSON.stringify(labelOf(material));
  if (material.startsWith('Are you there?')) return JSON.stringify({ ok: true });
  return undefined;
}

function readingOf(material: string): object {
  const lines = material.split('\n');
  const first = lines.findIndex((_line, at) => lines.slice(at).every((one) => one.startsWith('# ')));
  const items = first < 0 ? [] : lines.slice(first).map((line) => line.slice(2));
  const sentences = (first < 0 ? lines : lines.slice(0, first)).flatMap((line) => line.match(/[^.!?]+[.!?]*/g) ?? []).map((one) => one.trim()).filter((one) => one.length > 12);
  const whole = sentences.join(' ');
  const kind = /\?/.test(whole) ? 'question' : PRAISE.test(whole) ? 'praise' : /\b(wish|would like|please add|could you)\b/i.test(whole) ? 'wish' : 'problem';
  const best = (words: ReadonlySet<string>): readonly [string | undefined, number] =>
    sentences.reduce<readonly [string | undefined, number]>((top, one) => {
      const shared = [...stems(one)].filter((word) => words.has(word)).length;
      return shared > top[1] ? [one, shared] : top;
    }, [undefined, 0]);
  return {
    k: kind,
    v: kind === 'praise' ? 0 : (HURTS.find(([words]) => words.test(whole))?.[1] ?? 1),
    n: sentences[0] === undefined ? null : `Wants: ${sentences[0].replace(/[\d<>@[\]{}|`\\]/g, '').slice(0, 120)}`,
    q: sentences[0] ?? null,
    i: items.map((item) => {
      const [quote, shared] = best(stems(item));
      if (quote === undefined || shared < 2) return ['unrelated', null];
      return [AGAINST.test(quote) ? 'contradicts' : 'supports', quote];
    }),
  };
}

/** The longest words of the quotes, put into two sentences. */
function prototypeOf(material: string): object {
  const quotes = material.split('\n').slice(1).map((line) => longestOf(line.replace(/^\d+\. /, '')));
  const cites = quotes.map((_, index) => index + 1);
  const words = [...new Set(quotes.flatMap((one) => one.slice(0, 2)))].slice(0, 3);
  return {
    need: { text: `Customers have trouble with the ${words.join(' and the ')}.`, cites },
    smallest: { text: `A screen where the ${words.join(' and the ')} work.`, cites },
  };
}

function partOf(said: string): string {
  return `what happens with the ${longestOf(said).slice(0, 2).join(' and the ')}`;
}

function longestOf(text: string): string[] {
  return [...new Set(text.toLowerCase().match(/[a-z]{5,}/g) ?? [])].filter((word) => !COMMON.has(word)).sort((a, b) => b.length - a.length || (a < b ? -1 : 1));
}

/** The two words that most of the messages share, in the order in which the first of them says them. */
function labelOf(material: string): object {
  const texts = material.split('\n').slice(1).map((line): string[] => line.toLowerCase().match(/[a-z]{4,}/g) ?? []);
  const counts = new Map<string, number>();
  for (const words of texts) for (const word of new Set(words)) if (!COMMON.has(word)) counts.set(word, (counts.get(word) ?? 0) + 1);
  const terms = material.split('\n')[0]?.toLowerCase() ?? '';
  const weigh = ([word, count]: readonly [string, number]): number => count + (terms.includes(word) ? 10 : 0);
  const [first, second] = [...counts].sort((a, b) => weigh(b) - weigh(a) || (a[0] < b[0] ? -1 : 1)).map(([word]) => word);
  const said = texts.find((words) => words.includes(first ?? '')) ?? [];
  return { label: [first, second].sort((a, b) => said.indexOf(a ?? '') - said.indexOf(b ?? '')).join(' ') };
}

function briefOf(material: string): object {
  const quotes = material.split('\n').slice(1).map((line) => /^(\d+)\. \[[^,]+, (\w+)(?:, customer \d+)?\] (.*)$/.exec(line)).flatMap((match) => (match === null ? [] : [{ number: Number(match[1]), side: match[2]!, text: match[3]! }]));
  const forIt = quotes.filter((one) => one.side === 'for');
  const counts = new Map<string, number>();
  for (const one of forIt) for (const word of new Set(one.text.toLowerCase().match(/[a-z]{4,}/g) ?? [])) counts.set(word, (counts.get(word) ?? 0) + 1);
  const words = [...counts].filter(([word]) => !COMMON.has(word)).sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).slice(0, 3).map(([word]) => word);
  const cites = forIt.filter((one) => words.some((word) => one.text.toLowerCase().includes(word))).slice(0, 4).map((one) => one.number);
  return {
    verdict: { text: `Customers report trouble with the ${words.join(' and the ')}.`, cites },
    changed: [],
    for: forIt.slice(0, 3).map((one) => one.number),
    against: quotes.filter((one) => one.side === 'against').slice(0, 3).map((one) => one.number),
    missing: [],
    wouldChange: [],
  };
}

/** Words with the same first five letters stand for each other, and for nothing else: a vector that is only a way to count words. */
export function scriptedVector(text: string): number[] {
  const values = new Array<number>(64).fill(0);
  values[0] = 0.01;
  for (const word of stems(text)) values[[...word].reduce((sum, letter) => (sum * 31 + (letter.codePointAt(0) ?? 0)) % 64, 7)]! += 1;
  return values;
}

const COMMON = new Set('about after again also because been before being cannot could does each every from have here into just like make more much need only other over please same should some still than that their them then there these they this time want were what when where which while will with would your'.split(' '));

function stems(text: string): ReadonlySet<string> {
  return new Set((text.toLowerCase().match(/\p{L}{4,}/gu) ?? []).filter((word) => !COMMON.has(word)).map((word) => word.slice(0, 5)));
}
