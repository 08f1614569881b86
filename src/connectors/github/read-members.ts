import { parseAt } from '../../domain/boundary';
import { SourceForbidden, SourceNotThere, SourceRefused } from '../../domain/source-errors';
import { DAY_IN_MS, epochMs } from '../../domain/time';
import type { FeedAsk } from '../../ports/connector';
import { listSetting } from '../_shared/list-setting';
import type { GitHub } from './client';
import { MemberPage, type Cursor } from './schema';

const PAGE = 100;
/** Of a larger organisation the rest is told apart as GitHub says it of each record. */
const MOST_PAGES = 200;
/** So many more at once are no new colleagues: the key may see members now whom it was not shown before. */
const SUDDEN = 1.1;

export type Members = NonNullable<Cursor['members']>;

export interface KnownMembers {
  readonly members: Members;
  /** What was read before they were known has to be looked at again: it may be theirs. */
  readonly isMore: boolean;
}

/**
 * Whoever belongs to the organisations of these repositories, as far as the key may see them, looked up once a day: GitHub shows a member who keeps that private
 * as an outsider in what they write, and tells it in this list. Where it may not be read, those that were known stay. @throws SourceError
 */
export async function knownMembers(client: GitHub, { settings, now }: Pick<FeedAsk, 'settings' | 'now'>, before: Members | undefined): Promise<KnownMembers> {
  const of = [...new Set(listSetting(settings['repositories']).map((repo) => repo.toLowerCase().split('/', 1)[0] ?? ''))].sort().join(' ');
  if (before?.of === of && Math.abs(epochMs(now) - epochMs(before.at)) < DAY_IN_MS) return { members: before, isMore: false };
  const known = idsOf(before);
  const found = new Set<number>();
  for (const owner of of.split(' ')) for (const id of (await membersOf(client, owner)) ?? known) found.add(id);
  const isMore = [...found].some((id) => !known.has(id)) && (found.size > known.size * SUDDEN || before?.of !== of);
  return { members: { at: now, of, ids: packed(found) }, isMore };
}

/** Undefined where the list may not be read; nobody where a person owns the repositories. */
async function membersOf(client: GitHub, owner: string): Promise<readonly number[] | undefined> {
  const ids: number[] = [];
  try {
    for (let page = 1; page <= MOST_PAGES; page += 1) {
      const rows = parseAt('github members', MemberPage, await client.get(`/orgs/${owner}/members`, { per_page: PAGE, page }));
      ids.push(...rows.map(({ id }) => id));
      if (rows.length < PAGE) break;
    }
    return ids;
  } catch (error) {
    if (error instanceof SourceForbidden || error instanceof SourceNotThere || error instanceof SourceRefused) return undefined;
    throw error;
  }
}

export function idsOf(members: Members | undefined): ReadonlySet<number> {
  let last = 0;
  return new Set((members?.ids ?? '').split(' ').filter((step) => step !== '').map((step) => (last += Number.parseInt(step, 36))));
}

/** In order, each as how far it is from the one before: a few letters each. */
function packed(ids: ReadonlySet<number>): string {
  const sorted = [...ids].sort((a, b) => a - b);
  return sorted.map((id, index) => (id - (sorted[index - 1] ?? 0)).toString(36)).join(' ');
}
