import { keptText } from '../../../../src/contract/kept-text';
import type { FileLook } from './file/look-at-file';

const LONGEST_CELL = 120;

/** The first rows as they will be read, HTML without its tags. */
export function FilePreview({ look }: { readonly look: FileLook }) {
  return (
    <div className="rs-preview" tabIndex={0} role="region" aria-label="First rows of the file">
      <table className="rs-table">
        <caption className="rs-sr">The first rows</caption>
        <thead>
          <tr>{look.columns.map((column, index) => <th key={`${column} ${index}`} scope="col">{column}</th>)}</tr>
        </thead>
        <tbody>
          {look.rows.map((row, line) => (
            <tr key={line}>
              {look.columns.map((column, index) => <td key={`${column} ${index}`} dir="auto">{shorten(keptText(column, row[index] ?? ''))}</td>)}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function shorten(cell: string): string {
  return cell.length > LONGEST_CELL ? `${cell.slice(0, LONGEST_CELL)}…` : cell;
}
