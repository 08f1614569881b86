import Button from '@atlaskit/button/new';
import { useId, useState } from 'react';
import { formatDay } from '../../../../../src/contract/format-sentence';
import { call } from '../../api';
import type { Failure } from '../../api';
import { failureText } from '../../components/failure';
import { useAsk } from '../../use-ask';

/** Releases that nobody has written down, e.g. older ones: a person may have them judged too. */
export function WriteDown({ onDone }: { readonly onDone: () => void }) {
  const { ask } = useAsk('outcomes.choices', {});
  const [release, setRelease] = useState('');
  const [failure, setFailure] = useState<Failure | undefined>(undefined);
  const field = useId();
  if (ask.kind !== 'ready' || !ask.value.canChange || ask.value.releases.length === 0) return null;
  const save = async (): Promise<void> => {
    const answer = await call('outcomes.freeze', { release });
    setFailure(answer.ok ? undefined : answer);
    if (!answer.ok) return;
    setRelease('');
    onDone();
  };
  return (
    <section>
      <h2>Another release</h2>
      <div className="rs-inline-form">
        <label className="rs-field" htmlFor={field}>
          Not followed yet
          <select id={field} value={release} onChange={(event) => setRelease(event.currentTarget.value)}>
            <option value="">Choose a release</option>
            {ask.value.releases.map(({ id, name, releasedAt }) => <option key={id} value={id}>{name}, {formatDay(releasedAt)}</option>)}
          </select>
        </label>
        <Button isDisabled={release === ''} onClick={() => void save()}>Judge it</Button>
      </div>
      {failure !== undefined && <p role="alert" className="rs-problem">Not done. {failureText(failure)}.</p>}
    </section>
  );
}
