import { weekOf, weeksUpTo, type Conversation } from '../domain/talk';
import type { IsoDay, IsoTime } from '../domain/time';

/** A team's conversations by week, oldest first; never a person's. Empty weeks stay visible. */
export interface ConversationWeeks {
  readonly weeks: readonly { readonly week: IsoDay; readonly count: number }[];
  /** Weeks in a row with a conversation, up to the last whole week; this week counts as soon as it has one. */
  readonly inARow: number;
  /** Weeks in a row without one, up to the last whole week. 0 when `inARow` is not. */
  readonly without: number;
}

export const SHOWN_CONVERSATION_WEEKS = 12;

/** Counted over what is given; the week of `now` is the last one and is not held against anybody before it is over. */
export function conversationWeeks(conversations: readonly Pick<Conversation, 'heldAt'>[], now: IsoTime): ConversationWeeks {
  const counts = new Map<IsoDay, number>();
  for (const { heldAt } of conversations) counts.set(weekOf(heldAt), (counts.get(weekOf(heldAt)) ?? 0) + 1);
  const weeks = weeksUpTo(now, SHOWN_CONVERSATION_WEEKS).map((week) => ({ week, count: counts.get(week) ?? 0 }));
  const past = weeks.slice(0, -1).reverse();
  const isThisWeek = (weeks.at(-1)?.count ?? 0) > 0;
  const run = past.findIndex(({ count }) => count === 0);
  const inARow = (run < 0 ? past.length : run) + (isThisWeek ? 1 : 0);
  const gap = past.findIndex(({ count }) => count > 0);
  return { weeks, inARow, without: inARow > 0 ? 0 : gap < 0 ? past.length : gap };
}
