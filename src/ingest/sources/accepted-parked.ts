import { z } from 'zod';
import { parseAt } from '../../domain/boundary';
import { isChosenSkip, NOTHING_MISSING } from '../../domain/skip-reasons';
import type { IsoTime } from '../../domain/time';
import type { RecordCount } from '../../ports/connection-store';
import type { SourceNeeds } from './source-needs';

type Needs = Pick<SourceNeeds, 'settings'>;

const Saved = z.object({ at: z.string(), counts: z.record(z.string(), z.number()) });

/** Records of which a person said that no customer's words are missing in them: how many of each reason there were then. */
export interface AcceptedParked {
  readonly at: IsoTime;
  readonly counts: Readonly<Record<string, number>>;
}

/** What a rule places, or what is stored in a moment, is mended otherwise. */
const MENDED: ReadonlySet<string> = new Set(['unrouted', 'not-stored-yet', 'unprepared']);

const keyOf = (connection: string): string => `source-parked-accepted:${connection}`;

/** Records that a person can say hold nothing, by reason. */
export function acceptableParked(skipped: Readonly<Record<string, number>>): Readonly<Record<string, number>> {
  return Object.fromEntries(Object.entries(skipped).filter(([reason]) => !isChosenSkip(reason) && !MENDED.has(reason)));
}

/** @throws StoreUnavailable BadInput */
export async function findAcceptedParked({ settings }: Needs, connection: string): Promise<AcceptedParked | undefined> {
  const saved = await settings.find(keyOf(connection));
  return saved === undefined ? undefined : parseAt('settings', Saved, saved);
}

/** As many as there are now; one more of the same is looked at anew. @throws StoreUnavailable */
export async function acceptParked({ settings }: Needs, connection: string, counts: readonly RecordCount[], at: IsoTime): Promise<void> {
  await settings.save(keyOf(connection), { at, counts: { ...acceptableParked(sumsOf(counts)) } });
}

function sumsOf(counts: readonly RecordCount[]): Readonly<Record<string, number>> {
  const sums: Record<string, number> = {};
  for (const { skipped, count } of counts) if (skipped !== undefined) sums[skipped] = (sums[skipped] ?? 0) + count;
  return sums;
}

/** Of a source that was left. */
export async function forgetAcceptedParked({ settings }: Needs, connection: string): Promise<void> {
  await settings.remove(keyOf(connection));
}

/** Reasons of which there are no more records than a person said hold nothing: whatever of them is shown now is one of those. */
export function settledReasons(counts: readonly RecordCount[], accepted: AcceptedParked | undefined): ReadonlySet<string> {
  const left = sumsOf(counts);
  return new Set(Object.entries(accepted?.counts ?? {}).flatMap(([reason, count]) => ((left[reason] ?? 0) <= count ? [reason] : [])));
}

/** The counts with what was accepted as left out for that reason; never more of a reason than were there when it was said. */
export function withoutAccepted(counts: readonly RecordCount[], accepted: AcceptedParked | undefined): readonly RecordCount[] {
  if (accepted === undefined) return counts;
  const left = new Map(Object.entries(accepted.counts));
  return counts.flatMap((one): readonly RecordCount[] => {
    const said = Math.min(one.count, left.get(one.skipped ?? '') ?? 0);
    if (one.skipped === undefined || said === 0) return [one];
    left.set(one.skipped, (left.get(one.skipped) ?? 0) - said);
    return [...(said === one.count ? [] : [{ ...one, count: one.count - said }]), { ...one, skipped: NOTHING_MISSING, count: said }];
  });
}
