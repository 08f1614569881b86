import type { BannerView } from '../../contract/backlog';
import { countAskingAgain } from '../../domain/asked-again';
import { sentence } from '../../domain/sentence';
import type { App } from '../../app';
import { pageQuote } from '../page/page-quote';

/** What the issue panel says about closing, from our own store only. */
export async function bannerView(app: App, issue: string, rights: { readonly browse: boolean; readonly edit: boolean }): Promise<BannerView> {
  const [items, marks] = await Promise.all([app.closing.sweeps.listItemsOfIssue(issue), app.closing.sweeps.marksOfIssue(issue)]);
  const banner = app.closing.closingBanner(items, marks, app.ports.clock.now());
  switch (banner.kind) {
    case 'none':
      return { kind: 'none' };
    case 'noticed':
      return { kind: 'noticed', title: sentence('banner.noticed', { at: banner.closesAt }), reason: app.closing.reasonSentence(banner.item.ground), closesAt: banner.closesAt, canKeep: rights.browse };
    case 'kept':
      return { kind: 'kept', title: banner.until === undefined ? sentence('banner.kept-open') : sentence('banner.kept', { until: banner.until }), ...(banner.until === undefined ? {} : { until: banner.until }) };
    case 'closed':
      return {
        kind: 'closed', title: sentence('banner.closed', { at: banner.closedAt }), reason: app.closing.reasonSentence(banner.item.ground), closedAt: banner.closedAt,
        losses: banner.losses.map(app.closing.lossSentence), canUndo: rights.edit, item: banner.item.id,
      };
    case 'asked-again': {
      const { product } = banner.item;
      const [signals, decisions] = await Promise.all([app.ports.stores.signals.findSignals(product, banner.signals), app.ports.stores.decisions.decisionsOfIssue(product, issue)]);
      const sources = new Map((await app.ports.stores.products.listSources(product)).map((source) => [source.id, source]));
      return {
        kind: 'asked-again',
        title: sentence('banner.asked-again', { customers: countAskingAgain(signals, decisions) }),
        quotes: signals.filter((signal) => signal.visibility === 'open').slice(0, 3).map((signal) => pageQuote(signal, sources)),
        canReopen: rights.edit,
        item: banner.item.id,
      };
    }
    case 'came-back':
      return { kind: 'came-back', title: sentence(`banner.came-back.${banner.by}`) };
  }
}
