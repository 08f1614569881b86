import { NotFound } from '../domain/errors';
import type { OutcomeContract, OutcomeTarget } from '../domain/outcome';
import type { Release } from '../domain/release';
import { amendContract, type ByHand } from './amend-contract';
import { decidedAt } from './choose-targets';
import { draftHelpQuestions, type HelpDraft } from './did-it-help';
import { freezeForRelease } from './freeze-for-release';
import { groupsOfMeasure, rowsOf } from './moment-index';
import { judgeInputOf, loadHeard, type Measuring } from './measuring';
import { noteOnContract } from './note-on-contract';
import { dueReadOuts, judgeAndSave } from './read-out';

/**
 * Freezes a release with a person's additions, or changes the contract that it has, as far as that may still change.
 * @throws NotFound when it cannot be frozen (not released) or changed (a read-out was seen)
 */
export async function releaseByHand(measuring: Measuring, release: Release, by: string, byHand: ByHand): Promise<OutcomeContract> {
  const targets = await targetsByHand(measuring, release, byHand);
  const contracts = await measuring.outcomes.listContracts(release.product);
  const known = contracts.find((one) => one.release.id === release.id && one.state.kind === 'live');
  if (known !== undefined) return changeByHand(measuring, known, by, byHand, targets);
  const { leastEffect, incidents, exposure } = byHand;
  const frozen = await freezeForRelease(measuring, {
    release,
    origin: 'by-hand',
    by,
    byHand: { targets, ...(leastEffect === undefined ? {} : { leastEffect }), ...(incidents === undefined ? {} : { incidents }), ...(exposure === undefined ? {} : { exposure }) },
  });
  if (frozen.kind === 'refused') throw new NotFound(`cannot be frozen: ${frozen.reason}`);
  return frozen.contract;
}

async function changeByHand(measuring: Measuring, contract: OutcomeContract, by: string, byHand: ByHand, targets: readonly OutcomeTarget[]): Promise<OutcomeContract> {
  const { outcomes, clock } = measuring;
  const made = await outcomes.listOutcomes(contract.product, contract.id);
  const amended = amendContract(contract, byHand, targets, { at: clock.now(), by, isReadOut: made.some((one) => one.readOut !== 'guard') });
  if (amended.kind === 'refused') throw new NotFound(`cannot be changed: ${amended.reason}`);
  await outcomes.saveContract(amended.contract);
  const [first] = byHand.exposure ?? [];
  if (first === undefined) return amended.contract;
  return noteOnContract(measuring, amended.contract, { kind: 'exposed', accounts: (byHand.exposure ?? []).map((one) => one.account), since: first.at }, by);
}

async function targetsByHand(measuring: Measuring, release: Release, { events = [], themes = [] }: ByHand): Promise<OutcomeTarget[]> {
  const issues = new Map((await measuring.stores.issues.listIssues(release.product)).map((issue) => [issue.id, issue]));
  const target = (issue: string, measure: OutcomeTarget['measure'], direction: OutcomeTarget['direction']): OutcomeTarget[] => {
    const found = issues.get(issue);
    return found === undefined ? [] : [{ issue, issueKey: found.key, measure, direction, decidedAt: decidedAt(found, release.releasedAt ?? measuring.clock.now()) }];
  };
  return [
    ...themes.flatMap((one) => target(one.issue, { kind: 'theme', themes: one.themes }, 'fewer')),
    ...events.flatMap(({ issue, event, direction }) => target(issue, { kind: 'event', event }, direction)),
  ];
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

/** Makes the read-outs that are due now, so that who adds a promise sees what comes of it. */
export async function readOutDue(measuring: Measuring, contract: OutcomeContract): Promise<void> {
  const heard = await loadHeard(measuring, contract.product, contract.release.releasedAt);
  const input = await judgeInputOf(measuring, contract, heard);
  const made = await measuring.outcomes.listOutcomes(contract.product, contract.id);
  for (const weeks of dueReadOuts(contract, input, made)) await judgeAndSave(measuring, input, weeks);
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
