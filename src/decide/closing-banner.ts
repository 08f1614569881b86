import type { Loss, Mark, SweepItem } from '../domain/sweep';
import type { IsoTime } from '../domain/time';
import { markProtection } from './protections';

/** What the panel says about closing, newest fact first. `none` where there is nothing to say. */
export type ClosingBanner =
  | { readonly kind: 'none' }
  | { readonly kind: 'noticed'; readonly item: SweepItem; readonly closesAt: IsoTime }
  | { readonly kind: 'kept'; readonly until?: IsoTime }
  | { readonly kind: 'closed'; readonly item: SweepItem; readonly closedAt: IsoTime; readonly losses: readonly Loss[] }
  | { readonly kind: 'asked-again'; readonly item: SweepItem; readonly signals: readonly string[] }
  | { readonly kind: 'came-back'; readonly item: SweepItem; readonly by: 'customer' | 'person' | 'undo' };

/** From our own rows only; what a property on the issue says is never read. */
export function closingBanner(items: readonly SweepItem[], marks: readonly Mark[], now: IsoTime): ClosingBanner {
  const newest = [...items].sort((a, b) => (a.proposedAt < b.proposedAt ? 1 : -1))[0];
  if (newest !== undefined) {
    const { state, closeAfter, closedAt } = newest;
    if (state === 'noticed' && closeAfter !== undefined) return { kind: 'noticed', item: newest, closesAt: closeAfter };
    if (state === 'closed' && newest.reopenSignals !== undefined) return { kind: 'asked-again', item: newest, signals: newest.reopenSignals };
    if (state === 'closed' && closedAt !== undefined) return { kind: 'closed', item: newest, closedAt, losses: newest.losses };
    if (state === 'reopened-by-evidence') return { kind: 'came-back', item: newest, by: 'customer' };
    if (state === 'reopened-by-person') return { kind: 'came-back', item: newest, by: 'person' };
    if (state === 'undone') return { kind: 'came-back', item: newest, by: 'undo' };
  }
  if (markProtection(marks, now) !== 'kept') return { kind: 'none' };
  const until = marks.filter((mark) => mark.kind === 'keep').map((mark) => mark.until ?? '').sort().at(-1);
  return { kind: 'kept', ...(until === undefined || until === '' ? {} : { until }) };
}
