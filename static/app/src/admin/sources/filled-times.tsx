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
      {fills.map(({ importId, from, to, file, at, kept, unreadable }) => (
        <p key={importId} className="rs-note">
          {formatDay(from)} to {formatDay(new Date(Date.parse(to) - 1).toISOString())} from the file {file}, {formatNumber(kept)} {kept === 1 ? 'row' : 'rows'}{unreadable === 0 ? '' : ` (${formatNumber(unreadable)} could not be read)`}, as an admin said on {formatDay(at)}: no gap any more.{' '}
          <Button spacing="compact" appearance="subtle" isLoading={isSaving} onClick={() => void act(() => call('sources.takeFillBack', { id, importId }), onChange)}>It was not complete</Button>
        </p>
      ))}
      <NotDone failure={failure} />
    </div>
  );
}
