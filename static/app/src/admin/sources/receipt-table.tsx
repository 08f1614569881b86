import { formatNumber } from '../../../../../src/contract/format-sentence';
import { sourceWords } from '../../../../../src/contract/source-messages';
import type { ReceiptView } from '../../../../../src/contract/sources';

const OUTCOMES: Readonly<Record<ReceiptView['outcome'], string>> = { complete: 'read to the end', partial: 'goes on', blind: 'not believed' };

/** Links are read once a day; a run without them says nothing of them. */
function linksOf({ linksConfirmed = 0, linksWithdrawn = 0 }: ReceiptView): string {
  const parts = [...(linksConfirmed > 0 ? [`${formatNumber(linksConfirmed)} confirmed by a link`] : []), ...(linksWithdrawn > 0 ? [`${formatNumber(linksWithdrawn)} no longer linked there`] : [])];
  return parts.length === 0 ? '' : `; ${parts.join(', ')}`;
}

/** What each run gave. */
export function ReceiptTable({ receipts, time }: { readonly receipts: readonly ReceiptView[]; readonly time: (at: string) => string }) {
  return (
    <div className="rs-table-wrap">
      <table className="rs-table">
        <caption className="rs-sr">Runs, newest first</caption>
        <thead><tr><th scope="col">When</th><th scope="col">Read</th><th scope="col">Kept</th><th scope="col">Gone</th><th scope="col">Requests</th><th scope="col">End</th></tr></thead>
        <tbody>
          {receipts.map((one) => (
            <tr key={one.startedAt}>
              <th scope="row">{time(one.startedAt)}</th>
              <td>{formatNumber(one.read)}</td><td>{formatNumber(one.kept)}</td><td>{formatNumber(one.removed)}</td><td>{formatNumber(one.requests)}</td>
              <td title={one.blindBecause === undefined ? undefined : sourceWords(one.blindBecause)}>{OUTCOMES[one.outcome]}{one.blindBecause === undefined ? '' : `: ${one.blindBecause.replace('source/', '').replaceAll('-', ' ')}`}{linksOf(one)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
