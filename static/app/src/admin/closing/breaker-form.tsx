import Button from '@atlaskit/button/new';
import Textfield from '@atlaskit/textfield';
import { useState } from 'react';
import type { ClosingSettingsView } from '../../../../../src/contract/backlog';
import { formatDay, formatSentence } from '../../../../../src/contract/format-sentence';
import { call } from '../../api';
import { NotDone } from './not-done';
import { useAct } from './use-act';

const SHORTEST_REASON = 10;

/** Closing stood still by itself. A person says what was found before it goes on. */
export function BreakerForm({ product, breaker, onView }: { readonly product: string; readonly breaker: NonNullable<ClosingSettingsView['breaker']>; readonly onView: (view: ClosingSettingsView) => void }) {
  const [reason, setReason] = useState('');
  const { isSaving, failure, act } = useAct();
  return (
    <div className="rs-alert">
      <div className="rs-stack rs-grow">
        <p className="rs-alert-title">Closing stands still since {formatDay(breaker.at)}</p>
        <p className="rs-alert-text">{formatSentence(breaker.reason)}.</p>
        <Textfield aria-label="What was found" placeholder="What was found, in a sentence" value={reason} maxLength={1_000} onChange={(event) => setReason(event.currentTarget.value)} />
        <div><Button isDisabled={reason.trim().length < SHORTEST_REASON} isLoading={isSaving} onClick={() => void act(() => call('admin.rearmBreaker', { product, reason: reason.trim() }), onView)}>Arm again</Button></div>
        <NotDone failure={failure} />
      </div>
    </div>
  );
}
