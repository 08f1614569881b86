import Button from '@atlaskit/button/new';
import { useState } from 'react';
import type { ProposalRow } from '../../../../../src/contract/backlog';
import { formatDay, formatSentence } from '../../../../../src/contract/format-sentence';
import { call } from '../../api';
import { failureText } from '../../components/failure';
import { IssueLink } from '../../components/issue-link';
import { VersionLink } from '../../components/version-link';
import { To } from '../to';

interface Props {
  readonly row: ProposalRow;
  /** Nothing closes; people say whether it would have been right. */
  readonly isObserving: boolean;
  readonly isTicked?: boolean;
  readonly onTick?: () => void;
  readonly onKeep?: () => void;
}

/** One proposal: the item, one sentence of reason, the nearest theme, and what an undo could not bring back. */
export function ProposalLine({ row, isObserving, isTicked, onTick, onKeep }: Props) {
  const { issue } = row;
  return (
    <li>
      {onTick !== undefined && <input type="checkbox" aria-label={`Choose ${issue.key}`} checked={isTicked ?? false} onChange={onTick} />}
      <div className="rs-proposal">
        <p className="rs-proposal-name" dir="auto">{issue.summary}</p>
        <p className="rs-note"><IssueLink issueKey={issue.key} />, open since {formatDay(issue.createdAt)}</p>
      </div>
      <div className="rs-why-close">
        <p>{formatSentence(row.reason)}</p>
        {row.release !== undefined && <p className="rs-note"><VersionLink issueKey={issue.key} id={row.release.id} name={row.release.name} /></p>}
        {row.original !== undefined && <p className="rs-note">Stays open: <IssueLink issueKey={row.original.key} /></p>}
        {row.nearestTheme !== undefined && <p className="rs-note">{row.release === undefined && row.original === undefined ? 'Nearest, not the same need' : 'Theme'}: <To route={{ at: 'theme', theme: row.nearestTheme.id }}>{row.nearestTheme.label}</To></p>}
        {row.losses.map((loss) => <p key={formatSentence(loss)} className="rs-loss">{formatSentence(loss)}</p>)}
      </div>
      <div className="rs-proposal-acts">
        {isObserving ? <Judge issueId={issue.id} /> : onKeep !== undefined && (
          <Button spacing="compact" onClick={onKeep}>Keep<span className="rs-sr"> {issue.key}</span></Button>
        )}
      </div>
    </li>
  );
}

function Judge({ issueId }: { readonly issueId: string }) {
  const [said, setSaid] = useState<string | undefined>(undefined);
  const judge = async (right: boolean): Promise<void> => {
    const answer = await call('backlog.judge', { issue: issueId, right });
    setSaid(answer.ok ? (right ? 'Noted: right' : 'Noted: wrong') : `${failureText(answer)}.`);
  };
  if (said !== undefined) return <span role="status" className="rs-note">{said}</span>;
  return (
    <>
      <span className="rs-note">Right?</span>
      <Button spacing="compact" onClick={() => void judge(true)}>Yes</Button>
      <Button spacing="compact" onClick={() => void judge(false)}>No</Button>
    </>
  );
}
