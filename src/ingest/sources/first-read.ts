import { CHANGED, type Connection } from '../../domain/connection';
import { BadInput, NotFound } from '../../domain/errors';
import { changeMark, wholeMark } from '../../domain/change-mark';
import { mergeGaps } from '../../domain/merge-gaps';
import type { IsoTime } from '../../domain/time';
import type { Connector } from '../../ports/connector';
import { forgetNothingBefore, noteNothingBefore } from './reach';
import { recordConnection } from './record-connection';
import { readAnewFromNow } from './reread';
import type { SourceNeeds } from './source-needs';
import { wantAll } from './want-all';

type Needs = Pick<SourceNeeds, 'stores' | 'connections' | 'settings' | 'queue' | 'clock' | 'findConnector'>;

/** Of the time that such a source is asked for later, it shows nothing any more. */
const SHOWN_NO_MORE = 'the source does not show this time any more: bring it as a file';

/** @throws NotFound; BadInput where all that the source has is read anyway */
async function find(needs: Needs, id: string): Promise<readonly [Connection, Connector]> {
  const connection = await needs.connections.findConnection(id);
  const connector = needs.findConnector(connection?.connector ?? '');
  if (connection === undefined || connector === undefined || connection.state === 'removed') throw new NotFound('no such source');
  if (connector.poll === undefined || connector.readsAll === true) throw new BadInput('source', 'since', 'All that it has is read');
  return [connection, connector];
}

/**
 * An admin says that of the time before the first read nothing is missing: nobody spoke there, or another source has it. It never counts as heard by this
 * one. Safe to repeat. @throws NotFound BadInput StoreUnavailable
 */
export async function sayNothingBefore(needs: Needs, id: string): Promise<void> {
  const [connection] = await find(needs, id);
  await noteNothingBefore(needs, connection);
  await recordConnection(needs, connection);
  await understandAgain(needs, id);
}

/** The word is taken back: the time before the first read is unknown again. Safe to repeat. @throws NotFound BadInput StoreUnavailable */
export async function unsayNothingBefore(needs: Needs, id: string): Promise<void> {
  const [connection] = await find(needs, id);
  await forgetNothingBefore(needs, id);
  await recordConnection(needs, connection);
  await understandAgain(needs, id);
}

/**
 * Everything is read anew from an earlier day on; until that is done coverage says "reading". What a source shows no more is a gap, which a file can fill.
 * Safe to repeat. @throws NotFound StoreUnavailable; BadInput where the day is no earlier one
 */
export async function readFurtherBack(needs: Needs, id: string, since: IsoTime): Promise<void> {
  const [connection, connector] = await find(needs, id);
  if (since >= connection.since) throw new BadInput('source', 'since', 'It is read from that day on already');
  // First: a reading under way with the earlier day as its beginning is overtaken, and coverage says "reading" before it says "since then".
  await readAnewFromNow(needs, id, { since, reason: CHANGED });
  if (connector.windowDays !== undefined) await noteUnshown(needs, id, { from: since, to: connection.since, reason: SHOWN_NO_MORE });
  const further = { ...connection, since };
  await needs.connections.saveConnection(further);
  await readAnewFromNow(needs, id, { since, reason: CHANGED });
  await forgetNothingBefore(needs, id);
  await wantAll(needs, id, true);
  await recordConnection(needs, further);
  await needs.queue.push({ name: 'poll-source', connection: id });
}

async function noteUnshown({ connections }: Needs, id: string, gap: { readonly from: IsoTime; readonly to: IsoTime; readonly reason: string }): Promise<void> {
  for (;;) {
    const poll = await connections.findFeed(id, 'poll');
    if ((await connections.moveFeed({ ...poll, gaps: mergeGaps(poll.gaps, [gap]) })) !== undefined) return;
  }
}

/** Since when all was heard has changed in every product that it speaks to. */
async function understandAgain({ stores, settings, queue, clock }: Needs, id: string): Promise<void> {
  for (const { id: product } of await stores.products.listProducts()) {
    if (!(await stores.products.listSources(product)).some((one) => one.id === id)) continue;
    await settings.save(wholeMark(product), clock.now());
    await settings.save(changeMark(product), clock.now());
    await queue.push({ name: 'understand', product });
  }
}
