import { z } from 'zod';
import type { IsoTime } from '../../domain/time';
import type { FeedAsk, FeedPage } from '../../ports/connector';

/** In so many polls every scope is read. They come every hour, so nothing waits longer than four: below the six after which a source counts as not read. */
const POLLS = 4;


/** Part of a checkpoint. By scope: when its last reading began, and how many records the vendor said it has then; and how many scopes this round has read. */
export const Turns = z.object({ readAt: z.record(z.string(), z.string()), totals: z.record(z.string(), z.int().min(0)), done: z.int().min(0) }).default({ readAt: {}, totals: {}, done: 0 });
export type Turns = z.output<typeof Turns>;

export const NO_TURNS: Turns = { readAt: {}, totals: {}, done: 0 };

export interface ReadScope {
  readonly scope: string;
  readonly began: IsoTime;
  /** What the vendor says this scope has. */
  readonly total?: number | undefined;
}

export interface NextTurn {
  /** The scope that is read next, in this round or in the next one. */
  readonly next: string;
  readonly turns: Turns;
  /** What the page says of the round. */
  readonly page: Pick<FeedPage<unknown>, 'isLast' | 'readTo' | 'totalAtSource'>;
}

/**
 * Scopes of one connection (apps, repositories, forms, surveys) are read in turn, so that asking a source where nothing happened stays small: one scope a
 * poll, or as many as it takes to come round in four polls, the one first that was read longest ago. Who was never read is read at once, and where the
 * poll is not told to take turns all are. To be called when a scope was read to its end.
 */
export function nextInTurn({ isInTurn }: Pick<FeedAsk, 'isInTurn'>, scopes: readonly string[], before: Turns = NO_TURNS, { scope, began, total }: ReadScope): NextTurn {
  const { readAt: known, totals: told, done: earlier } = before;
  const readAt = { ...known, [scope]: began };
  const totals = total === undefined ? told : { ...told, [scope]: total };
  const done = earlier + 1;
  const at = (one: string): IsoTime => readAt[one] ?? '';
  const next = [...scopes].sort((a, b) => (at(a) < at(b) ? -1 : Number(at(a) > at(b))))[0] ?? scope;
  const most = isInTurn === true ? Math.ceil(scopes.length / POLLS) : scopes.length;
  if (readAt[next] === undefined || done < most) return { next, turns: { readAt, totals, done }, page: { isLast: false } };
  const counts = scopes.flatMap((one) => totals[one] ?? []);
  const whole = counts.length === scopes.length ? { totalAtSource: counts.reduce((sum, count) => sum + count, 0) } : {};
  return { next, turns: { readAt, totals, done: 0 }, page: { isLast: true, readTo: at(next), ...whole } };
}
