import { ROADMAP_COLUMNS } from '../../../../../src/contract/roadmap-columns';
import type { RoadmapColumn, ThemeRow } from '../../../../../src/contract/page';
import type { Unit } from '../../../../../src/contract/panel';
import { capital, formatNumber, unitWord } from '../../../../../src/contract/format-sentence';
import { Customers } from '../customers';
import { COLUMN_NAMES } from './column-names';
import { To } from '../to';

const WIDEST = 22;
const SMALLEST = 4;

interface Props {
  readonly themes: readonly ThemeRow[];
  /** Ids of the loud themes without planned work. */
  readonly loud: ReadonlySet<string>;
  readonly unit: Unit;
}

/** Rows are themes, columns are where their issues stand; circle area and number both count issues. */
export function Matrix({ themes, loud, unit }: Props) {
  if (themes.length === 0) return <p className="rs-note rs-none">No theme matches.</p>;
  const most = Math.max(1, ...themes.flatMap((theme) => Object.values(theme.columns)));
  return (
    <table className="rs-table rs-matrix">
      <caption className="rs-sr">Themes against the plan: {unitWord(unit, 2)} in 12 weeks, and issues by column</caption>
      <thead>
        <tr>
          <th scope="col">Theme</th>
          <th scope="col">{capital(unitWord(unit, 2))}, 12 weeks</th>
          {ROADMAP_COLUMNS.map((column) => <th key={column} scope="col">{COLUMN_NAMES[column]}</th>)}
        </tr>
      </thead>
      <tbody>
        {themes.map((theme) => (
          <tr key={theme.id} className={loud.has(theme.id) ? 'rs-is-loud' : undefined}>
            <th scope="row">
              <To route={{ at: 'theme', theme: theme.id }} className="rs-theme-name">{theme.label}</To>
              {loud.has(theme.id) && <span className="rs-sr"> (loud but unplanned)</span>}
            </th>
            <td data-label={capital(unitWord(unit, 2))}>
              <Customers theme={theme} />
            </td>
            {ROADMAP_COLUMNS.map((column) => (
              <td key={column} data-label={COLUMN_NAMES[column]} className={`rs-cell rs-cell-${column}`}>
                <Mark theme={theme} column={column} most={most} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Mark({ theme, column, most }: { readonly theme: ThemeRow; readonly column: RoadmapColumn; readonly most: number }) {
  const count = theme.columns[column] ?? 0;
  if (count === 0) return <span className="rs-sr">none</span>;
  const size = Math.max(SMALLEST, Math.sqrt(count / most) * WIDEST);
  return (
    <To route={{ at: 'theme', theme: theme.id, column }} className="rs-mark" label={`${formatNumber(count)} ${count === 1 ? 'issue' : 'issues'}, ${COLUMN_NAMES[column].toLowerCase()}: open the list`}>
      <svg width={WIDEST + 2} height={WIDEST + 2} aria-hidden="true" focusable="false">
        <circle cx={WIDEST / 2 + 1} cy={WIDEST / 2 + 1} r={size / 2} />
      </svg>
      {formatNumber(count)}
    </To>
  );
}
