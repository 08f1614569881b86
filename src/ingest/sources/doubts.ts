import { z } from 'zod';
import { parseAt } from '../../domain/boundary';
import { DAY_IN_MS, epochMs, isoTime, type IsoTime } from '../../domain/time';
import type { Connector } from '../../ports/connector';
import type { SourceNeeds } from './source-needs';

type Settings = Pick<SourceNeeds, 'settings'>;

const Saved = z.object({ at: z.string(), missing: z.array(z.string()), isTotalShrunk: z.boolean(), isRereadShrunk: z.boolean() });

/** What made us doubt a source, kept until it is explained: an error in between, or a lucky draw, explains nothing. */
export interface Doubt {
  readonly at: IsoTime;
  /** Records that were asked for and not shown; at most twenty. */
  readonly missing: readonly string[];
  /** The source's own total fell. */
  readonly isTotalShrunk: boolean;
  /** Too much was not seen when everything was read anew. */
  readonly isRereadShrunk: boolean;
}

/** As many as one request asks for. */
const MOST = 20;
const NONE: Doubt = { at: '', missing: [], isTotalShrunk: false, isRereadShrunk: false };
const keyOf = (connection: string): string => `source-doubt:${connection}`;

/** @throws StoreUnavailable BadInput */
export async function findDoubt({ settings }: Settings, connection: string): Promise<Doubt> {
  const saved = await settings.find(keyOf(connection));
  return saved === undefined ? NONE : parseAt('settings', Saved, saved);
}

/** Changes what is told here, and forgets a doubt of which nothing is left. @throws StoreUnavailable */
export async function changeDoubt(needs: Settings, connection: string, change: Partial<Doubt>): Promise<void> {
  const before = await findDoubt(needs, connection);
  const after: Doubt = { ...before, ...change, missing: [...new Set(change.missing ?? before.missing)].slice(0, MOST) };
  if (after.missing.length > 0 || after.isTotalShrunk || after.isRereadShrunk) await needs.settings.save(keyOf(connection), { ...after, missing: [...after.missing] });
  else if (before !== NONE) await forgetDoubt(needs, connection);
}

/** A person said what it is, or the source was left. @throws StoreUnavailable */
export async function forgetDoubt({ settings }: Settings, connection: string): Promise<void> {
  await settings.remove(keyOf(connection));
}

/** Whether records are missed that the source's list of what was deleted, or reading everything anew, can explain. @throws StoreUnavailable BadInput */
export async function isToBeExplained(needs: Settings, connection: string): Promise<boolean> {
  const { missing, isTotalShrunk } = await findDoubt(needs, connection);
  return missing.length > 0 || isTotalShrunk;
}

/**
 * Those of the missing that nothing explains yet. Shown again, on a page or when asked for; gone, because the source reported it or because everything was
 * read anew and next to nothing else was missing; or too old to be shown by a source that shows its last days: all that is an explanation. That the source
 * says "not there" is none: most vendors say the same of what a key may not see.
 */
export async function stillMissing({ connections }: Pick<SourceNeeds, 'connections'>, connector: Connector, connection: string, doubt: Doubt, found: readonly string[], now: IsoTime): Promise<readonly string[]> {
  if (doubt.missing.length === 0) return [];
  const known = await connections.findRecords(connection, doubt.missing);
  const shownSince = connector.windowDays === undefined ? '' : isoTime(epochMs(now) - (connector.windowDays - 1) * DAY_IN_MS);
  return doubt.missing.filter((id) => {
    const record = known.get(id);
    return record !== undefined && record.goneAt === undefined && record.skipped !== 'erased' && record.seenAt <= doubt.at && (record.at ?? '') >= shownSince && !found.includes(id);
  });
}
