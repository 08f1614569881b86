import { customerKey } from '../domain/customer';
import { sentence, type Sentence } from '../domain/sentence';
import type { Signal } from '../domain/signal';
import { daysBetween } from '../domain/time';
import type { Citation } from '../domain/evidence';
import type { IssueFacts } from './issue-facts';
import { issueQuotePlace } from './issue-quote';

export interface DebateQuote {
  readonly signal: Signal;
  readonly citation: Citation;
  readonly standing: 'confirmed' | 'suggested';
}

/** Both sides with the customers' own words, and what nobody knows. Never one side alone: an empty one says what was looked for. */
export interface Debate {
  readonly for: { readonly points: readonly Sentence[]; readonly quotes: readonly DebateQuote[] };
  readonly against: { readonly points: readonly Sentence[]; readonly quotes: readonly DebateQuote[] };
  readonly unknown: readonly Sentence[];
}

const QUOTES = 3;
const STALE_DAYS = 90;
const ONE_VOICE = 0.4;

export function debateOf(facts: IssueFacts): Debate {
  const { counts, heard, reviews, otherwise, since, now } = facts;
  const quoteOf = (signal: Signal, standing: DebateQuote['standing'], citation?: Citation): DebateQuote[] => {
    const place = issueQuotePlace(signal, facts.issue, citation);
    return place === undefined ? [] : [{ signal, citation: place, standing }];
  };
  const saidNo = reviews.filter((one) => one.answer === 'no');
  const refused = new Set([...saidNo.flatMap(({ signal }) => signal?.id ?? []), ...otherwise.map(({ signal }) => signal.id)]);
  const forQuotes = onePerCustomer(heard.filter(({ signal }) => !refused.has(signal.id)).flatMap(({ signal, standing, citation }) => quoteOf(signal, standing, citation)));
  const againstQuotes = onePerCustomer([
    ...saidNo.flatMap(({ signal }) => (signal === undefined ? [] : quoteOf(signal, 'confirmed'))),
    ...otherwise.flatMap(({ signal, citation }) => quoteOf(signal, 'suggested', citation)),
  ]);
  return {
    for: {
      quotes: forQuotes.slice(0, QUOTES),
      points: [
        ...(counts.confirmed + counts.suggested === 0 ? [] : [sentence('debate.for.customers', { confirmed: counts.confirmed, suggested: counts.suggested, unit: counts.unit, since: since ?? now })]),
        ...(facts.leftOut === 0 ? [] : [sentence('debate.for.left-out', { count: facts.leftOut, unit: counts.unit })]),
        ...reviewPoint(facts, 'yes'),
      ],
    },
    against: { quotes: againstQuotes.slice(0, QUOTES), points: againstPoints(facts) },
    unknown: unknownPoints(facts),
  };
}

function reviewPoint({ reviews }: IssueFacts, answer: 'yes' | 'no'): readonly Sentence[] {
  const said = reviews.filter((one) => one.answer === answer).length;
  return said === 0 ? [] : [sentence(`debate.review.${answer}`, { said, of: reviews.length })];
}

function againstPoints(facts: IssueFacts): readonly Sentence[] {
  const { counts, heard, now, calledNo } = facts;
  // Silence speaks against an issue only where its customers would have been heard and recognised.
  const nobody = facts.isSearchable && facts.coverage === 'complete' ? [sentence('debate.against.nobody')] : [];
  const byCustomer = new Map<string, number>();
  for (const { signal } of heard) byCustomer.set(customerKey(signal), (byCustomer.get(customerKey(signal)) ?? 0) + 1);
  const loudest = Math.max(0, ...byCustomer.values());
  const last = heard.reduce((newest, { signal }) => (signal.at > newest ? signal.at : newest), '');
  return [
    ...(counts.confirmed + counts.suggested === 0 ? nobody : counts.confirmed === 0 ? [sentence('debate.against.none-confirmed', { suggested: counts.suggested, unit: counts.unit })] : []),
    ...(heard.length >= 5 && loudest / heard.length > ONE_VOICE ? [sentence('debate.against.one-voice', { own: loudest, all: heard.length })] : []),
    ...(last !== '' && daysBetween(last, now) > STALE_DAYS ? [sentence('debate.against.stale', { days: Math.floor(daysBetween(last, now)) })] : []),
    ...reviewPoint(facts, 'no'),
    ...(calledNo === undefined ? [] : [sentence('debate.against.called-no', { at: calledNo.at })]),
  ];
}

function unknownPoints({ coverage, isSearchable, otherwise, reviews, heard, readForAgainst }: IssueFacts): readonly Sentence[] {
  return [
    ...(coverage === 'gap' ? [sentence('debate.unknown.gap')] : coverage === 'reading' ? [sentence('debate.unknown.reading')] : []),
    ...(isSearchable ? [] : [sentence('debate.unknown.not-searchable')]),
    ...(otherwise.length === 0 ? [readForAgainst === 0 ? sentence('debate.unknown.not-assessed') : sentence('debate.unknown.read-by-agent', { read: readForAgainst, all: heard.length })] : []),
    ...(reviews.length === 0 ? [sentence('debate.unknown.nobody-saw-it')] : []),
    ...(heard.length > 0 && heard.filter(({ signal }) => signal.version !== undefined).length * 2 < heard.length ? [sentence('debate.unknown.versions', { known: heard.filter(({ signal }) => signal.version !== undefined).length, all: heard.length })] : []),
  ];
}

function onePerCustomer(quotes: readonly DebateQuote[]): readonly DebateQuote[] {
  const seen = new Set<string>();
  return quotes.filter(({ signal }) => !seen.has(customerKey(signal)) && seen.add(customerKey(signal)));
}
