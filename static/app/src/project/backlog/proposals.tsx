import Button from '@atlaskit/button/new';
import { useState } from 'react';
import type { BacklogView, ProposalRow } from '../../../../../src/contract/backlog';
import type { Answer } from '../../../../../src/contract/answer';
import { formatNumber, formatSentence } from '../../../../../src/contract/format-sentence';
import { call } from '../../api';
import { ProposalLine } from './proposal-line';

interface Props {
  readonly view: BacklogView;
  readonly isSaving: boolean;
  readonly onAct: (ask: () => Promise<Answer<BacklogView>>) => void;
}

/** The week's proposals. Nothing is ticked beforehand: each close begins with a person's choice. */
export function Proposals({ view, isSaving, onAct }: Props) {
  const [ticked, setTicked] = useState<readonly string[]>([]);
  const [showsNotice, setShowsNotice] = useState(false);
  const { proposals, batch, rights, mode } = view;
  const chosen = ticked.filter((item) => proposals.some((row) => row.item === item));
  const canApprove = rights.approve && mode !== 'off' && mode !== 'observe' && !view.stopped && view.breaker === undefined;
  const toggle = (row: ProposalRow): void => setTicked(chosen.includes(row.item) ? chosen.filter((item) => item !== row.item) : [...chosen, row.item]);
  if (proposals.length === 0) return <LeftAlone view={view} />;
  return (
    <section>
      <h2 className="rs-sr">Proposals</h2>
      {canApprove && (
        <div className="rs-approve">
          <button type="button" className="rs-link" onClick={() => setTicked(chosen.length === proposals.length ? [] : proposals.map(({ item }) => item))}>
            {chosen.length === proposals.length ? 'Choose none' : 'Choose all'}
          </button>
          <span className="rs-note" role="status">{formatNumber(chosen.length)} of {formatNumber(proposals.length)} chosen</span>
          <span className="rs-approve-acts">
            {view.notice !== undefined && (
              <Button aria-expanded={showsNotice} onClick={() => setShowsNotice(!showsNotice)}>
                {showsNotice ? 'Hide the notice' : 'Read the notice'}
              </Button>
            )}
            <Button appearance="primary" isDisabled={chosen.length === 0} isLoading={isSaving} onClick={() => onAct(() => call('backlog.approve', { items: [...chosen] }))}>
              Approve {chosen.length === 0 ? '' : `${chosen.length} ${chosen.length === 1 ? 'close' : 'closes'}`}
            </Button>
          </span>
        </div>
      )}
      {showsNotice && view.notice !== undefined && <blockquote className="rs-notice">{view.notice}</blockquote>}
      <ul className="rs-proposals">
        {proposals.map((row) => (
          <ProposalLine
            key={row.item}
            row={row}
            isObserving={mode === 'observe'}
            {...(canApprove ? { isTicked: chosen.includes(row.item), onTick: () => toggle(row) } : {})}
            {...(rights.keep ? { onKeep: () => onAct(() => call('backlog.keep', { item: row.item })) } : {})}
          />
        ))}
      </ul>
      {batch !== undefined && <LeftAlone view={view} />}
    </section>
  );
}

function LeftAlone({ view }: { readonly view: BacklogView }) {
  const { batch } = view;
  if (batch === undefined) return null;
  const others = batch.leftAlone.filter(({ count }) => count > 0);
  return (
    <p className="rs-note">
      {formatNumber(batch.looked)} items were looked at
      {others.length > 0 && `. Left alone, ${others.map(({ words, count }) => `${formatNumber(count)}: ${formatSentence(words)}`).join(' · ')}`}.
    </p>
  );
}
