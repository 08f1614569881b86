import { customerKey } from '../domain/customer';
import { plainWords } from '../domain/plain-words';
import { BRIEF_QUOTES, LONGEST_BRIEF_WORDS, type BriefQuote, type BriefWords, type PrototypeBrief } from '../domain/prototype';
import { DAY_IN_MS, daysBetween, epochMs, isoTime, type IsoTime } from '../domain/time';
import { briefMarkdown, countWords } from './brief-text';
import type { HeardSignal, IssueFacts } from './issue-facts';
import { issueQuote } from './issue-quote';

/** A brief is thrown away after two weeks: what was not shown by then was not worth showing. */
const EXPIRES_IN_DAYS = 14;
const SHOW_TO = 5;
/** A quote longer than this leaves no room for the others. */
const LONGEST_QUOTE_WORDS = 30;
const LONGEST_TITLE_WORDS = 14;
/** One customer with more than this share of the words speaks for themselves first. */
const ONE_VOICE = 0.4;
const FEW = 5;
const STALE_DAYS = 90;

export type BriefDraft = { readonly kind: 'brief'; readonly brief: PrototypeBrief } | { readonly kind: 'no-words' };

/**
 * One screen instead of a specification, by rule: three customers' sentences, what we believe, where that is weakest, the smallest thing to
 * show and when to stop. At most `LONGEST_BRIEF_WORDS` words with its quotes; a quote is left out rather than cut. Without a customer's
 * words there is no brief: it would be made up.
 */
export function draftBrief(facts: IssueFacts, by: string): BriefDraft {
  const chosen = chooseQuotes(facts);
  if (chosen.length === 0) return { kind: 'no-words' };
  const showTo = chooseAudience(facts);
  const base = { ...wordsOf(facts, showTo.length), showTo, wordedBy: 'rules' as const, madeAt: facts.now, madeBy: by, expiresAt: isoTime(epochMs(facts.now) + EXPIRES_IN_DAYS * DAY_IN_MS) };
  for (let kept = chosen.length; kept > 1; kept -= 1) {
    const brief = { ...base, quotes: chosen.slice(0, kept) };
    if (lengthOf(brief, facts) <= LONGEST_BRIEF_WORDS) return { kind: 'brief', brief };
  }
  return { kind: 'brief', brief: { ...base, quotes: chosen.slice(0, 1) } };
}

/** Words of the brief as it is read, quotes included. */
export function lengthOf(brief: PrototypeBrief, facts: IssueFacts): number {
  return countWords(briefMarkdown(brief, facts));
}

/** One sentence a customer, confirmed before suggested, those short enough to stand whole; what several say alike is quoted once. */
function chooseQuotes(facts: IssueFacts): readonly BriefQuote[] {
  const seen = new Set<string>();
  const said = new Set<string>();
  const isNew = ({ signal, citation }: HeardSignal): boolean => {
    const text = issueQuote(signal, facts.issue, citation);
    if (text === undefined || countWords(text) > LONGEST_QUOTE_WORDS || seen.has(customerKey(signal))) return false;
    const alike = plainWords(text);
    if (said.has(alike)) return false;
    seen.add(customerKey(signal));
    said.add(alike);
    return true;
  };
  return facts.heard.filter(isNew).slice(0, BRIEF_QUOTES).map(({ signal }) => ({ signal: signal.id, person: customerKey(signal) }));
}

/** Who should see it: customers who said it, and one who says otherwise; nobody who asked to be left alone. */
function chooseAudience({ heard, otherwise, barred }: IssueFacts): readonly BriefQuote[] {
  const seen = new Set<string>();
  const people = (signals: readonly HeardSignal['signal'][]): BriefQuote[] =>
    signals
      .filter((signal) => (signal.account !== undefined || signal.author !== undefined) && !barred.has(customerKey(signal)))
      .filter((signal) => !seen.has(customerKey(signal)) && seen.add(customerKey(signal)))
      .map((signal) => ({ signal: signal.id, person: customerKey(signal) }));
  const against = people(otherwise.map(({ signal }) => signal)).slice(0, 1);
  return [...people(heard.map(({ signal }) => signal)).slice(0, SHOW_TO - against.length), ...against];
}

function wordsOf(facts: IssueFacts, shown: number): BriefWords {
  const { issue, counts, theme } = facts;
  const title = shortened(issue.summary);
  const all = counts.confirmed + counts.suggested;
  const who = all === 1 ? `the one ${unitText(counts.unit, 1)} that says so` : `the ${all} ${unitText(counts.unit, all)} that say so`;
  const isBug = /bug|defect|incident/i.test(issue.type ?? '');
  return {
    hypothesis: `If we solve “${title}”, ${who} will stop saying it${theme === undefined ? '' : `, and “${shortened(theme.label)}” will be heard a third less`} within eight weeks.`,
    riskiest: riskiestOf(facts),
    smallest: isBug
      ? 'The first customer’s own steps, in a build where that one thing cannot happen. No settings, no other case, made-up data.'
      : 'One path that does what the first customer asks, with made-up data. No settings, nothing stored, nothing behind the other buttons.',
    kill: killOf(shown),
  };
}

function killOf(shown: number): string {
  if (shown === 0) return 'Stop if nobody can be found to look at it before it expires.';
  if (shown === 1) return 'Stop if the one who sees it does not say yes before it expires, or shows another cause.';
  const needed = Math.max(1, Math.ceil(shown / 2));
  return `Stop if fewer than ${needed} of the ${shown} who see it say yes before it expires, or if one of them shows another cause.`;
}

/** The weakest point of what is known, by a fixed order: not being able to know comes before knowing little. */
export function riskiestOf({ heard, counts, otherwise, coverage, isSearchable, now }: IssueFacts): string {
  if (coverage === 'gap') return 'That the missing source would not say something else: not every place customers speak in was read.';
  if (!isSearchable) return 'That we hear its customers at all: words like these are hard to recognise.';
  if (counts.confirmed === 0) return counts.suggested === 1 ? `That the one suggested ${unitText(counts.unit, 1)} means this: nobody has confirmed it.` : `That the ${counts.suggested} suggested ${unitText(counts.unit, counts.suggested)} mean this: nobody has confirmed one.`;
  if (otherwise.length > 0) return `That those who say otherwise (${new Set(otherwise.map(({ signal }) => customerKey(signal))).size}) are the exception.`;
  const loudest = loudestShare(heard);
  if (heard.length >= FEW && loudest > ONE_VOICE) return `That others need it as much as the one customer behind ${Math.round(loudest * heard.length)} of the ${heard.length} signals.`;
  if (counts.confirmed < FEW) return counts.confirmed === 1 ? `That one ${unitText(counts.unit, 1)} speaks for more than itself.` : `That ${counts.confirmed} ${unitText(counts.unit, counts.confirmed)} speak for more than themselves.`;
  const last = heard.reduce<IsoTime>((newest, { signal }) => (signal.at > newest ? signal.at : newest), '');
  if (last !== '' && daysBetween(last, now) > STALE_DAYS) return `That it is still needed: nobody has said it for ${Math.floor(daysBetween(last, now))} days.`;
  return 'That what they ask for is what would help: nobody has watched them do it.';
}

function loudestShare(heard: readonly HeardSignal[]): number {
  const counts = new Map<string, number>();
  for (const { signal } of heard) counts.set(customerKey(signal), (counts.get(customerKey(signal)) ?? 0) + 1);
  return Math.max(0, ...counts.values()) / Math.max(1, heard.length);
}

function shortened(text: string): string {
  const words = text.trim().split(/\s+/);
  return words.length <= LONGEST_TITLE_WORDS ? words.join(' ') : `${words.slice(0, LONGEST_TITLE_WORDS).join(' ')} …`;
}

function unitText(unit: IssueFacts['counts']['unit'], count: number): string {
  const word = unit === 'author' ? 'customer' : unit;
  return count === 1 ? word : `${word}s`;
}
