import { AnswerLost, WriteRefused } from '../domain/closing-errors';
import { APP } from '../domain/ledger';
import type { Policy } from '../domain/policy';
import type { SweepItem, WayThrough } from '../domain/sweep';
import { DAY_IN_MS, epochMs, isoTime } from '../domain/time';
import { advance } from './advance';
import type { Closing } from './closing';
import { ensureComment } from './ensure-comment';
import { isStopped, loadBreaker, loadPolicy } from './gates';
import { inspect } from './inspect';
import { withLease } from './lease';
import { loadLiveFacts } from './load-live-facts';
import { liveGaps } from './live-readiness';
import { noticeText } from './notice';
import { noticeOp } from './operation';
import { BOUNDS, UNATTENDED_FLOORS } from './policy-bounds';
import { markProtection } from './protections';
import { recheck } from './recheck';
import { record } from './record';
import { isSettled } from './settled';

export interface NoticeRun {
  readonly given: readonly SweepItem[];
  readonly cancelled: readonly SweepItem[];
  readonly held?: 'stopped' | 'breaker-open' | 'mode' | 'busy';
}

/** Tells people, on the issue, what is about to happen and when. Safe to run again at any point. */
export async function giveNotices(closing: Closing, product: string): Promise<NoticeRun> {
  const run = await withLease(closing, () => noticesUnderLease(closing, product));
  return run.kind === 'busy' ? { given: [], cancelled: [], held: 'busy' } : run.result;
}

async function noticesUnderLease(closing: Closing, product: string): Promise<NoticeRun> {
  const policy = await loadPolicy(closing, product);
  if (policy.mode === 'off' || policy.mode === 'observe') return { given: [], cancelled: [], held: 'mode' };
  const given: SweepItem[] = [];
  const cancelled: SweepItem[] = [];
  for (const item of await due(closing, product, policy)) {
    if (await isStopped(closing)) return { given, cancelled, held: 'stopped' };
    if ((await loadBreaker(closing, product)).kind === 'open') return { given, cancelled, held: 'breaker-open' };
    const after = await giveNotice(closing, item, policy);
    if (after?.state === 'noticed') given.push(after);
    else if (after !== undefined) cancelled.push(after);
  }
  return { given, cancelled };
}

async function due(closing: Closing, product: string, policy: Policy): Promise<readonly SweepItem[]> {
  const items = await closing.sweeps.listItems(product, ['approved', 'noticing', 'proposed']);
  const unasked = policy.mode === 'notice-only' || (policy.mode === 'live' && liveGaps(await loadLiveFacts(closing, product, policy), closing.clock.now()).length === 0);
  return items.filter((item) => item.state !== 'proposed' || unasked);
}

/** One notice. Undefined while an earlier try may still arrive. */
async function giveNotice(closing: Closing, item: SweepItem, policy: Policy): Promise<SweepItem | undefined> {
  if (item.state === 'noticing' && !isSettled(item, closing.clock.now())) return undefined;
  const op = noticeOp(item, closing.sha256);
  const isSaid = item.state === 'noticing' && (await closing.tracker.findComment(item.issue, op)) !== undefined;
  const found = await inspect(closing, item.issue, item.ground, policy);
  const refusal = found.kind === 'protected' ? found.reason : await refusalNow(closing, item, policy);
  const note = { product: item.product, by: item.approvedBy ?? APP, issue: item.issue, op };
  if (refusal !== undefined && !isSaid) {
    if (item.state === 'noticing') await record(closing, { ...note, id: `notice-withdrawn:${op}`, kind: 'notice-withdrawn', body: { item: item.id, reason: refusal } });
    return advance(closing, item, { state: 'cancelled', note: refusal });
  }
  // A notice that stands is a promise of time: it is completed, and what has changed meanwhile stops the close itself.
  const unattended = item.approvedBy === undefined;
  const days = Math.max(policy.graceDays, unattended ? UNATTENDED_FLOORS.graceDays : BOUNDS.graceDays.floor);
  const closeAfter = isoTime(epochMs(closing.clock.now()) + days * DAY_IN_MS);
  await record(closing, { ...note, id: `notice-intent:${op}`, kind: 'notice-intent', body: { item: item.id, evidence: item.evidenceHash, policyVersion: item.policyVersion } });
  const before = found.kind === 'free' ? { before: found.before, losses: found.way.losses } : {};
  const trying = await advance(closing, item, { state: 'noticing', triedAt: closing.clock.now(), unattended, ...before });
  if (!isSaid) {
    const said = await say(closing, trying, op, closeAfter, found.kind === 'free' ? found.way : undefined);
    if (said !== 'said') return said;
  }
  await record(closing, { ...note, id: `notice-done:${op}`, kind: 'notice-done', body: { item: item.id, closeAfter } });
  return advance(closing, trying, { state: 'noticed', noticedAt: closing.clock.now(), closeAfter });
}

async function say(closing: Closing, item: SweepItem, op: string, closeAfter: string, way: WayThrough | undefined): Promise<'said' | SweepItem | undefined> {
  try {
    const resolution = way?.resolution === undefined ? {} : { resolution: way.resolution };
    const site = closing.siteUrl === undefined ? {} : { siteUrl: closing.siteUrl };
    await ensureComment(closing, item.issue, op, noticeText({ ground: item.ground, closeAfter, losses: item.losses, ...resolution, ...site }));
    return 'said';
  } catch (error) {
    if (error instanceof AnswerLost) return undefined;
    if (!(error instanceof WriteRefused)) throw error;
    await record(closing, { id: `notice-withdrawn:${op}`, product: item.product, kind: 'notice-withdrawn', by: APP, issue: item.issue, op, body: { item: item.id, reason: 'refused' } });
    return advance(closing, item, { state: 'parked', note: `refused-${error.status}` });
  }
}

async function refusalNow(closing: Closing, item: SweepItem, policy: Policy): Promise<string | undefined> {
  const marked = markProtection(await closing.sweeps.marksOfIssue(item.issue), closing.clock.now());
  if (marked !== undefined) return marked;
  const sight = await closing.tracker.fetchItem(item.issue);
  if (sight.kind === 'not-visible') return 'not-visible';
  const { verdict, ground } = await recheck(closing, item, sight.item, policy);
  if (ground?.kind === item.ground.kind) return undefined;
  return verdict.judgement.kind === 'abstain' ? verdict.judgement.reason : 'ground-gone';
}
