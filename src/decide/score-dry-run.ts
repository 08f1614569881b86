import type { LinkDecision } from '../domain/evidence';
import type { Listening } from '../domain/verdict';
import { coverageOf } from '../domain/coverage';
import { anyHeardSince, isUnreadAfter } from '../domain/heard-since';
import { isListenedTo } from '../domain/listened-to';
import { DAY_IN_MS, epochMs, isoTime } from '../domain/time';
import type { Closing } from './closing';
import { dryRun, type DryRunScore } from './dry-run';
import { loadPolicy } from './gates';
import { caseOf, loadHeard, type Heard } from './load-cases';

const DAYS = 90;

/**
 * What the last 90 days would have looked like under the present policy. The engine of today looks at the signals of each day (a signal said
 * later is left out); coverage of a past day is what the sources' receipts say about it.
 */
export async function scoreDryRun(closing: Closing, product: string): Promise<DryRunScore> {
  const now = closing.clock.now();
  const policy = await loadPolicy(closing, product);
  const issues = await closing.stores.issues.listIssues(product);
  const heard = await loadHeard(closing, product, issues.map((issue) => issue.id), policy);
  const sources = coverageOf(await closing.stores.products.listCoverage(product), 0, now).sources;
  const listened = sources.filter(isListenedTo);
  const listeningAt = (at: string): Listening => {
    const since = isoTime(epochMs(at) - policy.evidenceWindowDays * DAY_IN_MS);
    if (sources.length === 0) return { kind: 'unproven', doubt: 'nothing-connected' };
    const gap = sources.find((source) => source.gaps.some((one) => one.from < at && (one.to ?? at) > since));
    if (gap !== undefined) return { kind: 'unproven', doubt: 'source-gap', source: gap.source };
    const heardFirst = anyHeardSince(listened);
    const unread = listened.find((source) => isUnreadAfter(source, since));
    if (unread !== undefined) return { kind: 'unproven', doubt: 'window-not-covered', source: unread.source };
    return heardFirst !== undefined && heardFirst <= since ? { kind: 'proven', since, until: at, read: heard.signals.size, total: heard.signals.size } : { kind: 'unproven', doubt: 'window-not-covered' };
  };
  return dryRun(
    {
      issues: issues.filter((issue) => issue.visibility === 'open'),
      caseAt: (issue, at) => caseOf(issue, asHeardAt(heard, issue.id, at, listeningAt(at)), policy, at),
      heardBetween: (issue, from, to) => spokenTo(heard, issue).some((said) => said > from && said <= to),
    },
    policy,
    now,
    DAYS,
  );
}

function asHeardAt(heard: Heard, issue: string, at: string, listening: Listening): Heard {
  const digest = heard.digests.get(issue);
  const known = (id: string): boolean => (heard.signals.get(id)?.at ?? '') <= at && heard.signals.has(id);
  const decisions: readonly LinkDecision[] = (heard.decisions.get(issue) ?? []).filter((decision) => known(decision.signal));
  return {
    ...heard,
    listening,
    digests: new Map(digest === undefined ? [] : [[issue, { ...digest, evidence: digest.evidence.filter((row) => known(row.signal)) }]]),
    decisions: new Map([[issue, decisions]]),
  };
}

/** When customers who count for this issue spoke. */
function spokenTo(heard: Heard, issue: string): readonly string[] {
  const decisions = heard.decisions.get(issue) ?? [];
  const decided = new Set(decisions.map((decision) => decision.signal));
  const ids = [
    ...decisions.filter((decision) => decision.verdict === 'confirmed').map((decision) => decision.signal),
    ...(heard.digests.get(issue)?.evidence ?? []).filter((row) => row.shown && !decided.has(row.signal)).map((row) => row.signal),
  ];
  return ids.map((id) => heard.signals.get(id)?.at).filter((at) => at !== undefined);
}
