import type { LinkDecision } from '../../domain/evidence';

/** A decision as appended: `undoes` names the decision that it takes back. */
export interface DecisionEntry {
  readonly entry: number;
  readonly decision: LinkDecision;
  readonly undoes?: number;
}

/** Entries in force, newest first for each pair: not taken back, latest by time, then by order of arrival. */
export function entriesInForce(entries: readonly DecisionEntry[]): readonly DecisionEntry[] {
  const undone = new Set(entries.map((entry) => entry.undoes));
  const newest = new Map<string, DecisionEntry>();
  for (const entry of entries) {
    if (entry.undoes !== undefined || undone.has(entry.entry)) continue;
    const pair = `${entry.decision.signal}\n${entry.decision.issue}`;
    const known = newest.get(pair);
    if (known === undefined || isLater(entry, known)) newest.set(pair, entry);
  }
  return [...newest.values()].sort((a, b) => (isLater(a, b) ? -1 : 1));
}

function isLater(a: DecisionEntry, b: DecisionEntry): boolean {
  return a.decision.at === b.decision.at ? a.entry > b.entry : a.decision.at > b.decision.at;
}

/** The same decision again, as a repeated call would bring it. */
export function isSameDecision(a: LinkDecision, b: LinkDecision): boolean {
  return a.signal === b.signal && a.issue === b.issue && a.verdict === b.verdict && a.at === b.at && a.by === b.by;
}
