import type { DemoAccount } from './accounts';
import type { Clauses } from './clauses';
import { drawLead, inDialect } from './dialect';
import type { Dice } from './dice';
import { fill } from './fill';
import * as phrases from './phrases';
import type { SourceCode } from './sources';
import { speak, type Voice } from './voice';

/** What a signal says, ready to be sent. */
export interface Words {
  readonly title?: string;
  readonly text: string;
}

/** Pieces chosen for a text, and which clauses are among them: two texts with the same ones say the same in nearly the same words. */
export interface Outline {
  readonly parts: readonly string[];
  readonly choice: string;
}

export interface Speaker {
  readonly account: DemoAccount;
  readonly voice: Voice;
  readonly clauses: Clauses;
  /** Has nothing to complain of. */
  readonly isContent: boolean;
  readonly chance: Dice;
}

/** What one person says in one place: clauses of the need, chosen and ordered as the place asks for, between that place's openings and closings. */
export function outline(source: SourceCode, speaker: Speaker): Outline {
  const parts = PARTS[source](speaker);
  return { parts, choice: parts.filter((part) => isClause(part, speaker.clauses)).sort().join('\n') };
}

/** The pieces with their slots filled, put together and typed in the person's own manner. */
export function phrase(source: SourceCode, speaker: Speaker, { parts }: Outline): Words {
  const { account, chance, voice } = speaker;
  const filled = parts.flatMap((part, index) => {
    const sentence = fill(inDialect(part, voice.dialect), account, chance);
    return index > 0 && !voice.isFormal && isClause(part, speaker.clauses) && chance.yes(0.14) ? [drawLead(chance), sentence] : [sentence];
  });
  const isCareless = source === 'ic' || source === 'app' || source === 'nps';
  const text = speak(join(filled, GAPS[source] ?? [' '], chance), voice, chance, isCareless);
  if (!TITLED.has(source) || (source === 'app' && chance.yes(0.6))) return { text };
  return { title: speak(fill(chance.pick(speaker.clauses.titles), account, chance), voice, chance, false), text };
}

/** What stands between two sentences. */
const GAPS: Partial<Record<SourceCode, readonly string[]>> = { ic: [' ', ' ', '\n'], zd: [' ', ' ', ' ', '\n\n'] };

function isClause(part: string, { core, detail, harm, ask }: Clauses): boolean {
  return core.includes(part) || detail.includes(part) || harm.includes(part) || ask.includes(part);
}

const TITLED: ReadonlySet<SourceCode> = new Set(['zd', 'jsm', 'gh', 'app', 'sec']);

type Parts = (speaker: Speaker) => readonly string[];

const PARTS: Readonly<Record<SourceCode, Parts>> = {
  zd: (one) => [...maybe(one, 0.5, phrases.MAIL_OPENINGS), ...maybe(one, 0.45, phrases.MAIL_INTROS), ...story(one, 0.75), ...maybe(one, 0.5, phrases.MAIL_CLOSINGS)],
  ic: (one) => [...maybe(one, 0.5, phrases.CHAT_OPENINGS), ...story(one, 0.3), ...maybe(one, 0.35, phrases.CHAT_CLOSINGS)],
  jsm: (one) => [...maybe(one, 0.55, phrases.REQUEST_OPENINGS), ...story(one, 0.8), ...maybe(one, 0.5, phrases.REQUEST_CLOSINGS)],
  gh: (one) => [one.chance.pick(one.clauses.core), one.chance.pick(one.clauses.detail), ...maybe(one, 0.4, one.clauses.harm), ...maybe(one, 0.5, one.clauses.ask), one.chance.pick(phrases.CODE_CLOSINGS)],
  app: (one) => (one.isContent ? story(one, 0.3) : [...maybe(one, 0.45, phrases.REVIEW_OPENINGS), ...story(one, 0.25), ...maybe(one, 0.35, phrases.REVIEW_CLOSINGS)]),
  nps: (one) => [one.chance.pick(one.clauses.core), ...maybe(one, 0.3, one.clauses.detail), ...maybe(one, 0.45, one.clauses.harm)],
  call: (one) => [one.chance.pick(phrases.CALL_OPENINGS), ...stammer(one, story(one, 0.9)), one.chance.pick(phrases.CALL_ASIDES), ...maybe(one, 0.5, one.clauses.detail)],
  cs: (one) => [one.chance.pick(phrases.SUCCESS_OPENINGS), ...story(one, 0.7), ...maybe(one, 0.3, phrases.CALL_ASIDES)],
  exit: (one) => [...maybe(one, 0.7, phrases.EXIT_OPENINGS), one.chance.pick(one.clauses.core), one.chance.pick(one.clauses.harm)],
  sec: (one) => story(one, 0.8),
  use: () => [],
  slk: () => [],
  fwd: () => [],
};

/** The matter itself: what is wrong, and around it, more the more this person talks, details, harm, a second point, a question. */
function story({ clauses, chance, voice }: Speaker, fullness: number): readonly string[] {
  const wish = fullness * (0.45 + 0.75 * voice.talk);
  const core = chance.pick(clauses.core);
  const second = chance.yes(wish * 0.35) ? [chance.pick(clauses.core.filter((one) => one !== core))] : [];
  const detail = chance.yes(wish) ? [chance.pick(clauses.detail)] : [];
  const harm = chance.yes(wish) ? [chance.pick(clauses.harm)] : [];
  const ask = chance.yes(wish * 0.9) ? [chance.pick(clauses.ask)] : [];
  const middle = chance.yes(0.5) ? [...detail, ...harm] : [...harm, ...detail];
  const told = chance.yes(0.12) ? [...middle, core, ...second] : [core, ...middle, ...second];
  const full = [...told, ...ask];
  return full.length > 1 || chance.yes(0.25) ? full : [...full, chance.pick(chance.yes(0.5) ? clauses.detail : clauses.harm)];
}

/** Speech as it was transcribed: begun again, with pauses that have a sound. */
function stammer({ chance }: Speaker, sentences: readonly string[]): readonly string[] {
  return sentences.map((sentence) => {
    const words = sentence.split(' ');
    const at = chance.whole(1, Math.max(1, words.length - 2));
    if (words.length < 5 || chance.yes(0.4)) return sentence;
    const [before, after] = [words.slice(0, at).join(' '), words.slice(at).join(' ')];
    return chance.pick([`${before}, um, ${after}`, `${before}, you know, ${after}`, `${before} ${words[at - 1] ?? ''} ${after}`, `${before}, uh, ${after}`, `${before}, like, ${after}`]);
  });
}

function maybe({ chance }: Speaker, probability: number, from: readonly string[]): readonly string[] {
  return chance.yes(probability) ? [chance.pick(from)] : [];
}

/** Sentences after one another; what follows a comma, a "but" or "though" goes on small. */
function join(parts: readonly string[], gaps: readonly string[], chance: Dice): string {
  return parts.reduce((text, part) => {
    if (text === '') return part;
    if (/(?:\bbut|\bthough|,|\band|\bso)$/i.test(text)) return `${text} ${smallStart(part)}`;
    return `${text}${/[.!?:)]$/.test(text) ? '' : chance.pick(['.', ',', ''])}${chance.pick(gaps)}${part}`;
  }, '');
}

const NAMES = /^(?:I\b|I['’]|LedgerLeaf|Crew\b|Dispatch\b|PayNest|FieldHornet|JobPigeon|Pipework|Danish|Polish|Romanian|GPS|VAT|API|CSV|SSO|POST|QR|[A-Z][a-z]+ (?:is|was|has|says) )/;

function smallStart(part: string): string {
  return NAMES.test(part) ? part : part.charAt(0).toLowerCase() + part.slice(1);
}
