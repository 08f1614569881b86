import { APP } from '../domain/ledger';
import { isBacklogItem } from '../domain/issue';
import type { Policy } from '../domain/policy';
import { countAskingAgain } from '../domain/asked-again';
import type { SweepItem } from '../domain/sweep';
import { advance } from './advance';
import type { Closing } from './closing';
import { isStopped, loadBreaker, loadPolicy } from './gates';
import { handsOff } from './hands-off';
import { withLease } from './lease';
import { loadHeard, type Heard } from './load-cases';
import { moveEvidence } from './move-evidence';
import { record } from './record';
import { askedSince, comesBack, type ComeBack } from './resurface';
import { takeBack } from './take-back';

export interface WatchRun {
  readonly proposed: readonly SweepItem[];
  readonly reopened: readonly SweepItem[];
  readonly byPerson: readonly SweepItem[];
}

/** Closed items keep collecting: what customers ask for again comes back, and what a person reopened is left alone for good. */
export async function watchClosed(closing: Closing, product: string): Promise<WatchRun | 'busy'> {
  const run = await withLease(closing, () => watchUnderLease(closing, product));
  return run.kind === 'busy' ? 'busy' : run.result;
}

async function watchUnderLease(closing: Closing, product: string): Promise<WatchRun> {
  const policy = await loadPolicy(closing, product);
  const closed = await closing.sweeps.listItems(product, ['closed']);
  const heard = await loadHeard(closing, product, closed.map((item) => item.issue), policy);
  const proposed: SweepItem[] = [];
  const reopened: SweepItem[] = [];
  const byPerson: SweepItem[] = [];
  for (const item of closed) {
    const person = await reopenedByPerson(closing, item);
    if (person !== undefined) byPerson.push(person);
    else if (item.ground.kind === 'duplicate') await moveEvidence(closing, item, item.ground.of);
    else {
      const back = await comesBackNow(closing, item, heard, policy);
      if (back === undefined) continue;
      const after = await bringBack(closing, item, back, heard, policy);
      (after.state === 'closed' ? proposed : reopened).push(after);
    }
  }
  return { proposed, reopened, byPerson };
}

/** The stored issue says open: one fresh read tells whether that is so and makes it final. */
async function reopenedByPerson(closing: Closing, item: SweepItem): Promise<SweepItem | undefined> {
  const stored = await closing.stores.issues.findIssue(item.issue);
  if (stored === undefined || !isBacklogItem(stored.issue)) return undefined;
  const sight = await closing.tracker.fetchItem(item.issue);
  if (sight.kind === 'not-visible' || !isBacklogItem(sight.item.issue)) return undefined;
  return handsOff(closing, item, 'reopened-by-person');
}

/** Only what asks for an item is read with its words: of thousands of closed items hardly any is asked for. */
async function comesBackNow({ stores }: Closing, item: SweepItem, heard: Heard, policy: Policy): Promise<ComeBack | undefined> {
  const decisions = heard.decisions.get(item.issue) ?? [];
  const closed = { closedAt: item.closedAt ?? item.proposedAt, evidence: heard.digests.get(item.issue)?.evidence ?? [], decisions, signal: (id: string) => heard.signals.get(id) };
  const asking = askedSince(closed, policy);
  return asking.length === 0 ? undefined : comesBack(await stores.signals.findSignals(item.product, asking), decisions, policy);
}

async function bringBack(closing: Closing, item: SweepItem, back: ComeBack, heard: Heard, policy: Policy): Promise<SweepItem> {
  const signals = closing.sha256([...back.signals].sort().join('\n'));
  // Said before the close and found only now: the close was wrong when it was made, and closing stops until a person has looked.
  const wrong = item.ground.kind === 'no-support' && back.signals.some((id) => (heard.signals.get(id)?.at ?? '') <= (item.closedAt ?? ''));
  const body = { item: item.id, run: item.run ?? '', customers: back.customers, count: back.signals.length, signals, wrong };
  await record(closing, { id: `reopen-proposed:${item.id}:${signals}`, product: item.product, kind: 'reopen-proposed', by: APP, issue: item.issue, body });
  const marked = sameSignals(item, back) ? item : await advance(closing, item, { reopenSignals: back.signals });
  const mayWrite = policy.reopenBy === 'itself' && !(await isStopped(closing)) && (await loadBreaker(closing, item.product)).kind === 'shut';
  if (!mayWrite) return marked;
  return (await takeBack(closing, marked, { by: APP, why: 'new-evidence', state: 'reopened-by-evidence', customers: back.customers })).item;
}

function sameSignals(item: SweepItem, back: ComeBack): boolean {
  return item.reopenSignals?.join('\n') === back.signals.join('\n');
}

/** A person accepts a proposal to bring an item back: the customer was right, so it counts as our error. */
export async function acceptReopen(closing: Closing, item: SweepItem, by: string): Promise<SweepItem | 'busy'> {
  const run = await withLease(closing, async () => (await takeBack(closing, item, { by, why: 'new-evidence', state: 'reopened-by-evidence', customers: await customersAsking(closing, item) })).item);
  return run.kind === 'busy' ? 'busy' : run.result;
}

/** As the person who accepts saw it; somebody asked, also where their words are gone meanwhile. */
async function customersAsking({ stores }: Closing, item: SweepItem): Promise<number> {
  const [signals, decisions] = await Promise.all([stores.signals.findSignals(item.product, item.reopenSignals ?? []), stores.decisions.decisionsOfIssue(item.product, item.issue)]);
  return Math.max(1, countAskingAgain(signals, decisions));
}
