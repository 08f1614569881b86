import Button from '@atlaskit/button/new';
import { call } from '../../api';
import { NotDone } from './not-done';
import { useAct } from './use-act';

/** Stops all closing of this site at once; read before each single close. */
export function StopSwitch({ isStopped, onChange }: { readonly isStopped: boolean; readonly onChange: () => void }) {
  const { isSaving, failure, act } = useAct();
  return (
    <div className="rs-acts">
      <span>{isStopped ? <b>All closing is stopped.</b> : 'Closing is not stopped.'}</span>
      {isStopped ? (
        <Button spacing="compact" isLoading={isSaving} onClick={() => void act(() => call('admin.resumeClosing', {}), onChange)}>Start again</Button>
      ) : (
        <Button spacing="compact" isLoading={isSaving} onClick={() => void act(() => call('admin.stopClosing', {}), onChange)}>Stop all closing now</Button>
      )}
      <NotDone failure={failure} />
    </div>
  );
}
