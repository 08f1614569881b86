import { z } from 'zod';
import { textOfAdf } from '../../src/domain/text-of-adf';
import type { RemoteJira } from './remote-jira';

/** https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-issue-search/#api-rest-api-3-search-jql-post */
const Page = z.object({
  issues: z.array(
    z.object({
      key: z.string(),
      fields: z.object({ summary: z.string().nullish(), description: z.unknown(), created: z.string(), status: z.object({ name: z.string() }).nullish(), reporter: z.object({ accountId: z.string() }).nullish(), security: z.unknown() }),
    }),
  ),
  nextPageToken: z.string().nullish(),
});
const DAYS_BACK = 365;
const DAY_IN_MS = 86_400_000;
/** A start should take seconds; what is older than these is said to be missing. */
const MOST_REQUESTS = 5_000;
const PAGE = 100;

interface Wanted {
  readonly desk: string;
  readonly origin: string;
  readonly now: string;
  /** Read before, at this time: only what changed since. */
  readonly since?: string;
}

export interface Requests {
  /** Rows of the import's format, one a request. */
  readonly rows: readonly string[];
  /** Older requests of the window that were not read: silence there is no answer. */
  readonly gap?: { readonly from: string; readonly to: string; readonly reason: string };
}

/**
 * What customers asked in a service desk: a request's summary and description, by who reported it. Not its comments, for those are
 * mostly the desk's own words; not requests with a security level.
 * @throws Error in words for the person at the terminal
 */
export async function readRequests(remote: RemoteJira, { desk, origin, now, since }: Wanted): Promise<Requests> {
  // Relative, for Jira reads a date in the asker's own time zone.
  const changed = since === undefined ? '' : ` AND updated >= -${Math.ceil((Date.parse(now) - Date.parse(since)) / 60_000) + 5}m`;
  const jql = `project = "${desk}" AND created >= -${DAYS_BACK}d${changed} ORDER BY created DESC`;
  const rows: string[] = [];
  let oldest = now;
  let token: string | undefined;
  do {
    const page = await ask(remote, { jql, fields: ['summary', 'description', 'created', 'status', 'reporter', 'security'], maxResults: PAGE, ...(token === undefined ? {} : { nextPageToken: token }) });
    for (const { key, fields } of page.issues) {
      oldest = new Date(fields.created).toISOString();
      if (fields.security !== undefined && fields.security !== null) continue;
      const text = textOfAdf(fields.description).trim();
      const title = fields.summary ?? undefined;
      rows.push(JSON.stringify({ id: key, at: oldest, title, text: text === '' ? title : text, author: fields.reporter?.accountId, status: fields.status?.name, url: `${origin}/browse/${encodeURIComponent(key)}` }));
    }
    token = page.nextPageToken ?? undefined;
  } while (token !== undefined && rows.length < MOST_REQUESTS);
  if (token === undefined) return { rows };
  return { rows, gap: { from: new Date(Date.parse(now) - DAYS_BACK * DAY_IN_MS).toISOString(), to: oldest, reason: `only the newest ${MOST_REQUESTS.toLocaleString('en')} requests were read` } };
}

async function ask(remote: RemoteJira, question: unknown): Promise<z.output<typeof Page>> {
  const { status, body } = await remote.ask({ method: 'POST', path: '/rest/api/3/search/jql', headers: { 'content-type': 'application/json' }, body: JSON.stringify(question) });
  if (status !== 200) throw new Error(`The site answered ${status} when its service requests were asked for.`);
  return Page.parse(JSON.parse(body.toString('utf8')));
}
