import type { Outcome } from '../domain/outcome';
import type { JudgedOutcome } from '../ports/outcome-store';
import { countedGroups } from './build-series';
import { confirmedState } from './confirmed-state';
import { judgeTarget, type JudgeInput } from './judge-target';
import type { OutcomePolicy } from './policy';

/** Judges every target of a contract at one read-out; what usage shows confirms or leaves open what words say about the same issue. */
export function judgeContract(input: JudgeInput, readOutWeeks: number, policy: OutcomePolicy): JudgedOutcome[] {
  const groups = countedGroups(input.index);
  const judged = input.contract.targets.map((target) => judgeTarget(input, target, readOutWeeks, policy, groups));
  const outcomes = judged.map((one) => one.outcome);
  return judged.map((one) => ({ ...one, outcome: { ...one.outcome, confirmed: stateOf(one.outcome, outcomes, input) } }));
}

function stateOf(outcome: Outcome, all: readonly Outcome[], input: JudgeInput): Outcome['confirmed'] {
  const usage = all.filter((one) => one.issue === outcome.issue && one.measure.kind === 'event' && one.direction === 'more').map((one) => one.verdict);
  return confirmedState(input.confirmations.filter((one) => one.issue === outcome.issue), usage);
}
