import Button from '@atlaskit/button/new';
import type { ClosingSettingsView } from '../../../../../src/contract/backlog';
import { formatSentence } from '../../../../../src/contract/format-sentence';
import type { Sentence } from '../../../../../src/contract/panel';
import { call } from '../../api';
import { NotDone } from './not-done';
import { useAct } from './use-act';

/** The workflow cannot close as we would like: said first, accepted by a person, never assumed. */
export function FallbackForm({ product, fallback, onView }: { readonly product: string; readonly fallback: Sentence; readonly onView: (view: ClosingSettingsView) => void }) {
  const { isSaving, failure, act } = useAct();
  const kind = fallback.id.endsWith('.status') ? 'status' : 'resolution';
  const name = String(fallback.params['name'] ?? '');
  return (
    <div className="rs-quiet">
      <div className="rs-stack rs-grow">
        <p>{formatSentence(fallback)}.</p>
        <div><Button spacing="compact" isDisabled={name === ''} isLoading={isSaving} onClick={() => void act(() => call('admin.acceptFallback', { product, kind, name }), onView)}>Accept closing as “{name}”</Button></div>
        <NotDone failure={failure} />
      </div>
    </div>
  );
}
