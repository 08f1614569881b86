import type { ContractEdit, OutcomeContract, OutcomeTarget } from '../domain/outcome';
import type { IsoTime } from '../domain/time';

/** What only a person can say about a release. */
export interface ByHand {
  readonly leastEffect?: number | undefined;
  /** What an issue should change; takes the place of the themes that were chosen for it. */
  readonly themes?: readonly { readonly issue: string; readonly themes: readonly string[] }[] | undefined;
  readonly events?: readonly { readonly issue: string; readonly event: string; readonly direction: 'fewer' | 'more' }[] | undefined;
  readonly incidents?: OutcomeContract['incidents'] | undefined;
  readonly exposure?: OutcomeContract['exposure'];
}

export type Amended =
  | { readonly kind: 'amended'; readonly contract: OutcomeContract }
  /** A result was seen already: what was promised stays as it was. */
  | { readonly kind: 'refused'; readonly reason: 'read-out-seen' | 'not-live' };

/**
 * What a person changes on a contract after its freeze; each change is a line in its log. Before the first read-out all of it may change;
 * afterwards only issues that had no promise may get one, marked as chosen late by the date of the edit.
 * @param targets the person's targets, with their issues
 */
export function amendContract(contract: OutcomeContract, byHand: Pick<ByHand, 'leastEffect' | 'incidents'>, targets: readonly OutcomeTarget[], ask: { readonly at: IsoTime; readonly by: string; readonly isReadOut: boolean }): Amended {
  if (contract.state.kind !== 'live') return { kind: 'refused', reason: 'not-live' };
  const { leastEffect, incidents } = byHand;
  const promised = new Set(contract.targets.map((target) => target.issue));
  const changesRules = (leastEffect !== undefined && leastEffect !== contract.leastEffect) || (incidents !== undefined && JSON.stringify(incidents) !== JSON.stringify(contract.incidents));
  if (ask.isReadOut && (changesRules || targets.some((target) => promised.has(target.issue)))) return { kind: 'refused', reason: 'read-out-seen' };
  const kept = contract.targets.filter((old) => !targets.some((fresh) => fresh.issue === old.issue && fresh.measure.kind === old.measure.kind));
  const all = [...kept, ...targets];
  const touched = new Set(targets.flatMap((target) => (target.measure.kind === 'theme' ? target.measure.themes : [])));
  const log = (detail: string): ContractEdit => ({ at: ask.at, by: ask.by, what: 'edited-by-hand', detail });
  const edits = [...(changesRules ? [log('rules')] : []), ...[...new Set(targets.map((target) => target.issueKey))].map(log)];
  return {
    kind: 'amended',
    contract: {
      ...contract,
      targets: all,
      withoutTarget: contract.withoutTarget.filter((one) => !all.some((target) => target.issue === one.issue)),
      controls: contract.controls.filter((theme) => !touched.has(theme)),
      ...(leastEffect === undefined ? {} : { leastEffect }),
      ...(incidents === undefined ? {} : { incidents }),
      edits: [...contract.edits, ...edits],
    },
  };
}
