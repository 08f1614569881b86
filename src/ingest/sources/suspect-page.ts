import { epochMs, DAY_IN_MS, type IsoTime } from '../../domain/time';
import type { Checkpoint } from '../../domain/source-record';
import type { FeedPage } from '../../ports/connector';

/** Pages remembered to notice a source that gives the same one again and again. */
const REMEMBERED = 8;

/** Ids and revisions of a page and where it leads, as a short text; equal pages have equal ones. */
export function fingerprint(page: FeedPage<unknown>): string {
  const text = JSON.stringify([page.items, page.skipped, page.gone, page.checkpoint]);
  let [a, b] = [0x811c9dc5, 0x01000193];
  for (let index = 0; index < text.length; index += 1) {
    a = Math.imul(a ^ text.charCodeAt(index), 0x01000193);
    b = Math.imul(b ^ text.charCodeAt(index), 0x5bd1e995);
  }
  return `${(a >>> 0).toString(36)}.${(b >>> 0).toString(36)}.${text.length.toString(36)}`;
}

export function remember(recent: readonly string[], page: string): readonly string[] {
  return [...recent, page].slice(-REMEMBERED);
}

/** A page that says "there is more" and leads nowhere new: the same checkpoint as before, or a page that was given already in this round. */
export function isStuck(page: FeedPage<unknown>, before: Checkpoint | undefined, recent: readonly string[]): boolean {
  if (page.isLast) return false;
  return (before !== undefined && JSON.stringify(before) === JSON.stringify(page.checkpoint)) || recent.includes(fingerprint(page));
}

/** A checkpoint that holds a time more than a day ahead cannot be true: from there on nothing would ever be read. */
export function isAhead(checkpoint: Checkpoint, now: IsoTime): boolean {
  if (typeof checkpoint === 'string') return /^\d{4}-\d{2}-\d{2}T/.test(checkpoint) && epochMs(checkpoint) > epochMs(now) + DAY_IN_MS;
  if (typeof checkpoint !== 'object' || checkpoint === null) return false;
  return Object.values(checkpoint).some((value: Checkpoint) => isAhead(value, now));
}
