import type { EvidenceRow } from '../../src/domain/evidence';
import type { Issue } from '../../src/domain/issue';
import type { SaidSignal } from '../../src/domain/signal';
import type { Theme } from '../../src/domain/theme';

const EXCERPT = 330;

/** What a judge reads about a pair: no score, no rank, no confidence. */
export function pairText(issue: Issue, signal: SaidSignal, row: EvidenceRow): string {
  const quote = row.citation === undefined ? '' : `\n  quote: ${oneLine((row.citation.field === 'title' ? (signal.title ?? '') : signal.text).slice(row.citation.start, row.citation.end))}`;
  return `ISSUE: ${issue.summary}\n  said: ${oneLine(signal.title ?? '')} | ${oneLine(signal.text).slice(0, EXCERPT)}${quote}`;
}

/** A signal and the theme it was put in: label and two exemplars. */
export function assignmentText(signal: SaidSignal, theme: Theme, exemplars: readonly SaidSignal[]): string {
  return `SAID: ${oneLine(signal.title ?? '')} | ${oneLine(signal.text).slice(0, EXCERPT)}\n  theme: ${theme.label} (${theme.terms.slice(0, 5).join(', ')})\n${exemplars.map((one) => `    e.g. ${oneLine(one.title ?? one.text).slice(0, 110)}`).join('\n')}`;
}

/** A theme's label and members drawn at random. */
export function labelText(theme: Theme, members: readonly SaidSignal[]): string {
  return `LABEL: ${theme.label}\n${members.map((one) => `    ${oneLine(one.title ?? one.text).slice(0, 120)}`).join('\n')}`;
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
