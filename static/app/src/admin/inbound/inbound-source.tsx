import Button from '@atlaskit/button/new';
import { useState } from 'react';
import type { InboundView, NewInboundKey } from '../../../../../src/contract/inbound';
import { formatDay, formatNumber, formatSentence } from '../../../../../src/contract/format-sentence';
import { call } from '../../api';
import { clockTime, nowOf } from '../../clock-time';
import { useHost } from '../../host';
import { NotDone } from '../closing/not-done';
import { useAct } from '../closing/use-act';

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
            Last refused {when(refusal.at)}: {formatSentence(refusal.words)}{refusal.detail !== undefined && ` (${refusal.detail})`}.
          </p>
        )}
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
                <Button spacing="compact" appearance="subtle" onClick={() => setLeaving(id)}>Remove</Button>
              )}
            </li>
          ))}
        </ul>
        <div className="rs-acts">
          {source.keys.length < 2 && <Button spacing="compact" isLoading={isSaving && leaving === undefined} onClick={() => void act(() => call('admin.addInboundKey', { source: source.id }), onKey)}>{source.keys.length === 0 ? 'Make a key' : 'Make a second key'}</Button>}
          {leaving === source.id ? (
            <>
              <span>Its keys go; what it sent stays.</span>
              <Button spacing="compact" appearance="danger" isLoading={isSaving} onClick={() => void act(() => call('admin.removeInbound', { source: source.id }), onView)}>Remove sender</Button>
              <Button spacing="compact" appearance="subtle" onClick={() => setLeaving(undefined)}>Keep</Button>
            </>
          ) : (
            <Button spacing="compact" appearance="subtle" onClick={() => setLeaving(source.id)}>Remove sender</Button>
          )}
        </div>
        <NotDone failure={failure} />
      </div>
    </li>
  );
}
