import { DAY_IN_MS, epochMs, isoTime, type IsoTime } from '../../domain/time';
import { countFromFiles } from '../fill/count-from-files';
import type { FeedState, RecordCount } from '../../ports/connection-store';
import type { Connector, Probe } from '../../ports/connector';
import { findAcceptedLoss } from './accepted-loss';
import { findAcceptedParked, settledReasons } from './accepted-parked';
import { changeDoubt, findDoubt, stillMissing } from './doubts';
import { drawCanaries, drawMore } from './draw-canaries';
import { findDisbelief, findQuiet, type Canaries, type Disbelief } from './find-blindness';
import type { Run } from './read-feed';
import type { SourceNeeds } from './source-needs';
import { unreadableOf, type Tally } from './tally';
import { forgetUnnamed } from './unnamed';

type Needs = Pick<SourceNeeds, 'connections' | 'settings' | 'clock' | 'random'>;

const UNREADABLE_SHARE = 0.01;
const RUNS_OF_A_ROUND = 200;
const QUIET_HISTORY_DAYS = 364;
/** In one request. */
const MOST_ASKED = 20;

/** Whether a round without errors is believed: asks the source about itself (in one request, two where it raises a doubt) and compares with what is stored. @param readTo until when all of it is read */
export async function doubtRound(needs: Needs, run: Run, connector: Connector, state: FeedState, tally: Tally, readTo?: IsoTime): Promise<{ readonly disbelief?: Disbelief | { readonly kind: 'unreadable-records' }; readonly total?: number }> {
  const settled = settledReasons(await needs.connections.countRecords(run.connection.id), await findAcceptedParked(needs, run.connection.id));
  const { unreadable, read } = await sumOfRound(needs, run, state, tally, settled);
  if (unreadable > 0 && unreadable > UNREADABLE_SHARE * read) return { disbelief: { kind: 'unreadable-records' } };
  await forgetUnnamed(needs, run.connection.id, state.roundStartedAt ?? needs.clock.now());
  const counts = await needs.connections.countRecords(run.connection.id);
  // What only a file brought is nothing that the source has to show.
  const known = counts.reduce((sum, one) => sum + one.count, 0) - (await countFromFiles(needs.connections, run.connection.id));
  const doubt = await findDoubt(needs, run.connection.id);
  const before = await stillMissing(needs, connector, run.connection.id, doubt, [], needs.clock.now());
  const { canaries, probe } = await askForCanaries(needs, run, connector, state, tally, before);
  const left = before.filter((id) => probe.found?.includes(id) !== true);
  const told = probe.total ?? state.totalAtSource;
  const total = told === undefined ? {} : { total: told };
  const accepted = await findAcceptedLoss(needs, run.connection.id);
  // Everything is read anew, which tells more than any doubt.
  if (accepted?.isOpen === true) return total;
  if (state.facts?.isEmptied === true) return { disbelief: { kind: 'emptied' }, ...total };
  const disbelief = findDisbelief({ probe: { ...probe, ...(told === undefined ? {} : { total: told - (accepted?.offset ?? 0) }) }, known, onlyOurs: countOnlyOurs(counts), canaries, wasMissing: doubt.missing.length > 0, unexplained: left.length, wasShrunk: doubt.isTotalShrunk, isTotalRough: state.facts?.isTotalRough === true, isEmptyAccepted: accepted?.isEmpty === true });
  await changeDoubt(needs, run.connection.id, {
    at: needs.clock.now(), isTotalShrunk: told === undefined ? doubt.isTotalShrunk : disbelief?.kind === 'shrunk',
    missing: disbelief?.kind === 'canaries-missing' ? [...left, ...canaries.recent.filter((id) => probe.found?.includes(id) !== true)] : left,
  });
  if (disbelief !== undefined && disbelief.kind !== 'read-anew') return { disbelief, ...total };
  const from = isoTime(epochMs(needs.clock.now()) - QUIET_HISTORY_DAYS * DAY_IN_MS);
  const quiet = tally.kept === 0 && state.completedAt !== undefined ? findQuiet(await needs.connections.arrivals(run.connection.id, from), readTo ?? needs.clock.now(), accepted?.at) : undefined;
  const found = quiet ?? disbelief;
  return found === undefined ? total : { disbelief: found, ...total };
}

const OURS: ReadonlySet<string> = new Set(['agent-words', 'internal', 'speaker-unknown', 'automated']);

/** Records of ours, or of nobody, where a source has no others; 0 where a customer was ever told from us, words or not. */
function countOnlyOurs(counts: readonly RecordCount[]): number {
  return counts.every(({ skipped }) => skipped !== undefined && OURS.has(skipped)) ? counts.reduce((sum, one) => sum + one.count, 0) : 0;
}

/** Of all runs that read a part of this round: a large one is never read in one. */
async function sumOfRound({ connections }: Needs, { connection }: Run, { roundStartedAt }: FeedState, tally: Tally, settled: ReadonlySet<string>): Promise<{ readonly unreadable: number; readonly read: number }> {
  const earlier = roundStartedAt === undefined ? [] : (await connections.listReceipts(connection.id, RUNS_OF_A_ROUND)).filter((one) => one.finishedAt >= roundStartedAt);
  return [tally, ...earlier].reduce((sum, one) => ({ unreadable: sum.unreadable + unreadableOf(one, settled), read: sum.read + one.read }), { unreadable: 0, read: 0 });
}

interface Asked {
  readonly canaries: Canaries;
  readonly probe: Probe;
}

/**
 * What the pages said of records that had to be on them; else the source is asked for some that it should have. Where a recent one is missing, for more, and
 * always for the very ones that are missing since earlier.
 */
async function askForCanaries(needs: Needs, run: Run, connector: Connector, state: FeedState, tally: Tally, missing: readonly string[]): Promise<Asked> {
  const first = await firstCanaries(needs, run, connector, state, tally);
  const { canaries: { recent, others }, probe: { found } } = first;
  if (connector.probe === undefined || found === undefined || (missing.length === 0 && recent.every((id) => found.includes(id)))) return first;
  const again = missing.filter((id) => !found.includes(id));
  const more = (await drawMore(needs, run.connection.id, [...recent, ...again])).slice(0, MOST_ASKED - again.length);
  if (again.length + more.length === 0) return first;
  const answer = await connector.probe({ ...run.ask, now: needs.clock.now(), canaries: [...again, ...more] });
  return { canaries: { recent: [...recent, ...more], others }, probe: { ...first.probe, found: [...found, ...(answer.found ?? [])] } };
}

async function firstCanaries(needs: Needs, run: Run, connector: Connector, { facts }: FeedState, { drawn }: Tally): Promise<Asked> {
  if (facts?.canaries !== undefined) {
    const { asked, found } = facts.canaries;
    const isOld = (id: string): boolean => facts.oldCanaries?.includes(id) === true;
    return { canaries: { recent: asked.filter((id) => !isOld(id)), others: asked.filter(isOld) }, probe: { found } };
  }
  // A feed that asks on its way had nothing to ask for yet.
  if (connector.probe === undefined || drawn !== undefined) return { canaries: { recent: [], others: [] }, probe: {} };
  const canaries = await drawCanaries(needs, run.connection.id);
  return { canaries, probe: await connector.probe({ ...run.ask, now: needs.clock.now(), canaries: [...canaries.recent, ...canaries.others] }) };
}
