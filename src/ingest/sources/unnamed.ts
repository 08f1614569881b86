import type { SkippedRecord } from '../../domain/source-record';
import type { IsoTime } from '../../domain/time';
import type { SourceNeeds } from './source-needs';

type Needs = Pick<SourceNeeds, 'connections' | 'clock'>;
interface Page {
  readonly skipped?: readonly SkippedRecord[];
}

/** Records whose id a poll could not read, of rounds that are not believed yet. */
const UNNAMED = 'resurface:unnamed';
/** They stand under their place on a page: neither a later round nor a reading anew may take one for another. */
const LASTING = 'lasting:';
const ANEW = 'anew:';

/** The page as a poll takes it. */
export function withUnnamed<Taken extends Page>(page: Taken): Taken {
  return renamed(page, (one) => ({ ...one, group: UNNAMED }));
}

/** The page as a reading anew takes it: only another one can tell that a record without a name is there no more. */
export function withUnnamedAnew<Taken extends Page>(page: Taken): Taken {
  return renamed(page, (one) => ({ ...one, externalId: `${ANEW}${one.externalId}`.slice(0, 255) }));
}

function renamed<Taken extends Page>(page: Taken, rename: (one: SkippedRecord) => SkippedRecord): Taken {
  return page.skipped?.some((one) => one.isUnnamed === true) === true ? { ...page, skipped: page.skipped.map((one) => (one.isUnnamed === true ? rename(one) : one)) } : page;
}

/**
 * A round that was not believed is read again from where it began. What had no name then, and is nowhere without one now that the round came to its end, was
 * read under its own. @throws StoreUnavailable
 */
export async function forgetUnnamed({ connections, clock }: Needs, connection: string, roundStartedAt: IsoTime): Promise<void> {
  const named = (await connections.recordsOfGroups(connection, [UNNAMED])).filter((one) => one.seenAt < roundStartedAt);
  if (named.length > 0) await connections.markGone(connection, named.map((one) => one.externalId), clock.now());
}

/** The round is believed, and what had no name in it is asked for no more by a poll: it stays until everything is read anew. Safe to repeat. @throws StoreUnavailable */
export async function keepUnnamed({ connections, clock }: Needs, connection: string): Promise<void> {
  const left = await connections.recordsOfGroups(connection, [UNNAMED]);
  if (left.length === 0) return;
  await connections.saveRecords(connection, left.map(({ group: _until, ...one }) => ({ ...one, externalId: `${LASTING}${one.externalId}`.slice(0, 255) })));
  await connections.markGone(connection, left.map((one) => one.externalId), clock.now());
}
