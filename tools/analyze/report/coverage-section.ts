import { html, type Markup } from './markup';
import type { Report } from './report';
import type { TableCounts } from '../read-table';
import { count, day, many } from './words';

/** What was read, what was not and why: every other number rests on it. */
export function coverageSection(report: Report): Markup {
  const { signals, issues } = report.counts;
  const repeated = report.repeated.signals;
  const wordless = report.accepted - report.withWords;
  return html`<section class="coverage">
<h2>Read ${count(signals.read)} of ${count(signals.offered)} signals and ${count(issues.read)} of ${count(issues.offered)} issues</h2>
<ul class="plain">
<li>Signals${report.from === undefined || report.to === undefined ? '' : `: ${day(report.from)} to ${day(report.to)}`}${repeated > 0 ? `; ${many(repeated, 'row')} had an id that came again later, and the later row counts` : ''}${wordless > 0 ? `; ${count(wordless)} say what customers did, without words` : ''}.</li>
${rejected('signals', signals)}
${rejected('issues', issues)}
<li>${report.hasTimes ? `Trends end on ${day(report.asOf)}.` : 'The signals have no dates: no trend is drawn.'}</li>
<li>Nothing was sampled. Engine ${report.engineVersion}; no text left this machine.</li>
</ul>
</section>`;
}

function rejected(what: string, { rejected: reasons, offered, read }: TableCounts): Markup | undefined {
  if (offered === read) return undefined;
  const rows = Object.entries(reasons).sort((a, b) => b[1] - a[1]);
  return html`<li>Not read: ${many(offered - read, 'row')} of ${what}, each with line and reason in problems.jsonl: ${rows.map(([reason, number]) => `${reason} (${count(number)})`).join('; ')}.</li>
`;
}
