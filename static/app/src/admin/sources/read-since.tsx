import Button from '@atlaskit/button/new';
import { useState } from 'react';
import { formatDay } from '../../../../../src/contract/format-sentence';
import type { ConnectionView } from '../../../../../src/contract/sources';
import { call } from '../../api';
import { NotDone } from '../closing/not-done';
import { useAct } from '../closing/use-act';
import { REACHES } from './reaches';

const DAY_MS = 86_400_000;

interface Props {
  readonly connection: Pick<ConnectionView, 'id' | 'name' | 'since' | 'lastReadAt' | 'coverage'>;
  readonly asOf: string;
  readonly onChange: () => void;
}

/** Since when it is read; what was said before was not asked for, and only an admin knows whether that matters. */
export function ReadSince({ connection: { id, name, since, lastReadAt, coverage }, asOf, onChange }: Props) {
  const { isSaving, failure, act } = useAct();
  if (coverage === undefined) return null;
  // Before the first read came to its end nobody knows that it was all.
  if (coverage.readSince === undefined && lastReadAt === undefined) return null;
  if (coverage.readSince === undefined) return <p className="rs-note">All that {name} has is read, from its beginning.</p>;
  const isReading = coverage.read < coverage.total;
  const say = (isNothingMissing: boolean): void => void act(() => call('sources.sayBefore', { id, isNothingMissing }), onChange);
  return (
    <div className="rs-known-gap">
      {coverage.nothingBefore === true
        ? <p className="rs-note">{isReading ? 'Being read' : 'Read'} since {formatDay(since)}; of the time before nothing is missing, as an admin said. <Button spacing="compact" appearance="subtle" isLoading={isSaving} onClick={() => say(false)}>Take that back</Button></p>
        : <p className="rs-note">{isReading ? `It is being read back to ${formatDay(since)}.` : `Read since ${formatDay(since)}.`} What was said before was not asked for: nothing is called silent in that time.</p>}
      <details>
        <summary className="rs-link">Read further back{coverage.nothingBefore === true ? '' : ', or say that nothing is missing'}</summary>
        <div className="rs-known-gap rs-reach">
          <Further since={since} asOf={asOf} isSaving={isSaving} onRead={(days) => void act(() => call('sources.readFurtherBack', { id, days }), onChange)} />
          {coverage.nothingBefore !== true && (
            <>
              <p className="rs-note">Or nobody spoke there before {formatDay(since)}, or what was said is in another source, for example in a file. It never counts as heard by {name}.</p>
              <Button spacing="compact" isLoading={isSaving} onClick={() => say(true)}>Nothing is missing before</Button>
            </>
          )}
        </div>
      </details>
      <NotDone failure={failure} />
    </div>
  );
}

function Further({ since, asOf, isSaving, onRead }: { readonly since: string; readonly asOf: string; readonly isSaving: boolean; readonly onRead: (days: number) => void }) {
  const earlier = REACHES.filter(([days]) => Date.parse(asOf) - days * DAY_MS < Date.parse(since) - DAY_MS);
  const [days, setDays] = useState(earlier[0]?.[0] ?? 0);
  if (earlier.length === 0) return <p className="rs-note">It is read as far back as we go.</p>;
  return (
    <>
      <label className="rs-field">
        Read back
        <select value={days} onChange={(event) => setDays(Number(event.currentTarget.value))}>
          {earlier.map(([reach, label]) => <option key={reach} value={reach}>{label}</option>)}
        </select>
      </label>
      <Button spacing="compact" isLoading={isSaving} onClick={() => onRead(days)}>Read it anew from then on</Button>
      <p className="rs-note">Until that is done, nothing is called silent.</p>
    </>
  );
}
