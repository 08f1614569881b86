import type { Show } from './route';

const NAMES: readonly (readonly [Show, string])[] = [['all', 'All'], ['above', 'Above usual'], ['unplanned', 'No planned work']];

/** One of three, in the address. */
export function ShowFilter({ value, onChange }: { readonly value: Show; readonly onChange: (show: Show) => void }) {
  return (
    <div className="rs-toggle" role="group" aria-label="Show">
      {NAMES.map(([show, name]) => (
        <button key={show} type="button" aria-pressed={show === value} onClick={() => onChange(show)}>
          {name}
        </button>
      ))}
    </div>
  );
}
