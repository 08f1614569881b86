import type { Issue } from '../../src/domain/issue';
import type { SaidSignal } from '../../src/domain/signal';
import { understand } from '../../src/understand/understand';
import { engineOptions } from '../engine-options';
import { sharedCsv, sharedRows, textAt } from '../shared-data';

const AT = '2023-01-01T00:00:00.000Z';

/** Rank (0-based, -1 beyond 200) of the first earlier report of the same problem, for each later report of a duplicate group. */
export function rankHadoopDuplicates(): number[] {
  const rows = sharedRows('issues_gitbugs/hadoop_issues.jsonl.gz');
  const order = new Map([...rows].sort((a, b) => Number(textAt(a, 'Issue id')) - Number(textAt(b, 'Issue id'))).map((row, at) => [textAt(row, 'Issue id'), at]));
  const groups = duplicateGroups();
  const queries = rows.filter((row) => [...(groups.get(textAt(row, 'Issue id')) ?? [])].some((other) => (order.get(other) ?? Infinity) < (order.get(textAt(row, 'Issue id')) ?? 0)));
  const signals = queries.map((row): SaidSignal => ({ id: textAt(row, 'Issue id'), source: 'hadoop', externalId: textAt(row, 'Issue id'), at: AT, kind: 'said', title: textAt(row, 'Summary'), text: textAt(row, 'Description'), visibility: 'open' }));
  const issues = rows.map((row): Issue => ({ id: textAt(row, 'Issue id'), key: `H-${textAt(row, 'Issue id')}`, project: 'H', summary: textAt(row, 'Summary'), description: textAt(row, 'Description'), status: 'Open', statusCategory: 'todo', createdAt: AT, fixVersions: [], labels: [], visibility: 'open' }));
  const { links } = understand({ signals, issues, decisions: [], releases: [], asOf: AT }, engineOptions({ linksPerSignal: 200, evidencePerIssue: 1 }));
  return signals.map((signal) => {
    const earlier = links.filter((link) => link.signal === signal.id && (order.get(link.issue) ?? Infinity) < (order.get(signal.id) ?? 0));
    return earlier.findIndex((link) => groups.get(signal.id)?.has(link.issue) === true);
  });
}

/** Duplicates of duplicates are duplicates. */
function duplicateGroups(): Map<string, Set<string>> {
  const groups = new Map<string, Set<string>>();
  for (const row of sharedCsv('issues_gitbugs/KEY_hadoop_duplicates.csv')) {
    const [a, b] = [textAt(row, 'issue_id'), textAt(row, 'duplicate_id')];
    const merged = new Set([...(groups.get(a) ?? [a]), ...(groups.get(b) ?? [b])]);
    for (const one of merged) groups.set(one, merged);
  }
  for (const [id, group] of groups) groups.set(id, new Set([...group].filter((one) => one !== id)));
  return groups;
}
