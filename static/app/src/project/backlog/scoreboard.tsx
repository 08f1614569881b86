import Button from '@atlaskit/button/new';
import { useState } from 'react';
import type { DryRunView, ScoreboardView } from '../../../../../src/contract/backlog';
import { formatNumber, formatSentence } from '../../../../../src/contract/format-sentence';
import { call } from '../../api';
import type { Failure } from '../../api';
import { failureText } from '../../components/failure';
import { IssueLink } from '../../components/issue-link';
import { To } from '../to';
import { Squares } from './squares';

/** Our own record, for everyone to see: closed, kept, reopened, and reopened by a customer, which is our error. */
export function Scoreboard({ view }: { readonly view: ScoreboardView }) {
  const team = view.reopened - view.reopenedByCustomer;
  const rows = [
    { kind: 'stayed', name: 'stayed closed', count: view.stayedClosed, list: 'closed' },
    { kind: 'team', name: 'reopened by a person', count: team, list: 'reopened' },
    { kind: 'error', name: 'reopened by a customer: our error', count: view.reopenedByCustomer, list: 'reopened' },
    { kind: 'kept', name: 'kept before closing', count: view.kept, list: 'kept' },
    { kind: 'waiting', name: 'waiting', count: view.waiting, list: undefined },
  ] as const;
  return (
    <section>
      <h2>How our closes turned out</h2>
      <Squares rows={rows} />
      <ul className="rs-legend">
        {rows.map((row) => (
          <li key={row.kind}>
            <span className={`rs-square rs-square-${row.kind}`} aria-hidden="true" />
            {row.list === undefined || row.count === 0 ? <b>{formatNumber(row.count)}</b> : <To route={{ at: 'standing', list: row.list, page: 1 }} className="rs-amount" label={`${formatNumber(row.count)} ${row.name}: open the list`}>{formatNumber(row.count)}</To>} {row.name}
          </li>
        ))}
      </ul>
      <DryRun />
    </section>
  );
}

function DryRun() {
  const [view, setView] = useState<DryRunView | undefined>(undefined);
  const [failure, setFailure] = useState<Failure | undefined>(undefined);
  const [isAsking, setAsking] = useState(false);
  const run = async (): Promise<void> => {
    setAsking(true);
    const answer = await call('backlog.dryRun', {});
    setAsking(false);
    setFailure(answer.ok ? undefined : answer);
    if (answer.ok) setView(answer.value);
  };
  return (
    <div className="rs-quiet rs-dry" role="status">
      {view === undefined ? (
        <>
          <span>Replay the last weeks without closing anything.</span>
          <Button spacing="compact" isLoading={isAsking} onClick={() => void run()}>Replay</Button>
        </>
      ) : (
        <div>
          <p><b>{formatSentence(view.sentence)}.</b></p>
          {view.weeksBlind > 0 && <p>{formatSentence({ id: 'dry-run.blind', params: { weeks: view.weeksBlind } })}.</p>}
          {view.wrong.map((issue) => <p key={issue.id}><IssueLink issueKey={issue.key} /> <span dir="auto">{issue.summary}</span></p>)}
        </div>
      )}
      {failure !== undefined && <span className="rs-problem">{failureText(failure)}.</span>}
    </div>
  );
}
