import type { ProductLine, RoadmapView, SignalView } from '../../contract/page';
import { sentence, type Sentence } from '../../domain/sentence';
import type { PageCase } from './load-page';
import { loudUnplanned } from './loud-unplanned';
import { plannedRow } from './planned-rows';
import { byLoudness, themeRow } from './theme-row';

export function signalView({ digest, coverage, sources, now }: PageCase): SignalView {
  return {
    coverage,
    sources,
    themes: digest === undefined ? [] : [...digest.themes].sort(byLoudness).map((one) => themeRow(one, digest)),
    unassigned: digest?.unassigned ?? { customers: 0, signals: 0 },
    unit: digest?.unit ?? 'signal',
    asOf: now,
  };
}

export function roadmapView({ digest, coverage }: PageCase, mayBrowse: (project: string) => boolean): RoadmapView {
  const planned = (digest?.planned ?? []).filter((issue) => mayBrowse(issue.project)).map((issue) => plannedRow(issue, coverage));
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

export function productLine(page: PageCase, project: string): ProductLine {
  const { digest, coverage, product } = page;
  const view = roadmapView(page, () => true);
  const loudest = digest === undefined ? undefined : loudUnplanned(digest)[0];
  return {
    product: product.id,
    name: product.name,
    project,
    finding: view.finding,
    plannedSilent: view.plannedSilent.length,
    coverage,
    ...(loudest === undefined || digest === undefined ? {} : { loudest: { label: loudest.theme.label, customers: loudest.recentCustomers, unit: digest.unit } }),
  };
}
