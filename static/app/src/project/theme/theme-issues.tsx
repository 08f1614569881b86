import { useEffect, useRef } from 'react';
import type { RoadmapColumn, ThemeView } from '../../../../../src/contract/page';
import { formatCount, formatNumber } from '../../../../../src/contract/format-sentence';
import { IssueLink } from '../../components/issue-link';
import { COLUMN_NAMES } from '../roadmap/column-names';
import { To } from '../to';

interface Props {
  readonly theme: string;
  readonly issues: ThemeView['issues'];
  /** Only these, when someone came from a number of the roadmap. */
  readonly column: RoadmapColumn | undefined;
}

/** The work that points to a theme, all of it or what stands in one column. */
export function ThemeIssues({ theme, issues, column }: Props) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    // From a number straight to its list.
    if (column !== undefined) heading.current?.scrollIntoView({ block: 'start' });
    if (column !== undefined) heading.current?.focus({ preventScroll: true });
  }, [column]);
  const shown = column === undefined ? issues : issues.filter((issue) => issue.column === column);
  return (
    <section>
      <h2 ref={heading} tabIndex={-1}>{titleOf(shown.length, column)}</h2>
      {column !== undefined && <p className="rs-note"><To route={{ at: 'theme', theme }}>All {formatNumber(issues.length)}</To></p>}
      {issues.length === 0 && <p className="rs-note">Work is linked when customers’ words lead to it. Work that says it in other words is not found.</p>}
      <ul className="rs-issues">
        {shown.map((issue) => (
          <li key={issue.id}>
            <IssueLink issueKey={issue.key} />
            <span dir="auto">{issue.summary}</span>
            <span className="rs-note">{COLUMN_NAMES[issue.column]} · {formatCount(issue.signals, 'signal')}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function titleOf(count: number, column: RoadmapColumn | undefined): string {
  const where = column === undefined ? '' : `, ${COLUMN_NAMES[column].toLowerCase()}`;
  if (count === 0) return `No issue is linked to this theme${where}`;
  return `${formatNumber(count)} linked ${count === 1 ? 'issue' : 'issues'}${where}`;
}
