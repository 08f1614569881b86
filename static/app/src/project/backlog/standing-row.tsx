import Button from '@atlaskit/button/new';
import { useState } from 'react';
import type { IssueLine, StandingPage } from '../../../../../src/contract/backlog';
import { formatSentence } from '../../../../../src/contract/format-sentence';
import { DecideForm } from '../../components/decide-form';
import { IssueLink } from '../../components/issue-link';
import { ObsoleteForm } from './obsolete-form';
import { UndoOne } from './undo-one';

interface Props {
  readonly row: IssueLine;
  readonly view: StandingPage;
  /** Decisions are about open items; what is closed can be taken back instead. */
  readonly isOpen: boolean;
  readonly onChange: () => void;
}

/** One item of a list, with what may be done about it there. */
export function StandingRow({ row, view, isOpen, onChange }: Props) {
  const [form, setForm] = useState<'decide' | 'obsolete' | 'undo' | undefined>(undefined);
  const close = (): void => setForm(undefined);
  return (
    <li className="rs-standing-row">
      <IssueLink issueKey={row.key} />
      <span dir="auto">{row.summary}</span>
      <span className="rs-note">{formatSentence(row.words)}</span>
      {view.canDecide && form === undefined && (
        <span className="rs-acts">
          {isOpen && <Button spacing="compact" onClick={() => setForm('decide')}>Decide<span className="rs-sr"> on {row.key}</span></Button>}
          {isOpen && view.releases.length > 0 && <Button spacing="compact" appearance="subtle" onClick={() => setForm('obsolete')}>Obsolete<span className="rs-sr"> {row.key}</span></Button>}
          {row.undoItem !== undefined && <Button spacing="compact" onClick={() => setForm('undo')}>Undo<span className="rs-sr"> {row.key}</span></Button>}
        </span>
      )}
      {form === 'decide' && <DecideForm subject={{ kind: 'issue', id: row.id }} unit={view.unit} onClose={close} />}
      {form === 'obsolete' && <ObsoleteForm issue={row.id} releases={view.releases} onClose={close} />}
      {form === 'undo' && row.undoItem !== undefined && <UndoOne item={row.undoItem} onClose={close} onDone={onChange} />}
    </li>
  );
}
