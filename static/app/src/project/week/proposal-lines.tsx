import Button from '@atlaskit/button/new';
import { useState } from 'react';
import type { ProposalLine, ProposalsView } from '../../../../../src/contract/proposals';
import { formatDay, formatNumber } from '../../../../../src/contract/format-sentence';
import { call } from '../../api';
import type { Failure } from '../../api';
import { failureText } from '../../components/failure';
import { IssueLink } from '../../components/issue-link';
import { Quote } from '../../components/quote';
import { useAsk } from '../../use-ask';
import { CALL_WORDS } from '../backlog/calls';

/** What agents proposed, each to be decided in place. Nothing of it counts before. */
export function ProposalLines() {
  const { ask, again, replace } = useAsk('proposals.open', {});
  const [failure, setFailure] = useState<Failure | undefined>(undefined);
  const [isSaving, setSaving] = useState(false);
  if (ask.kind === 'loading') return null;
  if (ask.kind === 'failed' && ask.last === undefined) {
    return (
      <p className="rs-note" role="alert">
        Whether something is proposed could not be read.{' '}
        <button type="button" className="rs-link" onClick={() => void again()}>Try again</button>
      </p>
    );
  }
  const view: ProposalsView | undefined = ask.kind === 'ready' ? ask.value : ask.last?.value;
  if (view === undefined || view.open.length === 0) return null;
  const decide = async (line: ProposalLine, accept: boolean): Promise<void> => {
    setSaving(true);
    const answer = await call('proposals.decide', { id: line.id, accept });
    setSaving(false);
    setFailure(answer.ok ? undefined : answer);
    if (answer.ok) replace(answer.value);
  };
  return (
    <section>
      <h2>{view.open.length === 1 ? 'One proposal waits for you' : `${formatNumber(view.open.length)} proposals wait for you`}</h2>
      <p className="rs-note">Made by an agent in a chat. Nothing counts before a person accepts it.</p>
      {failure !== undefined && <p role="alert" className="rs-problem">Not done. {failureText(failure)}.</p>}
      <ul className="rs-lines">
        {view.open.map((line) => (
          <li key={line.id}>
            <p><IssueLink issueKey={line.issue.key} /> <span dir="auto">{line.issue.summary}</span></p>
            {line.what.kind === 'link' ? <Quote quote={line.what.quote} showStanding={false} /> : <p><b>{CALL_WORDS[line.what.call]}</b></p>}
            <p className="rs-note">{formatDay(line.at)}. In the agent’s words, not checked: <q dir="auto">{line.reason}</q></p>
            {line.canAccept && (
              <div className="rs-acts">
                <Button spacing="compact" isDisabled={isSaving} onClick={() => void decide(line, true)}>{line.what.kind === 'link' ? 'It belongs here' : 'Decide so'}</Button>
                <Button spacing="compact" appearance="subtle" isDisabled={isSaving} onClick={() => void decide(line, false)}>Dismiss</Button>
              </div>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
