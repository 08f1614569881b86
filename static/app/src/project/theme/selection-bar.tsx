import Button from '@atlaskit/button/new';
import Textfield from '@atlaskit/textfield';
import { useState } from 'react';
import { formatCount, formatNumber } from '../../../../../src/contract/format-sentence';
import { call } from '../../api';
import type { Edits } from '../edits';
import { ThemeChoice } from './theme-choice';

interface Props {
  readonly theme: string | null;
  readonly signals: readonly string[];
  /** Signals in the list, for saying what stays. */
  readonly total: number;
  readonly edits: Edits;
  readonly onClear: () => void;
}

/** What can be done with chosen signals: a new theme from them, or, for a single one, another theme or none. */
export function SelectionBar({ theme, signals, total, edits, onClear }: Props) {
  const [label, setLabel] = useState('');
  const [into, setInto] = useState('');
  const [only] = signals;
  const count = formatCount(signals.length, 'signal');
  const name = label.trim();
  const split = (): void => {
    if (theme !== null) void edits.run(`Split ${count} off as “${name}”.`, () => call('page.split', { theme, signals: [...signals], label: name }));
  };
  const move = (to: string | null): void => {
    if (only !== undefined) void edits.run(to === null ? 'Moved 1 signal out of the theme.' : 'Moved 1 signal.', () => call('page.move', { signal: only, theme: to }), true);
  };
  return (
    <section className="rs-edit" aria-label="Chosen signals">
      <p role="status">
        <b>{count} chosen.</b>{' '}
        <button type="button" className="rs-link" onClick={onClear}>Clear</button>
      </p>
      {theme !== null && (
        <div className="rs-inline-form">
          <Textfield aria-label="Name of the new theme" placeholder="Name of a new theme" value={label} maxLength={80} onChange={(event) => setLabel(event.currentTarget.value)} />
          <Button isDisabled={name === '' || edits.isSaving} onClick={split}>Split {count} off</Button>
        </div>
      )}
      {theme !== null && <p className="rs-note">{count} would leave this theme; {formatNumber(total - signals.length)} would stay. It can be taken back.</p>}
      {signals.length === 1 && (
        <div className="rs-inline-form">
          <ThemeChoice label={theme === null ? 'Move it to' : 'Or move it to'} without={theme} value={into} onChange={setInto} />
          <Button isDisabled={into === '' || edits.isSaving} onClick={() => move(into)}>Move</Button>
          {theme !== null && <Button appearance="subtle" isDisabled={edits.isSaving} onClick={() => move(null)}>Into no theme</Button>}
        </div>
      )}
    </section>
  );
}
