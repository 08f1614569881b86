import { isBacklogItem, type Issue } from '../domain/issue';
import type { Policy } from '../domain/policy';
import { DAY_IN_MS, WEEK_IN_MS, epochMs, isoTime, type IsoTime } from '../domain/time';
import { storedProtection } from './protections';
import { judge, type Case } from './judge';

export interface DryRunCase {
  readonly issues: readonly Issue[];
  /** The case of an issue as it could have been judged at that time: only signals said and links decided before it. */
  readonly caseAt: (issue: Issue, at: IsoTime) => Case;
  /** A customer who was linked to the issue between the two times. */
  readonly heardBetween: (issue: string, from: IsoTime, to: IsoTime) => boolean;
}

export interface DryRunScore {
  readonly days: number;
  readonly wouldHaveClosed: number;
  /** Of these: someone worked on it or finished it later, or a customer asked for it. */
  readonly wrong: number;
  readonly wrongIssues: readonly string[];
  readonly weeksBlind: number;
}

/** Replays weekly batches over the last `days` of the project's own history: what would have been closed, and how often that would have been wrong. */
export function dryRun(one: DryRunCase, policy: Policy, now: IsoTime, days: number): DryRunScore {
  const closed = new Map<string, IsoTime>();
  let weeksBlind = 0;
  for (let at = epochMs(now) - days * DAY_IN_MS; at <= epochMs(now) - policy.graceDays * DAY_IN_MS; at += WEEK_IN_MS) {
    const day = isoTime(at);
    const cases = one.issues.filter((issue) => wasOpen(issue, day) && !closed.has(issue.id)).map((issue) => one.caseAt(asItWas(issue, day), day));
    if (cases[0]?.listening.kind === 'unproven') weeksBlind += 1;
    const batch = cases.filter((each) => judge(each, policy, day).judgement.kind === 'unsupported' && !isProtected(each, policy, day)).slice(0, policy.batchSize);
    for (const each of batch) closed.set(each.issue.id, day);
  }
  const byId = new Map(one.issues.map((issue) => [issue.id, issue]));
  const wrongIssues = [...closed].filter(([id, at]) => wasWrong(byId.get(id), at, one, now)).map(([id]) => id);
  return { days, wouldHaveClosed: closed.size, wrong: wrongIssues.length, wrongIssues, weeksBlind };
}

function wasOpen(issue: Issue, at: IsoTime): boolean {
  return issue.createdAt < at && (isBacklogItem(issue) || (issue.resolvedAt ?? '') > at);
}

/** History of single fields is not kept: an item that moved later is judged as untouched before, which makes the score harsher, not kinder. */
function asItWas(issue: Issue, at: IsoTime): Issue {
  if (issue.updatedAt !== undefined && issue.updatedAt <= at && isBacklogItem(issue)) return issue;
  const { id, key, project, summary, createdAt, labels, visibility, reporter, type, priority } = issue;
  const known = { id, key, project, summary, createdAt, labels, visibility, updatedAt: createdAt, fixVersions: [], status: 'open', statusCategory: 'todo' as const };
  return { ...known, ...(reporter === undefined ? {} : { reporter }), ...(type === undefined ? {} : { type }), ...(priority === undefined ? {} : { priority }) };
}

function isProtected(one: Case, policy: Policy, at: IsoTime): boolean {
  return storedProtection(one.issue, { kind: 'no-support', read: 0, since: at }, policy) !== undefined;
}

function wasWrong(issue: Issue | undefined, at: IsoTime, one: DryRunCase, now: IsoTime): boolean {
  if (issue === undefined) return false;
  const worked = issue.statusCategory === 'doing' || (issue.statusCategory === 'done' && (issue.resolvedAt ?? '') > at && issue.resolution !== 'No customer evidence');
  return worked || one.heardBetween(issue.id, at, now);
}
