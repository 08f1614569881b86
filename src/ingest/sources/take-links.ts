import type { Connection } from '../../domain/connection';
import { signalId } from '../../domain/signal';
import type { SourceLink } from '../../domain/source-record';
import type { IsoTime } from '../../domain/time';
import type { KnownRecord } from '../../ports/connection-store';
import type { SourceNeeds } from './source-needs';

type Needs = Pick<SourceNeeds, 'stores' | 'connections' | 'settings' | 'clock'>;

/** A link that was taken over as a person's own decision: signal and issue. */
type Pair = readonly [signal: string, issue: string];

/**
 * Links that people made at the source become confirmed evidence, said by the connection. A person's later decision in Jira stays: only what the
 * connection itself said is ever taken back. Safe to repeat. @throws StoreUnavailable
 */
export async function takeLinks(needs: Needs, connection: Connection, links: readonly SourceLink[]): Promise<readonly Pair[]> {
  const issues = await issueIds(needs, connection, links);
  const groups = await needs.connections.recordsOfGroups(connection.id, links.flatMap((link) => ('group' in link.from ? [link.from.group] : [])));
  const singles = await needs.connections.findRecords(connection.id, links.flatMap((link) => ('externalId' in link.from ? [link.from.externalId] : [])));
  const pairs: Pair[] = [];
  for (const link of links) {
    const issue = issues.get(issueRef(link));
    if (issue === undefined) continue;
    const { from } = link;
    const records = 'group' in from ? groups.filter((one) => one.group === from.group) : [singles.get(from.externalId)];
    for (const record of records) if (record !== undefined) await confirm(needs, connection, record, issue, link.at, pairs);
  }
  return pairs;
}

async function confirm({ stores }: Needs, connection: Connection, record: KnownRecord, issue: string, at: IsoTime, pairs: Pair[]): Promise<void> {
  if (record.product === undefined || record.goneAt !== undefined) return;
  const signal = signalId(connection.id, record.externalId);
  const said = (await stores.decisions.decisionsOfIssue(record.product, issue)).find((one) => one.signal === signal);
  pairs.push([signal, issue]);
  if (said === undefined) await stores.decisions.saveDecision(record.product, { signal, issue, verdict: 'confirmed', at, by: byOf(connection) });
}

/** Who said it, in the decision: the source, not a person. */
export function byOf(connection: Pick<Connection, 'id'>): string {
  return `source:${connection.id}`;
}

/** Takes back what the connection said earlier and the source does not list any more. */
export async function dropLinks({ stores, clock }: Needs, connection: Connection, products: readonly string[], listed: readonly Pair[]): Promise<number> {
  const live = new Set(listed.map((pair) => pair.join('\n')));
  let dropped = 0;
  for (const product of products) {
    for (const one of await stores.decisions.listDecisions(product)) {
      if (one.by !== byOf(connection) || live.has(`${one.signal}\n${one.issue}`)) continue;
      await stores.decisions.undoDecision(product, one.signal, one.issue, byOf(connection), clock.now());
      dropped += 1;
    }
  }
  return dropped;
}

function issueRef(link: SourceLink): string {
  return 'id' in link.issue ? `id:${link.issue.id}` : `key:${link.issue.key}`;
}

async function issueIds({ stores }: Needs, connection: Connection, links: readonly SourceLink[]): Promise<ReadonlyMap<string, string>> {
  const found = new Map<string, string>();
  if (links.length === 0) return found;
  for (const product of await stores.products.listProducts()) {
    for (const issue of await stores.issues.listIssues(product.id)) {
      found.set(`id:${issue.id}`, issue.id);
      found.set(`key:${issue.key}`, issue.id);
    }
  }
  return found;
}
