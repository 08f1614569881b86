import { APP } from '../domain/ledger';
import { isBacklogItem, type Issue } from '../domain/issue';
import type { FallbackOffer, Policy } from '../domain/policy';
import { EVERY_STATE, type Batch, type CloseGround, type ItemState, type SweepItem } from '../domain/sweep';
import { daysBetween, isoDay, type IsoTime } from '../domain/time';
import type { Verdict } from '../domain/verdict';
import { closeGround } from './close-grounds';
import { write, type Closing } from './closing';
import { loadPolicy } from './gates';
import { judge } from './judge';
import { caseOf, loadHeard, type Heard } from './load-cases';
import { evidenceHash } from './evidence-hash';
import { inspect } from './inspect';
import { markProtection, storedProtection } from './protections';
import { record } from './record';
import { standingOf } from './standing';

const WEEK_DAYS = 7;
/** Fresh reads a plan may spend on items that turn out to be protected. */
const READS_PER_PLACE = 3;
const BUSY: readonly ItemState[] = ['proposed', 'approved', 'noticing', 'noticed', 'closing', 'closed', 'undoing'];

export interface Plan {
  readonly batch: Batch;
  readonly items: readonly SweepItem[];
}

/** Is a new batch due? One a week, so that nothing waits longer than seven days for a proposal. */
export async function isPlanDue(closing: Closing, product: string): Promise<boolean> {
  const [last] = await closing.sweeps.listBatches(product, 1);
  return last === undefined || daysBetween(last.plannedAt, closing.clock.now()) >= WEEK_DAYS;
}

/**
 * Judges every open item and proposes at most a batch of closes, strongest reason first, oldest first within a reason. Writes proposals only;
 * nothing in Jira changes. Safe to run twice, and often: at most a batch of new proposals in any seven days.
 */
export async function planSweep(closing: Closing, product: string): Promise<Plan> {
  const now = closing.clock.now();
  const policy = await loadPolicy(closing, product);
  const open = (await closing.stores.issues.listIssues(product)).filter(isBacklogItem);
  const heard = await loadHeard(closing, product, open.map((issue) => issue.id), policy);
  const verdicts = open.map((issue) => judge(caseOf(issue, heard, policy, now), policy, now));
  await write(closing, 'verdicts', () => closing.sweeps.saveVerdicts(product, verdicts));
  await write(closing, 'standing', () => closing.sweeps.saveStanding(product, standingOf(verdicts, now)));
  const ranked = policy.mode === 'off' ? { candidates: [], leftAlone: {} } : await rankCandidates(closing, { product, open, verdicts, policy, now });
  const recent = (await closing.sweeps.listItems(product, EVERY_STATE)).filter((item) => daysBetween(item.proposedAt, now) < WEEK_DAYS);
  const places = Math.max(0, policy.batchSize - recent.length);
  const plan = await firstOf(closing, { product, ranked, heard, policy, now, looked: open.length, places });
  for (const item of plan.items) await write(closing, 'proposal', () => closing.sweeps.addItem(item));
  await write(closing, 'batch', () => closing.sweeps.saveBatch(plan.batch));
  await record(closing, {
    id: `batch:${plan.batch.id}`,
    product,
    kind: 'batch-planned',
    by: APP,
    body: { policyVersion: policy.version, looked: plan.batch.looked, candidates: plan.batch.candidates, proposed: plan.items.length },
  });
  return plan;
}

interface Candidate {
  readonly issue: Issue;
  readonly verdict: Verdict;
  readonly ground: CloseGround;
}

interface Ranked {
  readonly candidates: readonly Candidate[];
  readonly leftAlone: Readonly<Record<string, number>>;
}

interface RankCase {
  readonly product: string;
  readonly open: readonly Issue[];
  readonly verdicts: readonly Verdict[];
  readonly policy: Policy;
  readonly now: IsoTime;
}

async function rankCandidates(closing: Closing, { product, open, verdicts, policy, now }: RankCase): Promise<Ranked> {
  const [releases, busy, marks] = await Promise.all([
    closing.stores.issues.listReleases(product),
    closing.sweeps.listItems(product, BUSY),
    closing.sweeps.listMarks(product),
  ]);
  const duplicates = await duplicatesOf(closing, open);
  const taken = new Set(busy.map((item) => item.issue));
  const candidates: Candidate[] = [];
  const leftAlone: Record<string, number> = {};
  const leave = (reason: string): void => {
    leftAlone[reason] = (leftAlone[reason] ?? 0) + 1;
  };
  for (const [index, issue] of open.entries()) {
    const verdict = verdicts[index];
    if (verdict === undefined) continue;
    if (taken.has(issue.id)) {
      leave('in-a-sweep');
      continue;
    }
    const duplicateOf = duplicates.pairs.get(issue.id);
    const ground = closeGround({ issue, verdict, releases, ...(duplicateOf === undefined ? {} : { duplicateOf }) });
    if (ground === undefined) {
      leave(verdict.judgement.kind === 'abstain' ? verdict.judgement.reason : verdict.judgement.kind);
      continue;
    }
    const isOriginal = ground.kind === 'no-support' && duplicates.originals.has(issue.id);
    const stored = isOriginal ? 'original-of-duplicate' : storedProtection(issue, ground, policy);
    const protection = markProtection(marks.filter((mark) => mark.issue === issue.id), now) ?? stored;
    if (protection === undefined) candidates.push({ issue, verdict, ground });
    else leave(protection);
  }
  return { candidates: candidates.sort(strongestFirst), leftAlone };
}

interface Duplicates {
  readonly pairs: ReadonlyMap<string, { readonly of: string; readonly ofKey: string }>;
  readonly originals: ReadonlySet<string>;
}

async function duplicatesOf(closing: Closing, open: readonly Issue[]): Promise<Duplicates> {
  const projects = [...new Set(open.map((issue) => issue.project))];
  const found = projects.length === 0 ? [] : await closing.tracker.fetchDuplicates(projects);
  const originals = new Set(found.map((pair) => pair.of));
  // Two items that name each other as the original would close each other: neither is taken.
  const pairs = found.filter((pair) => pair.ofIsOpen && !originals.has(pair.issue));
  return { originals, pairs: new Map(pairs.map(({ issue, of, ofKey }) => [issue, { of, ofKey }])) };
}

const STRENGTH: Readonly<Record<CloseGround['kind'], number>> = { duplicate: 0, shipped: 1, 'no-support': 2 };

function strongestFirst(a: Candidate, b: Candidate): number {
  const byGround = STRENGTH[a.ground.kind] - STRENGTH[b.ground.kind];
  if (byGround !== 0) return byGround;
  if (a.issue.createdAt !== b.issue.createdAt) return a.issue.createdAt < b.issue.createdAt ? -1 : 1;
  return a.issue.id < b.issue.id ? -1 : 1;
}

interface FirstCase {
  readonly product: string;
  readonly ranked: Ranked;
  readonly heard: Heard;
  readonly policy: Policy;
  readonly now: IsoTime;
  readonly looked: number;
  readonly places: number;
}

/** Reads candidates afresh until the batch is full: what Jira says now protects more than what we stored. */
async function firstOf(closing: Closing, { product, ranked, heard, policy, now, looked, places }: FirstCase): Promise<Plan> {
  const batchId = `${product}:${isoDay(now)}`;
  const leftAlone: Record<string, number> = { ...ranked.leftAlone };
  const items: SweepItem[] = [];
  const offers = new Map<string, FallbackOffer>();
  let isWayMissing = false;
  let reads = 0;
  for (const { issue, verdict, ground } of ranked.candidates) {
    if (items.length >= places || reads >= places * READS_PER_PLACE) break;
    reads += 1;
    const found = await inspect(closing, issue.id, ground, policy);
    if (found.kind === 'protected') {
      leftAlone[found.reason] = (leftAlone[found.reason] ?? 0) + 1;
      isWayMissing ||= found.offers !== undefined;
      for (const offer of found.offers ?? []) offers.set(`${offer.kind} ${offer.name}`, offer);
      continue;
    }
    const digest = heard.digests.get(issue.id);
    const nearest = digest?.themes[0]?.theme;
    items.push({
      id: `${batchId}:${issue.id}`,
      batch: batchId,
      product,
      issue: issue.id,
      key: found.item.issue.key,
      project: found.item.issue.project,
      ground,
      judgement: verdict.judgement,
      listening: verdict.inputs.listening,
      evidenceHash: evidenceHash(verdict, closing.sha256),
      policyVersion: policy.version,
      state: 'proposed',
      revision: 1,
      proposedAt: now,
      unattended: false,
      losses: found.way.losses,
      before: found.before,
      attempts: 0,
      ...(nearest === undefined ? {} : { nearestTheme: nearest }),
    });
  }
  const batch: Batch = { id: batchId, product, plannedAt: now, policyVersion: policy.version, looked, leftAlone, candidates: ranked.candidates.length, points: reads * POINTS_PER_READ, ...(isWayMissing ? { offers: [...offers.values()] } : {}) };
  return { batch, items };
}

/** Jira's points for looking at one candidate afresh: the issue with history, comments, children and rights, its transitions and its editable fields. */
export const POINTS_PER_READ = 20;
