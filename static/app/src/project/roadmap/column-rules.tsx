import { useState } from 'react';
import type { MappingView, RoadmapColumn } from '../../../../../src/contract/page';
import { ROADMAP_COLUMNS } from '../../../../../src/contract/roadmap-columns';
import { call, type Failure } from '../../api';
import { Asked } from '../../components/asked';
import { FailureNote } from '../../components/failure';
import { useAsk } from '../../use-ask';

const NAMES: Readonly<Record<RoadmapColumn, string>> = { unplanned: 'Unplanned', now: 'Now', next: 'Next', later: 'Later', shipped: 'Shipped' };

/** How statuses and versions become columns: the project's own rules over the defaults. Opened on demand. */
export function ColumnRules() {
  const [isOpen, setOpen] = useState(false);
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>How columns are chosen</summary>
      <p className="rs-note">
        By itself: done is shipped; in progress or in a sprint is now; in the nearest unreleased version is next, in a later one later; the rest is unplanned. A rule of the project comes first.
      </p>
      {isOpen && <Rules />}
    </details>
  );
}

function Rules() {
  const { ask, again, replace } = useAsk('page.mapping', {});
  return (
    <Asked ask={ask} onRetry={() => void again()}>
      {(view) => <RuleTable view={view} onSaved={replace} />}
    </Asked>
  );
}

type Kind = 'statuses' | 'versions';

function RuleTable({ view, onSaved }: { readonly view: MappingView; readonly onSaved: (view: MappingView) => void }) {
  const [failure, setFailure] = useState<Failure>();
  const [isSaving, setSaving] = useState(false);
  const change = async (kind: Kind, name: string, column: string): Promise<void> => {
    setSaving(true);
    const rules = { statuses: rulesOf(view.statuses), versions: rulesOf(view.versions) };
    const chosen = ROADMAP_COLUMNS.find((one) => one === column);
    const { [name]: _before, ...others } = rules[kind];
    const answer = await call('page.saveMapping', { ...rules, [kind]: chosen === undefined ? others : { ...others, [name]: chosen } });
    setSaving(false);
    if (answer.ok) onSaved(answer.value);
    setFailure(answer.ok ? undefined : answer);
  };
  const rows = [...view.statuses.map((row) => ({ ...row, kind: 'statuses' as const })), ...view.versions.map((row) => ({ ...row, kind: 'versions' as const }))];
  return (
    <>
      {failure !== undefined && <FailureNote failure={failure} isAsking={isSaving} onRetry={() => setFailure(undefined)}>The rule was not saved.</FailureNote>}
      <table className="rs-table">
        <thead>
          <tr><th scope="col">Status or version</th><th scope="col">Issues</th><th scope="col">Column</th></tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={`${row.kind} ${row.name}`}>
              <th scope="row">{row.name}{row.kind === 'versions' && <span className="rs-note"> version</span>}</th>
              <td>{row.issues}</td>
              <td>
                <select aria-label={`Column of ${row.name}`} value={row.rule ?? ''} disabled={!view.canEdit || isSaving} onChange={(event) => void change(row.kind, row.name, event.target.value)}>
                  <option value="">By itself</option>
                  {ROADMAP_COLUMNS.map((column) => <option key={column} value={column}>{NAMES[column]}</option>)}
                </select>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="rs-note">{view.canEdit ? 'A change shows after the next reading, which it asks for.' : 'The project’s administrators can change these.'}</p>
    </>
  );
}

function rulesOf(rows: readonly { readonly name: string; readonly rule?: RoadmapColumn }[]): Record<string, RoadmapColumn> {
  return Object.fromEntries(rows.flatMap((row) => (row.rule === undefined ? [] : [[row.name, row.rule]])));
}
