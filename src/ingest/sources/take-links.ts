import type { Connection } from '../../domain/connection';
import { signalId } from '../../domain/signal';
import type { SourceLink } from '../../domain/source-record';
import type { IsoTime } from '../../domain/time';
import type { LinkedPair } from '../../ports/connection-store';
import type { FeedPage } from '../../ports/connector';
import { ownSite } from './own-site';
import type { SourceNeeds } from './source-needs';
import { forgetUntracked, rememberTracked, throughTrackers } from './tracked-issues';

type Needs = Pick<SourceNeeds, 'stores' | 'connections' | 'clock' | 'jira' | 'settings' | 'findConnector'>;

/** What a page of links came to. */
export interface TakenLinks {
  /** Said by the connection for the first time. */
  readonly confirmed: number;
  /** Taken back, because the source does not say it any more. */
  readonly withdrawn: number;
}

/**
 * Links that people made at the source become confirmed evidence, said by the connection; those that the page shows to be gone are taken back. What a
 * person decided in Jira stays: only what the connection itself said is ever taken back. Safe to repeat. @throws StoreUnavailable
 */
export async function takeLinks(needs: Needs, connection: Connection, { items: listedItems, listedFor = [], skipped = [] }: Pick<FeedPage<SourceLink>, 'items' | 'listedFor' | 'skipped'>): Promise<TakenLinks> {
  const { connections, clock } = needs;
  const items = await linksToUs(needs, await throughTrackers(needs, listedItems));
  if (needs.findConnector(connection.connector)?.isTracker === true) await rememberTracked(needs, connection.id, items, clock.now());
  const issues = await issueIds(needs, items);
  const groups = await connections.recordsOfGroups(connection.id, items.flatMap((link) => ('group' in link.from ? [link.from.group] : [])));
  const singles = await connections.findRecords(connection.id, items.flatMap((link) => ('externalId' in link.from ? [link.from.externalId] : [])));
  const listed: LinkedPair[] = [];
  // What could not be read may be the very link that we know.
  const unread = skipped.map((one) => one.externalId);
  const unclear = new Set([...unread, ...(unread.length === 0 ? [] : await connections.recordsOfGroups(connection.id, unread)).map((one) => one.externalId)].map((id) => signalId(connection.id, id)));
  let confirmed = 0;
  for (const { from, issue: ref, at } of items) {
    const records = 'group' in from ? groups.filter((one) => one.group === from.group) : [singles.get(from.externalId)];
    for (const record of records) {
      if (record?.product === undefined || record.goneAt !== undefined) continue;
      const signal = signalId(connection.id, record.externalId);
      const issue = issues.get(refOf(ref));
      // An issue that we do not see (any more) says nothing of the link: nothing of this record is taken back.
      if (issue === undefined) unclear.add(signal);
      else {
        const pair = { product: record.product, signal, issue };
        listed.push(pair);
        if (await confirm(needs, connection, pair, at)) confirmed += 1;
      }
    }
  }
  await connections.saveLinks(connection.id, listed, clock.now());
  if (unclear.size > 0) await connections.saveLinks(connection.id, await connections.listLinks(connection.id, [...unclear]), clock.now());
  const inWhole = listedFor.length === 0 ? [] : await connections.recordsOfGroups(connection.id, listedFor);
  const whole = [...new Set([...listedFor, ...inWhole.map((one) => one.externalId)])].map((id) => signalId(connection.id, id)).filter((signal) => !unclear.has(signal));
  const there = new Set(listed.map(keyOf));
  const gone = whole.length === 0 ? [] : (await connections.listLinks(connection.id, whole)).filter((pair) => !there.has(keyOf(pair)));
  return { confirmed, withdrawn: await withdraw(needs, connection, gone) };
}

/** After everything was listed from the beginning: what was not listed since `roundStartedAt` was taken back. @returns how many confirmations went */
export async function dropUnlisted(needs: Needs, connection: Connection, roundStartedAt: IsoTime): Promise<number> {
  const known = await needs.connections.listLinks(connection.id);
  await forgetUntracked(needs, connection.id, roundStartedAt);
  const withdrawn = await withdraw(needs, connection, known.filter((pair) => pair.seenAt < roundStartedAt));
  // What stood below a person's decision that was taken back since, and what was confirmed before links were kept.
  const live = new Set(known.filter((pair) => pair.seenAt >= roundStartedAt).map(keyOf));
  let stale = 0;
  for (const { id: product } of await needs.stores.products.listProducts()) {
    for (const { signal, issue, by } of await needs.stores.decisions.listDecisions(product)) {
      if (by !== byOf(connection) || live.has(keyOf({ signal, issue }))) continue;
      stale += await withdraw(needs, connection, [{ product, signal, issue }]);
    }
  }
  return withdrawn + stale;
}

async function confirm({ stores }: Needs, connection: Connection, { product, signal, issue }: LinkedPair, at: IsoTime): Promise<boolean> {
  const said = (await stores.decisions.decisionsOfIssue(product, issue)).find((one) => one.signal === signal);
  if (said === undefined) await stores.decisions.saveDecision(product, { signal, issue, verdict: 'confirmed', at, by: byOf(connection) });
  return said === undefined;
}

async function withdraw({ stores, connections, clock }: Needs, connection: Connection, pairs: readonly LinkedPair[]): Promise<number> {
  let undone = 0;
  for (const { product, signal, issue } of pairs) {
    const said = (await stores.decisions.decisionsOfIssue(product, issue)).find((one) => one.signal === signal);
    if (said?.by !== byOf(connection)) continue;
    await stores.decisions.undoDecision(product, signal, issue, byOf(connection), clock.now());
    undone += 1;
  }
  // Last: a death before is mended by taking the same links back again.
  await connections.removeLinks(connection.id, pairs);
  return undone;
}

/** Links to issues of our own site: the same key on another one is another issue. @throws SourceUnreachable SourceUnreadable when our site does not say its name */
async function linksToUs({ jira }: Needs, links: readonly SourceLink[]): Promise<readonly SourceLink[]> {
  const siteOf = ({ issue }: SourceLink): string | undefined => ('key' in issue ? issue.site : undefined);
  if (links.every((link) => siteOf(link) === undefined)) return links;
  const own = await ownSite(jira);
  return links.filter((link) => siteOf(link) === undefined || siteOf(link) === own);
}

/** Who said it, in the decision: the source, not a person. */
export function byOf(connection: Pick<Connection, 'id'>): string {
  return `source:${connection.id}`;
}

function keyOf({ signal, issue }: Pick<LinkedPair, 'signal' | 'issue'>): string {
  return `${signal}\n${issue}`;
}

function refOf(issue: SourceLink['issue']): string {
  if ('tracked' in issue) return `tracked:${issue.tracked}`;
  return 'id' in issue ? `id:${issue.id}` : `key:${issue.key}`;
}

async function issueIds({ stores }: Needs, links: readonly SourceLink[]): Promise<ReadonlyMap<string, string>> {
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

