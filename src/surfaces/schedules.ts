import type { App } from '../app';

/**
 * Every hour: read what changed in Jira, for events get lost. Scheduled triggers may come twice or not at all; the job behind is
 * safe to run twice and reads from its own watermark.
 */
export function hourly(app: App): () => Promise<void> {
  return async () => {
    // An installation event can be lost like any other.
    await app.prepare();
    await app.sources.wantPolls();
    await app.sources.buryRemoved();
    await app.lookAfterIngest();
    for (const product of await app.ports.stores.products.listProducts()) {
      await app.ports.queue.push({ name: 'sync-issues', product: product.id, full: false });
      await app.lookAgain(product.id);
      await app.measureOncePerDay(product.id);
      await app.wantSweep(product.id);
      // A provider that was away, a budget that began anew: what waits is asked for again.
      await app.agent.wantWork(product.id);
    }
  };
}
