import Button from '@atlaskit/button/new';
import { formatDay, formatNumber } from '../../../../../src/contract/format-sentence';
import type { ConnectionView } from '../../../../../src/contract/sources';
import { call } from '../../api';
import { NotDone } from '../closing/not-done';
import { useAct } from '../closing/use-act';

/** Times that files filled, on an admin's word, which can be taken back. */
export function FilledTimes({ connection: { id, fills }, onChange }: { readonly connection: Pick<ConnectionView, 'id' | 'fills'>; readonly onChange: () => void }) {
  const { isSaving, failure, act } = useAct();
  if (fills.length === 0) return null;
  return (
    <div className="rs-stack">
      {fills.map(({ importId, from, to, file, at, kept, unreadable, isWhole }) => (
        <p key={`${importId} ${from}`} className="rs-note">
          {formatDay(from)} to {formatDay(new Date(Date.parse(to) - 1).toISOString())} from the file {file}, {formatNumber(kept)} {kept === 1 ? 'row' : 'rows'}{unreadable === 0 ? '' : ` (${formatNumber(unreadable)} could not be read)`}, as an admin said on {formatDay(at)}: {isWhole ? 'no gap any more.' : 'too many to say that it holds this time, so the gap stays. Mend those rows and hand the file in again.'}{' '}
          <Button spacing="compact" appearance="subtle" isLoading={isSaving} onClick={() => void act(() => call('sources.takeFillBack', { id, importId }), onChange)}>{isWhole ? 'It was not complete' : 'Take it off this list'}</Button>
        </p>
      ))}
      <NotDone failure={failure} />
    </div>
  );
}
