import type { SweepItem } from '../domain/sweep';

/** What became of every proposal that a person or the app took up. Shown to everyone. */
export interface Scoreboard {
  /** Closed at some time, whatever happened afterwards. */
  readonly closed: number;
  readonly stayedClosed: number;
  readonly kept: number;
  /** Undone or reopened by someone of the team. */
  readonly reopened: number;
  /** Brought back because a customer asked: our error. */
  readonly reopenedByCustomer: number;
  /** `reopenedByCustomer / closed`; undefined before the first close. */
  readonly errorRate: number | undefined;
  readonly waiting: number;
  readonly cancelled: number;
}

export function scoreboardOf(items: readonly Pick<SweepItem, 'state' | 'closedAt'>[]): Scoreboard {
  const count = (...states: readonly SweepItem['state'][]): number => items.filter((item) => states.includes(item.state)).length;
  const closed = items.filter((item) => item.closedAt !== undefined).length;
  const reopenedByCustomer = count('reopened-by-evidence');
  return {
    closed,
    stayedClosed: count('closed'),
    kept: count('kept'),
    reopened: count('undoing', 'undone', 'reopened-by-person'),
    reopenedByCustomer,
    errorRate: closed === 0 ? undefined : reopenedByCustomer / closed,
    waiting: count('approved', 'noticing', 'noticed', 'closing'),
    cancelled: count('cancelled', 'withdrawn', 'parked'),
  };
}
