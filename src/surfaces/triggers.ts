import { z } from 'zod';
import { parseAt } from '../domain/boundary';
import type { App } from '../app';

/** Installed or upgraded: the tables first, everything else stands on them. */
export function installed(app: App): () => Promise<void> {
  return () => app.prepare();
}

const IssueEvent = z.object({
  eventType: z.string(),
  issue: z.object({ id: z.union([z.string(), z.number()]).transform(String), key: z.string() }),
});

/** Events are hints: a deletion is taken at its word, everything else makes us read what Jira says now. */
export function issueChanged(app: App): (event: unknown) => Promise<void> {
  return async (event) => {
    const { eventType, issue } = parseAt('event', IssueEvent, event);
    if (eventType === 'avi:jira:deleted:issue') {
      await app.ports.stores.issues.removeIssues([issue.id]);
      return app.sources.takeDeletedIssue(issue.id);
    }
    await app.sources.hintJira(issue.key.slice(0, issue.key.lastIndexOf('-')));
    const product = await app.ports.stores.products.findProductOfProject(issue.key.slice(0, issue.key.lastIndexOf('-')));
    if (product !== undefined) await app.ports.queue.push({ name: 'sync-issues', product: product.id, full: false });
  };
}

/** A version was released, unreleased, renamed or deleted: read the versions of every product again. */
export function versionChanged(app: App): () => Promise<void> {
  return async () => {
    for (const product of await app.ports.stores.products.listProducts()) {
      await app.ports.queue.push({ name: 'sync-issues', product: product.id, full: false });
    }
  };
}
