import { changeMark } from '../../domain/change-mark';
import { DAY_IN_MS, epochMs, isoTime } from '../../domain/time';
import { recordConnection } from './record-connection';
import type { SourceNeeds } from './source-needs';
import { takeRecords } from './take-records';

type Needs = Pick<SourceNeeds, 'stores' | 'connections' | 'settings' | 'queue' | 'clock' | 'prepare' | 'findConnector' | 'crashPoint'>;

/**
 * Jira tells that an issue was deleted: its words go from every connection that read it there, paused ones too. An event that is lost is made up for by
 * reading everything anew. Deleted in Jira is deleted for good, so a page that was asked for before brings nothing back. @throws StoreUnavailable
 */
export async function takeDeletedIssue(needs: Needs, issue: string): Promise<void> {
  const now = needs.clock.now();
  for (const connection of await needs.connections.listConnections()) {
    if (connection.state === 'removed' || needs.findConnector(connection.connector)?.isJira !== true) continue;
    const known = (await needs.connections.findRecords(connection.id, [issue])).get(issue);
    if (known === undefined || known.goneAt !== undefined) continue;
    // Later than any change that it can still have had, wherever Jira's clock stands.
    const parts = (await needs.connections.recordsOfGroups(connection.id, [issue])).map((one) => one.externalId);
    const revision = isoTime(epochMs(now) + DAY_IN_MS);
    const taken = await takeRecords(needs, connection, { items: [], gone: [...new Set([issue, ...parts])].map((externalId) => ({ externalId, revision })) }, now);
    await recordConnection(needs, connection);
    for (const product of taken.products) {
      await needs.settings.save(changeMark(product), now);
      await needs.queue.push({ name: 'understand', product });
    }
  }
}
