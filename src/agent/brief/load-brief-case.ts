import { isPending } from '../../domain/import';
import { coverageOf } from '../../domain/coverage';
import { anyHeardSince } from '../../domain/heard-since';
import { customerCounts } from '../../domain/issue-verdict';
import { standingsOf, type Standings } from '../../domain/standings';
import type { AgentStore } from '../../ports/agent-store';
import type { Clock } from '../../ports/clock';
import type { Stores } from '../../ports/stores';
import type { BriefCase, BriefState } from './brief-case';

export interface BriefNeeds {
  readonly stores: Stores;
  readonly agent: Pick<AgentStore, 'listReadings'>;
  readonly clock: Clock;
}

/** Reads what a brief on one issue is made from; undefined when we do not keep the issue. @throws StoreUnavailable */
export async function loadBriefCase({ stores, agent, clock }: BriefNeeds, issueId: string, agentReads: boolean): Promise<BriefCase | undefined> {
  const found = await stores.issues.findIssue(issueId);
  if (found === undefined) return undefined;
  const { product, issue } = found;
  const [digest, decisions, coverage, runs, releases] = await Promise.all([
    stores.evidence.findDigest(issue.id),
    stores.decisions.decisionsOfIssue(product, issue.id),
    stores.products.listCoverage(product),
    stores.imports.listRuns(product, 50),
    stores.issues.listReleases(product),
  ]);
  const ids = [...new Set([...(digest?.evidence ?? []).map((row) => row.signal), ...decisions.map((one) => one.signal)])];
  const signals = new Map((ids.length === 0 ? [] : await stores.signals.findSignals(product, ids)).map((signal) => [signal.id, signal]));
  const counted = standingsOf({ digest, decisions, signals }, 'counter');
  const readable = standingsOf({ digest, decisions, signals }, 'reader');
  const readings = agentReads && ids.length > 0 ? await agent.listReadings(product, ids) : [];
  const pending = runs.filter(isPending).length;
  const now = clock.now();
  const heard = coverageOf(coverage, pending, now);
  return {
    product,
    issue: { id: issue.id, key: issue.key, summary: issue.summary },
    state: issue.visibility === 'hidden' ? 'restricted' : stateOf(heard.state, counted, readable, digest?.searchability.searchable),
    standings: readable,
    counts: customerCounts(counted),
    withheld: sizeOf(counted) - sizeOf(readable),
    readings: new Map(readings.map((reading) => [reading.signal, reading])),
    agentReads,
    sources: heard.sources,
    releases,
    decidedAt: decisions.map((one) => one.at).sort().reverse(),
    read: heard.read,
    total: heard.total,
    since: anyHeardSince(coverage) ?? now,
    now,
  };
}

/** Hearing, seeing and recognising are doubted in this order before silence is a finding. */
function stateOf(coverage: ReturnType<typeof coverageOf>['state'], counted: Standings, readable: Standings, searchable: boolean | undefined): BriefState {
  if (coverage === 'nothing-connected') return 'not-connected';
  if (sizeOf(counted) > 0) return sizeOf(readable) > 0 ? 'evidence' : 'counts-only';
  if (searchable === undefined || coverage === 'reading') return 'reading';
  if (coverage === 'gap') return 'gap';
  return searchable ? 'silent' : 'not-searchable';
}

function sizeOf({ confirmed, suggested }: Standings): number {
  return confirmed.length + suggested.length;
}
