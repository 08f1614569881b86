import Button from '@atlaskit/button/new';
import { useId, useState } from 'react';
import type { ReleaseView, RulesView } from '../../../../../src/contract/outcomes';
import { formatDay, formatNumber } from '../../../../../src/contract/format-sentence';
import { call } from '../../api';
import type { Failure } from '../../api';
import { failureText } from '../../components/failure';

interface Props {
  readonly view: ReleaseView;
  readonly onView: (view: ReleaseView) => void;
}

/** Shares that a person can mean; nobody means 37 %. */
const EFFECTS: readonly number[] = [0.1, 0.2, 0.3, 0.5];

/** What was frozen, for who asks; before the first result also what only a person can know. */
export function Rules({ view, onView }: Props) {
  const { rules } = view;
  return (
    <details className="rs-section">
      <summary>How it is judged</summary>
      <ul className="rs-plain-list">{linesOf(view).map((line) => <li key={line} className="rs-note" dir="auto">{line}</li>)}</ul>
      {rules.canChange && <RulesForm view={view} onView={onView} />}
    </details>
  );
}

function linesOf({ rules, exposed }: ReleaseView): string[] {
  const { adoption, readOutWeeks, controls, incidents, leftOut, sources } = rules;
  const from = adoption.kind === 'days' ? `${formatNumber(adoption.days)} days after it shipped` : `when ${percent(adoption.share)} of a week’s versions have it, at most ${formatNumber(adoption.atMostDays)} days after it shipped`;
  return [
    `A change of at least ${percent(rules.leastEffect)} is worth the name.`,
    `${formatNumber(rules.baselineWeeks)} weeks before are compared with ${readOutWeeks.map(formatNumber).join(' and ')} weeks, counted from ${from}.`,
    heldAgainst(controls, exposed),
    ...(sources.length === 0 ? [] : [`Counted: ${sources.join(', ')}.`]),
    ...leftOut.map(({ source, reason, at }) => `Not counted: ${source}, ${reason === 'gap' ? 'not heard all the time' : `known only since ${formatDay(at)}`}.`),
    ...incidents.map(({ from: first, to }) => `Left out: ${formatDay(first)} to ${formatDay(to)}, when something else broke.`),
  ];
}

/** A ring has somebody to be compared with; else other themes, and what stands in none, show what everything did. */
function heldAgainst(controls: number, exposed: number | undefined): string {
  if (exposed !== undefined) return 'Who has it is held against who does not have it yet, in the same weeks.';
  return controls === 0 ? 'There is no other theme to hold it against.' : `Held against ${formatNumber(controls)} other ${controls === 1 ? 'theme' : 'themes'}.`;
}

function percent(share: number): string {
  return `${formatNumber(Math.round(share * 100))} %`;
}

function RulesForm({ view, onView }: Props) {
  const { rules, release } = view;
  const [failure, setFailure] = useState<Failure | undefined>(undefined);
  const [isSaving, setSaving] = useState(false);
  const [days, setDays] = useState({ from: '', to: '' });
  const ids = { effect: useId(), from: useId(), to: useId() };
  const save = async (change: { readonly leastEffect?: number; readonly incidents?: RulesView['incidents'][number][] }): Promise<void> => {
    setSaving(true);
    const answer = await call('outcomes.freeze', { release, ...change });
    setSaving(false);
    setFailure(answer.ok ? undefined : answer);
    if (!answer.ok) return;
    setDays({ from: '', to: '' });
    onView(answer.value);
  };
  const leaveOut = (): Promise<void> => save({ incidents: [...rules.incidents, { from: `${days.from}T00:00:00.000Z`, to: `${days.to}T23:59:59.999Z` }] });
  const effects = EFFECTS.includes(rules.leastEffect) ? EFFECTS : [...EFFECTS, rules.leastEffect].sort((a, b) => a - b);
  return (
    <div className="rs-rules">
      <p className="rs-note">Until the first result is seen this may change, and the log says so.</p>
      <div className="rs-inline-form rs-edit">
        <label className="rs-field" htmlFor={ids.effect}>
          Least change worth the name
          <select id={ids.effect} value={rules.leastEffect} disabled={isSaving} onChange={(event) => void save({ leastEffect: Number(event.currentTarget.value) })}>
            {effects.map((share) => <option key={share} value={share}>{percent(share)}</option>)}
          </select>
        </label>
      </div>
      <div className="rs-inline-form rs-edit">
        <label className="rs-field" htmlFor={ids.from}>Something else broke from<input id={ids.from} type="date" value={days.from} onChange={(event) => setDays({ ...days, from: event.currentTarget.value })} /></label>
        <label className="rs-field" htmlFor={ids.to}>to<input id={ids.to} type="date" value={days.to} min={days.from} onChange={(event) => setDays({ ...days, to: event.currentTarget.value })} /></label>
        <Button isDisabled={isSaving || days.from === '' || days.to === '' || days.to < days.from} onClick={() => void leaveOut()}>Leave these weeks out</Button>
      </div>
      {failure !== undefined && <p role="alert" className="rs-problem">Not done. {failure.code === 'access/not-found' ? 'A result was seen already, so the rules stay as they were' : failureText(failure)}.</p>}
    </div>
  );
}
