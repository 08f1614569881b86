import { formatSentence } from '../../contract/format-sentence';
import type { BriefView, ClaimsView, PrototypeView } from '../../contract/prototype';
import type { Prototype, PrototypeBrief, PrototypeReview } from '../../domain/prototype';
import { sentence, type Sentence } from '../../domain/sentence';
import type { Signal } from '../../domain/signal';
import { daysBetween } from '../../domain/time';
import type { App } from '../../app';
import { quoteView, whoOf } from './issue-quotes';
import type { IssueCase } from './load-facts';

interface Given {
  readonly app: App;
  readonly one: IssueCase;
  readonly prototype: Prototype | undefined;
  /** The brief as it is kept, without a model's words. */
  readonly byRule?: PrototypeBrief;
  /** Why the brief is worded by rules, where a model is on. */
  readonly because?: Sentence;
  readonly reviews: readonly PrototypeReview[];
  readonly signals: ReadonlyMap<string, Signal>;
  readonly canEdit: boolean;
}

/** The prototype's screen: brief, link, what customers said when they saw it, and what a long description claims. */
export function prototypeView(given: Given): PrototypeView {
  const { app, one, prototype, reviews, signals, canEdit } = given;
  const { facts, panel } = one;
  const claims = claimsView(app, one);
  const count = (answer: PrototypeReview['answer']): number => reviews.filter((review) => review.answer === answer).length;
  const canDraft = prototype !== undefined || app.talking.draftBrief(facts, 'nobody').kind === 'brief';
  return {
    issue: { key: facts.issue.key, summary: facts.issue.summary },
    ...(prototype === undefined ? {} : { brief: briefView(given, prototype) }),
    ...(canDraft ? {} : { noBrief: sentence('prototype.no-words') }),
    ...(prototype?.link === undefined ? {} : { link: { url: prototype.link.url, at: prototype.link.at } }),
    reviews: reviews.map((review) => {
      const signal = signals.get(review.signal);
      return { id: review.id, answer: review.answer, shownAt: review.shownAt, ...(signal === undefined ? {} : { quote: quoteView(signal, panel, undefined, 'confirmed') }) };
    }),
    answers: { yes: count('yes'), change: count('change'), no: count('no') },
    ...(prototype?.link === undefined ? {} : { clock: clockOf(prototype, reviews) }),
    ...(claims === undefined ? {} : { claims }),
    canEdit,
    asOf: facts.now,
  };
}

function briefView({ app, one: { facts, panel }, signals, because, byRule }: Given, { brief }: Prototype): BriefView {
  const kept = byRule ?? brief;
  const { hypothesis, riskiest, smallest, kill, wordedBy, madeAt, expiresAt } = brief;
  const heard = new Map(facts.heard.map((one) => [one.signal.id, one]));
  return {
    hypothesis, riskiest, smallest, kill, wordedBy, madeAt, expiresAt,
    ...(because === undefined ? {} : { because }),
    isExpired: expiresAt <= facts.now,
    // A quote goes when its signal goes, or is no longer this issue's.
    quotes: brief.quotes.flatMap(({ signal: id }) => {
      const found = heard.get(id);
      return found === undefined ? [] : [quoteView(found.signal, panel, app.talking.issueQuotePlace(found.signal, facts.issue, found.citation), found.standing)];
    }),
    showTo: brief.showTo.flatMap(({ person, signal: id }) => {
      const signal = signals.get(id);
      return signal === undefined || facts.barred.has(person) ? [] : [{ person, name: whoOf(signal, panel) }];
    }),
    words: app.talking.lengthOf(brief, facts),
    markdown: app.talking.briefMarkdown(brief, facts),
    prompt: app.talking.briefPrompt(kept, facts, wordedBy === 'model' ? brief : undefined),
  };
}

function clockOf({ brief, link }: Prototype, reviews: readonly PrototypeReview[]): Sentence {
  const seen = reviews[0]?.shownAt;
  const days = (from: string | undefined, to: string | undefined): string =>
    formatSentence(from === undefined || to === undefined ? sentence('prototype.not-yet') : sentence('prototype.days', { days: Math.max(0, Math.round(daysBetween(from, to) * 10) / 10) }));
  return sentence('prototype.this-clock', { link: days(brief.madeAt, link?.at), seen: days(link?.at, seen) });
}

function claimsView(app: App, { facts, panel }: IssueCase): ClaimsView | undefined {
  const judged = app.talking.judgeClaims(facts);
  if (judged === undefined) return undefined;
  const supported = judged.claims.flatMap((one) => (one.kind === 'supported' ? [{ claim: one.claim, quotes: one.quotes.map(({ signal, citation }) => quoteView(signal, panel, citation, 'suggested')) }] : []));
  const notSupported = judged.claims.flatMap((one) => (one.kind === 'not-supported' ? [{ claim: one.claim, quotes: [] }] : []));
  const cannotJudge = judged.claims.flatMap((one) => (one.kind === 'cannot-judge' ? [{ claim: one.claim, quotes: [], why: sentence(`claims.why.${one.why}`) }] : []));
  const title = judged.claims.length === 0 ? sentence('claims.none', { words: judged.words }) : sentence('claims.title', { supported: supported.length, not: notSupported.length, unknown: cannotJudge.length });
  return { title, words: judged.words, looked: judged.looked, supported, notSupported, cannotJudge };
}
