import { z } from 'zod';
import { parseAt } from '../../domain/boundary';
import { SourceUnreadable } from '../../domain/source-errors';
import type { Http } from '../../ports/http';

const ServerInfo = z.object({ baseUrl: z.url({ protocol: /^https?$/ }) });

/** Host name of the Jira site that we are installed on, as its addresses have it. @throws SourceUnreachable SourceUnreadable */
export async function ownSite(jira: Http): Promise<string> {
  const { status, text } = await jira.send({ method: 'GET', url: '/rest/api/3/serverInfo', headers: { accept: 'application/json' }, timeoutMs: 10_000, maxBytes: 100_000 });
  if (status !== 200) throw new SourceUnreadable(`Jira does not say its address (${status})`);
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch (cause) {
    throw new SourceUnreadable('Jira does not say its address as JSON', { cause });
  }
  return new URL(parseAt('jira serverInfo', ServerInfo, body).baseUrl).host;
}
