import { useId } from 'react';
import { formatCount } from '../../../../../src/contract/format-sentence';
import { failureText } from '../../components/failure';
import { useAsk } from '../../use-ask';

interface Props {
  readonly label: string;
  readonly without: string | null;
  readonly value: string;
  readonly onChange: (theme: string) => void;
}

/** One of the other themes. */
export function ThemeChoice({ label, without, value, onChange }: Props) {
  const field = useId();
  const { ask, again } = useAsk('page.signal', {});
  if (ask.kind === 'failed') {
    return (
      <p role="alert" className="rs-problem">
        {failureText(ask.failure)}. <button type="button" className="rs-link" onClick={() => void again()}>Try again</button>
      </p>
    );
  }
  return (
    <label className="rs-field" htmlFor={field}>
      {label}
      <select id={field} value={value} disabled={ask.kind === 'loading'} onChange={(event) => onChange(event.currentTarget.value)}>
        <option value="">{ask.kind === 'loading' ? 'Loading themes' : 'Choose a theme'}</option>
        {ask.kind === 'ready' && ask.value.themes.filter(({ id }) => id !== without).map(({ id, label: name, customers, unit }) => (
          <option key={id} value={id}>{name} ({formatCount(customers, unit)})</option>
        ))}
      </select>
    </label>
  );
}
