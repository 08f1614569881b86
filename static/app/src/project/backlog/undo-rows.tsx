import type { UndoPreviewRow } from '../../../../../src/contract/backlog';
import { formatSentence } from '../../../../../src/contract/format-sentence';
import { IssueLink } from '../../components/issue-link';

/** What an undo brings back, item by item, and what it cannot. */
export function UndoRows({ rows, isDone }: { readonly rows: readonly UndoPreviewRow[]; readonly isDone: boolean }) {
  return (
    <ul className="rs-issues">
      {rows.map((row) => (
        <li key={row.item}>
          <IssueLink issueKey={row.key} />
          <span>{row.isPossible ? (isDone ? 'is open again' : 'would be open again') : `stays as it is${row.why === undefined ? '' : `: ${formatSentence(row.why)}`}`}</span>
          <span className="rs-note">{row.losses.map(formatSentence).join('; ')}</span>
        </li>
      ))}
    </ul>
  );
}
