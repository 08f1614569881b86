import type { InboundSource } from '../../domain/inbound';
import { signalId } from '../../domain/signal';
import { epochMs, isoTime } from '../../domain/time';
import type { WaitingDelivery } from '../../ports/inbound-store';
import type { Ports } from '../../ports/ports';
import { findAccounts, resolveAccounts } from '../accounts/resolve-accounts';
import { heldOfSender } from '../held-time';
import { dropSignals } from '../leaving/drop-signals';
import { recordSource } from '../record-coverage';
import { loadErased } from '../subject/erased-people';
import { listInboundSources } from './inbound-sources';
import { newestWaiting } from './newest-waiting';
import { endedQuiet, quietGap, withQuiet } from './quiet-times';

interface Needs extends Pick<Ports, 'stores' | 'inbound' | 'accounts' | 'settings' | 'loadPseudonym' | 'queue' | 'clock' | 'logger'> {
  readonly wantUnderstanding: (product: string) => Promise<void>;
}

const DELIVERIES_AT_ONCE = 100;
const BUDGET_IN_MS = 40_000;
/** A nonce is good for five minutes either way; an hour leaves room for a clock that is moved. */
const NONCE_KEPT_MS = 3_600_000;

/**
 * Reads what waits, in the order in which it came: a signal's newest version is the one with the greatest revision, else the one that arrived last. The
 * store compares them where it writes, so that two of these at once (a wake that comes twice) put no older one over a newer one. Stored before it is finished, so a job that dies is done again; stored again, it changes nothing. @throws StoreUnavailable
 */
export async function drainInbound(needs: Needs): Promise<void> {
  const sources = new Map((await listInboundSources(needs)).map((one) => [one.id, one]));
  const touched = new Set<string>();
  const startedMs = needs.clock.monotonicMs();
  let isMore = true;
  while (isMore && needs.clock.monotonicMs() - startedMs < BUDGET_IN_MS) {
    const waiting = await needs.inbound.listWaiting(DELIVERIES_AT_ONCE);
    for (const [id, some] of Map.groupBy(waiting, (one) => one.source)) {
      const source = sources.get(id);
      if (source !== undefined && (await storeDeliveries(needs, source, some))) touched.add(id);
    }
    await needs.inbound.finish(waiting.map((one) => one.seq));
    isMore = waiting.length > 0;
  }
  const still = new Set((await listInboundSources(needs)).map((one) => one.id));
  for (const id of touched) {
    if (still.has(id)) await recordInbound(needs, sources.get(id));
    // Removed with its signals while we read: what was stored since goes too.
    else await dropIfEmptied(needs, sources.get(id));
  }
  for (const product of new Set([...touched].flatMap((id) => sources.get(id)?.product ?? []))) await needs.wantUnderstanding(product);
  if (isMore) return needs.queue.push({ name: 'drain-inbound' });
  await needs.inbound.forget(isoTime(epochMs(needs.clock.now()) - NONCE_KEPT_MS));
}

async function dropIfEmptied(needs: Needs, source: InboundSource | undefined): Promise<void> {
  if (source === undefined || (await needs.stores.products.listSources(source.product)).some((one) => one.id === source.id)) return;
  await dropSignals(needs, source.product, source.id);
  await needs.inbound.forgetMarks(source.id);
}

/** Whether anything changed. */
async function storeDeliveries(needs: Needs, source: InboundSource, deliveries: readonly WaitingDelivery[]): Promise<boolean> {
  const { stores, accounts, inbound } = needs;
  const isErased = await loadErased(needs);
  let changed = false;
  let open: WaitingDelivery[] = [];
  const store = async (): Promise<void> => {
    const last = open.at(-1);
    if (last === undefined) return;
    const offered = open.flatMap(({ signals, seq }) => signals.map((one) => ({ ...one, seq })));
    const marks = await inbound.findMarks(source.id, offered.map((one) => one.signal.externalId));
    const newest = newestWaiting(offered, marks).filter(({ signal }) => !isErased({ ...signal, kind: 'inbound' }));
    const placed = newest.map(({ signal, origin }) => ({ product: source.product, signal, origin }));
    const { resolved } = await findAccounts(accounts, placed);
    const stored = await stores.signals.saveNewest(source.product, resolved.map(({ signal }, index) => ({ signal, order: orderOf(newest[index]) })), last.receivedAt);
    // What an older version told of its author is older too.
    await resolveAccounts(accounts, placed.filter((_, index) => stored[index] !== 'older'));
    changed ||= stored.some((one) => one === 'added' || one === 'changed');
    // After the signals: a death between leaves an older mark, and the same is stored again.
    await inbound.saveMarks(source.id, newest.flatMap(({ signal, revision }) => (revision === undefined ? [] : [{ externalId: signal.externalId, revision }])));
    open = [];
  };
  for (const delivery of deliveries) {
    open.push(delivery);
    if (delivery.gone.length === 0) continue;
    // What is gone is gone after what came before it.
    await store();
    const marks = await inbound.findMarks(source.id, delivery.gone);
    // First, and also of what never came: its own delivery may still be on its way.
    await inbound.saveMarks(source.id, delivery.gone.map((externalId) => ({ externalId, revision: '', goneAt: delivery.receivedAt, ...marks.get(externalId) })));
    await stores.signals.buryIds(source.product, source.id, delivery.gone.map((id) => signalId(source.id, id)), delivery.receivedAt);
    changed = true;
  }
  await store();
  return changed;
}

/** Sorts as text: by revision, of one revision by arrival; without one before every one that has. */
function orderOf(one: { readonly revision?: string; readonly seq: number } | undefined): string {
  return `${one?.revision ?? ''} ${String(one?.seq ?? 0).padStart(16, '0')}`;
}

/** What the source has now, whether it has been silent for so long that silence means nothing, and for good when it was. */
export async function recordInbound(needs: Pick<Ports, 'stores' | 'inbound' | 'clock' | 'settings'>, source: InboundSource | undefined): Promise<void> {
  if (source === undefined) return;
  const { id, product, name, visibility } = source;
  const { products } = needs.stores;
  const { lastReceivedAt } = await needs.inbound.figures(id);
  const [setting, before] = await Promise.all([products.listSources(product), products.listCoverage(product)]).then(([settings, coverage]) => [settings.find((one) => one.id === id), coverage.find((one) => one.source === id)] as const);
  const open = quietGap(source, lastReceivedAt, needs.clock.now());
  const ended = endedQuiet(before?.gaps ?? [], lastReceivedAt);
  const gaps = ended === undefined ? setting?.gaps : withQuiet(setting?.gaps, ended);
  // Kept with the source before the coverage forgets that it was open.
  if (setting !== undefined && ended !== undefined && gaps !== undefined) await products.saveSource({ ...setting, gaps });
  await recordSource(needs, { id, product, kind: 'inbound', name, visibility, ...(gaps === undefined ? {} : { gaps }) }, {}, { open: open === undefined ? [] : [open], isReadHourly: true, held: await heldOfSender(needs, source) });
}
