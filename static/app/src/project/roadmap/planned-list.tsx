import type { PlannedRow } from '../../../../../src/contract/page';
import { IssueLink } from '../../components/issue-link';
import { Words } from '../../words';
import { COLUMN_NAMES } from './column-names';

/** Planned issues with where they stand and, where nothing can be known, why. */
export function PlannedList({ rows }: { readonly rows: readonly PlannedRow[] }) {
  return (
    <ul className="rs-issues">
      {rows.map((row) => (
        <li key={row.id}>
          <IssueLink issueKey={row.key} />
          <span dir="auto">{row.summary}</span>
          <span className="rs-note">
            {COLUMN_NAMES[row.column]}
            {row.fixVersions.length > 0 && `, ${row.fixVersions.join(', ')}`}
            {row.why !== undefined && <> · <Words of={row.why} /></>}
          </span>
        </li>
      ))}
    </ul>
  );
}
