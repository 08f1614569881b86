import type { FridayTheme, FridayView } from '../../contract/page';
import { isHandedOver } from '../../domain/heard-when-marked';
import type { ProductDigest } from '../../domain/product-digest';
import { sentence, type Sentence } from '../../domain/sentence';
import { heardWeeks, partWeeks, sinceFriday, unusualSince, type SinceFriday } from '../../domain/since-friday';
import type { PageCase } from './load-page';

const SHOWN = 6;
/** A source that brings less than this share of what is said makes no theme unusual when it begins. */
const COUNTS_FROM = 0.1;

/** What is new since Friday: more than usual for these days, nothing unusual, or why nobody can say. Undefined before there are themes with days. */
export function fridayView(page: Pick<PageCase, 'digest' | 'coverage' | 'sources' | 'now' | 'isUpToDate'>): FridayView | undefined {
  const { digest, coverage, now } = page;
  const daily = (digest?.themes ?? []).flatMap(({ theme, days }) => (days === undefined ? [] : [{ id: theme.id, days }]));
  if (digest === undefined || daily.length === 0 || coverage.state === 'nothing-connected') return undefined;
  const friday = sinceFriday(now);
  const isStale = !page.isUpToDate && digest.computedAt < friday.to;
  const themes = daily.map((one) => partWeeks(one, digest.computedAt, friday));
  const weeks = themes[0]?.parts.length ?? 0;
  const { looked, unusual } = isStale ? { looked: 0, unusual: [] } : unusualSince(themes, heardWeeks(weeks, friday, begunBy(page), coverage.gaps));
  const named = new Map(digest.themes.map((one) => [one.theme.id, one.theme.label]));
  const finding = isStale ? sentence('friday.stale', { from: friday.from, until: digest.computedAt }) : findingOf(coverage, friday, looked, unusual.length);
  return {
    finding,
    from: friday.from,
    to: friday.to,
    themes: unusual.slice(0, SHOWN).map(({ id, count, low, high }): FridayTheme => ({ id, label: named.get(id) ?? id, unit: digest.unit, count, expected: { low, high } })),
    isCompared: unusual.length > 0 || finding.id === 'friday.usual',
  };
}

function findingOf(coverage: PageCase['coverage'], { from, to }: SinceFriday, themes: number, unusual: number): Sentence {
  const missed = coverage.gaps.find((gap) => gap.from < to && (gap.to === undefined || gap.to > from));
  if (unusual > 0) return missed === undefined ? sentence('friday.unusual', { from, themes, unusual }) : sentence('friday.unusual-unheard', { from, themes, unusual, source: missed.source });
  if (missed !== undefined) return sentence('friday.gap', { from, source: missed.source });
  if (coverage.state === 'reading') return sentence('friday.reading', { from });
  return themes === 0 ? sentence('friday.too-early', { from }) : sentence('friday.usual', { from, themes });
}

/** Since when all places were heard that bring a good part of what is said: a new one makes every theme louder, which is no news about customers. */
function begunBy({ digest, sources }: Pick<PageCase, 'digest' | 'sources'>): string {
  const brought = broughtBy(digest);
  const all = [...brought.values()].reduce((sum, count) => sum + count, 0);
  const loud = sources.filter((one) => !isHandedOver(one.kind) && (brought.get(one.source) ?? 0) >= COUNTS_FROM * all);
  return loud.reduce((latest, one) => (one.oldestAt !== undefined && one.oldestAt > latest ? one.oldestAt : latest), '');
}

function broughtBy(digest: ProductDigest | undefined): ReadonlyMap<string, number> {
  const brought = new Map<string, number>();
  for (const { sources } of digest?.themes ?? []) for (const [source, weeks] of Object.entries(sources)) brought.set(source, (brought.get(source) ?? 0) + weeks.reduce((sum, count) => sum + count, 0));
  return brought;
}
