import api, { assumeTrustedRoute } from '@forge/api';
import { SourceError, SourceUnreachable } from '../../domain/source-errors';
import type { Http, HttpAnswer, HttpRequest } from '../../ports/http';
import { readCapped } from '../read-capped';

/** Jira of the site we are installed on, as the app. The path was checked by the edge; nothing leaves the site. */
export function jiraHttp(): Http {
  return { send };
}

async function send({ method, url, headers = {}, body, maxBytes }: HttpRequest): Promise<HttpAnswer> {
  try {
    const response = (await api.asApp().requestJira(assumeTrustedRoute(url), { method, headers: { ...headers }, ...(body === undefined ? {} : { body }) })) as unknown as Response;
    return { status: response.status, headers: Object.fromEntries([...response.headers].map(([name, value]) => [name.toLowerCase(), value])), text: await readCapped(response.body, maxBytes) };
  } catch (error) {
    if (error instanceof SourceError) throw error;
    throw new SourceUnreachable('no whole answer from Jira', { cause: error });
  }
}
