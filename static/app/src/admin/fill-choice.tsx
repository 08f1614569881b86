import { useEffect, useState } from 'react';
import { formatDay } from '../../../../src/contract/format-sentence';
import type { Failure } from '../api';
import { useAsk } from '../use-ask';

/** Which connected source's missing time a file holds, as a person fills it in: whole days, both counted. */
export interface FillDraft {
  readonly connection: string;
  readonly from: string;
  readonly to: string;
}

interface Props {
  readonly product: string;
  readonly draft: FillDraft | undefined;
  readonly onChange: (draft: FillDraft | undefined) => void;
  /** Whether what was chosen can be filled, once that is known. */
  readonly onFine: (isFine: boolean) => void;
}

/** A file of what a connected source could not show: its rows are that source's own, and its gap becomes as much narrower as the file holds. */
export function FillChoice({ product, draft, onChange, onFine }: Props) {
  const { ask } = useAsk('sources.open', {});
  const [isOpen, setOpen] = useState(false);
  const connections = ask.kind === 'ready' ? ask.value.connections : [];
  const missing = connections.filter((one) => one.product === product).flatMap((one) => (one.coverage?.gaps ?? []).flatMap(({ from, to, reason }) => (to === undefined ? [] : [{ connection: one.id, name: one.name, from, to, reason }])));
  if (missing.length === 0) return null;
  const choose = (at: string): void => {
    const gap = missing[Number(at)];
    onChange(at === '' || gap === undefined ? undefined : { connection: gap.connection, from: gap.from.slice(0, 10), to: lastDay(gap.to) });
  };
  return (
    <details open={isOpen} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary className="rs-link">It fills a time that a connected source could not show</summary>
      <div className="rs-stack">
        <label className="rs-field">
          What was missing
          <select defaultValue="" onChange={(event) => choose(event.currentTarget.value)}>
            <option value="">Nothing: it is a source of its own</option>
            {missing.map(({ name, from, to }, at) => <option key={`${name} ${from}`} value={at}>{name}, {formatDay(from)} to {formatDay(`${lastDay(to)}T00:00:00.000Z`)}</option>)}
          </select>
        </label>
        {draft !== undefined && (
          <>
            <div className="rs-gap">
              <label className="rs-field">The file holds all from<input type="date" value={draft.from} onChange={(event) => onChange({ ...draft, from: event.currentTarget.value })} /></label>
              <label className="rs-field">to<input type="date" value={draft.to} onChange={(event) => onChange({ ...draft, to: event.currentTarget.value })} /></label>
            </div>
            {draft.from !== '' && draft.to !== '' && <FillPreview product={product} draft={draft} onFine={onFine} />}
          </>
        )}
      </div>
    </details>
  );
}

/** What is left of the gap, before anything is sent. */
function FillPreview({ product, draft, onFine }: { readonly product: string; readonly draft: FillDraft; readonly onFine: (isFine: boolean) => void }) {
  const { ask } = useAsk('admin.previewFill', { product, ...draft });
  const isFine = ask.kind === 'ready';
  useEffect(() => onFine(isFine), [isFine, onFine]);
  if (ask.kind === 'loading') return <div className="rs-bone rs-bone-line" aria-busy="true" />;
  if (ask.kind === 'failed') return <p role="alert" className="rs-problem">{refusedText(ask.failure)}</p>;
  const left = ask.value.after.filter((gap) => gap.to !== undefined);
  return (
    <div role="status">
      <p>
        {left.length === 0 ? 'Nothing of its gaps is left then.' : `Left of its gaps then: ${left.map(({ from, to }) => `${formatDay(from)} to ${formatDay(to === undefined ? from : `${lastDay(to)}T00:00:00.000Z`)}`).join('; ')}.`} Wherever coverage is told, this time stands there as filled from your file, on your word.
      </p>
      <p className="rs-note">Rows outside the gap are turned away, and rows without an id (or, of Google Play, without the review’s link) that the source may also have. A row whose id the source has shown itself stays as the source has it, and one it shows later replaces the file’s. Nobody but you can know that the file is complete: name only the days that it holds whole, and of several apps, forms or repositories those that the files of all of them hold.</p>
    </div>
  );
}

/** What stands against it, and what to do; the name of our own field says nothing to whoever reads it. */
function refusedText({ code, detail }: Failure): string {
  if (code === 'edge/bad-input' && detail !== undefined) return `${detail.replace(/^[a-z]+: /, '').replace(/^it /, 'It ').replace(/\.?$/, '.')} Choose other days.`;
  return 'What would be left of the gap could not be reached. Nothing was sent; choose the days again in a moment.';
}

/** A gap ends before this moment; a person names the last day of it. */
function lastDay(to: string): string {
  return new Date(Date.parse(to) - 1).toISOString().slice(0, 10);
}
