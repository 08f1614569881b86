import type { OutcomeContract } from '../domain/outcome';
import { editContract, type ReleaseEvent } from './edit-contract';
import type { Measuring } from './measuring';

/** Logs on a contract what happened, and keeps it; the contract as it stands then. @throws StoreUnavailable */
export async function noteOnContract(measuring: Pick<Measuring, 'outcomes' | 'clock'>, contract: OutcomeContract, event: ReleaseEvent, by: string): Promise<OutcomeContract> {
  const edited = editContract(contract, event, measuring.clock.now(), by).contract;
  if (edited !== contract) await measuring.outcomes.saveContract(edited);
  return edited;
}
