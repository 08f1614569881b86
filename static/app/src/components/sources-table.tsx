import type { SourceCoverage } from '../../../../src/contract/coverage';
import { skippedText } from '../../../../src/contract/skip-words';
import { gapWords } from '../../../../src/contract/source-messages';
import { formatDay, formatNumber } from '../../../../src/contract/format-sentence';
import { SourceIcon } from './icon';
import { readOf } from './read-of';

const NONE = 'none';

/** Each source: read of how many, whose total that is, what was left out and why, how fresh, which gaps. */
export function SourcesTable({ sources }: { readonly sources: readonly SourceCoverage[] }) {
  return (
    <div className="rs-table-wrap">
      <table className="rs-table rs-sources">
        <caption className="rs-sr">What was read, by source</caption>
        <thead>
          <tr>
            <th scope="col">Source</th>
            <th scope="col">Read</th>
            <th scope="col">Left out</th>
            <th scope="col">Newest</th>
            <th scope="col">Gaps</th>
          </tr>
        </thead>
        <tbody>
          {sources.map((source) => (
            <tr key={source.source}>
              <th scope="row">
                <span className="rs-source-name"><SourceIcon kind={source.kind} /> {source.name}</span>
              </th>
              <td data-label="Read">
                <span>
                  <b>{formatNumber(source.read)}</b>{readOf(source).of} <span className="rs-note">{readOf(source).by}</span>
                </span>
              </td>
              <td data-label="Left out" className={leftOut(source) === NONE ? 'rs-said-by-head' : undefined}>{leftOut(source)}</td>
              <td data-label="Newest" className="rs-nowrap">{source.newestAt === undefined ? 'nothing yet' : formatDay(source.newestAt)}</td>
              <td data-label="Gaps" className={gapsText(source) === NONE ? 'rs-said-by-head' : undefined}>{gapsText(source)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function leftOut(source: SourceCoverage): string {
  const said = skippedText(source.skipped, formatNumber);
  return said === '' ? NONE : said;
}

function gapsText({ gaps, outages = [], filled = [] }: SourceCoverage): string {
  const days = ({ from, to }: { readonly from: string; readonly to?: string }): string => (to === undefined ? `since ${formatDay(from)}` : `${formatDay(from)} to ${formatDay(to)}`);
  const said = [...gaps.map((gap) => `${days(gap)}: ${gapWords(gap.reason)}`), ...outages.map((outage) => `not heard ${days(outage)}, read afterwards`), ...filled.map((one) => `${days(one)} from the file ${one.file}, as an admin says`)];
  return said.length === 0 ? NONE : said.join('; ');
}
