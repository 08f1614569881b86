import { isFirstReading } from '../domain/first-reading';
import type { Issue } from '../domain/issue';
import type { OutcomeContract } from '../domain/outcome';
import type { Release } from '../domain/release';
import { epochMs, isoTime, WEEK_IN_MS } from '../domain/time';
import type { ReleaseEvent } from './edit-contract';
import { freezeForRelease, recordReleaseEvent } from './freeze-for-release';
import { guardContract } from './guard-contract';
import { judgeInputOf, loadHeard, type Heard, type Measuring } from './measuring';
import { OUTCOME_POLICY } from './policy';
import { dueReadOuts, judgeAndSave } from './read-out';
import { ISSUE_RELEASE } from './release-kinds';

/** What a day's check of a product did. */
export interface GuardReport {
  readonly frozen: number;
  readonly readOuts: number;
  readonly fired: number;
  readonly adverse: number;
}

/**
 * A release older than this without a contract is history. One frozen late says so: its `frozenAt` stands beside the release's date,
 * and what it compares follows from fixed rules, not from a look at the result.
 */
const FREEZE_WITHIN_WEEKS = 40;
/** Frozen in one run, newest first; a long release history follows with the next runs, so that no run takes long. */
const FROZEN_PER_RUN = 12;
/** An issue that shipped by itself is small news: it is followed for one quarter. */
const ISSUE_WITHIN_WEEKS = 16;
/** A contract is watched until its last read-out and a little longer, for late sources. */
const WATCHED_WEEKS = FREEZE_WITHIN_WEEKS + 12;

/**
 * Once a day for each product: freezes what an event that got lost should have frozen, withdraws what was unreleased or deleted,
 * makes the read-outs that are due, and looks for rises. Safe to repeat.
 * @throws StoreUnavailable
 */
export async function dailyGuard(measuring: Measuring, product: string): Promise<GuardReport> {
  const { outcomes, stores, clock } = measuring;
  const now = clock.now();
  const oldest = isoTime(epochMs(now) - WATCHED_WEEKS * WEEK_IN_MS);
  const releases = await stores.issues.listReleases(product);
  const issues = await stores.issues.listIssues(product);
  await followReleases(measuring, product, releases, issues);
  const heard = await loadHeard(measuring, product, oldest);
  // Before the customers were read there are no themes: a contract frozen now would promise nothing, and stay so.
  const { state, sources } = heard.coverage;
  if (state === 'nothing-connected' || state === 'reading' || isFirstReading(sources)) return { frozen: 0, readOuts: 0, fired: 0, adverse: 0 };
  const frozen = await freezeMissed(measuring, product, [...releases, ...doneWithoutVersion(product, issues)], heard);
  let [readOuts, fired, adverse] = [0, 0, 0];
  for (const contract of (await outcomes.listContracts(product)).filter((one) => isWatched(one, oldest))) {
    const input = await judgeInputOf(measuring, contract, heard);
    for (const weeks of dueReadOuts(contract, input, await outcomes.listOutcomes(product, contract.id))) {
      await judgeAndSave(measuring, input, weeks);
      readOuts += 1;
    }
    const found = guardContract(input, OUTCOME_POLICY);
    await outcomes.saveOutcomes(product, found.fired);
    for (const one of found.adverse) await outcomes.saveAdverse(product, one);
    fired += found.fired.length;
    adverse += found.adverse.length;
  }
  measuring.logger.info('outcome.guarded', { product, frozen, readOuts, fired, adverse });
  return { frozen, readOuts, fired, adverse };
}

function isWatched(contract: OutcomeContract, oldest: string): boolean {
  return contract.state.kind === 'live' && contract.release.releasedAt >= oldest;
}

/** What happened to the releases of live contracts since: gone, unreleased, or other issues in them. */
async function followReleases(measuring: Measuring, product: string, releases: readonly Release[], issues: readonly Issue[]): Promise<void> {
  for (const contract of await measuring.outcomes.listContracts(product)) {
    if (contract.state.kind !== 'live' || contract.origin === 'issue-done' || contract.origin === 'roll-out') continue;
    const release = releases.find((one) => one.id === contract.release.id);
    if (release === undefined) await recordReleaseEvent(measuring, { id: contract.release.id, product }, goneEvent(contract, releases, issues), BY);
    else if (release.releasedAt === undefined) await recordReleaseEvent(measuring, release, { kind: 'unreleased' }, BY);
    else await recordReleaseEvent(measuring, release, { kind: 'issues', issues: idsOf(release, issues) }, BY);
  }
}

/** Jira merges by deleting one version and giving its issues another: where all of them went to one, that one took it in. */
function goneEvent(contract: OutcomeContract, releases: readonly Release[], issues: readonly Issue[]): ReleaseEvent {
  const known = new Set(issues.map((issue) => issue.id));
  const own = [...contract.targets, ...contract.withoutTarget].map((one) => one.issue).filter((issue) => known.has(issue));
  const into = releases.find((release) => own.length > 0 && own.every((issue) => idsOf(release, issues).includes(issue)));
  return into === undefined ? { kind: 'deleted' } : { kind: 'merged', into: into.id };
}

function idsOf(release: Release, issues: readonly Issue[]): string[] {
  return issues.filter((issue) => release.issues.includes(issue.key) || release.issues.includes(issue.id)).map((issue) => issue.id);
}

const BY = 'daily-check';

async function freezeMissed(measuring: Measuring, product: string, releases: readonly Release[], heard: Heard): Promise<number> {
  const contracts = await measuring.outcomes.listContracts(product);
  const now = measuring.clock.now();
  let frozen = 0;
  const newestFirst = [...releases].sort((a, b) => ((a.releasedAt ?? '') < (b.releasedAt ?? '') ? 1 : -1));
  for (const release of newestFirst) {
    if (frozen >= FROZEN_PER_RUN) break;
    const within = release.id.startsWith(ISSUE_RELEASE) ? ISSUE_WITHIN_WEEKS : FREEZE_WITHIN_WEEKS;
    const since = isoTime(epochMs(now) - within * WEEK_IN_MS);
    const known = contracts.find((one) => one.release.id === release.id && one.state.kind === 'live');
    const isNew = known === undefined && release.releasedAt !== undefined && release.releasedAt >= since && release.releasedAt <= now;
    const isMoved = known !== undefined && release.releasedAt !== known.release.releasedAt;
    if (!isNew && !isMoved) continue;
    const origin = release.id.startsWith(ISSUE_RELEASE) ? 'issue-done' : 'daily-check';
    const done = await freezeForRelease(measuring, { release, origin, by: BY }, heard);
    if (done.kind === 'frozen') frozen += 1;
  }
  return frozen;
}

/** A done issue in no version ships by itself, on the day it was resolved. */
export function doneWithoutVersion(product: string, issues: readonly Issue[]): Release[] {
  return issues.flatMap((issue) => {
    if (issue.statusCategory !== 'done' || issue.fixVersions.length > 0 || issue.resolvedAt === undefined) return [];
    return [{ id: `${ISSUE_RELEASE}${issue.id}`, product, name: issue.key, releasedAt: issue.resolvedAt, issues: [issue.id] }];
  });
}
