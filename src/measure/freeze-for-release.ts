import type { ContractOrigin, OutcomeContract } from '../domain/outcome';
import type { Issue } from '../domain/issue';
import type { Release } from '../domain/release';
import { editContract, type ReleaseEvent } from './edit-contract';
import { endRingsOf } from './end-rings';
import { freezeContract, type Freeze, type FreezeInput } from './freeze-contract';
import { issueThemes, type IssueTheme } from './issue-themes';
import { loadHeard, type Heard, type Measuring } from './measuring';
import { noteOnContract } from './note-on-contract';
import { OUTCOME_POLICY } from './policy';

export type Frozen =
  | { readonly kind: 'frozen'; readonly contract: OutcomeContract }
  /** The same release again: nothing new was frozen, the event is in the log. */
  | { readonly kind: 'already-frozen'; readonly contract: OutcomeContract }
  | { readonly kind: 'withdrawn'; readonly contract: OutcomeContract }
  | { readonly kind: 'refused'; readonly reason: 'not-released-yet' | 'date-moved-after-read-out' };

export interface FreezeRequest {
  readonly release: Release;
  readonly origin: ContractOrigin;
  /** Jira account id, or what triggered it. */
  readonly by: string;
  readonly byHand?: FreezeInput['byHand'];
}

/**
 * On `released:version`, by the daily check, for a done issue, or by hand. Safe to call twice.
 * A release that was moved to another date is frozen again only as long as no read-out has been seen.
 * @param heard what is loaded already, where several releases are frozen in one go
 * @throws StoreUnavailable
 */
export async function freezeForRelease(measuring: Measuring, request: FreezeRequest, heard?: Heard): Promise<Frozen> {
  const { release } = request;
  const { outcomes, clock } = measuring;
  const live = await findLive(measuring, release);
  if (live !== undefined) {
    const known = await noteOnContract(measuring, live, { kind: 'issues', issues: await issueIds(measuring, release) }, request.by);
    if (release.releasedAt === undefined) return { kind: 'withdrawn', contract: await noteOnContract(measuring, known, { kind: 'unreleased' }, request.by) };
    const edited = editContract(known, { kind: 'released-again', releasedAt: release.releasedAt }, clock.now(), request.by);
    const seen = edited.isToFreezeAgain ? await outcomes.listOutcomes(release.product, live.id) : [];
    if (seen.some((outcome) => outcome.readOut !== 'guard')) {
      // The result stands with the windows it was read on; the log says that the date is another now.
      await outcomes.saveContract({ ...edited.contract, state: known.state });
      return { kind: 'refused', reason: 'date-moved-after-read-out' };
    }
    await outcomes.saveContract(edited.contract);
    if (!edited.isToFreezeAgain) return { kind: 'already-frozen', contract: edited.contract };
  }
  const frozen = await freeze(measuring, request, heard);
  if (frozen.kind === 'refused') return frozen;
  await outcomes.saveContract(frozen.contract);
  await endRingsOf(measuring, frozen.contract);
  measuring.logger.info('outcome.frozen', { contract: frozen.contract.id, targets: frozen.contract.targets.length, mode: frozen.contract.mode });
  return frozen;
}

/** What happened to a release that has a contract: unreleased, deleted, merged, its issues changed. Without a live contract nothing happens. */
export async function recordReleaseEvent(measuring: Measuring, release: Pick<Release, 'id' | 'product'>, event: ReleaseEvent, by: string): Promise<void> {
  const live = await findLive(measuring, release);
  if (live !== undefined) await noteOnContract(measuring, live, event, by);
}

async function freeze(measuring: Measuring, request: FreezeRequest, loaded: Heard | undefined): Promise<Freeze> {
  const { release } = request;
  const { clock } = measuring;
  const { releasedAt } = release;
  if (releasedAt === undefined || releasedAt > clock.now()) return { kind: 'refused', reason: 'not-released-yet' };
  const heard = loaded ?? (await loadHeard(measuring, release.product, releasedAt));
  const issues = await issuesOf(measuring, release);
  return freezeContract(
    {
      release,
      origin: request.origin,
      issues,
      themes: heard.themes,
      issueThemes: await issueThemesOf(measuring, release.product, issues, heard),
      ...(request.byHand === undefined ? {} : { byHand: request.byHand }),
      coverage: heard.coverage,
      moments: heard.moments,
      now: clock.now(),
    },
    OUTCOME_POLICY,
  );
}

async function findLive(measuring: Measuring, release: Pick<Release, 'id' | 'product'>): Promise<OutcomeContract | undefined> {
  const contracts = await measuring.outcomes.listContracts(release.product);
  return contracts.find((contract) => contract.release.id === release.id && contract.state.kind === 'live');
}

/** The themes of each issue, from its evidence and from what people said about it. */
async function issueThemesOf(measuring: Measuring, product: string, issues: readonly Issue[], heard: Heard): Promise<readonly IssueTheme[]> {
  const { evidence, decisions } = measuring.stores;
  const ids = issues.map((issue) => issue.id);
  const [digests, decided] = await Promise.all([evidence.listDigests(product, ids), decisions.listDecisions(product)]);
  const found: IssueTheme[] = [];
  for (const issue of ids) {
    const digest = digests.find((one) => one.issue === issue) ?? { evidence: [], themes: [] };
    found.push(...issueThemes(issue, digest, decided, heard.themeOf));
  }
  return found;
}

/** A release names its issues by key or by id. */
async function issuesOf(measuring: Measuring, release: Release): Promise<Issue[]> {
  const named = new Set(release.issues);
  return (await measuring.stores.issues.listIssues(release.product)).filter((issue) => named.has(issue.key) || named.has(issue.id));
}

async function issueIds(measuring: Measuring, release: Release): Promise<string[]> {
  return (await issuesOf(measuring, release)).map((issue) => issue.id);
}
