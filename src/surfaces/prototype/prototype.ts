import type Resolver from '@forge/resolver';
import type { z } from 'zod';
import { Nothing } from '../../contract/panel';
import { LinkPrototype, ReviewPrototype, SaveBrief, type PrototypeView } from '../../contract/prototype';
import { BadInput, NotAllowed, NotFound } from '../../domain/errors';
import { LONGEST_BRIEF_WORDS, type Prototype } from '../../domain/prototype';
import type { App } from '../../app';
import type { Caller } from '../caller';
import { endpoint } from '../endpoint';
import { issueEditor, issueViewer } from '../permissions';
import { loadIssueCase } from './load-facts';
import { prototypeView } from './prototype-view';
import { wordedBrief } from './worded-brief';

/** The prototype of an issue. Who may edit the issue may write the brief and what customers said. */
export function definePrototype(resolver: Resolver, app: App): void {
  const viewer = issueViewer(app.ports.tracker);
  const editor = issueEditor(app.ports.tracker);
  resolver.define('prototype.open', endpoint('prototype.open', Nothing, viewer, (_, caller) => open(app, caller)));
  resolver.define('prototype.draft', endpoint('prototype.draft', Nothing, editor, (_, caller) => draft(app, caller)));
  resolver.define('prototype.save', endpoint('prototype.save', SaveBrief, editor, (input, caller) => save(app, caller, input)));
  resolver.define('prototype.link', endpoint('prototype.link', LinkPrototype, editor, ({ url }, caller) => link(app, caller, url)));
  resolver.define('prototype.review', endpoint('prototype.review', ReviewPrototype, editor, (input, caller) => review(app, caller, input)));
}

export function issueOf({ issueId }: Caller): string {
  if (issueId === undefined) throw new NotAllowed('no such issue');
  return issueId;
}

async function open(app: App, caller: Caller): Promise<PrototypeView> {
  const id = issueOf(caller);
  const one = await loadIssueCase(app, id);
  const [prototype, reviews, rights] = await Promise.all([app.ports.prototypes.findPrototype(id), app.ports.prototypes.reviewsOfIssue(id), app.ports.tracker.issueRights(id)]);
  const ids = [...reviews.map((review_) => review_.signal), ...(prototype?.brief.showTo ?? []).map((person) => person.signal)];
  const signals = ids.length === 0 ? [] : await app.ports.stores.signals.findSignals(one.product, [...new Set(ids)]);
  const worded = prototype === undefined ? undefined : await wordedBrief(app, one, prototype.brief);
  return prototypeView({ app, one, prototype: prototype === undefined || worded === undefined ? prototype : { ...prototype, brief: worded.brief }, ...(prototype === undefined ? {} : { byRule: prototype.brief }), ...(worded?.because === undefined ? {} : { because: worded.because }), reviews, signals: new Map(signals.filter((signal) => signal.visibility === 'open').map((signal) => [signal.id, signal])), canEdit: rights.edit });
}

async function draft(app: App, caller: Caller): Promise<PrototypeView> {
  const one = await loadIssueCase(app, issueOf(caller));
  const made = app.talking.draftBrief(one.facts, caller.accountId);
  if (made.kind === 'no-words') throw new NotFound('no customer’s words');
  const known = await app.ports.prototypes.findPrototype(one.facts.issue.id);
  await app.ports.prototypes.savePrototype({ product: one.product, issue: one.facts.issue.id, brief: made.brief, ...(known?.link === undefined ? {} : { link: known.link }) });
  await app.agent.wordings.want(one.product);
  return open(app, caller);
}

async function save(app: App, caller: Caller, words: z.output<typeof SaveBrief>): Promise<PrototypeView> {
  const one = await loadIssueCase(app, issueOf(caller));
  const prototype = await getPrototype(app, one.facts.issue.id);
  const brief = { ...prototype.brief, ...words, wordedBy: 'person' as const };
  const length = app.talking.lengthOf(brief, one.facts);
  if (length > LONGEST_BRIEF_WORDS) throw new BadInput('prototype.save', 'words', `${length} words; one screen holds ${LONGEST_BRIEF_WORDS}`);
  await app.ports.prototypes.savePrototype({ ...prototype, brief });
  return open(app, caller);
}

async function link(app: App, caller: Caller, url: string): Promise<PrototypeView> {
  const { facts } = await loadIssueCase(app, issueOf(caller));
  const prototype = await getPrototype(app, facts.issue.id);
  // The clock runs to the first link: a better address does not set it back.
  const at = prototype.link?.at ?? facts.now;
  await app.ports.prototypes.savePrototype({ ...prototype, link: { url, at, by: caller.accountId } });
  return open(app, caller);
}

/** What a customer said is a signal and, where they said yes, confirmed evidence on this issue; the rest stays near it. */
async function review(app: App, caller: Caller, input: z.output<typeof ReviewPrototype>): Promise<PrototypeView> {
  const one = await loadIssueCase(app, issueOf(caller));
  const { id } = one.facts.issue;
  const prototype = await getPrototype(app, id);
  if (prototype.link === undefined) throw new BadInput('prototype.review', 'link', 'nothing to show yet');
  const shown = prototype.brief.showTo.find((each) => each.person === input.person);
  if (input.person !== undefined && shown === undefined) throw new BadInput('prototype.review', 'person', 'not in the brief');
  const [who] = shown === undefined ? [] : await app.ports.stores.signals.findSignals(one.product, [shown.signal]);
  const spoke = who === undefined ? (input.account === undefined ? {} : { account: input.account }) : { ...(who.account === undefined ? {} : { account: who.account }), ...(who.author === undefined ? {} : { author: who.author }) };
  const reviewId = app.newId('review');
  const { signal, conversation } = await app.talking.logConversation(one.product, { id: reviewId, heldAt: one.facts.now, words: input.words, visibility: 'open', issue: id, ...spoke }, caller.accountId);
  await app.ports.stores.decisions.saveDecision(one.product, { signal: signal.id, issue: id, verdict: input.answer === 'yes' ? 'confirmed' : 'related', at: one.facts.now, by: caller.accountId });
  await app.ports.prototypes.saveReview({ id: reviewId, product: one.product, issue: id, answer: input.answer, signal: signal.id, shownAt: one.facts.now, by: caller.accountId, ...(conversation.person === undefined ? {} : { person: conversation.person }) });
  return open(app, caller);
}

async function getPrototype(app: App, issue: string): Promise<Prototype> {
  const prototype = await app.ports.prototypes.findPrototype(issue);
  if (prototype === undefined) throw new NotFound('no brief yet');
  return prototype;
}
