import type { FridayTheme, FridayView } from '../../contract/page';
import { heardSince } from '../../domain/heard-since';
import { endedFiles, nothingHeardSince } from '../../domain/heard-until';
import { sentence, type Sentence } from '../../domain/sentence';
import { heardWeeks, partWeeks, sinceFriday, unusualSince, type SinceFriday } from '../../domain/since-friday';
import type { PageCase } from './load-page';
import { loudSources } from './loud-sources';

const SHOWN = 6;

type FridayCase = Pick<PageCase, 'digest' | 'coverage' | 'sources' | 'now' | 'isUpToDate' | 'uncountedFrom'>;

/** What is new since Friday: more than usual for these days, nothing unusual, or why nobody can say. Undefined before there are themes with days. */
export function fridayView(page: FridayCase): FridayView | undefined {
  const { digest, coverage, now } = page;
  const daily = (digest?.themes ?? []).flatMap(({ theme, days }) => (days === undefined ? [] : [{ id: theme.id, days }]));
  if (digest === undefined || daily.length === 0 || coverage.state === 'nothing-connected') return undefined;
  const friday = sinceFriday(now);
  const isStale = !page.isUpToDate && digest.computedAt < friday.to;
  const themes = daily.map((one) => partWeeks(one, digest.computedAt, friday));
  const weeks = themes[0]?.parts.length ?? 0;
  const { looked, unusual } = isStale ? { looked: 0, unusual: [] } : unusualSince(themes, heardWeeks(weeks, friday, sameSince(page, friday), coverage.gaps));
  const named = new Map(digest.themes.map((one) => [one.theme.id, one.theme.label]));
  const finding = isStale ? sentence('friday.stale', { from: friday.from, until: digest.computedAt }) : findingOf(page, friday, digest.computedAt, looked, unusual.length);
  return {
    finding,
    from: friday.from,
    to: friday.to,
    themes: unusual.slice(0, SHOWN).map(({ id, count, low, high }): FridayTheme => ({ id, label: named.get(id) ?? id, unit: digest.unit, count, expected: { low, high } })),
    isCompared: unusual.length > 0 || finding.id === 'friday.usual',
  };
}

function findingOf({ coverage, sources, uncountedFrom }: FridayCase, { from, to }: SinceFriday, counted: string, themes: number, unusual: number): Sentence {
  const missed = coverage.gaps.find((gap) => gap.from < to && (gap.to === undefined || gap.to > from));
  if (unusual > 0) return missed === undefined ? sentence('friday.unusual', { from, themes, unusual }) : sentence('friday.unusual-unheard', { from, themes, unusual, source: missed.source });
  if (missed !== undefined) return sentence('friday.gap', { from, source: missed.source });
  if (coverage.state === 'reading') return sentence('friday.reading', { from });
  const ended = nothingHeardSince(sources, to);
  if (ended !== undefined) return sentence('friday.unheard', { from, since: ended.at, source: ended.name });
  if (themes === 0) return sentence('friday.too-early', { from });
  // What is counted is loud already when it is; that it is quiet is known when nothing of these days is missing.
  return uncountedFrom !== undefined && uncountedFrom < to ? sentence('friday.stale', { from, until: counted }) : sentence('friday.usual', { from, themes });
}

/**
 * Since when the same places were heard that bring a good part of what is said: a new one makes every theme louder, and a file that ended makes every
 * theme quieter, which is no news about customers.
 */
function sameSince({ digest, sources }: Pick<PageCase, 'digest' | 'sources'>, { from }: SinceFriday): string {
  const loud = loudSources(digest, sources);
  const times = [...loud.flatMap((one) => heardSince(one) ?? []), ...endedFiles(loud, from).map((one) => one.at)];
  return times.reduce((latest, at) => (at > latest ? at : latest), '');
}
