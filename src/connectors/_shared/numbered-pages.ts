import { z } from 'zod';
import { SourceAnswerTooLarge } from '../../domain/source-errors';
import { inSmallerPages } from './smaller-pages';

/**
 * A place in a list that is sorted by the last change, oldest first: changes since `from` are asked for, page by number. `back`: these pages are
 * being read once more from the last to the first, and reading goes on at `resume` after that (null: the list ends). `size`: so many rows a page, where they are fewer
 * than usual; pages of one instant keep it.
 */
export const NumberedPlace = z.object({ from: z.string().nullable(), page: z.int().min(1), size: z.int().min(1).exactOptional(), back: z.object({ resume: z.string().nullable() }).nullable().default(null) });
export type NumberedPlace = z.output<typeof NumberedPlace>;

/**
 * The next page of such a list; undefined at its end. Reading goes on by time, so that a row that changes meanwhile moves ahead of the reader and
 * never out of sight. Only where more than a page changed in one instant are there page numbers, and a row that leaves that instant moves the others
 * up by one, past a reader who goes forward: those pages are read once more from the last to the first, towards which everything moves.
 * @param isEnd there is no page after this one
 * @param last the newest change on this page
 */
export function nextPlace({ from, page, back, size }: NumberedPlace, isEnd: boolean, last: string | null): NumberedPlace | undefined {
  const sized = size === undefined ? {} : { size };
  if (back !== null) {
    if (page > 1) return { from, page: page - 1, back, ...sized };
    return back.resume === null ? undefined : { from: back.resume, page: 1, back: null };
  }
  const isPast = last !== null && (from === null || last > from);
  if (!isEnd && !isPast) return { from, page: page + 1, back, ...sized };
  const resume = isEnd ? null : last;
  if (page > 1) return { from, page: page - 1, back: { resume }, ...sized };
  return resume === null ? undefined : { from: resume, page, back };
}

export interface NumberedPage<Page> {
  /** Where the page stands, counted in pages of its own size. */
  readonly place: NumberedPlace;
  readonly size: number;
  /** Absent where the one row at this place is larger than we take at once. */
  readonly page: Page | undefined;
}

/** Large rows are few: with more of them one after the other it is the source that answers so, and none of them is passed. */
const MOST_BESIDE = 3;

/** The place, and nothing of the one before. */
export function movedTo<At extends NumberedPlace>(cursor: At, next: NumberedPlace): At {
  const { size: _, ...rest } = cursor;
  return { ...rest, ...next } as At;
}

/** The page at a place; where it is larger than we take at once, a smaller one that begins there, or ends there where pages are read backwards. @throws SourceAnswerTooLarge where one row after the other is */
export async function readNumbered<Page>(at: NumberedPlace, most: number, ask: (page: number, size: number) => Promise<Page>): Promise<NumberedPage<Page>> {
  const begun = at.size ?? most;
  const numberAt = (size: number): number => (at.back === null ? (at.page - 1) * (begun / size) + 1 : at.page * (begun / size));
  const { size, page } = await inSmallerPages(begun, (each) => ask(numberAt(each), each));
  if (page === undefined) await assertPassable(numberAt(size), ask);
  return { place: { from: at.from, page: numberAt(size), back: at.back, ...(size === most ? {} : { size }) }, size, page };
}

/** One of the next rows, or the end of the list behind it, can be read. */
async function assertPassable(row: number, ask: (page: number, size: number) => Promise<unknown>): Promise<void> {
  for (let beside = 1; beside <= MOST_BESIDE; beside += 1) {
    try {
      await ask(row + beside, 1);
      return;
    } catch (error) {
      if (!(error instanceof SourceAnswerTooLarge) || beside === MOST_BESIDE) throw error;
    }
  }
}
