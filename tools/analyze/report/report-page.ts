import { html, type Markup } from './markup';
import type { Report } from './report';
import { coverageSection } from './coverage-section';
import { issueSection, silenceSection } from './issue-sections';
import { STYLE } from './style';
import { loudSection, themeSection } from './theme-sections';
import { count, customers, day, issueWord, many } from './words';

/** The report as one page that needs nothing else: no script, no font, no picture from elsewhere. */
export function reportPage(report: Report): string {
  const page = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="color-scheme" content="light dark">
<title>${headline(report)}</title>
<style>${STYLE}</style>
</head>
<body>
<main>
<header>
<p class="kicker">What customers said${span(report)}</p>
<h1>${headline(report)}</h1>
<p class="lead">${lead(report)}</p>
</header>
${themeSection(report)}
${loudSection(report)}
${issueSection(report)}
${silenceSection(report)}
${coverageSection(report)}
</main>
</body>
</html>
`;
  return page.text;
}

/** The finding itself, in one sentence. */
function headline({ themes, unit, accepted, work }: Report): string {
  const [first] = themes;
  if (accepted === 0) return 'No signal was read, so nothing can be said about any issue';
  if (first === undefined) return `${many(accepted, 'signal')} read; too few speak of the same thing to call it a theme`;
  const loud = themes.find((theme) => theme.work === 0);
  const most = `“${first.label}” is what most ${unit === 'signal' ? 'signals' : unit === 'account' ? 'accounts' : 'customers'} write about: ${count(first.customers)}`;
  if (loud === undefined) return most;
  return loud.id === first.id ? `${most}, and no ${issueWord(work)} was found for it` : `${most}. The loudest for which no ${issueWord(work)} was found is “${loud.label}”: ${count(loud.customers)}`;
}

function lead({ assigned, withWords, themes, issues, unit, counts }: Report): Markup {
  const all = issues.withEvidence.length + issues.silent.length + issues.notSearchable.length;
  return html`Read ${count(counts.signals.read)} of ${count(counts.signals.offered)} signals. ${count(assigned)} of the ${count(withWords)} with words fall into ${many(themes.length, 'theme')}.
Of ${many(all, 'issue')}, ${count(issues.withEvidence.length)} ${issues.withEvidence.length === 1 ? 'has' : 'have'} customers speaking about ${issues.withEvidence.length === 1 ? 'it' : 'them'}, for ${count(issues.silent.length)} nobody was found, and for ${count(issues.notSearchable.length)} it cannot be told. Counted are ${unit === 'signal' ? 'signals: the files do not say who wrote' : `distinct ${customers(2, unit).slice(2)}`}.`;
}

function span({ from, to }: Report): string {
  return from === undefined || to === undefined ? '' : `, ${day(from)} to ${day(to)}`;
}
