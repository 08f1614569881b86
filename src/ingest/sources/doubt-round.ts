import type { Connection } from '../../domain/connection';
import { DAY_IN_MS, epochMs, isoTime } from '../../domain/time';
import { FROM_A_FILE } from '../../domain/gap-fill';
import { loadFills } from '../fill/fills';
import type { FeedState } from '../../ports/connection-store';
import type { Connector } from '../../ports/connector';
import { findAcceptedLoss } from './accepted-loss';
import { findDisbelief, findQuiet, type Disbelief } from './find-blindness';
import type { Run } from './read-feed';
import type { SourceNeeds } from './source-needs';
import { unreadableOf, type Tally } from './tally';

type Needs = Pick<SourceNeeds, 'connections' | 'settings' | 'clock' | 'random'>;

const CANARIES = 5;
/** Also what was seen just now: after a whole reading, what was not seen is what is gone. */
const ANY_TIME = '9999';
const CANARY_POOL = 200;
const UNREADABLE_SHARE = 0.01;
const QUIET_HISTORY_DAYS = 364;

/** Whether a round without errors is believed: asks the source about itself (at most one request) and compares with what is stored. */
export async function doubtRound(needs: Needs, run: Run, connector: Connector, state: FeedState, tally: Tally): Promise<{ readonly disbelief?: Disbelief | { readonly kind: 'unreadable-records' }; readonly total?: number }> {
  const unreadable = unreadableOf(tally);
  if (unreadable > 0 && unreadable > UNREADABLE_SHARE * tally.read) return { disbelief: { kind: 'unreadable-records' } };
  const counts = await needs.connections.countRecords(run.connection.id);
  // What only a file brought is nothing that the source has to show.
  const fromFiles = (await loadFills(needs, run.connection.id)).length === 0 ? 0 : (await needs.connections.recordsOfGroups(run.connection.id, [FROM_A_FILE])).length;
  const known = counts.reduce((sum, one) => sum + one.count, 0) - fromFiles;
  const canaries = await pickCanaries(needs, run.connection);
  const probe = connector.probe === undefined ? {} : await connector.probe({ ...run.ask, now: needs.clock.now(), canaries });
  const told = probe.total ?? state.totalAtSource;
  const total = told === undefined ? {} : { total: told };
  const accepted = await findAcceptedLoss(needs, run.connection.id);
  // Everything is read anew, which tells more than any doubt.
  if (accepted?.isOpen === true) return total;
  const disbelief = findDisbelief({ probe: { ...probe, ...(told === undefined ? {} : { total: told - (accepted?.offset ?? 0) }) }, known, canaries, isEmptyAccepted: accepted?.isEmpty === true });
  if (disbelief !== undefined && disbelief.kind !== 'read-anew') return { disbelief, ...total };
  const from = isoTime(epochMs(needs.clock.now()) - QUIET_HISTORY_DAYS * DAY_IN_MS);
  const quiet = tally.kept === 0 && state.completedAt !== undefined ? findQuiet(await needs.connections.arrivals(run.connection.id, from), needs.clock.now(), accepted?.at) : undefined;
  const found = quiet ?? disbelief;
  return found === undefined ? total : { disbelief: found, ...total };
}

/** Some of the records that should be there, chosen anew each time so that no single deletion is taken for blindness. */
async function pickCanaries({ connections, random }: Needs, connection: Connection): Promise<readonly string[]> {
  const pool = (await connections.pageUnseen(connection.id, ANY_TIME, undefined, CANARY_POOL)).filter((one) => one.skipped === undefined && one.group !== FROM_A_FILE).map((one) => one.externalId);
  const picked = new Set<string>();
  for (let tries = 0; tries < CANARIES * 4 && picked.size < Math.min(CANARIES, pool.length); tries += 1) picked.add(pool[Math.floor(random() * pool.length)] ?? '');
  return [...picked].filter((id) => id !== '');
}
