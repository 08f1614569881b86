import type { ProductLine, RoadmapView, SignalView } from '../../contract/page';
import type { Quote } from '../../contract/panel';
import { sentence, type Sentence } from '../../domain/sentence';
import type { PageCase } from './load-page';
import { loudUnplanned } from './loud-unplanned';
import { plannedRow } from './planned-rows';
import { releaseTicks } from './release-ticks';
import { byLoudness, themeRow } from './theme-row';
import { weekFinding } from './week-view';

export function signalView({ digest, coverage, sources, now, releases }: PageCase, words: ReadonlyMap<string, Quote>): SignalView {
  return {
    ticks: releaseTicks({ digest, releases }),
    coverage,
    sources,
    themes: digest === undefined ? [] : [...digest.themes].sort(byLoudness).map((one) => themeRow(one, digest, words.get(one.theme.id))),
    unassigned: digest?.unassigned ?? { customers: 0, signals: 0 },
    unit: digest?.unit ?? 'signal',
    asOf: now,
  };
}

/** Of a digest that holds nothing but what the reader may see. */
export function roadmapView({ digest, coverage }: Pick<PageCase, 'digest' | 'coverage'>): RoadmapView {
  const planned = (digest?.planned ?? []).map((issue) => plannedRow(issue, coverage));
  const loud = digest === undefined ? [] : loudUnplanned(digest).map((one) => themeRow(one, digest));
  const silent = planned.filter((row) => row.standing === 'silent');
  return {
    finding: findingOf({ isRead: digest !== undefined, loud: loud.length, silent: silent.length, unknown: planned.filter((row) => row.standing === 'cannot-know').length, planned: planned.length }),
    themes: digest === undefined ? [] : [...digest.themes].sort(byLoudness).map((one) => themeRow(one, digest)),
    loudUnplanned: loud,
    plannedSilent: silent,
    plannedUnknown: planned.filter((row) => row.standing === 'cannot-know'),
    coverage,
    unit: digest?.unit ?? 'signal',
  };
}

function findingOf(found: { isRead: boolean; loud: number; silent: number; unknown: number; planned: number }): Sentence {
  const { isRead, loud, silent, unknown, planned } = found;
  if (!isRead) return sentence('roadmap.not-read');
  if (planned === 0) return sentence('roadmap.nothing-planned', { loud });
  if (silent === 0 && unknown > 0) return sentence('roadmap.cannot-know', { loud });
  if (loud > 0) return sentence(silent > 0 ? 'roadmap.both' : 'roadmap.loud', { loud, silent });
  return sentence(silent > 0 ? 'roadmap.silent' : 'roadmap.none', { silent });
}

/** One product in a row: what changed, what is loud and unplanned, what is planned and silent. */
export function productLine(page: PageCase, project: string, words: ReadonlyMap<string, Quote>): ProductLine {
  const { digest, coverage, product } = page;
  const { plannedSilent, plannedUnknown } = roadmapView(page);
  const loud = digest === undefined ? [] : loudUnplanned(digest);
  const [loudest] = loud;
  const quote = loudest === undefined ? undefined : words.get(loudest.theme.id);
  return {
    product: product.id,
    name: product.name,
    project,
    week: weekFinding(page),
    loudUnplanned: loud.length,
    plannedSilent: plannedSilent.length,
    plannedUnknown: plannedUnknown.length,
    isRead: digest !== undefined,
    coverage,
    ...(loudest === undefined || digest === undefined
      ? {}
      : { loudest: { theme: loudest.theme.id, label: loudest.theme.label, customers: loudest.recentCustomers, unit: digest.unit, ...(quote === undefined ? {} : { quote }) } }),
  };
}
