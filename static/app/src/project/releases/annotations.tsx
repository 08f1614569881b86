import Button from '@atlaskit/button/new';
import Textfield from '@atlaskit/textfield';
import { useId, useState } from 'react';
import type { AnnotationsView } from '../../../../../src/contract/outcomes';
import { call } from '../../api';
import type { Failure } from '../../api';
import { failureText } from '../../components/failure';
import { useAsk } from '../../use-ask';

/** What we write on Jira about outcomes; who administers the project decides. */
export function Annotations() {
  const { ask, replace } = useAsk('outcomes.annotations', {});
  if (ask.kind !== 'ready') return null;
  return (
    <section>
      <h2>Written on Jira</h2>
      {ask.value.problem !== undefined && <p role="alert" className="rs-problem">Jira refused the last write ({ask.value.problem}). It is tried again tomorrow.</p>}
      {ask.value.canChange ? <Form key={JSON.stringify(ask.value)} view={ask.value} onView={replace} /> : <p className="rs-note">{inWords(ask.value)}</p>}
    </section>
  );
}

function Form({ view, onView }: { readonly view: AnnotationsView; readonly onView: (view: AnnotationsView) => void }) {
  const [link, setLink] = useState(view.versionLink);
  const [comment, setComment] = useState(view.commentRole !== null);
  const [role, setRole] = useState(view.commentRole ?? 'Administrators');
  const [failure, setFailure] = useState<Failure | undefined>(undefined);
  const field = useId();
  const wish = { versionLink: link, commentRole: comment ? role.trim() : null };
  const isSame = wish.versionLink === view.versionLink && wish.commentRole === view.commentRole;
  const save = async (): Promise<void> => {
    const answer = await call('outcomes.saveAnnotations', wish);
    setFailure(answer.ok ? undefined : answer);
    if (answer.ok) onView(answer.value);
  };
  return (
    <div className="rs-written">
      <label className="rs-check"><input type="checkbox" checked={link} onChange={(event) => setLink(event.currentTarget.checked)} /> A link to the result among each version’s related work</label>
      <label className="rs-check"><input type="checkbox" checked={comment} onChange={(event) => setComment(event.currentTarget.checked)} /> A comment on each issue when its result is read, for one role only</label>
      {comment && (
        <label className="rs-field" htmlFor={field}>
          Role that may read it
          <Textfield id={field} value={role} onChange={(event) => setRole(event.currentTarget.value)} />
        </label>
      )}
      <div className="rs-acts"><Button isDisabled={isSame || (comment && role.trim() === '')} onClick={() => void save()}>Save</Button></div>
      {failure !== undefined && <p role="alert" className="rs-problem">Not saved. {failureText(failure)}.</p>}
    </div>
  );
}

function inWords({ versionLink, commentRole }: AnnotationsView): string {
  const parts = [...(versionLink ? ['a link among each version’s related work'] : []), ...(commentRole === null ? [] : [`a comment on each issue for ${commentRole}`])];
  return parts.length === 0 ? 'Nothing.' : `${parts.join('; ')}.`;
}
