import type { OutcomeContract } from '../domain/outcome';
import type { Release } from '../domain/release';
import type { IsoTime } from '../domain/time';
import { freezeForRelease } from './freeze-for-release';
import type { Measuring } from './measuring';
import { noteOnContract } from './note-on-contract';
import { ROLL_OUT } from './release-kinds';

/** A change that some customers get first: what a decision to use a ring or a flag hands over. */
export interface RollOut {
  readonly product: string;
  /** For ever the same for the same roll-out, e.g. the id of the decision: starting it twice is starting it once. */
  readonly id: string;
  /** As screens say it, e.g. "TB-10, first ring". */
  readonly name: string;
  /** Ids or keys of the issues that shipped with it. */
  readonly issues: readonly string[];
  /** Accounts that have it, as the signals name them. At most 5,000. */
  readonly accounts: readonly string[];
  /** When they got it: not in the future. */
  readonly startsAt: IsoTime;
  /** Jira account id of who decided. */
  readonly by: string;
}

export type RollOutStarted =
  | { readonly kind: 'started' | 'already-started'; readonly contract: OutcomeContract }
  | { readonly kind: 'refused'; readonly reason: 'no-accounts' | 'too-many-accounts' | 'no-issues' | 'not-released-yet' | 'date-moved-after-read-out' };

const MOST_ACCOUNTS = 5_000;

/**
 * Freezes a contract for a ring or a flag: customers who have it are compared with customers who do not have it yet, same theme, same weeks.
 * Called again with more accounts, those are noted as exposed from `startsAt` of that call on.
 * @throws StoreUnavailable
 */
export async function startRollOut(measuring: Measuring, rollOut: RollOut): Promise<RollOutStarted> {
  const accounts = [...new Set(rollOut.accounts)];
  if (accounts.length === 0) return { kind: 'refused', reason: 'no-accounts' };
  if (accounts.length > MOST_ACCOUNTS) return { kind: 'refused', reason: 'too-many-accounts' };
  if (rollOut.issues.length === 0) return { kind: 'refused', reason: 'no-issues' };
  const known = await findRollOut(measuring, rollOut);
  if (known !== undefined) return { kind: 'already-started', contract: await noteOnContract(measuring, known, { kind: 'exposed', accounts, since: rollOut.startsAt }, rollOut.by) };
  const exposure = accounts.map((account) => ({ account, at: rollOut.startsAt }));
  const frozen = await freezeForRelease(measuring, { release: releaseOf(rollOut), origin: 'roll-out', by: rollOut.by, byHand: { exposure } });
  return frozen.kind === 'refused' ? frozen : { kind: 'started', contract: frozen.contract };
}

/** Takes a ring back: the contract is withdrawn, visibly. Without a live one nothing happens. @throws StoreUnavailable */
export async function rollBack(measuring: Measuring, rollOut: Pick<RollOut, 'product' | 'id' | 'by'>): Promise<OutcomeContract | undefined> {
  const known = await findRollOut(measuring, rollOut);
  return known === undefined ? undefined : noteOnContract(measuring, known, { kind: 'rolled-back' }, rollOut.by);
}

/** Everybody has it now: the ring is read out on the weeks until then. Without a live contract nothing happens. @throws StoreUnavailable */
export async function releaseToAll(measuring: Measuring, rollOut: Pick<RollOut, 'product' | 'id' | 'by'>, since: IsoTime): Promise<OutcomeContract | undefined> {
  const known = await findRollOut(measuring, rollOut);
  return known === undefined ? undefined : noteOnContract(measuring, known, { kind: 'released-to-all', since }, rollOut.by);
}

async function findRollOut(measuring: Measuring, { product, id }: Pick<RollOut, 'product' | 'id'>): Promise<OutcomeContract | undefined> {
  const contracts = await measuring.outcomes.listContracts(product);
  return contracts.find((contract) => contract.release.id === `${ROLL_OUT}${id}` && contract.state.kind === 'live');
}

function releaseOf({ product, id, name, issues, startsAt }: RollOut): Release {
  return { id: `${ROLL_OUT}${id}`, product, name, releasedAt: startsAt, issues };
}
