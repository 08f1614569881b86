import type { OutcomeContract } from '../domain/outcome';
import type { Measuring } from './measuring';
import { noteOnContract } from './note-on-contract';

/** A version with the same issues shipped to everybody: rings of these issues end on that day. @throws StoreUnavailable */
export async function endRingsOf(measuring: Measuring, contract: OutcomeContract): Promise<void> {
  if (contract.origin === 'roll-out') return;
  const issues = new Set(contract.targets.map((target) => target.issue));
  const since = contract.release.releasedAt;
  for (const ring of await measuring.outcomes.listContracts(contract.product)) {
    const isSame = ring.origin === 'roll-out' && ring.state.kind === 'live' && ring.targets.some((target) => issues.has(target.issue));
    if (isSame && since >= ring.release.releasedAt) await noteOnContract(measuring, ring, { kind: 'released-to-all', since }, contract.release.id);
  }
}
