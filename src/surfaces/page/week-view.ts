import type { ThemeRow, WeekView } from '../../contract/page';
import type { Quote } from '../../contract/panel';
import { endedFiles, nothingHeardSince } from '../../domain/heard-until';
import { PARKED } from '../../domain/parked';
import { sentence, type Sentence } from '../../domain/sentence';
import type { Signal } from '../../domain/signal';
import { DAY_IN_MS, isoTime, epochMs, WEEK_IN_MS } from '../../domain/time';
import type { ProductDigest, ThemeDigest } from '../../domain/product-digest';
import { fridayView } from './friday-view';
import type { PageCase } from './load-page';
import { loudSources } from './loud-sources';
import { loudUnplanned } from './loud-unplanned';
import { pageQuote } from './page-quote';
import { releaseTicks } from './release-ticks';
import { byLoudness, themeRow } from './theme-row';

const ABOVE_SHOWN = 6;
const LOUD_SHOWN = 4;

/** Which theme this week's quote should come from: the one most above what is usual, else the loudest. */
export function themeToQuote({ digest }: Pick<PageCase, 'digest'>): ThemeDigest | undefined {
  if (digest === undefined) return undefined;
  const rows = rowsOf(digest);
  const above = aboveOf(rows);
  const quotes = new Map(digest.themes.map((one) => [one.theme.id, one]));
  // A theme of which nobody may read a word has no quote to show.
  const wanted = [...above, ...rows].find((row) => (quotes.get(row.id)?.quotes.length ?? 0) > 0);
  return wanted === undefined ? undefined : quotes.get(wanted.id);
}

/** The themes that the first screen names. */
export function themesOfWeek({ digest }: Pick<PageCase, 'digest'>): readonly ThemeDigest[] {
  if (digest === undefined) return [];
  const above = new Set(aboveOf(rowsOf(digest)).slice(0, ABOVE_SHOWN).map((row) => row.id));
  return [...new Set([...digest.themes.filter((one) => above.has(one.theme.id)), ...loudUnplanned(digest).slice(0, LOUD_SHOWN)])];
}

function rowsOf(digest: ProductDigest | undefined, words?: ReadonlyMap<string, Quote>): readonly ThemeRow[] {
  return digest === undefined ? [] : [...digest.themes].sort(byLoudness).map((one) => themeRow(one, digest, words?.get(one.theme.id)));
}

/** What stands most above its usual week first. */
function aboveOf(rows: readonly ThemeRow[]): readonly ThemeRow[] {
  return rows.filter((row) => row.isAbove).sort((a, b) => excess(b) - excess(a));
}

function excess(row: { readonly weeks: readonly number[]; readonly expected?: { readonly high: number } }): number {
  return (row.weeks.at(-1) ?? 0) - (row.expected?.high ?? 0);
}

/** The first screen: a customer's words, what is above a usual week, what is loud and unplanned. */
export function weekView(page: PageCase, quotedTheme: ThemeDigest | undefined, quoted: Signal | undefined, words: ReadonlyMap<string, Quote>): WeekView {
  const { digest, coverage, now, product } = page;
  const rows = rowsOf(digest, words);
  const above = isUnheard(page) ? [] : aboveOf(rows);
  const citation = quotedTheme?.quotes.find((one) => one.signal === quoted?.id)?.citation;
  const quote: Quote | undefined = quoted === undefined ? undefined : pageQuote(quoted, page.sourceNames, citation);
  const theme = rows.find((row) => row.id === quotedTheme?.theme.id);
  const friday = fridayView(page);
  return {
    ...(friday === undefined ? {} : { friday }),
    finding: findingOf(page, rows, above.length),
    above: above.slice(0, ABOVE_SHOWN),
    changes: weekChanges(page),
    ticks: releaseTicks(page),
    loudUnplanned: digest === undefined ? [] : loudUnplanned(digest).slice(0, LOUD_SHOWN).map((one) => themeRow(one, digest, words.get(one.theme.id))),
    coverage,
    since: isoTime(epochMs(now) - WEEK_IN_MS),
    asOf: now,
    synthetic: product.synthetic ?? false,
    ...(quote === undefined ? {} : { quote }),
    ...(theme === undefined ? {} : { quoteTheme: { id: theme.id, label: theme.label } }),
  };
}

type WeekCase = Pick<PageCase, 'digest' | 'coverage' | 'sources' | 'now' | 'uncountedFrom'>;

/** What changed this week, in one sentence. */
export function weekFinding(page: WeekCase): Sentence {
  const rows = rowsOf(page.digest);
  return findingOf(page, rows, aboveOf(rows).length);
}

export function findingOf({ digest, coverage, sources, now, uncountedFrom }: WeekCase, rows: readonly ThemeRow[], above: number): Sentence {
  const [themes, judged] = [rows.length, rows.filter((row) => row.expected !== undefined).length];
  // What was read and not looked at yet is no finding, least of all that there was too little of it.
  if (digest === undefined && coverage.read > 0) return sentence('week.being-derived');
  if (themes === 0) return sentence('week.no-themes');
  if (judged === 0) return sentence('week.too-early', { themes });
  const ended = nothingHeardSince(sources, daysBefore(now, 7));
  if (ended !== undefined) return sentence('week.unheard', { source: ended.name, since: ended.at });
  if (above > 0) return sentence('week.above', { above, themes });
  // Fewer voices than usual is no finding while one of the places is not heard.
  const missing = coverage.gaps.find((gap) => gap.to === undefined) ?? silentFile({ digest, sources, now });
  if (missing !== undefined) return sentence('week.usual-unheard', { source: missing.source, from: missing.from });
  return uncountedFrom === undefined || digest === undefined ? sentence('week.usual', { themes }) : sentence('week.usual-until', { themes, until: digest.computedAt });
}

/** A file that ended: every place does, or one that brought a good part of what was said in these months. */
function silentFile({ digest, sources, now }: Pick<PageCase, 'digest' | 'sources' | 'now'>): { readonly source: string; readonly from: string } | undefined {
  const ended = nothingHeardSince(sources, daysBefore(now, 1)) ?? endedFiles(loudSources(digest, sources), daysBefore(now, 7))[0];
  return ended === undefined ? undefined : { source: ended.name, from: ended.at };
}

/** Whether nothing was heard of the whole week: then what was counted last is no news of this one. */
function isUnheard({ sources, now }: Pick<PageCase, 'sources' | 'now'>): boolean {
  return nothingHeardSince(sources, daysBefore(now, 7)) !== undefined;
}

function daysBefore(now: string, days: number): string {
  return isoTime(epochMs(now) - days * DAY_IN_MS);
}

/** Releases of the last week, sources that broke or came back in it, themes first heard in it, and themes that are back to normal. */
export function weekChanges({ digest, releases, coverage, sources, now }: Pick<PageCase, 'digest' | 'releases' | 'coverage' | 'sources' | 'now'>): Sentence[] {
  const since = isoTime(epochMs(now) - WEEK_IN_MS);
  const shipped = releases.filter((release) => release.releasedAt !== undefined && release.releasedAt > since && release.releasedAt <= now);
  const fresh = (digest?.themes ?? []).filter((one) => one.theme.lineage.some((event) => event.event === 'born' && event.at > since) && isFirstHeard(one));
  // On the very first run every theme is new: that is no news.
  const isFirstRun = digest !== undefined && fresh.length > digest.themes.length / 2;
  const unit = digest?.unit ?? 'signal';
  const isMissed = coverage.gaps.some((gap) => gap.to === undefined || gap.to > since) || silentFile({ digest, sources, now }) !== undefined;
  return [
    ...coverage.gaps.filter((gap) => gap.to === undefined || gap.to > since).map((gap) => sentence(gap.reason === PARKED ? 'change.gap-part' : gap.to === undefined ? 'change.gap' : 'change.gap-over', { source: gap.source, from: gap.from, to: gap.to ?? now })),
    ...(coverage.outages ?? []).filter((one) => one.to > since).map((one) => sentence('change.heard-again', { source: one.source, from: one.from, to: one.to })),
    ...shipped.map((release) => sentence('change.release', { release: release.name, at: release.releasedAt ?? now })),
    ...(isFirstRun ? [] : fresh.map((one) => sentence('change.theme-new', { theme: one.theme.label, count: one.weeks.at(-1) ?? 0, unit }))),
    ...(isMissed ? [] : calmed(digest)).map((one) => sentence('change.theme-normal', { theme: one.theme.label, count: one.weeks.at(-1) ?? 0, before: one.weeks.at(-2) ?? 0, unit })),
  ];
}

/** Found is not heard: sources that were read after one another let the engine find what customers have said for a year. */
export function isFirstHeard({ weeks }: Pick<ThemeDigest, 'weeks'>): boolean {
  return (weeks.at(-1) ?? 0) > 0 && weeks.slice(0, -1).every((count) => count === 0);
}

/** Above a usual week until last week, and within one now. */
function calmed(digest: ProductDigest | undefined): readonly ThemeDigest[] {
  if (digest === undefined) return [];
  return [...digest.themes].sort(byLoudness).filter((one) => !themeRow(one, digest).isAbove && themeRow({ ...one, weeks: one.weeks.slice(0, -1) }, digest).isAbove);
}
