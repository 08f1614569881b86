import type { SourceCoverage } from '../../domain/coverage';
import { BadInput, NotFound } from '../../domain/errors';
import type { HeldTime } from '../../domain/held-time';
import { LEFT, REMOVED } from '../../domain/listened-to';
import { isTooMuchParked, PARKED, parkedOf } from '../../domain/parked';
import type { SourceSetting } from '../../domain/product';
import { CONVERSATION_KIND } from '../../domain/talk';
import { isoDay, type IsoTime } from '../../domain/time';
import type { ConnectionStore } from '../../ports/connection-store';
import type { Ports } from '../../ports/ports';
import { findHeldWord } from '../held-time';
import { settleLostRows } from '../lost-rows';
import { recordFiles } from '../record-coverage';
import { dropSignals } from './drop-signals';
import { liveSources } from './live-sources';

export type KeptNeeds = Pick<Ports, 'stores' | 'settings' | 'clock' | 'accounts'> & {
  readonly connections: Pick<ConnectionStore, 'listConnections'>;
  readonly wantUnderstanding: (product: string) => Promise<void>;
};

/** A source that nothing of ours reads and nobody sends to any more: files, and senders that were removed. */
export interface KeptSource {
  readonly product: string;
  readonly id: string;
  readonly name: string;
  readonly kind: string;
  readonly signals: number;
  readonly newestAt?: IsoTime;
  /** The time that its files hold, and how many of its signals are of another one. */
  readonly held?: HeldTime & { readonly isTold: boolean; readonly isNothingBefore: boolean; readonly outside: number };
  /** A sender that was removed then, and is a gap since. */
  readonly removedAt?: IsoTime;
  /** Given up then: its silence counts no more. */
  readonly leftAt?: IsoTime;
  /** Rows of its files that could not be read and that no later file brought; so many that they are a gap. */
  readonly unreadable?: { readonly rows: number; readonly isGap: boolean };
}

const RUNS_LOOKED_AT = 1_000;

/** By product and name. @throws StoreUnavailable BadInput */
export async function listKeptSources(needs: KeptNeeds): Promise<readonly KeptSource[]> {
  const lists = await Promise.all((await needs.stores.products.listProducts()).map((product) => keptOf(needs, product.id)));
  return lists.flatMap((list) => [...list].sort((a, b) => a.name.localeCompare(b.name)));
}

async function keptOf(needs: KeptNeeds, product: string): Promise<readonly KeptSource[]> {
  const { products, signals } = needs.stores;
  const [settings, coverage, live] = await Promise.all([products.listSources(product), products.listCoverage(product), liveSources(needs)]);
  const kept = settings.filter(({ id, kind }) => kind !== CONVERSATION_KIND && !live.has(id));
  return Promise.all(kept.map(async (setting) => {
    const own = coverage.find((one) => one.source === setting.id);
    return { ...nameOf(setting), ...standingOf(own), ...unreadableOf(own), ...(await spanOf(signals, setting)), ...(await heldBy(needs, setting, own)) };
  }));
}

function nameOf({ product, id, name, kind }: SourceSetting): Pick<KeptSource, 'product' | 'id' | 'name' | 'kind'> {
  return { product, id, name, kind };
}

async function spanOf(signals: KeptNeeds['stores']['signals'], { product, id }: SourceSetting): Promise<Pick<KeptSource, 'signals' | 'newestAt'>> {
  const { signals: count, newestAt } = await signals.spanOfSource(product, id);
  return { signals: count, ...(newestAt === undefined ? {} : { newestAt }) };
}

async function heldBy(needs: KeptNeeds, { product, id }: SourceSetting, coverage: SourceCoverage | undefined): Promise<Pick<KeptSource, 'held'>> {
  const held = coverage?.held;
  if (coverage === undefined || held === undefined) return {};
  const isAll = (coverage.oldestAt ?? held.from) >= held.from && (held.to === undefined || (coverage.newestAt ?? held.to) <= held.to);
  // Its newest is never in the future there, so what is has to be counted.
  const days = isAll && (await needs.stores.signals.spanOfSource(product, id)).newestAt === coverage.newestAt ? [] : await needs.stores.signals.daysOfSource(product, id);
  const outside = days.reduce((sum, { day, signals }) => (day < isoDay(held.from) || (held.to !== undefined && day > isoDay(held.to)) ? sum + signals : sum), 0);
  return { held: { ...held, isTold: (await findHeldWord(needs, product, id)) !== undefined, isNothingBefore: coverage.nothingBefore === true, outside } };
}

function standingOf(coverage: SourceCoverage | undefined): Pick<KeptSource, 'removedAt' | 'leftAt'> {
  const since = (reason: string): IsoTime | undefined => coverage?.gaps.find((gap) => gap.to === undefined && gap.reason === reason)?.from;
  const [leftAt, removedAt] = [since(LEFT), since(REMOVED)];
  return leftAt !== undefined ? { leftAt } : removedAt !== undefined ? { removedAt } : {};
}

function unreadableOf(coverage: SourceCoverage | undefined): Pick<KeptSource, 'unreadable'> {
  const rows = coverage === undefined ? 0 : parkedOf(coverage);
  return coverage === undefined || rows === 0 ? {} : { unreadable: { rows, isGap: isTooMuchParked(coverage) || coverage.gaps.some((gap) => gap.reason === PARKED) } };
}

async function find(needs: KeptNeeds, product: string, source: string): Promise<KeptSource> {
  const found = (await keptOf(needs, product)).find((one) => one.id === source);
  if (found === undefined) throw new NotFound('no such source, or one that is still read: remove it first');
  return found;
}

/**
 * A person says that nobody listens there any more: what it said stays as evidence, and its silence counts no more, neither for nor against. A file
 * for it makes it count again. Safe to repeat. @throws NotFound StoreUnavailable
 */
export async function giveUpSource(needs: KeptNeeds, product: string, source: string): Promise<void> {
  const { leftAt } = await find(needs, product, source);
  const coverage = (await needs.stores.products.listCoverage(product)).find((one) => one.source === source);
  if (coverage === undefined || leftAt !== undefined) return;
  const { readAgainBy: _never, ...rest } = coverage;
  const from = coverage.gaps.find((gap) => gap.to === undefined)?.from ?? needs.clock.now();
  await needs.stores.products.saveCoverage(product, { ...rest, gaps: [...rest.gaps.filter((gap) => gap.to !== undefined), { from, reason: LEFT }] });
  await needs.wantUnderstanding(product);
}

/**
 * A person says that of the files as they are nothing is missing: their rows that could not be read are no customers' words, or came in another file.
 * What a later file loses is looked at anew. Safe to repeat. @throws NotFound StoreUnavailable
 */
export async function acceptLostRows(needs: KeptNeeds, product: string, source: string): Promise<void> {
  const { leftAt, removedAt } = await find(needs, product, source);
  await settleLostRows(needs, product, source);
  const setting = (await needs.stores.products.listSources(product)).find((one) => one.id === source);
  // Its own gap stays: nobody listens there.
  if (setting !== undefined && leftAt === undefined && removedAt === undefined) await recordFiles(needs, setting);
  await needs.wantUnderstanding(product);
}

/**
 * All its signals go, with their quotes and their part in every number, and nobody claims that we ever listened there. Safe to repeat after being killed.
 * @throws NotFound StoreUnavailable; BadInput while a file for it is being read
 */
export async function removeKeptSource(needs: KeptNeeds, product: string, source: string): Promise<void> {
  await find(needs, product, source);
  const runs = await needs.stores.imports.listRuns(product, RUNS_LOOKED_AT);
  if (runs.some((run) => run.source === source && run.state === 'reading')) throw new BadInput('source', 'source', 'A file for it is being read. Try again when that is done.');
  await dropSignals(needs, product, source);
}
