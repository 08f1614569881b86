import Button from '@atlaskit/button/new';
import { useState } from 'react';
import type { Policy } from '../../../../../src/contract/backlog';
import { formatDay } from '../../../../../src/contract/format-sentence';

interface Props {
  readonly freezes: Policy['freezes'];
  readonly onChange: (freezes: Policy['freezes']) => void;
}

/** Days on which nothing closes, such as holidays; the last day counts. */
export function QuietDays({ freezes, onChange }: Props) {
  const [from, setFrom] = useState('');
  const [to, setTo] = useState('');
  const isRange = from !== '' && to !== '' && from <= to;
  const add = (): void => {
    onChange([...freezes, { from: `${from}T00:00:00.000Z`, to: dayAfter(to) }]);
    setFrom('');
    setTo('');
  };
  return (
    <div className="rs-stack">
      <span className="rs-field">Quiet days, on which nothing closes</span>
      {freezes.map((freeze, index) => (
        <div key={`${freeze.from} ${freeze.to}`} className="rs-batch">
          <span>{formatDay(freeze.from)} to {formatDay(lastDay(freeze.to))}</span>
          <Button spacing="compact" appearance="subtle" onClick={() => onChange(freezes.filter((_, at) => at !== index))}>Remove<span className="rs-sr"> {formatDay(freeze.from)}</span></Button>
        </div>
      ))}
      <div className="rs-gap">
        <label className="rs-field">First quiet day<input type="date" value={from} onChange={(event) => setFrom(event.currentTarget.value)} /></label>
        <label className="rs-field">Last quiet day<input type="date" value={to} onChange={(event) => setTo(event.currentTarget.value)} /></label>
        <Button spacing="compact" isDisabled={!isRange} onClick={add}>Add</Button>
      </div>
    </div>
  );
}

const DAY_MS = 86_400_000;
function dayAfter(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00.000Z`) + DAY_MS).toISOString();
}

function lastDay(to: string): string {
  return new Date(Date.parse(to) - 1).toISOString();
}
