import { CHANGED, type Connection } from '../../domain/connection';
import { saveAcceptedLoss } from './accepted-loss';
import { lookAnew } from './bury-removed';
import { forgetNothingBefore } from './reach';
import { recordConnection } from './record-connection';
import { readAnewFromNow } from './reread';
import type { SourceNeeds } from './source-needs';
import { wantAll } from './want-all';

type Needs = Pick<SourceNeeds, 'stores' | 'connections' | 'settings' | 'queue' | 'clock' | 'findConnector'>;

/**
 * A connection reads something else now, for another product, or shows it to others. Who may see its words holds at once for those that are stored;
 * everything is read anew, what was added with its history, and what was taken out goes then, however much it is. Until that is done coverage says
 * "reading". Safe to repeat. @throws StoreUnavailable
 */
export async function takeChange(needs: Needs, before: Connection, after: Connection): Promise<void> {
  const { id } = after;
  const isElsewhere = JSON.stringify(Object.entries(before.settings).sort()) !== JSON.stringify(Object.entries(after.settings).sort());
  const isShownOtherwise = before.visibility !== after.visibility;
  if (isShownOtherwise) await showAtOnce(needs, after);
  const isPolled = needs.findConnector(after.connector)?.poll !== undefined;
  if (isPolled && (isElsewhere || isShownOtherwise || before.product !== after.product)) {
    if (isElsewhere) await saveAcceptedLoss(needs, id, { at: needs.clock.now(), isOpen: true, offset: 0, isEmpty: false });
    if (isElsewhere) await beginAtHost(needs, before, after);
    // Said of another place.
    if (isElsewhere) await forgetNothingBefore(needs, id);
    await readAnewFromNow(needs, id, { since: after.since, reason: CHANGED });
    await wantAll(needs, id, true);
  }
  await recordConnection(needs, after);
}

/** Signals that are stored are shown as the connection says now. @throws StoreUnavailable */
export async function showAtOnce({ stores, settings, queue, clock }: Pick<Needs, 'stores' | 'settings' | 'queue' | 'clock'>, { id, visibility }: Connection): Promise<void> {
  for (const { id: product } of await stores.products.listProducts()) {
    if ((await stores.signals.spanOfSource(product, id)).signals === 0) continue;
    await stores.signals.showSource(product, id, visibility);
    await lookAnew({ settings, queue, clock }, product);
  }
}

/** At another address nobody knows where we were. */
async function beginAtHost({ connections, findConnector }: Needs, before: Connection, after: Connection): Promise<void> {
  const hosts = (findConnector(after.connector)?.fields ?? []).filter((field) => field.kind === 'host');
  if (hosts.every(({ name }) => before.settings[name] === after.settings[name])) return;
  for (const feed of ['poll', 'deletions', 'links', 'accounts'] as const) {
    const { checkpoint: _from, roundCheckpoint: _began, roundStartedAt: _now, ...state } = await connections.findFeed(after.id, feed);
    if (state.step > 0) await connections.moveFeed({ ...state, recent: [] });
  }
}
