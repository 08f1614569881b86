import type { UnderWayRow } from '../../../../../src/contract/backlog';
import { formatDay, formatSentence } from '../../../../../src/contract/format-sentence';
import { IssueLink } from '../../components/issue-link';

/** Approved, told, about to close: with the date until which anyone may keep it. */
export function UnderWay({ rows }: { readonly rows: readonly UnderWayRow[] }) {
  if (rows.length === 0) return null;
  return (
    <section>
      <h2>Under way<span className="rs-count">{rows.length}</span></h2>
      <ul className="rs-issues">
        {rows.map((row) => (
          <li key={row.item}>
            <IssueLink issueKey={row.issue.key} />
            <span dir="auto">{row.issue.summary}</span>
            <span className="rs-note">{stateText(row)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function stateText(row: UnderWayRow): string {
  const closes = row.closesAt === undefined ? '' : row.waits === undefined ? `, closes on ${formatDay(row.closesAt)} unless kept` : `, due since ${formatDay(row.closesAt)} and still waiting: ${formatSentence(row.waits)}`;
  switch (row.state) {
    case 'approved':
      return `approved; the notice goes out next${closes}`;
    case 'noticed':
      return `${row.noticedAt === undefined ? 'told' : `told on ${formatDay(row.noticedAt)}`}${closes}`;
    case 'closing':
      return 'closing now';
  }
}
