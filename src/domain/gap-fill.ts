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

/** More of a file than this that could not be read, and nobody can say that it holds its time. */
const UNREADABLE_SHARE = 0.01;

/** Whether a file was read so far that its time counts as heard. */
export function isReadWhole({ kept, unreadable }: Pick<GapFill, 'kept' | 'unreadable'>): boolean {
  return kept > 0 && unreadable <= UNREADABLE_SHARE * (kept + unreadable);
}

/** Files of which no later one that was read whole holds all their time: a better file takes the place of a bad one. Oldest first. */
export function standingFills<Fill extends GapFill>(fills: readonly Fill[]): readonly Fill[] {
  return fills.filter((one, at) => !fills.slice(at + 1).some((later) => isReadWhole(later) && later.from <= one.from && one.to <= later.to));
}

/** What is left of what files hold, after somebody said that of this time there is nothing. */
export function cutFills<Fill extends Pick<GapFill, 'from' | 'to'>>(fills: readonly Fill[], { from, to }: Pick<GapFill, 'from' | 'to'>): readonly Fill[] {
  return fills.flatMap((fill) => outside(fill, { from, to }));
}

/** What is left of gaps after what was filled: what lies in between goes, the rest stays with its reason. An open gap has no end, so nothing of it is known to be filled. */
export function narrowGaps(gaps: readonly Gap[], fills: readonly Pick<GapFill, 'from' | 'to'>[]): readonly Gap[] {
  return fills.reduce<readonly Gap[]>((left, fill) => left.flatMap((gap) => without(gap, fill)), gaps);
}

function without(gap: Gap, { from, to }: Pick<GapFill, 'from' | 'to'>): readonly Gap[] {
  return gap.to === undefined ? [gap] : outside({ ...gap, to: gap.to }, { from, to });
}

/** What closed gaps have in common with a stretch. */
export function commonStretches(gaps: readonly Gap[], { from, to }: Pick<GapFill, 'from' | 'to'>): readonly Pick<GapFill, 'from' | 'to'>[] {
  return gaps.flatMap((gap) => {
    if (gap.to === undefined || gap.to <= from || gap.from >= to) return [];
    return [{ from: gap.from > from ? gap.from : from, to: gap.to < to ? gap.to : to }];
  });
}

/** A stretch without what lies within another. */
function outside<Stretch extends { readonly from: IsoTime; readonly to: IsoTime }>(one: Stretch, { from, to }: Pick<GapFill, 'from' | 'to'>): readonly Stretch[] {
  if (to <= one.from || from >= one.to) return [one];
  return [...(from > one.from ? [{ ...one, to: from }] : []), ...(to < one.to ? [{ ...one, from: to }] : [])];
}
