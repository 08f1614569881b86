import Button from '@atlaskit/button/new';
import { useState } from 'react';
import type { ThemeRow } from '../../../../../src/contract/page';
import { formatSentence } from '../../../../../src/contract/format-sentence';
import { call } from '../../api';
import { failureText } from '../../components/failure';
import { useAsk } from '../../use-ask';
import type { Edits } from '../edits';
import { ThemeChoice } from './theme-choice';

/** Merge into another theme: the sum is shown before anything happens, and it can be taken back whole. */
export function MergeForm({ theme, edits, onClose }: { readonly theme: ThemeRow; readonly edits: Edits; readonly onClose: () => void }) {
  const [into, setInto] = useState('');
  const merge = (): void => void edits.run(`Merged “${theme.label}”.`, () => call('page.merge', { from: theme.id, into }));
  return (
    <section className="rs-edit" aria-label="Merge">
      <ThemeChoice label={`Merge “${theme.label}” into`} without={theme.id} value={into} onChange={setInto} />
      {into !== '' && <Preview from={theme.id} into={into} />}
      <div className="rs-acts">
        <Button appearance="primary" isDisabled={into === ''} isLoading={edits.isSaving} onClick={merge}>Merge</Button>
        <Button appearance="subtle" onClick={onClose}>Cancel</Button>
        <span className="rs-note">Both keep their history; Undo restores both exactly.</span>
      </div>
    </section>
  );
}

function Preview({ from, into }: { readonly from: string; readonly into: string }) {
  const { ask } = useAsk('page.previewMerge', { from, into });
  if (ask.kind === 'loading') return <div className="rs-bone rs-bone-line" />;
  if (ask.kind === 'failed') return <p role="alert" className="rs-problem">{failureText(ask.failure)}.</p>;
  return <p role="status" className="rs-preview-sum">{formatSentence(ask.value.sentence)}</p>;
}
