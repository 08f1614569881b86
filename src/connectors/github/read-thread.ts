import { parseAt } from '../../domain/boundary';
import { SourceRefused } from '../../domain/source-errors';
import type { GitHub } from './client';
import { THREAD } from './discussions-query';
import { Discussion, ThreadPage } from './schema';

/** Of a discussion with more comments than this the rest is said to be unread. */
const MOST_PAGES = 10;

/** The discussion with all its comments and replies, where the list of discussions does not hold them; anything else as it is. @throws SourceError BadInput */
export async function withThread(client: GitHub, repo: string, value: unknown): Promise<unknown> {
  const parsed = Discussion.safeParse(value);
  if (!parsed.success || typeof value !== 'object' || value === null) return value;
  const { number, comments } = parsed.data;
  if (!comments.pageInfo.hasNextPage && comments.nodes.every((one) => (one.replies?.totalCount ?? 0) === 0)) return value;
  return { ...value, thread: await readThread(client, repo, number) };
}

async function readThread(client: GitHub, repo: string, number: number): Promise<{ readonly said: readonly unknown[]; readonly isCut: boolean }> {
  const [owner = '', name = ''] = repo.split('/');
  const said: unknown[] = [];
  let after: string | null = null;
  let isCut = false;
  for (let page = 0; page < MOST_PAGES; page += 1) {
    let answer: unknown;
    try {
      answer = await client.graphql(THREAD, { owner, name, number, after });
    } catch (error) {
      // Deleted since it was listed, or more than GitHub gives at once: what was read stays, and the rest is said to be unread.
      if (error instanceof SourceRefused) return { said, isCut: true };
      throw error;
    }
    const { nodes, pageInfo } = parseAt('github discussion', ThreadPage, answer).repository.discussion.comments;
    for (const { replies, ...comment } of nodes) said.push(comment, ...replies.nodes);
    isCut ||= nodes.some((one) => one.replies.pageInfo.hasNextPage);
    if (!pageInfo.hasNextPage) return { said, isCut };
    if (pageInfo.endCursor === undefined || pageInfo.endCursor === after) break;
    after = pageInfo.endCursor;
  }
  return { said, isCut: true };
}
