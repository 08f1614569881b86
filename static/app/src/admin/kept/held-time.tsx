import Button from '@atlaskit/button/new';
import { useState } from 'react';
import type { KeptSourcesView } from '../../../../../src/contract/kept-sources';
import { formatDay, formatNumber } from '../../../../../src/contract/format-sentence';
import { call } from '../../api';
import { NotDone } from '../closing/not-done';
import { useAct } from '../closing/use-act';

type Source = KeptSourcesView['sources'][number];
type Held = NonNullable<Source['held']>;

/** From when to when a source's files hold what was said: there silence is an answer. By how densely the rows lie, until somebody who made the file says it. */
export function HeldTime({ source, held, onView }: { readonly source: Pick<Source, 'product' | 'id'>; readonly held: Held; readonly onView: (view: KeptSourcesView) => void }) {
  const { isSaving, failure, act } = useAct();
  const say = (time?: { readonly from: string; readonly to: string; readonly isNothingBefore: boolean }): void =>
    void act(() => call('admin.sayHeldTime', { product: source.product, source: source.id, ...(time === undefined ? {} : { time }) }), onView);
  return (
    <div className="rs-known-gap">
      <p className="rs-note">
        {held.isTold ? `As an admin said, it holds everything ${timeOf(held)}` : `By its rows it holds what was said ${timeOf(held)}`}: silence in that time is an answer, at any other time it is none.
        {held.isNothingBefore && ' Nothing is missing before.'} {outsideOf(held)}
      </p>
      <details>
        <summary className="rs-link">Say from when to when it holds everything</summary>
        <Form key={`${held.from} ${held.to ?? ''}`} held={held} isSaving={isSaving} onSay={say} />
      </details>
      {held.isTold && <div><Button spacing="compact" appearance="subtle" isLoading={isSaving} onClick={() => say()}>By its rows again</Button></div>}
      <NotDone failure={failure} />
    </div>
  );
}

function Form({ held, isSaving, onSay }: { readonly held: Held; readonly isSaving: boolean; readonly onSay: (time: { readonly from: string; readonly to: string; readonly isNothingBefore: boolean }) => void }) {
  const [from, setFrom] = useState(held.from.slice(0, 10));
  const [to, setTo] = useState((held.to ?? held.from).slice(0, 10));
  const [isNothingBefore, setNothingBefore] = useState(held.isNothingBefore);
  const isTime = from !== '' && to !== '' && from <= to;
  return (
    <div className="rs-stack">
      <div className="rs-gap">
        <label className="rs-field">
          From
          <input type="date" value={from} onChange={(event) => setFrom(event.currentTarget.value)} />
        </label>
        <label className="rs-field">
          To
          <input type="date" value={to} onChange={(event) => setTo(event.currentTarget.value)} />
        </label>
      </div>
      <label className="rs-tick">
        <input type="checkbox" checked={isNothingBefore} onChange={(event) => setNothingBefore(event.currentTarget.checked)} />
        <span>Nothing is missing before <span className="rs-note">Nobody spoke there then, or what was said is in another source.</span></span>
      </label>
      <div><Button spacing="compact" isLoading={isSaving} isDisabled={!isTime} onClick={() => onSay({ from, to, isNothingBefore })}>It holds everything of that time</Button></div>
      <p className="rs-note">{isTime ? 'Verdicts, closing and releases may then rest on its silence from the first day to the last. Later files carry it on.' : 'Say the first day and the last.'}</p>
    </div>
  );
}

function timeOf({ from, to }: Held): string {
  return to === undefined || from.slice(0, 10) === to.slice(0, 10) ? `on ${formatDay(from)}` : `from ${formatDay(from)} to ${formatDay(to)}`;
}

function outsideOf({ outside }: Held): string {
  if (outside === 0) return '';
  return outside === 1 ? 'One signal of another day is kept and may be quoted; it says nothing of the others of its time.' : `${formatNumber(outside)} signals of other days are kept and may be quoted; they say nothing of the others of their time.`;
}
