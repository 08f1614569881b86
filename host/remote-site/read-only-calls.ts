/** POSTs of Jira that change nothing: a question too long for an address. Only these go out; everything else that is no GET is a write. */
export const READING_POSTS: ReadonlySet<string> = new Set([
  '/rest/api/3/search/jql',
  '/rest/api/3/search/approximate-count',
  '/rest/api/3/issue/bulkfetch',
  '/rest/api/3/changelog/bulkfetch',
  '/rest/api/3/comment/list',
  '/rest/api/3/permissions/check',
  '/rest/api/3/permissions/project',
]);

const READABLE = /^\/rest\/(?:api\/3|agile\/1\.0)\//;

export type CallVerdict = 'read' | 'write' | 'outside';

/** @param path as the URL parser left it: dot segments are gone */
export function verdictOf(method: string, path: string): CallVerdict {
  if (method === 'GET') return READABLE.test(path) ? 'read' : 'outside';
  return method === 'POST' && READING_POSTS.has(path) ? 'read' : 'write';
}
