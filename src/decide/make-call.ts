import type { Call, Decision, DecisionSubject, RevisitTrigger } from '../domain/decision';
import { BadInput } from '../domain/errors';
import type { AccountStore } from '../ports/account-store';
import { write, type Closing } from './closing';
import { freshAsks, reAsked, snapshotOf, type Ask, type ReAsked } from './no-list';
import { record } from './record';
import type { Page } from '../ports/stores';

const BATCH = 500;
const LONGEST_REASON = 500;

/** Reads which signals stand in a theme, a page at a time. */
export type PageMembers = (query: { readonly product: string; readonly theme: string }, after: string | undefined, limit: number) => Promise<Page<{ readonly id: string }>>;

export interface CallWish {
  readonly subject: DecisionSubject;
  readonly call: Call;
  readonly reason: string;
  readonly trigger?: RevisitTrigger;
}

/** Records a hard call with the evidence it rests on, frozen. A newer call on the same subject takes the place of the older one. @throws BadInput */
export async function makeCall(closing: Closing, pages: PageMembers, product: string, wish: CallWish, by: string): Promise<Decision> {
  const reason = wish.reason.trim();
  if (reason === '' || reason.length > LONGEST_REASON) throw new BadInput('decision', 'reason', `between 1 and ${LONGEST_REASON} characters`);
  const at = closing.clock.now();
  const snapshot = snapshotOf(await loadAsks(closing, pages, product, wish.subject), at);
  const id = `${product}:${wish.subject.kind}:${wish.subject.id}:${at}`;
  const decision: Decision = { id, product, subject: wish.subject, call: wish.call, by, at, reason, snapshot, ...(wish.trigger === undefined ? {} : { trigger: wish.trigger }) };
  await record(closing, {
    id: `decision:${id}`,
    product,
    kind: 'decision-made',
    by,
    ...(wish.subject.kind === 'issue' ? { issue: wish.subject.id } : {}),
    body: { subject: `${wish.subject.kind}:${wish.subject.id}`, call: wish.call, customers: snapshot.customers, signals: closing.sha256(snapshot.signalIds.join('\n')), reason: closing.sha256(reason) },
  });
  await write(closing, 'decision', () => closing.decisionLog.saveCall(decision));
  return decision;
}

export interface StandingCall {
  readonly decision: Decision;
  readonly reAsked: ReAsked;
}

/** The calls in force, each with how often customers came back to it since; those whose trigger is reached first. */
export async function listCalls(closing: Closing, pages: PageMembers, product: string, accounts: Pick<AccountStore, 'factsOf'>): Promise<readonly StandingCall[]> {
  const calls = await closing.decisionLog.listCalls(product);
  const standing: StandingCall[] = [];
  for (const decision of calls) {
    const asks = await loadAsks(closing, pages, product, decision.subject);
    const wanted = decision.trigger?.kind === 'value' ? [...new Set(freshAsks(decision, asks).flatMap(({ account }) => account ?? []))] : [];
    standing.push({ decision, reAsked: reAsked(decision, asks, wanted.length === 0 ? new Map() : await accounts.factsOf(wanted)) });
  }
  return standing.sort((a, b) => Number(b.reAsked.isReached) - Number(a.reAsked.isReached) || (a.decision.at < b.decision.at ? 1 : -1));
}

async function loadAsks(closing: Closing, pages: PageMembers, product: string, subject: DecisionSubject): Promise<readonly Ask[]> {
  if (subject.kind === 'theme') return asksOf(closing, product, await themeSignals(pages, product, subject.id));
  const { confirmed, shown } = await issueSignals(closing, product, subject.id);
  const sure = new Set(confirmed);
  return (await asksOf(closing, product, [...confirmed, ...shown])).map((ask) => (sure.has(ask.id) ? { ...ask, isConfirmed: true } : ask));
}

/** Confirmed and shown signals of an issue, rejected ones left out. */
async function issueSignals(closing: Closing, product: string, issue: string): Promise<{ readonly confirmed: readonly string[]; readonly shown: readonly string[] }> {
  const [decisions, digests] = await Promise.all([closing.stores.decisions.decisionsOfIssue(product, issue), closing.stores.evidence.listDigests(product, [issue])]);
  const decided = new Set(decisions.map((decision) => decision.signal));
  const shown = (digests[0]?.evidence ?? []).filter((row) => row.shown && !decided.has(row.signal)).map((row) => row.signal);
  return { confirmed: decisions.filter((decision) => decision.verdict === 'confirmed').map((decision) => decision.signal), shown };
}

async function themeSignals(pages: PageMembers, product: string, theme: string): Promise<readonly string[]> {
  const ids: string[] = [];
  let after: string | undefined;
  do {
    const page = await pages({ product, theme }, after, BATCH);
    ids.push(...page.rows.map((row) => row.id));
    after = page.next;
  } while (after !== undefined);
  return ids;
}

async function asksOf(closing: Closing, product: string, ids: readonly string[]): Promise<readonly Ask[]> {
  const asks: Ask[] = [];
  for (let from = 0; from < ids.length; from += BATCH) {
    asks.push(...(await closing.stores.signals.findSignals(product, ids.slice(from, from + BATCH))));
  }
  return asks;
}
