import type { LinkDecision } from '../../domain/evidence';
import { epochMs } from '../../domain/time';

/** A decision on rows of the corpus. */
export interface DecisionRow {
  readonly signal: number;
  readonly issue: number;
  readonly verdict: LinkDecision['verdict'];
  readonly atMs: number;
}

/** Decisions whose signal and issue are both known, oldest first. */
export function decisionLog(decisions: readonly LinkDecision[], signalRows: ReadonlyMap<string, number>, issueRows: ReadonlyMap<string, number>): DecisionRow[] {
  return decisions
    .flatMap(({ signal, issue, verdict, at }) => {
      const [signalRow, issueRow] = [signalRows.get(signal), issueRows.get(issue)];
      const atMs = epochMs(at);
      return signalRow === undefined || issueRow === undefined || Number.isNaN(atMs) ? [] : [{ signal: signalRow, issue: issueRow, verdict, atMs }];
    })
    .sort((a, b) => a.atMs - b.atMs || a.signal - b.signal || a.issue - b.issue);
}
