import Button from '@atlaskit/button/new';
import { useState } from 'react';
import type { PrototypeView } from '../../../../../src/contract/prototype';
import { formatSentence } from '../../../../../src/contract/format-sentence';
import { call } from '../../api';
import { Asked } from '../../components/asked';
import { failureText } from '../../components/failure';
import { useAsk } from '../../use-ask';
import { useViewAct } from '../../use-view-act';
import { Brief } from './brief';
import { BriefForm } from './brief-form';
import { Claims } from './claims';
import { Reviews } from './reviews';

/** One screen instead of a specification, the prototype, and what customers said when they saw it. */
export function Prototype() {
  const { ask, again, replace } = useAsk('prototype.open', {});
  return <Asked ask={ask} onRetry={() => void again()} instead={nothingKnown}>{(view) => <PrototypeBody view={view} onView={replace} />}</Asked>;
}

export function nothingKnown(code: string) {
  return code === 'access/not-found' ? <p>Nothing is known about this issue’s customers.</p> : undefined;
}

function PrototypeBody({ view, onView }: { readonly view: PrototypeView; readonly onView: (view: PrototypeView) => void }) {
  const [isEditing, setEditing] = useState(false);
  const { failure, isSaving, act } = useViewAct(onView);
  const { brief, canEdit } = view;
  return (
    <>
      <h2 dir="auto">{view.issue.key} {view.issue.summary}</h2>
      {failure !== undefined && <p role="alert" className="rs-problem">Not saved. {failureText(failure)}{failure.detail === undefined ? '' : `: ${failure.detail}`}.</p>}
      {brief === undefined && view.noBrief !== undefined && <p>{formatSentence(view.noBrief)}.</p>}
      {brief === undefined && view.noBrief === undefined && <p className="rs-note">No brief yet. It is one screen: what we believe, three customers’ words, where that is weakest, the smallest thing to show, and when to stop.</p>}
      {brief !== undefined && (isEditing ? (
        <BriefForm brief={brief} isSaving={isSaving} onClose={() => setEditing(false)} onSave={async (words) => ((await act(() => call('prototype.save', words))) ? setEditing(false) : undefined)} />
      ) : (
        <Brief brief={brief} />
      ))}
      {canEdit && !isEditing && view.noBrief === undefined && (
        <div className="rs-acts">
          <Button appearance={brief === undefined ? 'primary' : 'default'} isLoading={isSaving} onClick={() => void act(() => call('prototype.draft', {}))}>{brief === undefined ? 'Write the brief' : 'Write it anew'}</Button>
          {brief !== undefined && <Button onClick={() => setEditing(true)}>Edit</Button>}
        </div>
      )}
      {brief !== undefined && <Reviews view={view} brief={brief} isSaving={isSaving} onAct={act} />}
      {view.claims !== undefined && <Claims claims={view.claims} />}
    </>
  );
}
