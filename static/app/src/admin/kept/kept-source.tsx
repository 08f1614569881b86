import Button from '@atlaskit/button/new';
import { useState } from 'react';
import type { KeptSourcesView } from '../../../../../src/contract/kept-sources';
import { formatDay, formatNumber } from '../../../../../src/contract/format-sentence';
import { call } from '../../api';
import { SourceIcon } from '../../components/icon';
import { NotDone } from '../closing/not-done';
import { useAct } from '../closing/use-act';
import { HeldTime } from './held-time';
import { WhatGoes } from './what-goes';

type Source = KeptSourcesView['sources'][number];

/** One of them: how much is here, whether its silence counts, and the two ways to leave it. */
export function KeptSourceItem({ source, product, onView }: { readonly source: Source; readonly product: string; readonly onView: (view: KeptSourcesView) => void }) {
  const [leaving, setLeaving] = useState<'give-up' | 'remove' | undefined>(undefined);
  const { isSaving, failure, act } = useAct();
  const ref = { product: source.product, source: source.id };
  const done = (view: KeptSourcesView): void => {
    setLeaving(undefined);
    onView(view);
  };
  const toggle = (what: NonNullable<typeof leaving>): void => setLeaving(leaving === what ? undefined : what);
  return (
    <li>
      <div className="rs-stack rs-grow">
        <p>
          <span className="rs-source-name"><SourceIcon kind={source.kind} /> <b>{source.name}</b></span>{' '}
          <span className="rs-note">for {product} · {source.signals === 0 ? 'no signals' : `${formatNumber(source.signals)} ${source.signals === 1 ? 'signal' : 'signals'}, the newest of ${formatDay(source.newestAt ?? '')}`}</span>
        </p>
        {source.removedAt !== undefined && <p className="rs-problem" role="note">Removed on {formatDay(source.removedAt)}, and a gap since: nothing is called silent because of it, until you say that nobody listens there any more.</p>}
        {source.leftAt !== undefined && <p className="rs-note">Given up on {formatDay(source.leftAt)}: what it said stays as evidence, its silence counts no more.</p>}
        {source.held !== undefined && source.leftAt === undefined && source.kind !== 'inbound' && <HeldTime source={source} held={source.held} onView={onView} />}
        {source.unreadable !== undefined && <LostRows {...source.unreadable} />}
        <div className="rs-acts">
          {source.unreadable !== undefined && <Button spacing="compact" isLoading={isSaving} onClick={() => void act(() => call('admin.settleLostRows', ref), done)}>Nothing is missing</Button>}
          {source.leftAt === undefined && <Button spacing="compact" onClick={() => toggle('give-up')}>{source.removedAt === undefined ? 'Nobody listens there any more' : 'End the gap'}</Button>}
          <Button spacing="compact" appearance="subtle" onClick={() => toggle('remove')}>Remove its signals</Button>
        </div>
        {leaving === 'give-up' && source.leftAt === undefined && (
          <div className="rs-leaving">
            <p>What {source.name} said stays as evidence, with its quotes and links. From now on verdicts, closing and releases rest on the other sources alone; customers who spoke only there are not called silent. {source.removedAt === undefined ? 'Another file for it makes it count again.' : 'Adding a sender of the same name makes it count again; the time between stays a gap.'}</p>
            <Button spacing="compact" isLoading={isSaving} onClick={() => void act(() => call('admin.giveUpSource', ref), done)}>Count its silence no more</Button>
          </div>
        )}
        {leaving === 'remove' && (
          <div className="rs-leaving">
            <p><WhatGoes name={source.name} signals={source.signals} /></p>
            <Button spacing="compact" appearance="danger" isLoading={isSaving} onClick={() => void act(() => call('admin.removeKeptSource', ref), done)}>Remove it and its signals</Button>
          </div>
        )}
        <NotDone failure={failure} />
      </div>
    </li>
  );
}

/** Lost until the same rows come mended: what they say, and when it was said, nobody knows. */
function LostRows({ rows, isGap }: { readonly rows: number; readonly isGap: boolean }) {
  return (
    <p className="rs-problem" role="note">
      {formatNumber(rows)} {rows === 1 ? 'row of its files' : 'rows of its files'} could not be read, and no later file brought {rows === 1 ? 'it' : 'them'}: {isGap ? 'nothing is called silent because of that.' : 'above one row in a thousand nothing is proposed for closing because of that.'} Hand the mended file in again under its name, or say that nothing is missing: {rows === 1 ? 'it is no customer’s word, or came' : 'they are no customers’ words, or came'} in another file.
    </p>
  );
}
