import Button from '@atlaskit/button/new';
import { useState } from 'react';
import type { StandingPage } from '../../../../../src/contract/backlog';
import { formatDay, formatSentence } from '../../../../../src/contract/format-sentence';
import { call } from '../../api';
import type { Failure } from '../../api';
import { failureText } from '../../components/failure';

/** A person says that a release made an item obsolete. It becomes a proposal like every other: approval, notice, time to object. */
export function ObsoleteForm({ issue, releases, onClose }: { readonly issue: string; readonly releases: StandingPage['releases']; readonly onClose: () => void }) {
  const [release, setRelease] = useState(releases[0]?.id ?? '');
  const [said, setSaid] = useState<string | undefined>(undefined);
  const [failure, setFailure] = useState<Failure | undefined>(undefined);
  const [isSaving, setSaving] = useState(false);
  const save = async (): Promise<void> => {
    setSaving(true);
    const answer = await call('backlog.proposeObsolete', { issue, release });
    setSaving(false);
    setFailure(answer.ok ? undefined : answer);
    if (answer.ok) setSaid(answer.value.proposed ? 'Proposed. It waits for a yes under Backlog, then its notice goes out.' : `Not proposed: ${formatSentence(answer.value.why)}.`);
  };
  if (said !== undefined) return <p className="rs-edit" role="status">{said}</p>;
  return (
    <div className="rs-edit">
      <label className="rs-field">
        Made obsolete by
        <select value={release} onChange={(event) => setRelease(event.currentTarget.value)}>
          {releases.map(({ id, name, releasedAt }) => <option key={id} value={id}>{name}, released on {formatDay(releasedAt)}</option>)}
        </select>
      </label>
      {failure !== undefined && <p role="alert" className="rs-problem">Not done. {failureText(failure)}.</p>}
      <div className="rs-acts">
        <Button appearance="primary" isLoading={isSaving} onClick={() => void save()}>Propose to close</Button>
        <Button appearance="subtle" onClick={onClose}>Cancel</Button>
      </div>
    </div>
  );
}
