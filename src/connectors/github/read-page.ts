import { z } from 'zod';
import { parseAt } from '../../domain/boundary';
import { SourceUnreadable } from '../../domain/source-errors';
import { epochMs, isoTime, type IsoTime } from '../../domain/time';
import type { SkippedRecord } from '../../domain/source-record';
import type { FeedAsk, FeedPage } from '../../ports/connector';
import { NO_TURNS, nextInTurn, type Turns } from '../_shared/in-turn';
import { listSetting } from '../_shared/list-setting';
import { movedTo, nextPlace, readNumbered } from '../_shared/numbered-pages';
import { pageInSmaller, tooLargeAt } from '../_shared/smaller-pages';
import { canaryQuery } from './canaries';
import { openGitHub } from './client';
import { idsOf, knownMembers } from './read-members';
import { withThread } from './read-thread';
import { discussionsQuery } from './discussions-query';
import { DiscussionPage, STAGES, type Cursor } from './schema';

const PAGE = 100;
/** Each may bring a hundred comments. */
const DISCUSSIONS = 50;
/** Clocks differ, by an hour at worst, and a list can lag behind a change, or be an hour old where something answers for GitHub: read again is what came since the reading before, and this much at least. */
const OVERLAP_MS = 62 * 60_000;

export interface ReadPage {
  readonly repo: string;
  readonly stage: Cursor['stage'];
  readonly values: readonly unknown[];
  /** Larger than we take at once. */
  readonly skipped: readonly SkippedRecord[];
  /** Who belongs to the organisations of these repositories. */
  readonly members: ReadonlySet<number>;
  readonly checkpoint: Cursor;
  readonly isLast: boolean;
  readonly canaries?: NonNullable<FeedPage<unknown>['canaries']>;
  readonly readTo?: IsoTime;
}

/** One page of one list of one repository, and where the next one begins. */
export async function readPage(ask: FeedAsk, stored: Cursor | undefined, stages: readonly Cursor['stage'][] = STAGES): Promise<ReadPage> {
  const repos = listSetting(ask.settings['repositories']).map((repo) => repo.toLowerCase());
  const waiting = stored !== undefined && repos.includes(stored.repo) ? stored : begin(ask, repos[0] ?? '', stored?.since ?? {}, stages, stored?.turns);
  const isBegun = waiting.began !== NOT_BEGUN;
  // Not in the middle of a list.
  const { members, isMore } = isBegun ? { members: stored?.members, isMore: false } : await knownMembers(openGitHub(ask), ask, stored?.members);
  const anew = isMore ? begin(ask, waiting.repo, Object.fromEntries(repos.map((repo) => [repo, ask.firstSince ?? ask.since])), stages, waiting.turns) : waiting;
  const page = await readPart(ask, isBegun ? waiting : { ...anew, began: ask.now }, repos, stages);
  return { ...page, members: idsOf(members), checkpoint: { ...page.checkpoint, ...(members === undefined ? {} : { members }) } };
}

async function readPart(ask: FeedAsk, cursor: Cursor, repos: readonly string[], stages: readonly Cursor['stage'][]): Promise<Omit<ReadPage, 'members'>> {
  const page = cursor.stage === 'discussions' ? await readDiscussions(ask, cursor) : await readList(ask, cursor);
  const next = page.next ?? followingStage(ask, { ...cursor, changed: page.changed }, stages);
  const read = { repo: cursor.repo, stage: cursor.stage, values: page.values, skipped: page.skipped ?? [], ...(page.canaries === undefined ? {} : { canaries: page.canaries }) };
  if (next !== undefined) return { ...read, checkpoint: next, isLast: false };
  const latest = isoTime(epochMs(cursor.began) - OVERLAP_MS);
  const before = cursor.turns.readAt[cursor.repo] ?? latest;
  const since = { ...cursor.since, [cursor.repo]: before < latest ? before : latest };
  const turn = nextInTurn(ask, repos, cursor.turns, { scope: cursor.repo, began: cursor.began });
  return { ...read, ...turn.page, checkpoint: begin(ask, turn.next, since, stages, turn.turns) };
}

/** Of a repository whose reading has still to begin. */
const NOT_BEGUN = '';

interface Part {
  readonly values: readonly unknown[];
  readonly skipped?: readonly SkippedRecord[];
  readonly changed: boolean;
  /** The next page of the same list; absent at its end. */
  readonly next?: Cursor;
  readonly canaries?: NonNullable<FeedPage<unknown>['canaries']>;
}

/** Issues or comments, oldest change first. */
async function readList(ask: FeedAsk, cursor: Cursor): Promise<Part> {
  const path = cursor.stage === 'issues' ? 'issues' : 'issues/comments';
  const query = { sort: 'updated', direction: 'asc', since: cursor.from, ...(cursor.stage === 'issues' ? { state: 'all' } : {}) };
  const { place, size, page } = await readNumbered(cursor, PAGE, async (number, each) => parseAt(`github ${cursor.stage}`, z.array(z.unknown()), await openGitHub(ask).get(`/repos/${cursor.repo}/${path}`, { ...query, per_page: each, page: number })));
  const skipped = page === undefined ? [tooLargeAt(`${cursor.repo}-${cursor.stage}-${cursor.from}-${place.page}`)] : [];
  const values = page ?? [];
  const changes = values.flatMap((value) => changedAt(value) ?? []);
  // An answer to another question, as of a cache that answers for GitHub, would move the reader past what it does not hold.
  if (changes.some((at) => at < toSecond(cursor.from))) throw new SourceUnreadable('the page holds older changes than were asked for');
  const known = cursor.since[cursor.repo];
  const changed = cursor.changed || page === undefined || changes.some((at) => known === undefined || at > known);
  const next = nextPlace(place, page !== undefined && values.length < size, changes.at(-1) ?? null);
  return { values, skipped, changed, ...(next === undefined ? {} : { next: { ...movedTo(cursor, next), changed, from: next.from ?? cursor.from } }) };
}

/** Newest change first: behind the first older one all has been read. The same request asks for some records that should be there, so that nobody has to probe. */
async function readDiscussions(ask: FeedAsk, cursor: Cursor): Promise<Part> {
  const [owner = '', name = ''] = cursor.repo.split('/');
  const query = canaryQuery(cursor.after === null ? ((await ask.drawCanaries?.()) ?? []) : []);
  const client = openGitHub(ask);
  const data = await pageInSmaller(DISCUSSIONS, (first) => client.graphql(discussionsQuery(query.text), { owner, name, after: cursor.after, first }));
  const { repository } = parseAt('github discussions', DiscussionPage, data);
  const read = { changed: cursor.changed, ...(query.asked.length === 0 ? {} : { canaries: { asked: query.asked, found: query.foundIn(data) } }) };
  if (!repository.hasDiscussionsEnabled) return { ...read, values: [] };
  const { nodes, pageInfo } = repository.discussions;
  const from = cursor.since[cursor.repo] ?? '';
  const isOlder = (value: unknown): boolean => (changedAt(value) ?? '~') < from;
  const values: unknown[] = [];
  for (const node of nodes) if (!isOlder(node)) values.push(await withThread(client, cursor.repo, node));
  if (!pageInfo.hasNextPage || pageInfo.endCursor === undefined || nodes.some(isOlder)) return { ...read, values };
  return { ...read, values, next: { ...cursor, after: pageInfo.endCursor } };
}

/** A new or edited comment moves its issue's last change, so without a changed issue there is none. */
function followingStage(ask: FeedAsk, cursor: Cursor, stages: readonly Cursor['stage'][]): Cursor | undefined {
  const later = stages.slice(stages.indexOf(cursor.stage) + 1).find((stage) => stage !== 'comments' || cursor.changed);
  return later === undefined ? undefined : { ...movedTo(cursor, { from: cursor.from, page: 1, back: null }), stage: later, from: cursor.since[cursor.repo] ?? ask.since, after: null };
}

function begin(ask: FeedAsk, repo: string, since: Cursor['since'], stages: readonly Cursor['stage'][], turns: Turns = NO_TURNS): Cursor {
  return { repo, stage: stages[0] ?? 'issues', from: since[repo] ?? ask.since, page: 1, back: null, after: null, changed: false, began: NOT_BEGUN, since, turns };
}

const Changed = z.union([z.object({ updated_at: z.string() }).transform((one) => one.updated_at), z.object({ updatedAt: z.string() }).transform((one) => one.updatedAt)]);

function changedAt(value: unknown): string | undefined {
  const found = Changed.safeParse(value);
  return found.success && !Number.isNaN(Date.parse(found.data)) ? new Date(found.data).toISOString() : undefined;
}

/** GitHub compares by whole seconds. */
function toSecond(at: string): string {
  return isoTime(Math.floor(epochMs(at) / 1000) * 1000);
}
