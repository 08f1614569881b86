import { useId, useState } from 'react';
import type { ReactNode } from 'react';
import type { SignalRow } from '../../../../src/contract/panel';
import { reasonsText } from '../words';
import { AboutIssues } from './about-issues';
import { Quote } from './quote';
import { ReadByAgent } from './read-by-agent';

/** One signal of a list: the quoted words, and the whole stored text behind a button. */
export function SignalItem({ row, actions }: { readonly row: SignalRow; readonly actions?: ReactNode }) {
  const [isOpen, setOpen] = useState(false);
  const whole = useId();
  const hasMore = row.full.trim() !== row.text.trim();
  return (
    <li className="rs-row">
      {row.title !== undefined && (
        <p className="rs-row-title" dir="auto" lang={row.locale}>
          {row.title}
        </p>
      )}
      <Quote quote={row} showStanding={false} />
      <ReadByAgent read={row.read} quoted={row.text} />
      {row.reasons.length > 0 && <p className="rs-note">{reasonsText(row.reasons)}</p>}
      <AboutIssues issues={row.issues} />
      <div className="rs-row-acts">
        {actions}
        {hasMore && (
          <button type="button" className="rs-link" aria-expanded={isOpen} aria-controls={whole} onClick={() => setOpen(!isOpen)}>
            {isOpen ? 'Hide the whole text' : 'Read the whole text'}
          </button>
        )}
      </div>
      {hasMore && (
        <div id={whole} hidden={!isOpen} className="rs-full" dir="auto" lang={row.locale}>
          {row.full}
        </div>
      )}
    </li>
  );
}
