import type { CoverageLine } from '../../contract/coverage';
import type { PlannedRow } from '../../contract/page';
import type { PlannedIssue } from '../../domain/product-digest';
import { sentence } from '../../domain/sentence';

/** Where a planned issue stands with customers. `silent` is said only when we read everything and could have recognised it. */
export function plannedRow(issue: PlannedIssue, coverage: CoverageLine): PlannedRow {
  const row = { id: issue.id, key: issue.key, summary: issue.summary, column: issue.column, fixVersions: issue.fixVersions };
  if (issue.evidence > 0) return { ...row, standing: 'heard' };
  if (coverage.state !== 'complete') return { ...row, standing: 'cannot-know', why: sentence(`unknown.${coverage.state}`) };
  if (!issue.searchable) return { ...row, standing: 'cannot-know', why: sentence(`unsearchable.${issue.searchReasons[0] ?? 'measured-recall'}`) };
  return { ...row, standing: 'silent' };
}
