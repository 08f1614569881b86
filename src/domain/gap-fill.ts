import type { Gap } from './coverage';
import type { IsoTime } from './time';

/** A stretch of time of a connection that a file holds, as an admin said when they handed it in. */
export interface GapFill {
  readonly from: IsoTime;
  readonly to: IsoTime;
  readonly file: string;
  /** When it was read to its end. */
  readonly at: IsoTime;
  /** Rows of that time that are stored; rows that could not be read. */
  readonly kept: number;
  readonly unreadable: number;
}

/** Records of a connection that a file brought and the source itself did not show (yet). */
export const FROM_A_FILE = 'resurface:file';

/** What is left of gaps after what was filled: what lies in between goes, the rest stays with its reason. An open gap has no end, so nothing of it is known to be filled. */
export function narrowGaps(gaps: readonly Gap[], fills: readonly Pick<GapFill, 'from' | 'to'>[]): readonly Gap[] {
  return fills.reduce<readonly Gap[]>((left, fill) => left.flatMap((gap) => without(gap, fill)), gaps);
}

function without(gap: Gap, { from, to }: Pick<GapFill, 'from' | 'to'>): readonly Gap[] {
  if (gap.to === undefined || to <= gap.from || from >= gap.to) return [gap];
  return [...(from > gap.from ? [{ ...gap, to: from }] : []), ...(to < gap.to ? [{ ...gap, from: to }] : [])];
}
