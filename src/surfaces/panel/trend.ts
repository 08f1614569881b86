import type { Trend } from '../../contract/panel';
import { countCustomers } from '../../domain/customer';
import { echoGroups } from '../../domain/echoes';
import type { Release } from '../../domain/release';
import { sentence, type Sentence } from '../../domain/sentence';
import type { Signal } from '../../domain/signal';
import { epochMs, isoTime, WEEK_IN_MS, weekIndex } from '../../domain/time';
import type { Standings } from '../../domain/standings';

export const TREND_WEEKS = 12;

/** Distinct customers by week over the last 12 weeks, with the releases in that time as ticks. */
export function trendOf(standings: Standings, releases: readonly Release[], now: string): Trend {
  const end = epochMs(now);
  const echoes = echoGroups([...standings.confirmed, ...standings.suggested].map((one) => one.signal));
  const confirmed = byWeek(standings.confirmed.map((one) => one.signal), now);
  const suggested = byWeek(standings.suggested.map((one) => one.signal), now);
  return {
    weeks: confirmed.map((signals, index) => ({
      from: isoTime(end - (TREND_WEEKS - index) * WEEK_IN_MS),
      confirmed: countCustomers(signals, echoes),
      suggested: countCustomers(suggested[index] ?? [], echoes),
    })),
    releases: releases.flatMap(({ name, releasedAt }) => (releasedAt !== undefined && weekIndex(releasedAt, now, TREND_WEEKS) >= 0 ? [{ name, at: releasedAt }] : [])),
    title: titleOf(confirmed.map((signals, index) => countCustomers([...signals, ...(suggested[index] ?? [])], echoes))),
  };
}

function byWeek(signals: readonly Signal[], now: string): Signal[][] {
  const weeks: Signal[][] = Array.from({ length: TREND_WEEKS }, () => []);
  for (const signal of signals) weeks[weekIndex(signal.at, now, TREND_WEEKS)]?.push(signal);
  return weeks;
}

function titleOf(weeks: readonly number[]): Sentence {
  const sum = (part: readonly number[]): number => part.reduce((a, b) => a + b, 0);
  if (sum(weeks) === 0) return sentence('trend.none');
  const recent = sum(weeks.slice(-4));
  const before = sum(weeks.slice(-8, -4));
  return sentence(recent > before ? 'trend.rising' : recent < before ? 'trend.falling' : 'trend.level', { recent, before });
}
