import type { EvidenceRow } from '../domain/evidence';
import type { AdverseTheme, OutcomeContract } from '../domain/outcome';
import { epochMs } from '../domain/time';

/** A theme that rose after a release, told on an issue that has to do with it. */
export interface IssueFlag {
  readonly contract: OutcomeContract;
  readonly flag: AdverseTheme;
}

/** More would hide what the panel is for. */
const FLAGS_SHOWN = 2;
/** Somebody among those who were flagged was heard saying it, more likely than not … */
const LEAST_SURE = 0.5;
/** … and what its customers say lies so far among the flagged. */
const LEAST_SHARE = 1 / 3;

/** Flags of the releases that shipped an issue, and flags that the issue's own customers are part of; newest release first, then the loudest. */
export function flagsOfIssue(issue: string, contracts: readonly OutcomeContract[], adverse: readonly AdverseTheme[], evidence: readonly Pick<EvidenceRow, 'signal' | 'confidence'>[]): IssueFlag[] {
  const live = new Map(contracts.filter((one) => one.state.kind === 'live').map((one) => [one.id, one]));
  return adverse
    .flatMap((flag): IssueFlag[] => {
      const contract = live.get(flag.contract);
      return contract !== undefined && (isShippedBy(contract, issue) || isAmong(flag, evidence)) ? [{ contract, flag }] : [];
    })
    .sort((a, b) => epochMs(b.contract.release.releasedAt) - epochMs(a.contract.release.releasedAt) || b.flag.observed - a.flag.observed)
    .slice(0, FLAGS_SHOWN);
}

function isShippedBy({ targets, withoutTarget }: OutcomeContract, issue: string): boolean {
  return [...targets, ...withoutTarget].some((one) => one.issue === issue);
}

function isAmong({ signals }: AdverseTheme, evidence: readonly Pick<EvidenceRow, 'signal' | 'confidence'>[]): boolean {
  const flagged = new Set(signals);
  const own = evidence.filter((row) => flagged.has(row.signal));
  return own.some((row) => row.confidence >= LEAST_SURE) && expected(own) >= LEAST_SHARE * expected(evidence);
}

function expected(rows: readonly Pick<EvidenceRow, 'confidence'>[]): number {
  return rows.reduce((sum, row) => sum + row.confidence, 0);
}
