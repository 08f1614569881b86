import { NotFound } from '../domain/errors';
import type { OutcomeContract, OutcomeTarget } from '../domain/outcome';
import type { Release } from '../domain/release';
import { draftHelpQuestions, type HelpDraft } from './did-it-help';
import { freezeForRelease } from './freeze-for-release';
import { groupsOfMeasure, rowsOf } from './moment-index';
import { judgeInputOf, loadHeard, type Measuring } from './measuring';
import { judgeAndSave } from './read-out';

/** What only a person can say about a release. */
export interface ByHand {
  readonly leastEffect?: number | undefined;
  readonly events?: readonly { readonly issue: string; readonly event: string; readonly direction: 'fewer' | 'more' }[] | undefined;
  readonly incidents?: OutcomeContract['incidents'] | undefined;
  readonly exposure?: OutcomeContract['exposure'];
}

/** Freezes a release with a person's additions. @throws NotFound when it cannot be frozen (not released, or read out already) */
export async function releaseByHand(measuring: Measuring, release: Release, by: string, byHand: ByHand): Promise<OutcomeContract> {
  const { leastEffect, events = [], incidents, exposure } = byHand;
  const issues = new Map((await measuring.stores.issues.listIssues(release.product)).map((issue) => [issue.id, issue]));
  const targets = events.flatMap(({ issue, event, direction }): OutcomeTarget[] => {
    const found = issues.get(issue);
    return found === undefined ? [] : [{ issue, issueKey: found.key, measure: { kind: 'event', event }, direction, decidedAt: found.createdAt }];
  });
  const frozen = await freezeForRelease(measuring, {
    release,
    origin: 'by-hand',
    by,
    byHand: { targets, ...(leastEffect === undefined ? {} : { leastEffect }), ...(incidents === undefined ? {} : { incidents }), ...(exposure === undefined ? {} : { exposure }) },
  });
  if (frozen.kind === 'refused') throw new NotFound(`cannot be frozen: ${frozen.reason}`);
  return frozen.contract;
}

/** Makes the read-outs that were made already once more, because a confirmation came in. Counts and windows stay as frozen. */
export async function judgeAgain(measuring: Measuring, contract: OutcomeContract): Promise<void> {
  const made = await measuring.outcomes.listOutcomes(contract.product, contract.id);
  const weeks = new Set(made.flatMap(({ readOut }) => (readOut === 'guard' ? [] : [readOut])));
  if (weeks.size === 0) return;
  const heard = await loadHeard(measuring, contract.product, contract.release.releasedAt);
  const input = await judgeInputOf(measuring, contract, heard);
  for (const one of weeks) await judgeAndSave(measuring, input, one);
}

/** "Did it help?" for each customer of an issue's themes before the release; drafts only. */
export async function draftForIssue(measuring: Measuring, contract: OutcomeContract, issue: string): Promise<readonly HelpDraft[]> {
  const targets = contract.targets.filter((target) => target.issue === issue);
  if (targets.length === 0) return [];
  const heard = await loadHeard(measuring, contract.product, contract.release.releasedAt);
  const { index } = await judgeInputOf(measuring, contract, heard);
  const rows = rowsOf(index, [...new Set(targets.flatMap((target) => groupsOfMeasure(target.measure)))]);
  return draftHelpQuestions(contract, targets[0]?.issueKey ?? issue, rows.flatMap((row) => index.moments[row] ?? []));
}
