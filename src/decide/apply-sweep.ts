import type { ItemState, SweepItem } from '../domain/sweep';
import { ItemChanged } from '../domain/closing-errors';
import { isBacklogItem } from '../domain/issue';
import type { Policy } from '../domain/policy';
import { DAY_IN_MS, epochMs, isoDay, isoTime } from '../domain/time';
import { advance } from './advance';
import { breakerReason } from './breaker';
import type { Usage } from './caps';
import { closeItem, type CloseResult } from './close-item';
import type { Closing } from './closing';
import { isStopped, loadBreaker, loadPolicy, openBreaker } from './gates';
import { withLease } from './lease';
import { liveGaps } from './live-readiness';
import { loadBreakerFacts } from './load-breaker-facts';
import { loadLiveFacts } from './load-live-facts';
import { quietReason } from './calendar';
import { recover } from './recover';
import type { RunCase } from './run-case';
import { withdrawNotices } from './withdraw-notices';

/** States in which an item has been closed at some time. */
const CLOSED_ONCE: readonly ItemState[] = ['closing', 'closed', 'undoing', 'undone', 'reopened-by-evidence', 'reopened-by-person'];

export interface ApplyRun {
  readonly results: readonly CloseResult[];
  readonly recovered: number;
  /** Why nothing (more) was closed. */
  readonly held?: string;
}

/** Closes what is due: noticed, its time of grace over, nothing said against it. At most one run at a time on the site; safe to run at any time, any number of times. */
export async function applySweep(closing: Closing, product: string): Promise<ApplyRun> {
  const run = await withLease(closing, (fence) => applyUnderLease(closing, product, fence));
  return run.kind === 'busy' ? { results: [], recovered: 0, held: 'busy' } : run.result;
}

async function applyUnderLease(closing: Closing, product: string, fence: number): Promise<ApplyRun> {
  const recovered = await recover(closing, product);
  const policy = await loadPolicy(closing, product);
  const held = await heldReason(closing, product, policy);
  if (held !== undefined) return { results: [], recovered, held };
  const results: CloseResult[] = [];
  const usage = await loadUsage(closing, product);
  const gaps = liveGaps(await loadLiveFacts(closing, product, policy), closing.clock.now());
  let inRun = 0;
  let unattended = 0;
  const run: RunCase = {
    id: `${product}:${closing.clock.now()}:${fence}`,
    fence,
    liveGaps: gaps,
    usage: () => ({
      ...usage,
      inRun,
      inProjectToday: usage.inProjectToday + inRun,
      unattendedInProjectToday: usage.unattendedInProjectToday + unattended,
      unattendedOnSiteThisWeek: usage.unattendedOnSiteThisWeek + unattended,
    }),
  };
  for (const item of await due(closing, product)) {
    if (inRun >= policy.runCap) break;
    const result = await closeUnlessChanged(closing, item, run);
    results.push(result);
    // A close whose answer is lost counts: it may well have happened.
    if (result.kind === 'closed' || result.kind === 'raced' || result.kind === 'unknown') {
      inRun += 1;
      if (item.unattended) unattended += 1;
    }
    if (result.kind === 'held') await noteWaiting(closing, item, result.reason);
    const stop = await heldReason(closing, product, policy);
    if (stop !== undefined) return { results, recovered, held: stop };
  }
  return { results, recovered };
}

/** Somebody pressed Keep, or approved, between our read and our write: their change stands. */
async function closeUnlessChanged(closing: Closing, item: SweepItem, run: RunCase): Promise<CloseResult> {
  try {
    return await closeItem(closing, item, run);
  } catch (error) {
    if (error instanceof ItemChanged) return { kind: 'held', reason: 'item-changed' };
    throw error;
  }
}

/** Why a due item still waits stands on the item, so that people can be told; a change that somebody made meanwhile stands. */
async function noteWaiting(closing: Closing, item: SweepItem, reason: string): Promise<void> {
  if (item.note === reason) return;
  try {
    await advance(closing, item, { note: reason });
  } catch (error) {
    if (!(error instanceof ItemChanged)) throw error;
  }
}

/** Anything that forbids every close; opens the breaker where the last weeks ask for it. */
async function heldReason(closing: Closing, product: string, policy: Policy): Promise<string | undefined> {
  if (policy.mode === 'off' || policy.mode === 'observe') return 'mode';
  if (await isStopped(closing)) return 'stopped';
  if ((await loadBreaker(closing, product)).kind === 'open') return 'breaker-open';
  const reason = breakerReason(await loadBreakerFacts(closing, product, policy));
  if (reason !== undefined) {
    await openBreaker(closing, product, reason);
    await withdrawNotices(closing, product, reason);
    return 'breaker-open';
  }
  return quietReason(policy, closing.clock.now());
}

async function due(closing: Closing, product: string): Promise<readonly SweepItem[]> {
  const now = closing.clock.now();
  const noticed = await closing.sweeps.listItems(product, ['noticed']);
  return noticed.filter((item) => item.closeAfter !== undefined && item.closeAfter <= now).sort((a, b) => ((a.closeAfter ?? '') < (b.closeAfter ?? '') ? -1 : 1));
}

/** Closes of today and of this week, from what is stored: an undone close still counts. */
async function loadUsage(closing: Closing, product: string): Promise<Usage> {
  const now = closing.clock.now();
  const weekAgo = isoTime(epochMs(now) - 7 * DAY_IN_MS);
  let unattendedOnSiteThisWeek = 0;
  let openOnSite = 0;
  let here: readonly SweepItem[] = [];
  let openInProject = 0;
  for (const each of await closing.stores.products.listProducts()) {
    const items = await closing.sweeps.listItems(each.id, CLOSED_ONCE);
    unattendedOnSiteThisWeek += items.filter((item) => item.unattended && (item.closedAt ?? now) >= weekAgo).length;
    const open = (await closing.stores.issues.listIssues(each.id)).filter(isBacklogItem).length;
    openOnSite += open;
    if (each.id === product) {
      here = items;
      openInProject = open;
    }
  }
  const today = here.filter((item) => isoDay(item.closedAt ?? now) === isoDay(now));
  return {
    inRun: 0,
    inProjectToday: today.length,
    unattendedInProjectToday: today.filter((item) => item.unattended).length,
    unattendedOnSiteThisWeek,
    openInProject,
    openOnSite,
  };
}
