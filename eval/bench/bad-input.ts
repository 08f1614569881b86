import type { Issue } from '../../src/domain/issue';
import type { SaidSignal } from '../../src/domain/signal';
import { understand } from '../../src/understand/understand';
import { engineOptions } from '../engine-options';
import { hasSharedData } from '../shared-data';
import { seeded } from '../statistics';
import { shortTexts, signalsOf, titledIssues } from './engine-texts';

const AS_OF = '2025-07-01T00:00:00.000Z';
const ISSUES = 300;

/** Texts nobody expects, and as many of the same length that are like any other. */
interface Case {
  readonly bad: () => { signals: readonly SaidSignal[]; issues: readonly Issue[] };
  readonly normal: () => { signals: readonly SaidSignal[]; issues: readonly Issue[] };
}

/**
 * Processor seconds of the engine on bad input beside normal input of the same size, and their ratio (to be at most 2). Sizes count in
 * characters where texts are long, in signals or issues where there are many. Skips without development data.
 */
export async function benchBadInput(): Promise<Record<string, unknown>> {
  if (!hasSharedData()) return { 'bad input': 'skipped: no development data' };
  timed(() => ({ signals: signalsOf(normalTexts(2_000, 160)), issues: titledIssues(ISSUES) }));
  return Object.fromEntries(
    Object.entries(cases()).map(([name, { bad, normal }]) => {
      const [badSeconds, normalSeconds] = [timed(bad), timed(normal)];
      return [name, { seconds: round(badSeconds), normalSeconds: round(normalSeconds), ratio: round(badSeconds / normalSeconds) }];
    }),
  );
}

function cases(): Readonly<Record<string, Case>> {
  const issues = titledIssues(ISSUES);
  const of = (texts: readonly string[]): Case['bad'] => () => ({ signals: signalsOf(texts), issues });
  const like = (texts: readonly string[]): Case => {
    const length = Math.round(texts.reduce((sum, text) => sum + text.length, 0) / texts.length);
    return { bad: of(texts), normal: of(normalTexts(texts.length, length)) };
  };
  const random = seeded(11);
  const pick = (letters: string): string => letters[Math.floor(random() * letters.length)] ?? '';
  const made = (letters: string, length: number): string => Array.from({ length }, () => pick(letters)).join('');
  const repeat = (count: number, text: () => string): string[] => Array.from({ length: count }, text);
  const titles = titledIssues(9000).map((issue) => issue.summary);
  return {
    'one text of 10 MB': { bad: of([normalText(10_000_000)]), normal: of(normalTexts(62_500, 160)) },
    'one word a thousand times (2,000)': like(repeat(2_000, () => 'print '.repeat(1000))),
    'one word 100,000 times (50)': like(repeat(50, () => 'print '.repeat(100_000))),
    'mixed scripts (5,000)': like(repeat(5_000, () => `${made('абвгдежзик', 30)} ${made('日本語の件名が消え', 30)} ${made('مرحباكيفحال', 30)} ${made('ภาษาไทย', 30)} mail`)),
    'emoji (5,000)': like(repeat(5_000, () => made('😀🎉🙏🔥', 160))),
    'NUL and lone surrogates (5,000)': like(repeat(5_000, () => made('\u0000\ud800\udfff ab', 160))),
    'base64 (5,000)': like(repeat(5_000, () => made('ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/', 1000))),
    'HTML (5,000)': like(repeat(5_000, () => `<div class="a"><p>${normalText(40)}</p><br></div>`.repeat(5))),
    'unclosed tags and addresses (5,000)': like(repeat(5_000, () => '<a <b https:// [e-mail '.repeat(40))),
    '100,000 identical texts': like(repeat(100_000, () => 'The export of the address book writes an empty file')),
    '100,000 texts without a word in common': like(Array.from({ length: 100_000 }, (_, at) => `q${at}x w${at}y e${at}z`)),
    '50,000 issues with one title': { bad: () => ({ signals: signalsOf(normalTexts(2_000, 160)), issues: renamed(50_000, () => 'Export of the address book is empty') }), normal: () => ({ signals: signalsOf(normalTexts(2_000, 160)), issues: renamed(50_000, (at) => `${titles[at % titles.length] ?? ''} ${at}`) }) },
  };
}

let pool: readonly string[] = [];
function normalTexts(count: number, length: number): string[] {
  if (pool.length === 0) pool = shortTexts(30_000);
  const random = seeded(3);
  return Array.from({ length: count }, () => {
    let text = '';
    while (text.length < length) text += `${pool[Math.floor(random() * pool.length)] ?? ''}. `;
    return text.slice(0, length);
  });
}

function normalText(length: number): string {
  return normalTexts(1, length)[0] ?? '';
}

function renamed(count: number, title: (at: number) => string): Issue[] {
  const like = titledIssues(1);
  return Array.from({ length: count }, (_, at): Issue => ({ ...like[0]!, id: `i${at}`, key: `BAD-${at}`, summary: title(at) }));
}

function timed(make: Case['bad']): number {
  const corpus = make();
  const from = process.cpuUsage();
  understand({ ...corpus, decisions: [], releases: [], asOf: AS_OF }, engineOptions());
  const { user, system } = process.cpuUsage(from);
  return (user + system) / 1e6;
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
