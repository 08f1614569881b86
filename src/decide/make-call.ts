import type { Call, Decision, DecisionSubject, RevisitTrigger } from '../domain/decision';
import { BadInput } from '../domain/errors';
import { customerKey } from '../domain/customer';
import { write, type Closing } from './closing';
import { reAsked, snapshotOf, type Ask, type ReAsked } from './no-list';
import { record } from './record';
import type { Assignment } from '../domain/theme';
import type { Page } from '../ports/stores';

const BATCH = 500;
const LONGEST_REASON = 500;

/** Reads which signals stand in which theme, a page at a time. */
export type PageAssignments = (product: string, after: string | undefined, limit: number) => Promise<Page<Assignment>>;

export interface CallWish {
  readonly subject: DecisionSubject;
  readonly call: Call;
  readonly reason: string;
  readonly trigger?: RevisitTrigger;
}

/** Records a hard call with the evidence it rests on, frozen. A newer call on the same subject takes the place of the older one. @throws BadInput */
export async function makeCall(closing: Closing, pages: PageAssignments, product: string, wish: CallWish, by: string): Promise<Decision> {
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
export async function listCalls(closing: Closing, pages: PageAssignments, product: string): Promise<readonly StandingCall[]> {
  const calls = await closing.decisionLog.listCalls(product);
  const byTheme = await loadThemeSignals(pages, product, new Set(calls.filter((call) => call.subject.kind === 'theme').map((call) => call.subject.id)));
  const standing: StandingCall[] = [];
  for (const decision of calls) {
    const ids = decision.subject.kind === 'theme' ? (byTheme.get(decision.subject.id) ?? []) : await issueSignals(closing, product, decision.subject.id);
    standing.push({ decision, reAsked: reAsked(decision, await asksOf(closing, product, ids)) });
  }
  return standing.sort((a, b) => Number(b.reAsked.isReached) - Number(a.reAsked.isReached) || (a.decision.at < b.decision.at ? 1 : -1));
}

async function loadAsks(closing: Closing, pages: PageAssignments, product: string, subject: DecisionSubject): Promise<readonly Ask[]> {
  if (subject.kind === 'issue') return asksOf(closing, product, await issueSignals(closing, product, subject.id));
  return asksOf(closing, product, (await loadThemeSignals(pages, product, new Set([subject.id]))).get(subject.id) ?? []);
}

/** Confirmed and shown signals of an issue, rejected ones left out. */
async function issueSignals(closing: Closing, product: string, issue: string): Promise<readonly string[]> {
  const [decisions, digests] = await Promise.all([closing.stores.decisions.decisionsOfIssue(product, issue), closing.stores.evidence.listDigests(product, [issue])]);
  const decided = new Set(decisions.map((decision) => decision.signal));
  const shown = (digests[0]?.evidence ?? []).filter((row) => row.shown && !decided.has(row.signal)).map((row) => row.signal);
  return [...decisions.filter((decision) => decision.verdict === 'confirmed').map((decision) => decision.signal), ...shown];
}

async function loadThemeSignals(pages: PageAssignments, product: string, themes: ReadonlySet<string>): Promise<ReadonlyMap<string, readonly string[]>> {
  const found = new Map<string, string[]>([...themes].map((theme) => [theme, []]));
  let after: string | undefined;
  while (themes.size > 0) {
    const page = await pages(product, after, BATCH);
    for (const { theme, signal } of page.rows) if (theme !== undefined) found.get(theme)?.push(signal);
    if (page.next === undefined) break;
    after = page.next;
  }
  return found;
}

async function asksOf(closing: Closing, product: string, ids: readonly string[]): Promise<readonly Ask[]> {
  const asks: Ask[] = [];
  for (let from = 0; from < ids.length; from += BATCH) {
    for (const signal of await closing.stores.signals.findSignals(product, ids.slice(from, from + BATCH))) {
      asks.push({ signal: signal.id, at: signal.at, customer: customerKey(signal), value: signal.value ?? 0 });
    }
  }
  return asks;
}
