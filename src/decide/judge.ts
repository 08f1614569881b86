import type { Searchability } from '../domain/evidence';
import { isBacklogItem, type Issue } from '../domain/issue';
import type { Policy } from '../domain/policy';
import { daysBetween, type IsoTime } from '../domain/time';
import type { Judgement, Listening, Verdict, VerdictInputs } from '../domain/verdict';
import type { Support } from './weigh-support';

/** Everything a verdict rests on. */
export interface Case {
  readonly issue: Issue;
  readonly support: Support;
  /** Undefined: nobody has worked it out. */
  readonly searchability: Searchability | undefined;
  readonly listening: Listening;
  readonly engineVersion?: string;
}

/**
 * What customers said about an open item: `supported`, `unsupported`, or why we may not say.
 * Silence counts only when we were listening and could have recognised it; every doubt comes before `unsupported`. Pure.
 */
export function judge(one: Case, policy: Policy, now: IsoTime): Verdict {
  const inputs = inputsOf(one, now);
  return {
    issue: one.issue.id,
    judgement: judgementOf(one.issue, inputs, policy),
    inputs,
    policyVersion: policy.version,
    at: now,
    ...(one.engineVersion === undefined ? {} : { engineVersion: one.engineVersion }),
  };
}

function judgementOf(issue: Issue, inputs: VerdictInputs, policy: Policy): Judgement {
  if (!isBacklogItem(issue)) return { kind: 'abstain', reason: 'not-open' };
  if (issue.visibility !== 'open') return { kind: 'abstain', reason: 'hidden-issue' };
  if (inputs.confirmed > 0) return { kind: 'supported', by: 'confirmed', customers: inputs.confirmed };
  if (inputs.suggested > 0) return { kind: 'supported', by: 'suggested', customers: inputs.suggested };
  // From here on nobody was found. Whether that means something depends on how well we could hear.
  if (inputs.listening.kind === 'unproven') return { kind: 'abstain', reason: inputs.listening.doubt };
  if (inputs.searchable !== true) return { kind: 'abstain', reason: 'not-searchable' };
  if (inputs.confirmedBefore > 0 || inputs.suggestedBefore > 0) return { kind: 'abstain', reason: 'older-support' };
  if (!(inputs.possibleConfidence <= policy.silenceMaxConfidence)) return { kind: 'abstain', reason: 'possible-support' };
  if (!(inputs.themeStrength <= policy.silenceMaxThemeStrength)) return { kind: 'abstain', reason: 'theme-support' };
  if (!(inputs.ageDays >= policy.minimumAgeDays)) return { kind: 'abstain', reason: 'too-young' };
  if (inputs.idleDays === undefined) return { kind: 'abstain', reason: 'activity-unknown' };
  if (!(inputs.idleDays >= policy.minimumIdleDays)) return { kind: 'abstain', reason: 'recently-active' };
  return { kind: 'unsupported' };
}

function inputsOf({ issue, support, searchability, listening }: Case, now: IsoTime): VerdictInputs {
  return {
    ...support,
    searchable: searchability?.searchable,
    recall: searchability?.recall ?? 0,
    listening,
    ageDays: daysBetween(issue.createdAt, now),
    idleDays: issue.updatedAt === undefined ? undefined : daysBetween(issue.updatedAt, now),
  };
}
