import { markOf } from '../../domain/engine-shelf';
import type { LinkDecision } from '../../domain/evidence';
import type { Issue } from '../../domain/issue';

/** What people decided belongs to what a signal and an issue are: decided anew, both are looked at again. */
export interface Marks {
  /** @param stored the store's own mark of the signal */
  readonly ofSignal: (id: string, stored: string) => string;
  readonly ofIssue: (issue: Issue) => string;
}

/** Marks of everything that linking reads of a signal and of an issue. */
export function marksUnder(decisions: readonly LinkDecision[]): Marks {
  const bySignal = group(decisions, (one) => one.signal);
  const byIssue = group(decisions, (one) => one.issue);
  return {
    ofSignal: (id, stored) => markOf(stored, ...(bySignal.get(id) ?? [])),
    ofIssue: ({ id, key, summary, description, statusCategory, createdAt, resolvedAt, visibility }) =>
      markOf(key, summary, description ?? '', statusCategory, createdAt, resolvedAt ?? '', visibility, ...(byIssue.get(id) ?? [])),
  };
}

function group(decisions: readonly LinkDecision[], idOf: (decision: LinkDecision) => string): ReadonlyMap<string, readonly string[]> {
  const groups = Map.groupBy(decisions, idOf);
  return new Map([...groups].map(([id, some]) => [id, some.map(({ signal, issue, verdict, at }) => `${signal}\n${issue}\n${verdict}\n${at}`).sort()]));
}
