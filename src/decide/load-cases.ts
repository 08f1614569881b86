import { isPending } from '../domain/import';
import { coverageOf } from '../domain/coverage';
import { customerKey } from '../domain/customer';
import type { LinkDecision } from '../domain/evidence';
import type { Issue } from '../domain/issue';
import type { Policy } from '../domain/policy';
import type { Listening } from '../domain/verdict';
import { DAY_IN_MS, epochMs, isoTime } from '../domain/time';
import type { VisibilityClass } from '../domain/visibility';
import type { IssueDigest } from '../ports/stores';
import type { Closing } from './closing';
import type { Case } from './judge';
import { proveListening } from './prove-listening';
import { weighSupport, type SpokenBy } from './weigh-support';

const BATCH = 500;
const IMPORTS_LOOKED_AT = 200;

export interface SignalFact extends SpokenBy {
  readonly visibility: VisibilityClass;
}

/** What was heard about some issues, loaded once. */
export interface Heard {
  readonly listening: Listening;
  readonly engineVersion: string | undefined;
  readonly digests: ReadonlyMap<string, IssueDigest>;
  readonly decisions: ReadonlyMap<string, readonly LinkDecision[]>;
  readonly signals: ReadonlyMap<string, SignalFact>;
  /** Issues that customers spoke to whose words went with a source, and when. */
  readonly removed: ReadonlyMap<string, string>;
}

/** Were we listening, as of now? Read afresh: it decides whether anything may be closed at all. */
export async function loadListening(closing: Closing, product: string, policy: Policy): Promise<Listening> {
  const { products, evidence, imports } = closing.stores;
  const now = closing.clock.now();
  const [sources, runs, derived, stored, volumes] = await Promise.all([
    products.listCoverage(product),
    imports.listRuns(product, IMPORTS_LOOKED_AT),
    evidence.findRun(product),
    closing.sweeps.countSaid(product),
    closing.sweeps.countVolumes(product, now),
  ]);
  const pending = runs.filter(isPending).length;
  return proveListening({ coverage: coverageOf(sources, pending, now), volumes, derived, stored }, policy, now);
}

/** Everything about these issues that a verdict rests on. */
export async function loadHeard(closing: Closing, product: string, issues: readonly string[], policy: Policy): Promise<Heard> {
  const { evidence, decisions } = closing.stores;
  const wanted = new Set(issues);
  const [listening, derived, digests, inForce, removed] = await Promise.all([
    loadListening(closing, product, policy),
    evidence.findRun(product),
    evidence.listDigests(product, issues),
    decisions.listDecisions(product),
    evidence.listRemoved(product),
  ]);
  const byIssue = new Map<string, LinkDecision[]>();
  for (const decision of inForce) {
    if (!wanted.has(decision.issue)) continue;
    const list = byIssue.get(decision.issue);
    if (list === undefined) byIssue.set(decision.issue, [decision]);
    else list.push(decision);
  }
  const ids = new Set<string>();
  for (const digest of digests) for (const row of digest.evidence) ids.add(row.signal);
  for (const list of byIssue.values()) for (const decision of list) ids.add(decision.signal);
  return {
    listening,
    engineVersion: derived?.engineVersion,
    digests: new Map(digests.map((digest) => [digest.issue, digest])),
    decisions: byIssue,
    signals: await loadSignals(closing, product, [...ids]),
    removed,
  };
}

/** Who said these signals and when; one that is gone at its source is not in the answer. */
export async function loadSignals(closing: Closing, product: string, ids: readonly string[]): Promise<ReadonlyMap<string, SignalFact>> {
  const facts = new Map<string, SignalFact>();
  for (let from = 0; from < ids.length; from += BATCH) {
    const found = await closing.stores.signals.findSignals(product, ids.slice(from, from + BATCH));
    for (const signal of found) facts.set(signal.id, { at: signal.at, customer: customerKey(signal), visibility: signal.visibility });
  }
  return facts;
}

/** One issue's case, from what was heard. An issue without a digest was never looked at, which is not silence. */
export function caseOf(issue: Issue, heard: Heard, policy: Policy, now: string): Case {
  const digest = heard.digests.get(issue.id);
  const since = isoTime(epochMs(now) - policy.evidenceWindowDays * DAY_IN_MS);
  const support = weighSupport(
    {
      evidence: digest?.evidence ?? [],
      decisions: heard.decisions.get(issue.id) ?? [],
      signal: (id) => heard.signals.get(id),
      themeStrength: digest?.themes.reduce((most, theme) => Math.max(most, theme.strength), 0) ?? 0,
    },
    since,
  );
  return {
    issue,
    support,
    searchability: digest?.searchability,
    listening: heard.listening.kind === 'proven' ? heardHere(issue.id, digest, heard, since) : heard.listening,
    ...(heard.engineVersion === undefined ? {} : { engineVersion: heard.engineVersion }),
  };
}

/**
 * What was heard of one issue, where everything was listened to. A customer was confirmed on it within the window, and their words are gone since, with a
 * source that was removed or as a person asked; or a source was removed within it that spoke to this issue as far as anybody could tell. That we hold
 * nothing any more is not that nobody asked.
 */
function heardHere(issue: string, digest: IssueDigest | undefined, { listening, signals, decisions, removed }: Heard, since: string): Listening {
  if (digest === undefined) return { kind: 'unproven', doubt: 'never-derived' };
  const isConfirmedGone = (decisions.get(issue) ?? []).some((one) => one.verdict === 'confirmed' && one.at >= since && !signals.has(one.signal));
  return isConfirmedGone || (removed.get(issue) ?? '') >= since ? { kind: 'unproven', doubt: 'evidence-removed' } : listening;
}
