import { FIELDS } from './file/column-mapping';

interface Props {
  readonly columns: readonly string[];
  readonly fields: readonly string[];
  readonly isRemembered: boolean;
  readonly onChange: (fields: readonly string[]) => void;
}

/** Which column is which field; the preview above shows the rows under the names chosen here. */
export function ColumnFields({ columns, fields, isRemembered, onChange }: Props) {
  return (
    <fieldset className="rs-choice">
      <legend>What the columns are</legend>
      {isRemembered && <p className="rs-note">As you chose for a file with these columns before.</p>}
      <div className="rs-columns">
        {columns.map((column, at) => (
          <label key={`${column} ${at}`} className="rs-field">
            <span dir="auto">{column === '' ? `Column ${at + 1}` : column}</span>
            <select value={fields[at] ?? ''} onChange={(event) => onChange(columns.map((_, each) => (each === at ? event.currentTarget.value : fields[each] === event.currentTarget.value ? '' : (fields[each] ?? ''))))}>
              <option value="">{FIELDS.some(([field]) => field === column) ? `${column}, as it is called` : 'not used'}</option>
              {FIELDS.filter(([field]) => field !== column).map(([field, words]) => <option key={field} value={field}>{words}</option>)}
            </select>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
