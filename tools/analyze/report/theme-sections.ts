import { html, type Markup } from './markup';
import { quoteMark } from './quote-mark';
import type { Report } from './report';
import { sparkline } from './sparkline';
import type { ThemeFinding } from './theme-findings';
import { count, customers, issueWord, many } from './words';

const THEMES_SHOWN = 20;
const LOUD_SHOWN = 10;
/** Only among the loudest is it news that a theme has no work. */
const LOUD_AMONG = 60;

export function themeSection(report: Report): Markup {
  const { themes } = report;
  if (themes.length === 0) return html`<section><h2>No themes</h2><p>Too little was said about any one thing.</p></section>`;
  return html`<section>
<h2>${title(report)}</h2>
<p class="note">${themes.length > THEMES_SHOWN ? `The ${THEMES_SHOWN} with the most customers of ${count(themes.length)}; all are in themes.jsonl. ` : ''}One customer counts once, however often they write.</p>
<table class="themes">
<thead><tr><th>Theme</th><th class="number">${unitTitle(report)}</th>${report.hasTimes ? html`<th>Last 12 weeks</th>` : undefined}<th>In their words</th></tr></thead>
<tbody>${themes.slice(0, THEMES_SHOWN).map((theme) => themeRow(theme, report))}</tbody>
</table>
</section>`;
}

function title({ themes, withWords, assigned }: Report): string {
  const share = withWords === 0 ? 0 : Math.round((100 * assigned) / withWords);
  return `${many(themes.length, 'theme')} hold ${share} % of what was said`;
}

function unitWord({ unit }: Report): string {
  return customers(2, unit).slice(2);
}

function unitTitle(report: Report): string {
  const word = unitWord(report);
  return word.charAt(0).toUpperCase() + word.slice(1);
}

function themeRow(theme: ThemeFinding, report: Report): Markup {
  return html`<tr>
<th scope="row">${theme.label}<small>${workWords(theme, report.work)}</small></th>
<td class="number">${count(theme.customers)} <span class="unit">${unitWord(report)}</span></td>
${report.hasTimes ? html`<td class="trend">${sparkline(theme.weeks)}<small>${trendWords(theme.weeks)}</small></td>` : undefined}
<td>${theme.quote === undefined ? undefined : quoteMark(theme.quote)}</td>
</tr>
`;
}

function workWords({ work, done }: ThemeFinding, kind: Report['work']): string {
  if (work > 0) return `${many(work, issueWord(kind))} found`;
  return done > 0 ? `no open issue found, ${count(done)} done` : `no ${issueWord(kind)} found`;
}

function trendWords(weeks: readonly number[]): string {
  const sum = (part: readonly number[]): number => part.reduce((a, b) => a + b, 0);
  return `${count(sum(weeks.slice(-4)))} in 4 weeks, ${count(sum(weeks.slice(-8, -4)))} in the 4 before`;
}

/** Loud, and no work found: the first question a roadmap should answer. */
export function loudSection(report: Report): Markup {
  const loud = report.themes.slice(0, LOUD_AMONG).filter((theme) => theme.work === 0);
  if (report.themes.length === 0) return html``;
  if (loud.length === 0) return html`<section><h2>Every loud theme has an ${issueWord(report.work)}</h2><p>An ${issueWord(report.work)} was found for each of the ${many(Math.min(LOUD_AMONG, report.themes.length), 'loudest theme', 'loudest themes')}.</p></section>`;
  return html`<section>
<h2>Loud but unplanned: no ${issueWord(report.work)} was found for ${many(loud.length, 'loud theme')}</h2>
<p class="note">Among the ${count(Math.min(LOUD_AMONG, report.themes.length))} loudest. “Not found” is what the words could show: an issue in other words than customers use can exist.</p>
<ul class="loud">${loud.slice(0, LOUD_SHOWN).map((theme) => loudItem(theme, report))}</ul>
</section>`;
}

function loudItem(theme: ThemeFinding, report: Report): Markup {
  return html`<li><strong>${theme.label}</strong> <span class="badge">${customers(theme.customers, report.unit)}</span>${theme.done > 0 ? html` <span class="note">${many(theme.done, 'done issue')} found</span>` : undefined}
${theme.quote === undefined ? undefined : quoteMark(theme.quote)}</li>
`;
}
