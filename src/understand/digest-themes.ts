import { countCustomers, NO_ECHOES, type EchoGroups } from '../domain/customer';
import { DIGEST_DAYS, DIGEST_WEEKS, SHOWN_WEEKS, type LinkedIssue, type ThemeDigest } from '../domain/product-digest';
import type { Signal } from '../domain/signal';
import type { Theme } from '../domain/theme';
import { themeQuotes } from './theme-quotes';
import { DAY_IN_MS, epochMs, weekIndex, type IsoTime } from '../domain/time';

/** The numbers of one theme from its members, those who only repeat each other counted once. Members whose numbers may not be shown must be left out by the caller. */
export function digestTheme(theme: Theme, members: readonly Signal[], issues: readonly LinkedIssue[], { now, echoes = NO_ECHOES }: { readonly now: IsoTime; readonly echoes?: EchoGroups }): ThemeDigest {
  const weeks: Signal[][] = Array.from({ length: DIGEST_WEEKS }, () => []);
  const days: Signal[][] = Array.from({ length: DIGEST_DAYS }, () => []);
  const sources: Record<string, number[]> = {};
  for (const signal of members) {
    weeks[weekIndex(signal.at, now, DIGEST_WEEKS)]?.push(signal);
    days[DIGEST_DAYS - 1 - (dayOf(now) - dayOf(signal.at))]?.push(signal);
    const shown = weekIndex(signal.at, now, SHOWN_WEEKS);
    const row = (sources[signal.source] ??= new Array<number>(SHOWN_WEEKS).fill(0));
    if (shown >= 0) row[shown] = (row[shown] ?? 0) + 1;
  }
  const count = (signals: readonly Signal[]): number => countCustomers(signals, echoes);
  const customers = count(members);
  const repeating = countCustomers(members) - customers;
  return {
    theme,
    customers,
    recentCustomers: count(weeks.slice(-SHOWN_WEEKS).flat()),
    signals: members.length,
    ...(repeating === 0 ? {} : { echoes: repeating }),
    weeks: weeks.map(count),
    days: days.map(count),
    sources,
    issues,
    quotes: themeQuotes(theme, members),
  };
}

function dayOf(at: IsoTime): number {
  return Math.floor(epochMs(at) / DAY_IN_MS);
}
