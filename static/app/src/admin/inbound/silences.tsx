import Button from '@atlaskit/button/new';
import { useState } from 'react';
import type { InboundView } from '../../../../../src/contract/inbound';
import { formatDay } from '../../../../../src/contract/format-sentence';
import { call } from '../../api';
import { NotDone } from '../closing/not-done';
import { useAct } from '../closing/use-act';
import { quietWords } from './quiet-words';

interface Props {
  readonly source: InboundView['sources'][number];
  readonly when: (at: string) => string;
  readonly onView: (view: InboundView) => void;
}

/** A silence that goes on and those that ended: each a gap, until somebody who knows it says that there was nothing to send. */
export function Silences({ source: { id, name, quiet, quietAfterHours, silentSince, lastReceivedAt }, when, onView }: Props) {
  const [isAsked, setAsked] = useState(false);
  const { isSaving, failure, act } = useAct();
  const done = (view: InboundView): void => {
    setAsked(false);
    onView(view);
  };
  return (
    <>
      {silentSince !== undefined && (
        <p className="rs-problem" role="note">
          {lastReceivedAt === undefined ? `Nothing has come since it was added, ${when(silentSince)}` : `Nothing has come since ${when(silentSince)}`}: longer than {quietWords(quietAfterHours)}, so it is a gap, and nothing is called silent because of it. {lastReceivedAt === undefined ? 'Look whether it sends, with a key that stands below' : 'Look whether it still sends'}; a delivery without a record is enough to be heard again.
        </p>
      )}
      {quiet.length > 0 && (
        <>
          <p className="rs-problem" role="note">{`Nothing came ${quiet.map(({ from, to }) => `from ${formatDay(from)} to ${formatDay(to)}`).join(', ')}: a gap, and nothing is called silent because of it.`}</p>
          <div className="rs-acts"><Button spacing="compact" onClick={() => setAsked(!isAsked)}>It had nothing to send</Button></div>
        </>
      )}
      {isAsked && quiet.length > 0 && (
        <div className="rs-leaving">
          <p>Then {quiet.length === 1 ? 'that time counts' : 'those times count'} as heard, and the silence in {quiet.length === 1 ? 'it' : 'them'} as an answer: verdicts, closing and releases may rest on it. Say so only if you know that {name} worked; what it failed to send cannot be asked for again.</p>
          <Button spacing="compact" isLoading={isSaving} onClick={() => void act(() => call('admin.acceptSilence', { source: id }), done)}>Count it as heard</Button>
        </div>
      )}
      <NotDone failure={failure} />
    </>
  );
}
