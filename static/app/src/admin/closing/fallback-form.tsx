import Button from '@atlaskit/button/new';
import type { ClosingSettingsView } from '../../../../../src/contract/backlog';
import { formatSentence } from '../../../../../src/contract/format-sentence';
import { call } from '../../api';
import { NotDone } from './not-done';
import { useAct } from './use-act';

/** The workflow cannot close as we would like: said first, with the better way, and another way accepted by a person, never assumed. */
export function FallbackForm({ product, fallbacks, onView }: { readonly product: string; readonly fallbacks: NonNullable<ClosingSettingsView['fallbacks']>; readonly onView: (view: ClosingSettingsView) => void }) {
  const { isSaving, failure, act } = useAct();
  return (
    <div className="rs-quiet">
      <div className="rs-stack rs-grow">
        <p>Items cannot be closed as “No customer evidence” here: the workflow’s closing step does not offer that resolution. Best is to add it there; proposals then come by themselves.</p>
        {fallbacks.length === 0 && <p className="rs-note">Every other way to close says that the work was done, so nothing is proposed until then.</p>}
        {fallbacks.map(({ kind, name, words }) => (
          <div key={`${kind} ${name}`} className="rs-batch">
            <span>{formatSentence(words)}.</span>
            <Button spacing="compact" isDisabled={isSaving} onClick={() => void act(() => call('admin.acceptFallback', { product, kind, name }), onView)}>Accept closing as “{name}”</Button>
          </div>
        ))}
        <NotDone failure={failure} />
      </div>
    </div>
  );
}
