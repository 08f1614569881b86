import { DAY_IN_MS, epochMs, isoTime } from '../../../src/domain/time';
import { churnedAt, isHeard, standingAt, type DemoAccount } from './accounts';
import type { Cast } from './authors';
import { HISTORY_STARTS_AT, weekStart, WEEKS } from './calendar';
import { dice } from './dice';
import type { Draft } from './draft';
import type { DemoProduct, WeeklyShape } from './needs';
import { expectedIn } from './weekly';

interface DeedKind {
  readonly event: string;
  readonly product: DemoProduct;
  readonly weekly: WeeklyShape;
}

/** What customers do, in accounts a week. It turns where releases turned it. */
export const DEEDS: readonly DeedKind[] = [
  { event: 'feature-used:ledgerleaf-sync', product: 'dispatch', weekly: { base: 7, turn: { day: '2025-09-15', to: 12, lagDays: 10 } } },
  { event: 'feature-dropped:ledgerleaf-sync', product: 'dispatch', weekly: { base: 2.4, turn: { day: '2025-09-15', to: 0.4, lagDays: 7 } } },
  { event: 'feature-used:schedule-board', product: 'dispatch', weekly: { base: 14, turn: { day: '2025-11-03', to: 9, lagDays: 5 } } },
  { event: 'feature-dropped:schedule-board', product: 'dispatch', weekly: { base: 0.3, turn: { day: '2025-11-03', to: 3, lagDays: 3 } } },
  { event: 'feature-used:quotes', product: 'dispatch', weekly: { base: 6 } },
  { event: 'feature-used:offline-mode', product: 'crew', weekly: { base: 4, turn: { day: '2025-07-14', to: 8, lagDays: 10 } } },
  { event: 'feature-dropped:location', product: 'crew', weekly: { base: 2.5 } },
  { event: 'feature-used:location', product: 'crew', weekly: { base: 6 } },
  { event: 'feature-used:timesheets', product: 'crew', weekly: { base: 7 } },
];

/** Deeds without words: at most one of a kind by an account on a day. */
export function usageSignals(cast: Cast): readonly Draft[] {
  const chance = dice('usage');
  const seen = new Set<string>();
  const drafts: Draft[] = [];
  for (let week = 0; week < WEEKS; week += 1) {
    for (const { event, product, weekly } of DEEDS) {
      for (let left = chance.poisson(expectedIn(weekly, week)); left > 0; left -= 1) {
        const at = isoTime(epochMs(weekStart(week)) + chance.whole(0, 4) * DAY_IN_MS + 43_200_000);
        const account = chance.pick(cast.accounts);
        const key = `${event} ${account.id} ${at}`;
        if (!isHeard(account, at) || seen.has(key) || (product === 'crew' && !account.usesCrew)) continue;
        seen.add(key);
        drafts.push({ source: 'use', product, origin: 'usage', at, kind: 'did', event, account: account.id });
      }
    }
  }
  return [...drafts, ...cast.accounts.flatMap(churnOf)];
}

function churnOf(account: DemoAccount): readonly Draft[] {
  const left = churnedAt(account);
  if (left === undefined || left < HISTORY_STARTS_AT || left >= weekStart(WEEKS)) return [];
  const value = standingAt(account, isoTime(epochMs(left) - DAY_IN_MS))?.monthlyRevenue ?? 0;
  return [{ source: 'use', product: 'dispatch', origin: 'usage', at: isoTime(epochMs(left) + 43_200_000), kind: 'did', event: 'churned', account: account.id, value }];
}
