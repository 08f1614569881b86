import Button from '@atlaskit/button/new';
import { useState } from 'react';
import type { InboundView } from '../../../../../src/contract/inbound';
import { formatDay, formatNumber } from '../../../../../src/contract/format-sentence';
import { call } from '../../api';
import { NotDone } from '../closing/not-done';
import { useAct } from '../closing/use-act';

interface Props {
  readonly source: InboundView['sources'][number];
  readonly asOf: string;
  readonly onView: (view: InboundView) => void;
}

/** Since when a sender counts as heard. What it sends of the days before may be a part of them, and only who runs it knows. */
export function HandedOver({ source: { id, name, heard }, asOf, onView }: Props) {
  const { from, isTold, isNothingBefore, earlier } = heard;
  const [since, setSince] = useState(from.slice(0, 10));
  const { isSaving, failure, act } = useAct();
  const say = (day?: string, isNothing = false): void => void act(() => call('admin.sayHandedOver', { source: id, ...(day === undefined ? {} : { since: day, isNothingBefore: isNothing }) }), onView);
  return (
    <div className="rs-known-gap">
      <p className="rs-note">
        {isTold ? `Heard since ${formatDay(from)}: all that was said since then is handed over, as an admin said.` : `Heard since it was added, ${formatDay(from)}.`}
        {isNothingBefore && ' Nothing is missing before.'} {earlier > 0 && earlierOf(earlier)}
      </p>
      <details>
        <summary className="rs-link">Say since when it handed over everything{isNothingBefore ? '' : ', or that nothing is missing before'}</summary>
        <div className="rs-known-gap">
          <label className="rs-field">
            Everything that was said since
            <input type="date" value={since} max={asOf.slice(0, 10)} onChange={(event) => setSince(event.currentTarget.value)} />
          </label>
          <div><Button spacing="compact" isLoading={isSaving} isDisabled={since === ''} onClick={() => say(since)}>It handed over everything since</Button></div>
          <p className="rs-note">Then verdicts, closing and releases may rest on its silence from that day on.</p>
          {!isNothingBefore && (
            <>
              <p className="rs-note">Or nobody spoke there before {formatDay(from)}, or what was said is in another source. It never counts as heard by {name}.</p>
              <Button spacing="compact" isLoading={isSaving} onClick={() => say(from.slice(0, 10), true)}>Nothing is missing before</Button>
            </>
          )}
        </div>
      </details>
      {isTold && <div><Button spacing="compact" appearance="subtle" isLoading={isSaving} onClick={() => say()}>Take that back</Button></div>}
      <NotDone failure={failure} />
    </div>
  );
}

function earlierOf(earlier: number): string {
  return `${earlier === 1 ? 'One signal of an earlier day is' : `${formatNumber(earlier)} signals of earlier days are`} kept and may be quoted, and nothing is called silent in the time before.`;
}
