import { html, type Markup } from './markup';
import type { IssueFinding, SilentIssue } from './issue-findings';
import { quoteMark } from './quote-mark';
import type { Report } from './report';
import { count, customers, many } from './words';

const ISSUES_SHOWN = 30;
const SILENT_LISTED = 300;

export function issueSection(report: Report): Markup {
  const { withEvidence } = report.issues;
  if (withEvidence.length === 0) return html`<section><h2>No issue has customers speaking about it</h2><p>No signal was close enough to any issue to be shown.</p></section>`;
  return html`<section>
<h2>Customers speak about ${many(withEvidence.length, 'issue')}</h2>
<p class="note">${withEvidence.length > ISSUES_SHOWN ? `The ${ISSUES_SHOWN} with the most customers; all are in evidence.jsonl. ` : ''}${report.confirmed === 0 ? 'Suggested by the engine: nobody has confirmed them yet.' : `Suggested by the engine, which learned from ${many(report.confirmed, 'confirmed link')}.`} Quotes are literal; where no span is good enough to quote, none is shown.</p>
${withEvidence.slice(0, ISSUES_SHOWN).map((issue) => issueItem(issue, report))}
</section>`;
}

function issueItem(issue: IssueFinding, report: Report): Markup {
  return html`<article>
<h3><span class="key">${issue.key}</span> ${issue.summary}</h3>
<p class="facts"><span class="badge">${customers(issue.customers, report.unit)}</span> ${issue.status}${issue.signals === issue.customers ? '' : `, ${many(issue.signals, 'signal')}`}</p>
${issue.quotes.map(quoteMark)}
</article>
`;
}

/** Nobody found, and cannot be told: two lists, because only the first is a finding. */
export function silenceSection({ issues: { silent, notSearchable } }: Report): Markup {
  if (silent.length + notSearchable.length === 0) return html``;
  return html`<section>
<h2>Nobody was found for ${many(silent.length, 'issue')}; for ${count(notSearchable.length)} it cannot be told</h2>
<div class="two">
<div>
<h3>Nobody found: ${count(silent.length)}</h3>
<p class="note">Written in words that customers use. All signals were searched, and none was good enough to show; weaker ones are in evidence.jsonl.</p>
${list(silent)}
</div>
<div>
<h3>Cannot tell: ${count(notSearchable.length)}</h3>
<p class="note">Written in words that customers do not use. That nothing was found means nothing here: do not close these for want of evidence.</p>
${list(notSearchable)}
</div>
</div>
</section>`;
}

function list(issues: readonly SilentIssue[]): Markup {
  if (issues.length === 0) return html`<p>None.</p>`;
  const more = issues.length - SILENT_LISTED;
  return html`<details><summary>${issues.length > SILENT_LISTED ? `The first ${count(SILENT_LISTED)}` : 'The list'}</summary><ul class="plain">${issues.slice(0, SILENT_LISTED).map((issue) => html`<li><span class="key">${issue.key}</span> ${issue.summary}</li>
`)}</ul>${more > 0 ? html`<p class="note">And ${count(more)} more.</p>` : undefined}</details>`;
}
