import { NotFound } from '../domain/errors';
import type { Outcome, OutcomeContract } from '../domain/outcome';
import { epochMs, WEEK_IN_MS } from '../domain/time';
import { findAdoption } from './adoption';
import { judgeContract } from './judge-contract';
import type { JudgeInput } from './judge-target';
import { judgeInputOf, loadHeard, type Measuring } from './measuring';
import { OUTCOME_POLICY } from './policy';

/**
 * Judges a contract's targets at one read-out and keeps the verdicts. Safe to repeat: the same moment gives the same verdicts.
 * @throws NotFound StoreUnavailable
 */
export async function readOut(measuring: Measuring, contractId: string, weeks: number): Promise<readonly Outcome[]> {
  const contract = await measuring.outcomes.findContract(contractId);
  if (contract === undefined) throw new NotFound(`no contract ${contractId}`);
  const heard = await loadHeard(measuring, contract.product, contract.release.releasedAt);
  return judgeAndSave(measuring, await judgeInputOf(measuring, contract, heard), weeks);
}

/** @throws StoreUnavailable */
export async function judgeAndSave(measuring: Measuring, input: JudgeInput, weeks: number): Promise<readonly Outcome[]> {
  const judged = judgeContract(input, weeks, OUTCOME_POLICY);
  await measuring.outcomes.saveOutcomes(input.contract.product, judged);
  measuring.logger.info('outcome.read-out', { contract: input.contract.id, weeks, targets: judged.length });
  return judged.map((one) => one.outcome);
}

/** What a read-out says of our listening and not of the customers: it is made again, since a gap may have been read in the meantime. */
const OF_OUR_LISTENING: readonly string[] = ['still-reading', 'source-gap', 'nothing-connected'];

/** Read-outs whose time has come and that were not made yet, or were made while we could not hear. */
export function dueReadOuts(contract: OutcomeContract, input: JudgeInput, made: readonly Outcome[]): number[] {
  if (contract.state.kind !== 'live' || contract.targets.length === 0) return [];
  const releasedAt = epochMs(contract.release.releasedAt);
  const now = epochMs(input.now);
  const adoption = findAdoption(contract.adoption, releasedAt, input.index, now);
  return contract.readOutWeeks.filter((weeks) => {
    const isDue = adoption.kind === 'adopted' ? now >= adoption.at + weeks * WEEK_IN_MS : now >= releasedAt + longestWait(contract, weeks);
    const final = made.filter((one) => one.readOut === weeks && !(one.verdict.kind === 'cannot-judge' && OF_OUR_LISTENING.includes(one.verdict.reason)));
    return isDue && final.length < contract.targets.length;
  });
}

function longestWait({ adoption }: OutcomeContract, weeks: number): number {
  const days = adoption.kind === 'days' ? adoption.days : adoption.atMostDays;
  return (weeks + days / 7) * WEEK_IN_MS;
}
