import type { SourceCoverage } from '../../domain/coverage';
import { BadInput, NotFound } from '../../domain/errors';
import { LEFT, REMOVED } from '../../domain/listened-to';
import { isTooMuchParked, PARKED, parkedOf } from '../../domain/parked';
import type { SourceSetting } from '../../domain/product';
import { CONVERSATION_KIND } from '../../domain/talk';
import type { IsoTime } from '../../domain/time';
import type { ConnectionStore } from '../../ports/connection-store';
import type { Ports } from '../../ports/ports';
import { listInboundSources } from '../inbound/inbound-sources';
import { settleLostRows } from '../lost-rows';
import { recordFiles } from '../record-coverage';
import { dropSignals } from './drop-signals';

type Needs = Pick<Ports, 'stores' | 'settings' | 'clock' | 'accounts'> & {
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
  /** A sender that was removed then, and is a gap since. */
  readonly removedAt?: IsoTime;
  /** Given up then: its silence counts no more. */
  readonly leftAt?: IsoTime;
  /** Rows of its files that could not be read and that no later file brought; so many that they are a gap. */
  readonly unreadable?: { readonly rows: number; readonly isGap: boolean };
}

const RUNS_LOOKED_AT = 1_000;

/** By product and name. @throws StoreUnavailable BadInput */
export async function listKeptSources(needs: Needs): Promise<readonly KeptSource[]> {
  const lists = await Promise.all((await needs.stores.products.listProducts()).map((product) => keptOf(needs, product.id)));
  return lists.flatMap((list) => [...list].sort((a, b) => a.name.localeCompare(b.name)));
}

async function keptOf(needs: Needs, product: string): Promise<readonly KeptSource[]> {
  const { products, signals } = needs.stores;
  const [settings, coverage, live] = await Promise.all([products.listSources(product), products.listCoverage(product), liveIds(needs)]);
  const kept = settings.filter(({ id, kind }) => kind !== CONVERSATION_KIND && !live.has(id));
  return Promise.all(kept.map(async (setting) => ({ ...nameOf(setting), ...standingOf(coverage.find((one) => one.source === setting.id)), ...unreadableOf(coverage.find((one) => one.source === setting.id)), ...(await spanOf(signals, setting)) })));
}

function nameOf({ product, id, name, kind }: SourceSetting): Pick<KeptSource, 'product' | 'id' | 'name' | 'kind'> {
  return { product, id, name, kind };
}

async function spanOf(signals: Needs['stores']['signals'], { product, id }: SourceSetting): Promise<Pick<KeptSource, 'signals' | 'newestAt'>> {
  const { signals: count, newestAt } = await signals.spanOfSource(product, id);
  return { signals: count, ...(newestAt === undefined ? {} : { newestAt }) };
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

/** What is read, or sent to, by itself. */
async function liveIds(needs: Needs): Promise<ReadonlySet<string>> {
  const connections = (await needs.connections.listConnections()).filter((one) => one.state !== 'removed');
  return new Set([...connections, ...(await listInboundSources(needs))].map((one) => one.id));
}

async function find(needs: Needs, product: string, source: string): Promise<KeptSource> {
  const found = (await keptOf(needs, product)).find((one) => one.id === source);
  if (found === undefined) throw new NotFound('no such source, or one that is still read: remove it first');
  return found;
}

/**
 * A person says that nobody listens there any more: what it said stays as evidence, and its silence counts no more, neither for nor against. A file
 * for it makes it count again. Safe to repeat. @throws NotFound StoreUnavailable
 */
export async function giveUpSource(needs: Needs, product: string, source: string): Promise<void> {
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
export async function acceptLostRows(needs: Needs, product: string, source: string): Promise<void> {
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
export async function removeKeptSource(needs: Needs, product: string, source: string): Promise<void> {
  await find(needs, product, source);
  const runs = await needs.stores.imports.listRuns(product, RUNS_LOOKED_AT);
  if (runs.some((run) => run.source === source && run.state === 'reading')) throw new BadInput('source', 'source', 'A file for it is being read. Try again when that is done.');
  await dropSignals(needs, product, source);
}
