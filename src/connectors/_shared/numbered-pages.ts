import { z } from 'zod';

/**
 * A place in a list that is sorted by the last change, oldest first: changes since `from` are asked for, page by number. `back`: these pages are
 * being read once more from the last to the first, and reading goes on at `resume` after that (null: the list ends).
 */
export const NumberedPlace = z.object({ from: z.string().nullable(), page: z.int().min(1), back: z.object({ resume: z.string().nullable() }).nullable().default(null) });
export type NumberedPlace = z.output<typeof NumberedPlace>;

/**
 * The next page of such a list; undefined at its end. Reading goes on by time, so that a row that changes meanwhile moves ahead of the reader and
 * never out of sight. Only where more than a page changed in one instant are there page numbers, and a row that leaves that instant moves the others
 * up by one, past a reader who goes forward: those pages are read once more from the last to the first, towards which everything moves.
 * @param isEnd there is no page after this one
 * @param last the newest change on this page
 */
export function nextPlace({ from, page, back }: NumberedPlace, isEnd: boolean, last: string | null): NumberedPlace | undefined {
  if (back !== null) {
    if (page > 1) return { from, page: page - 1, back };
    return back.resume === null ? undefined : { from: back.resume, page: 1, back: null };
  }
  const isPast = last !== null && (from === null || last > from);
  if (!isEnd && !isPast) return { from, page: page + 1, back };
  const resume = isEnd ? null : last;
  if (page > 1) return { from, page: page - 1, back: { resume } };
  return resume === null ? undefined : { from: resume, page, back };
}
