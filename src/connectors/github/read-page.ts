import { z } from 'zod';
import { parseAt } from '../../domain/boundary';
import { epochMs, isoTime } from '../../domain/time';
import type { FeedAsk } from '../../ports/connector';
import { listSetting } from '../_shared/list-setting';
import { nextPlace } from '../_shared/numbered-pages';
import { openGitHub } from './client';
import { withThread } from './read-thread';
import { DISCUSSIONS } from './discussions-query';
import { DiscussionPage, STAGES, type Cursor } from './schema';

const PAGE = 100;
/** Clocks differ, and a list can lag behind a change: the last two minutes before a round are read again in the next. */
const OVERLAP_MS = 120_000;

export interface ReadPage {
  readonly repo: string;
  readonly stage: Cursor['stage'];
  readonly values: readonly unknown[];
  readonly checkpoint: Cursor;
  readonly isLast: boolean;
}

/** One page of one list of one repository, and where the next one begins. */
export async function readPage(ask: FeedAsk, stored: Cursor | undefined, stages: readonly Cursor['stage'][] = STAGES): Promise<ReadPage> {
  const repos = listSetting(ask.settings['repositories']).map((repo) => repo.toLowerCase());
  const cursor = stored !== undefined && repos.includes(stored.repo) ? stored : begin(ask, repos[0] ?? '', stored?.since ?? {}, stages);
  const page = cursor.stage === 'discussions' ? await readDiscussions(ask, cursor) : await readList(ask, cursor);
  const next = page.next ?? followingStage(ask, { ...cursor, changed: page.changed }, stages);
  if (next !== undefined) return { repo: cursor.repo, stage: cursor.stage, values: page.values, checkpoint: next, isLast: false };
  const since = { ...cursor.since, [cursor.repo]: isoTime(epochMs(cursor.began) - OVERLAP_MS) };
  const following = repos[repos.indexOf(cursor.repo) + 1];
  return { repo: cursor.repo, stage: cursor.stage, values: page.values, checkpoint: begin(ask, following ?? repos[0] ?? '', since, stages), isLast: following === undefined };
}

interface Part {
  readonly values: readonly unknown[];
  readonly changed: boolean;
  /** The next page of the same list; absent at its end. */
  readonly next?: Cursor;
}

/** Issues or comments, oldest change first. */
async function readList(ask: FeedAsk, cursor: Cursor): Promise<Part> {
  const path = cursor.stage === 'issues' ? 'issues' : 'issues/comments';
  const query = { sort: 'updated', direction: 'asc', since: cursor.from, per_page: PAGE, page: cursor.page, ...(cursor.stage === 'issues' ? { state: 'all' } : {}) };
  const values = parseAt(`github ${cursor.stage}`, z.array(z.unknown()), await openGitHub(ask).get(`/repos/${cursor.repo}/${path}`, query));
  const changes = values.flatMap((value) => changedAt(value) ?? []);
  const known = cursor.since[cursor.repo];
  const changed = cursor.changed || changes.some((at) => known === undefined || at > known);
  const next = nextPlace(cursor, values.length < PAGE, changes.at(-1) ?? null);
  return { values, changed, ...(next === undefined ? {} : { next: { ...cursor, changed, ...next, from: next.from ?? cursor.from } }) };
}

/** Newest change first: behind the first older one all has been read. */
async function readDiscussions(ask: FeedAsk, cursor: Cursor): Promise<Part> {
  const [owner = '', name = ''] = cursor.repo.split('/');
  const client = openGitHub(ask);
  const { repository } = parseAt('github discussions', DiscussionPage, await client.graphql(DISCUSSIONS, { owner, name, after: cursor.after }));
  if (!repository.hasDiscussionsEnabled) return { values: [], changed: cursor.changed };
  const { nodes, pageInfo } = repository.discussions;
  const from = cursor.since[cursor.repo] ?? '';
  const isOlder = (value: unknown): boolean => (changedAt(value) ?? '~') < from;
  const values: unknown[] = [];
  for (const node of nodes) if (!isOlder(node)) values.push(await withThread(client, cursor.repo, node));
  if (!pageInfo.hasNextPage || pageInfo.endCursor === undefined || nodes.some(isOlder)) return { values, changed: cursor.changed };
  return { values, changed: cursor.changed, next: { ...cursor, after: pageInfo.endCursor } };
}

/** A new or edited comment moves its issue's last change, so without a changed issue there is none. */
function followingStage(ask: FeedAsk, cursor: Cursor, stages: readonly Cursor['stage'][]): Cursor | undefined {
  const later = stages.slice(stages.indexOf(cursor.stage) + 1).find((stage) => stage !== 'comments' || cursor.changed);
  return later === undefined ? undefined : { ...cursor, stage: later, from: cursor.since[cursor.repo] ?? ask.since, page: 1, back: null, after: null };
}

function begin(ask: FeedAsk, repo: string, since: Cursor['since'], stages: readonly Cursor['stage'][]): Cursor {
  return { repo, stage: stages[0] ?? 'issues', from: since[repo] ?? ask.since, page: 1, back: null, after: null, changed: false, began: ask.now, since };
}

const Changed = z.union([z.object({ updated_at: z.string() }).transform((one) => one.updated_at), z.object({ updatedAt: z.string() }).transform((one) => one.updatedAt)]);

function changedAt(value: unknown): string | undefined {
  const found = Changed.safeParse(value);
  return found.success && !Number.isNaN(Date.parse(found.data)) ? new Date(found.data).toISOString() : undefined;
}
