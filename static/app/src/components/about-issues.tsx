import type { SignalIssue } from '../../../../src/contract/panel';
import { IssueLink } from './issue-link';

const WORDS = { confirmed: 'Confirmed on', suggested: 'Probably about' } as const;

/** The issues that a signal is about, as far as is known; nothing where nothing is known, which is no answer. */
export function AboutIssues({ issues }: { readonly issues: readonly SignalIssue[] | undefined }) {
  if (issues === undefined) return null;
  return (
    <ul className="rs-about" aria-label="Work items that this is about">
      {issues.map((issue) => (
        <li key={issue.key}>
          <span className="rs-note">{WORDS[issue.standing]}</span> <IssueLink issueKey={issue.key} /> <span className="rs-about-what">{issue.summary}</span>
        </li>
      ))}
    </ul>
  );
}
