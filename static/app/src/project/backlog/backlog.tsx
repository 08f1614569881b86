import { useState } from 'react';
import type { BacklogView } from '../../../../../src/contract/backlog';
import type { Answer } from '../../../../../src/contract/answer';
import { formatSentence } from '../../../../../src/contract/format-sentence';
import { Asked } from '../../components/asked';
import { CoverageFoot } from '../../components/coverage-foot';
import { failureText } from '../../components/failure';
import type { Failure } from '../../api';
import { useAsk } from '../../use-ask';
import { NotYet, noProduct } from '../not-yet';
import { Calls } from './calls';
import { ClosingState } from './closing-state';
import { ComingBack } from './coming-back';
import { Proposals } from './proposals';
import { Scoreboard } from './scoreboard';
import { StandingBar } from './standing-bar';
import { TakeBack } from './take-back';
import { UnderWay } from './under-way';
import './backlog.css';

/** What could be closed and why, how often we were wrong, what is coming back, and the hard calls. */
export function Backlog() {
  const { ask, again, replace } = useAsk('backlog.open', {});
  return (
    <Asked ask={ask} onRetry={() => void again()} instead={noProduct}>
      {(view) => <BacklogBody view={view} onView={replace} onChange={() => void again()} />}
    </Asked>
  );
}

interface Props {
  readonly view: BacklogView;
  readonly onView: (view: BacklogView) => void;
  readonly onChange: () => void;
}

function BacklogBody({ view, onView, onChange }: Props) {
  const [failure, setFailure] = useState<Failure | undefined>(undefined);
  const [isSaving, setSaving] = useState(false);
  const act = async (ask: () => Promise<Answer<BacklogView>>): Promise<void> => {
    setSaving(true);
    const answer = await ask();
    setSaving(false);
    setFailure(answer.ok ? undefined : answer);
    if (answer.ok) onView(answer.value);
  };
  const count = view.proposals.length;
  return (
    <>
      <NotYet coverage={view.coverage} />
      <header className="rs-top">
        <h1>{count === 0 ? 'Nothing is proposed for closing' : `${count} ${count === 1 ? 'item' : 'items'} could close`}</h1>
        <p className="rs-lead">{formatSentence(view.listening)}.</p>
        <p className="rs-error-rate">{formatSentence(view.scoreboard.title)}.</p>
        <ClosingState view={view} />
      </header>
      {failure !== undefined && <p role="alert" className="rs-problem">Not done. {failureText(failure)}.</p>}
      <Proposals view={view} isSaving={isSaving} onAct={(ask) => void act(ask)} />
      <ComingBack view={view} isSaving={isSaving} onAct={(ask) => void act(ask)} />
      <UnderWay rows={view.underWay} />
      <div className="rs-two">
        <Scoreboard view={view.scoreboard} />
        <StandingBar view={view.standing} />
      </div>
      <Calls calls={view.calls} unit={view.unit} />
      {view.rights.approve && <TakeBack batches={view.closedBatches} onChange={onChange} />}
      <CoverageFoot coverage={view.coverage} synthetic={view.synthetic} />
    </>
  );
}
