import { useEffect, useRef } from 'react';
import type { ReactNode } from 'react';
import { PANEL_PAGE_SIZE } from '../../../../src/contract/page-size';
import type { SignalList, SignalRow } from '../../../../src/contract/panel';
import { formatCount, formatNumber } from '../../../../src/contract/format-sentence';
import type { Ask } from '../use-ask';
import { FailureNote } from './failure';
import { Icon } from './icon';
import { Pager } from './pager';
import { SignalItem } from './signal-item';

interface Props {
  /** Absent where the surroundings say it, e.g. Jira's dialog; the count then stands alone. */
  readonly title?: string | undefined;
  readonly ask: Ask<SignalList>;
  readonly onRetry: () => void;
  readonly page: number;
  readonly onPage: (page: number) => void;
  readonly onBack?: (() => void) | undefined;
  readonly actions?: ReactNode;
  readonly rowActions?: (row: SignalRow) => ReactNode;
  readonly children?: ReactNode;
}

/** A complete list: its true count, page by page. */
export function SignalPages({ title, ask, onRetry, page, onPage, onBack, actions, rowActions, children }: Props) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const list = ask.kind === 'ready' ? ask.value : undefined;
  const last = list === undefined && ask.kind === 'failed' ? ask.last?.value : undefined;
  const shown = list ?? last;
  return (
    <section className="rs-list" aria-busy={ask.kind === 'loading'}>
      <header className="rs-list-head">
        {onBack !== undefined && (
          <button type="button" className="rs-link rs-back" onClick={onBack}>
            <Icon name="back" small /> Back
          </button>
        )}
        <h2 ref={heading} tabIndex={-1}>
          {title}
          {shown !== undefined && (title === undefined ? formatCount(shown.total, 'signal') : <span className="rs-count">{formatNumber(shown.total)}</span>)}
        </h2>
        <div className="rs-list-acts">{actions}</div>
      </header>
      {children}
      {ask.kind === 'failed' && <FailureNote failure={ask.failure} isAsking={ask.isAsking} onRetry={onRetry} />}
      {ask.kind === 'loading' && <ListSkeleton />}
      {shown?.countsOnly !== undefined && shown.countsOnly > 0 && (
        <p className="rs-note rs-counts-only">{formatCount(shown.countsOnly, 'signal')} more behind this number {shown.countsOnly === 1 ? 'stands' : 'stand'} in sources of which numbers alone are shared.</p>
      )}
      {shown !== undefined && shown.total === 0 && <p className="rs-note">No signal stands in this list.</p>}
      {shown !== undefined && shown.rows.length > 0 && (
        <ol className="rs-rows" start={(shown.page - 1) * PANEL_PAGE_SIZE + 1}>
          {shown.rows.map((row) => (
            <SignalItem key={row.signal} row={row} actions={rowActions?.(row)} />
          ))}
        </ol>
      )}
      {shown !== undefined && shown.total > 0 && <Pager list={shown} pageSize={PANEL_PAGE_SIZE} page={page} onPage={onPage} />}
    </section>
  );
}

function ListSkeleton() {
  return (
    <div className="rs-skeleton" aria-hidden="true">
      {[0, 1, 2, 3, 4].map((index) => (
        <div key={index} className="rs-bone rs-bone-row" />
      ))}
    </div>
  );
}
