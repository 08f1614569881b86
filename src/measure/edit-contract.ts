import type { ContractEdit, OutcomeContract } from '../domain/outcome';
import type { IsoTime } from '../domain/time';

/** Something that happened to a release after its contract was frozen. */
export type ReleaseEvent =
  | { readonly kind: 'released-again'; readonly releasedAt: IsoTime }
  | { readonly kind: 'unreleased' }
  | { readonly kind: 'deleted' }
  | { readonly kind: 'merged'; readonly into: string }
  | { readonly kind: 'issues'; readonly issues: readonly string[] }
  /** Customers who got it first, each from when on; those known already stay as they are. */
  | { readonly kind: 'exposed'; readonly accounts: readonly string[]; readonly since: IsoTime }
  | { readonly kind: 'released-to-all'; readonly since: IsoTime }
  | { readonly kind: 'rolled-back' };

interface Edited {
  readonly contract: OutcomeContract;
  /** The date moved: a contract for the new date is to be frozen. */
  readonly isToFreezeAgain: boolean;
}

/** Logs what happened; a contract that no longer stands for its release says why and stays readable. Saying the same twice changes nothing. */
export function editContract(contract: OutcomeContract, event: ReleaseEvent, at: IsoTime, by: string): Edited {
  const log = (what: ContractEdit['what'], detail?: string): ContractEdit => ({ at, by, what, ...(detail === undefined ? {} : { detail }) });
  if (contract.state.kind !== 'live') return { contract, isToFreezeAgain: event.kind === 'released-again' };
  switch (event.kind) {
    case 'released-again':
      if (event.releasedAt === contract.release.releasedAt) return { contract: withEdits(contract, [log('released-again')]), isToFreezeAgain: false };
      return {
        contract: { ...withEdits(contract, [log('date-moved', event.releasedAt)]), state: { kind: 'superseded', at, reason: 'date-moved' } },
        isToFreezeAgain: true,
      };
    case 'unreleased':
      return { contract: { ...withEdits(contract, [log('unreleased')]), state: { kind: 'withdrawn', at, reason: 'unreleased' } }, isToFreezeAgain: false };
    case 'deleted':
      return { contract: { ...withEdits(contract, [log('version-deleted')]), state: { kind: 'withdrawn', at, reason: 'version-deleted' } }, isToFreezeAgain: false };
    case 'merged':
      return {
        contract: { ...withEdits(contract, [log('version-merged', event.into)]), state: { kind: 'superseded', at, reason: 'version-merged', by: event.into } },
        isToFreezeAgain: false,
      };
    case 'exposed': {
      const known = new Set((contract.exposure ?? []).map((one) => one.account));
      const fresh = [...new Set(event.accounts)].filter((account) => !known.has(account));
      if (fresh.length === 0) return { contract, isToFreezeAgain: false };
      const exposure = [...(contract.exposure ?? []), ...fresh.map((account) => ({ account, at: event.since }))];
      return { contract: { ...contract, exposure, edits: [...contract.edits, log('exposed', String(fresh.length))] }, isToFreezeAgain: false };
    }
    case 'released-to-all':
      return { contract: contract.edits.some((edit) => edit.what === 'released-to-all') ? contract : withEdits(contract, [log('released-to-all', event.since)]), isToFreezeAgain: false };
    case 'rolled-back':
      return { contract: { ...withEdits(contract, [log('rolled-back')]), state: { kind: 'withdrawn', at, reason: 'rolled-back' } }, isToFreezeAgain: false };
    case 'issues':
      return { contract: withEdits(contract, issueEdits(contract, event.issues, log)), isToFreezeAgain: false };
  }
}

function issueEdits(contract: OutcomeContract, now: readonly string[], log: (what: ContractEdit['what'], detail: string) => ContractEdit): ContractEdit[] {
  const frozen = [...contract.targets.map((target) => target.issue), ...contract.withoutTarget.map((one) => one.issue)];
  const movedAway = frozen.filter((issue) => !now.includes(issue) && !isMovedAway(contract, issue));
  const added = now.filter((issue) => !frozen.includes(issue) && !contract.edits.some((edit) => edit.what === 'issue-added' && edit.detail === issue));
  return [...movedAway.map((issue) => log('issue-moved-away', issue)), ...added.map((issue) => log('issue-added', issue))];
}

/** Did the issue leave the release after the freeze? */
export function isMovedAway(contract: OutcomeContract, issue: string): boolean {
  return contract.edits.some((edit) => edit.what === 'issue-moved-away' && edit.detail === issue);
}

/** An edit like the last one of its kind is not logged again: events arrive more than once. */
function withEdits(contract: OutcomeContract, edits: readonly ContractEdit[]): OutcomeContract {
  const isKnown = (edit: ContractEdit): boolean => contract.edits.some((one) => one.what === edit.what && one.detail === edit.detail);
  const fresh = edits.filter((edit) => !isKnown(edit));
  return fresh.length === 0 ? contract : { ...contract, edits: [...contract.edits, ...fresh] };
}
