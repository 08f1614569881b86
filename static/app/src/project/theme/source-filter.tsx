import { useId } from 'react';
import { useAsk } from '../../use-ask';

/** One source or all of them, in the address. */
export function SourceFilter({ value, onChange }: { readonly value: string | undefined; readonly onChange: (source: string | undefined) => void }) {
  const field = useId();
  const { ask } = useAsk('page.signal', {});
  const sources = ask.kind === 'ready' ? ask.value.sources : [];
  if (sources.length < 2 && value === undefined) return null;
  return (
    <label className="rs-field rs-inline" htmlFor={field}>
      From
      <select id={field} value={value ?? ''} onChange={(event) => onChange(event.currentTarget.value === '' ? undefined : event.currentTarget.value)}>
        <option value="">All sources</option>
        {sources.map(({ source, name }) => <option key={source} value={source}>{name}</option>)}
        {value !== undefined && !sources.some(({ source }) => source === value) && <option value={value}>{value}</option>}
      </select>
    </label>
  );
}
