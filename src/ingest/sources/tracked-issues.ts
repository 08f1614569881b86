import { z } from 'zod';
import { parseAt } from '../../domain/boundary';
import type { SourceLink } from '../../domain/source-record';
import type { IsoTime } from '../../domain/time';
import type { Ports } from '../../ports/ports';
import type { SourceNeeds } from './source-needs';

type Needs = Pick<SourceNeeds, 'connections' | 'findConnector'> & Pick<Ports, 'settings'>;

const Saved = z.record(z.string(), z.array(z.object({ key: z.string(), seenAt: z.string() })));
type Tracked = z.output<typeof Saved>;
const keyOf = (connection: string): string => `source-tracked:${connection}`;
/** Some 60 bytes each, far below what one value of the settings may hold. */
const MOST = 2_000;

async function load({ settings }: Pick<Needs, 'settings'>, connection: string): Promise<Tracked> {
  const saved = await settings.find(keyOf(connection));
  return saved === undefined ? {} : parseAt('settings', Saved, saved);
}

/** Which issue of our Jira site an issue of another tracker stands for, as its team linked them: the newest ones. Safe to repeat. @throws StoreUnavailable */
export async function rememberTracked(needs: Pick<Needs, 'settings'>, connection: string, links: readonly SourceLink[], at: IsoTime): Promise<void> {
  const pairs = links.flatMap(({ from, issue }) => ('key' in issue ? [[('group' in from ? from.group : from.externalId).toLowerCase(), issue.key] as const] : []));
  if (pairs.length === 0) return;
  const known = await load(needs, connection);
  const next: Tracked = { ...known };
  for (const [own, key] of pairs) next[own] = [...(next[own] ?? []).filter((one) => one.key !== key), { key, seenAt: at }];
  const newest = (one: Tracked[string] | undefined): string => (one ?? []).map(({ seenAt }) => seenAt).sort().at(-1) ?? '';
  const kept = Object.entries(next).sort(([, a], [, b]) => (newest(a) > newest(b) ? -1 : 1)).slice(0, MOST);
  await needs.settings.save(keyOf(connection), Object.fromEntries(kept));
}

/** After everything was listed: what was not listed since is linked no more. @throws StoreUnavailable */
export async function forgetUntracked(needs: Pick<Needs, 'settings'>, connection: string, listedSince: IsoTime): Promise<void> {
  const known = Object.entries(await load(needs, connection)).map(([own, keys]) => [own, keys.filter((one) => one.seenAt >= listedSince)] as const);
  if (known.length > 0) await needs.settings.save(keyOf(connection), Object.fromEntries(known.filter(([, keys]) => keys.length > 0)));
}

/** Of a source that was left. */
export async function forgetTracked({ settings }: Pick<Needs, 'settings'>, connection: string): Promise<void> {
  await settings.remove(keyOf(connection));
}

/** Links to issues of another tracker as links to the Jira issues that those stand for; one that leads nowhere we know stays as it is. @throws StoreUnavailable */
export async function throughTrackers(needs: Needs, links: readonly SourceLink[]): Promise<readonly SourceLink[]> {
  if (links.every(({ issue }) => !('tracked' in issue))) return links;
  const trackers = (await needs.connections.listConnections()).filter((one) => one.state !== 'removed' && needs.findConnector(one.connector)?.isTracker === true);
  const maps = await Promise.all(trackers.map((one) => load(needs, one.id)));
  return links.flatMap((link) => {
    const own = 'tracked' in link.issue ? link.issue.tracked.toLowerCase() : undefined;
    const keys = own === undefined ? [] : [...new Set(maps.flatMap((map) => (map[own] ?? []).map(({ key }) => key)))];
    return keys.length === 0 ? [link] : keys.map((key) => ({ ...link, issue: { key } }));
  });
}
