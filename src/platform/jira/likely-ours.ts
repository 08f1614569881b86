import { route } from '@forge/api';
import { TrackerFailure } from '../../domain/errors';
import type { ClosingTracker } from '../../ports/closing-tracker';
import { IdPage, ResolutionList } from './closing-schema';
import { fetchJira } from './request';

const PAGE = 100;
const OWN_RESOLUTION = 'No customer evidence';
/** Property in which a close notes its operation, and the name under which JQL finds it (`jira:entityProperty` in the manifest). */
export const MARKER = 'resurface-operation';
const MARKER_ALIAS = 'resurfaceOperation';

/**
 * Done issues that carry our resolution or our mark. A site on which nobody made the resolution has none of the first kind: Jira refuses a
 * query with a name it does not know. The second kind is indexed some time after an installation; a refusal means that there is no index yet.
 */
export const fetchLikelyOurs: ClosingTracker['fetchLikelyOurs'] = async (projects) => {
  const where = `project in (${projects.map((key) => `"${key.replace(/["\\]/g, '')}"`).join(', ')})`;
  const resolutions = await fetchJira('app', route`/rest/api/3/resolution`, ResolutionList);
  const hasOwn = resolutions.some(({ name }) => name.toLowerCase() === OWN_RESOLUTION.toLowerCase());
  const byResolution = hasOwn ? await search(`${where} AND resolution = "${OWN_RESOLUTION}" ORDER BY id ASC`) : [];
  const byMark = await search(`${where} AND statusCategory = Done AND ${MARKER_ALIAS} IS NOT EMPTY ORDER BY id ASC`).catch((error: unknown) => {
    if (error instanceof TrackerFailure && error.status === 400) return [];
    throw error;
  });
  return [...new Set([...byResolution, ...byMark])];
};

async function search(jql: string): Promise<readonly string[]> {
  const ids: string[] = [];
  let nextPageToken: string | undefined;
  do {
    const page = await fetchJira('app', route`/rest/api/3/search/jql`, IdPage, { method: 'POST', body: { jql, fields: ['id'], maxResults: PAGE, ...(nextPageToken === undefined ? {} : { nextPageToken }) } });
    ids.push(...page.issues.map((issue) => issue.id));
    nextPageToken = page.nextPageToken ?? undefined;
  } while (nextPageToken !== undefined);
  return ids;
}
