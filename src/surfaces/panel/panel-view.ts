import type { PanelCounts, PanelView, Quote } from '../../contract/panel';
import { customerCounts, verdictSentence } from '../../domain/issue-verdict';
import { sentence, type Sentence } from '../../domain/sentence';
import type { PanelCase } from './case';
import { quoteOf, signalRow } from './quote';
import { standingsOf, type Standing, type Standings } from '../../domain/standings';
import { trendOf } from './trend';

/** Quotes on the first screen; the rest is one click away. */
const CONFIRMED_QUOTES = 3;

/**
 * What the panel says. The order matters: being unable to hear, to see or to recognise is said before silence is,
 * because only silence after complete reading of a searchable issue is a finding.
 */
export function panelView(panel: PanelCase): PanelView {
  const always = {
    issue: { id: panel.issue.id, key: panel.issue.key, summary: panel.issue.summary },
    coverage: panel.coverage,
    synthetic: panel.synthetic,
    canDecide: panel.canDecide,
    ...(panel.digest === undefined ? {} : { engineVersion: panel.digest.engineVersion }),
  };
  if (panel.coverage.state === 'nothing-connected') return { ...always, kind: 'not-connected', canConnect: panel.canConnect };
  if (panel.issue.visibility === 'hidden') return { ...always, kind: 'restricted' };
  const counted = standingsOf(panel, 'counter');
  const readable = standingsOf(panel, 'reader');
  const hasEvidence = counted.confirmed.length + counted.suggested.length > 0;
  if (hasEvidence) {
    const counts = countsOf(counted, readable, panel);
    const trend = trendOf(counted, panel.releases, panel.now);
    if (readable.confirmed.length + readable.suggested.length === 0) {
      return { ...always, kind: 'counts-only', counts, trend, verdict: verdictOf(counts, true) };
    }
    const lastSignalAt = latest([...counted.confirmed, ...counted.suggested]);
    return {
      ...always,
      kind: 'evidence',
      verdict: verdictOf(counts, false),
      counts,
      trend,
      quotes: quotes(readable.confirmed, 'confirmed', panel, CONFIRMED_QUOTES),
      suggestions: quotes(readable.suggested, 'suggested', panel, Infinity),
      themes: (panel.digest?.themes ?? []).flatMap((one) => {
        const label = panel.themeLabels.get(one.theme);
        return label === undefined ? [] : [{ id: one.theme, label, signals: one.signals }];
      }),
      ...(lastSignalAt === undefined ? {} : { lastSignalAt }),
    };
  }
  if (panel.digest === undefined || panel.coverage.state === 'reading') return { ...always, kind: 'reading' };
  const possibleSignals = readable.possible.length;
  if (panel.coverage.state === 'gap') return { ...always, kind: 'gap', possibleSignals };
  const { searchability } = panel.digest;
  if (!searchability.searchable) {
    return { ...always, kind: 'not-searchable', possibleSignals, reasons: searchability.reasons.map((reason) => sentence(`unsearchable.${reason}`)) };
  }
  const nearest = panel.digest.themes[0];
  const nearestTheme = nearest === undefined ? undefined : panel.themeLabels.get(nearest.theme);
  return {
    ...always,
    kind: 'silent',
    possibleSignals,
    ...(panel.wholeSince === undefined ? {} : { since: panel.wholeSince }),
    ...(nearestTheme === undefined ? {} : { nearestTheme }),
  };
}

function countsOf(counted: Standings, readable: Standings, panel: PanelCase): PanelCounts {
  return {
    ...customerCounts(counted),
    confirmedSignals: counted.confirmed.length,
    suggestedSignals: counted.suggested.length,
    possibleSignals: readable.possible.length,
    since: panel.since ?? panel.now,
  };
}

function verdictOf(counts: PanelCounts, numbersOnly: boolean): Sentence {
  const { confirmed, suggested, unit, since } = counts;
  return numbersOnly ? sentence('verdict.counts', { confirmed, suggested, unit, since }) : verdictSentence(counts, since);
}

function quotes(standings: readonly Standing[], kind: Quote['standing'], panel: PanelCase, limit: number): Quote[] {
  const found: Quote[] = [];
  for (const standing of standings) {
    if (found.length >= limit) break;
    const quote = kind === 'suggested' ? signalRow(standing, kind, panel) : quoteOf(standing, kind, panel);
    if (quote !== undefined) found.push(quote);
  }
  return found;
}

function latest(standings: readonly Standing[]): string | undefined {
  return standings.reduce<string | undefined>((last, one) => (last === undefined || one.signal.at > last ? one.signal.at : last), undefined);
}
