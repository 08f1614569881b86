import type { CallRow } from '../../../../../src/contract/backlog';
import type { Unit } from '../../../../../src/contract/panel';
import { formatCount, formatDay, formatNumber } from '../../../../../src/contract/format-sentence';
import { To } from '../to';

export const CALL_WORDS: Readonly<Record<CallRow['call'], string>> = { build: 'Build', 'not-now': 'Not now', no: 'No' };

/** Decisions with what was known then and what customers said since. The ones that reached their trigger come first. */
export function Calls({ calls, unit }: { readonly calls: readonly CallRow[]; readonly unit: Unit }) {
  const back = calls.filter(({ isBack }) => isBack).length;
  const sorted = [...calls].sort((a, b) => Number(b.isBack) - Number(a.isBack));
  return (
    <section>
      <h2>{calls.length === 0 ? 'No decision has been noted yet' : back === 0 ? `${formatNumber(calls.length)} decisions, none asked for often enough to decide again` : `Of ${formatNumber(calls.length)} decisions, ${formatNumber(back)} asked for often enough to decide again`}</h2>
      <p className="rs-note">New signals go to the decision. Decide on a theme’s page or in a list of items; a trigger brings a decision back.</p>
      {calls.length > 0 && (
        <table className="rs-table rs-calls">
          <caption className="rs-sr">Decisions</caption>
          <thead>
            <tr>
              <th scope="col">Decision</th>
              <th scope="col">What</th>
              <th scope="col">Decided</th>
              <th scope="col">Known then</th>
              <th scope="col">Since</th>
            </tr>
          </thead>
          <tbody>
            {sorted.map((row) => (
              <tr key={row.id}>
                <td data-label="Decision">{CALL_WORDS[row.call]}</td>
                <th scope="row" dir="auto">
                  {row.subject.kind === 'theme' ? <To route={{ at: 'theme', theme: row.subject.id }}>{row.subject.label}</To> : row.subject.label}
                  <span className="rs-note rs-block">{row.reason}</span>
                </th>
                <td data-label="Decided">{formatDay(row.at)}</td>
                <td data-label="Known then">{formatCount(row.then.customers, unit)}</td>
                <td data-label="Since" className={row.isBack ? 'rs-is-above' : undefined}>{sinceText(row)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

function sinceText({ since, of, triggerKind, worth, isBack }: CallRow): string {
  const again = isBack ? ', decide again' : '';
  if (triggerKind === 'value' && of !== undefined) return `${worthText(worth ?? { sums: [], unknown: 0 })} of ${formatNumber(of)} a year${again}${unknownText(worth?.unknown ?? 0)}`;
  return `${of === undefined ? formatNumber(since) : `${formatNumber(since)} of ${formatNumber(of)}`}${again}`;
}

/** Currencies stand side by side: nobody may add them up. */
function worthText({ sums }: NonNullable<CallRow['worth']>): string {
  return sums.length === 0 ? '0' : sums.map(({ amount, currency }) => `${formatNumber(amount)}${currency === undefined ? '' : ` ${currency}`}`).join(' and ');
}

function unknownText(unknown: number): string {
  return unknown === 0 ? '' : `; revenue of ${formatNumber(unknown)} new ${unknown === 1 ? 'customer' : 'customers'} not known`;
}
