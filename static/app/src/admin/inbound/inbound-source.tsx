import Button from '@atlaskit/button/new';
import { useState } from 'react';
import type { InboundView, NewInboundKey } from '../../../../../src/contract/inbound';
import { formatDay, formatNumber, formatSentence } from '../../../../../src/contract/format-sentence';
import { call } from '../../api';
import { clockTime, nowOf } from '../../clock-time';
import { useHost } from '../../host';
import { NotDone } from '../closing/not-done';
import { useAct } from '../closing/use-act';
import { WhatGoes } from '../kept/what-goes';
import { HandedOver } from './handed-over';
import { Silences } from './silences';

type Source = InboundView['sources'][number];
interface Props {
  readonly source: Source;
  readonly asOf: string;
  readonly product: string;
  readonly onKey: (key: NewInboundKey) => void;
  readonly onView: (view: InboundView) => void;
}

/** One sender: when it was last heard, its keys, and what was last refused and why. */
export function InboundSourceItem({ source, asOf, product, onKey, onView }: Props) {
  const [leaving, setLeaving] = useState<string | undefined>(undefined);
  const { isSaving, failure, act } = useAct();
  const { lastRefusal: refusal } = source;
  const { timezone } = useHost();
  const when = (at: string): string => clockTime(at, nowOf(asOf), timezone);
  return (
    <li>
      <div className="rs-stack rs-grow">
        <p>
          <b>{source.name}</b> <span className="rs-note">for {product} · {source.lastReceivedAt === undefined ? 'nothing received yet' : `last received ${when(source.lastReceivedAt)}`}{source.waiting > 0 && ` · ${formatNumber(source.waiting)} being read`}</span>
        </p>
        {refusal !== undefined && (
          <p className="rs-problem">
            Last refused {when(refusal.at)}: {formatSentence(refusal.words)}{refusal.detail !== undefined && ` (${refusal.detail})`}. Nothing of that delivery was kept.
          </p>
        )}
        <HandedOver key={`${source.heard.from} ${source.heard.isTold}`} source={source} asOf={asOf} onView={onView} />
        <Silences source={source} when={when} onView={onView} />
        <ul>
          {source.keys.map(({ id, createdAt }) => (
            <li key={id} className="rs-acts">
              <code>{id}</code> <span className="rs-note">since {formatDay(createdAt)}</span>
              {leaving === id ? (
                <>
                  <span>What is signed with it is refused from now on.</span>
                  <Button spacing="compact" appearance="danger" isLoading={isSaving} onClick={() => void act(() => call('admin.removeInboundKey', { key: id }), onView)}>Remove key</Button>
                  <Button spacing="compact" appearance="subtle" onClick={() => setLeaving(undefined)}>Keep</Button>
                </>
              ) : (
                <Button spacing="compact" appearance="subtle" onClick={() => setLeaving(id)}>Remove this key</Button>
              )}
            </li>
          ))}
        </ul>
        <div className="rs-acts">
          {source.keys.length < 2 && <Button spacing="compact" isLoading={isSaving && leaving === undefined} onClick={() => void act(() => call('admin.addInboundKey', { source: source.id }), onKey)}>{source.keys.length === 0 ? 'Make a key' : 'Make a second key'}</Button>}
          <Button spacing="compact" appearance="subtle" onClick={() => setLeaving(leaving === source.id ? undefined : source.id)}>Remove sender</Button>
        </div>
        {leaving === source.id && (
          <div className="rs-leaving">
            <p>Its keys go, and nothing of it is heard any more. What of the {source.signals === 1 ? 'one signal' : `${formatNumber(source.signals)} signals`} that it sent?</p>
            <p><b>Keep what it sent:</b> it stays as evidence, with its quotes and links. From now on it is a gap: nothing is called silent, no release is judged on it and nothing is proposed for closing, until you end that below, under “Files and removed senders”.</p>
            <Button spacing="compact" isLoading={isSaving} onClick={() => void act(() => call('admin.removeInbound', { source: source.id, signals: 'keep' }), onView)}>Remove the sender, keep what it sent</Button>
            <p><b>Or remove that too:</b> <WhatGoes name={source.name} signals={source.signals} /></p>
            <Button spacing="compact" appearance="danger" isLoading={isSaving} onClick={() => void act(() => call('admin.removeInbound', { source: source.id, signals: 'remove' }), onView)}>Remove it and its signals</Button>
          </div>
        )}
        <NotDone failure={failure} />
      </div>
    </li>
  );
}
