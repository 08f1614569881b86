import type { IncomingMessage, ServerResponse } from 'node:http';
import { listen, send, type LocalServer } from '../forge/servers/http';
import { answerAdministration, answerExtra, type ExtrasOptions } from './own-extras';
import { passOn } from './pass-on';
import { verdictOf } from './read-only-calls';
import { jiraProblem, type RemoteAnswer } from './remote-answer';
import type { RemoteJira } from './remote-jira';
import type { WouldHaveWritten } from './would-have-written';
import { wouldHaveWrittenPage } from './would-have-written-page';

export interface ReadOnlyProxyOptions extends ExtrasOptions {
  readonly origin: string;
  /** The tenant that is the remote site. All others are the emulated Jira's. */
  readonly tenant: string;
  readonly remote: RemoteJira;
  readonly emulatedUrl: string;
  readonly refused: WouldHaveWritten;
  readonly onError: (error: unknown) => void;
}

export const REFUSED_PAGE = '/emulated/would-have-written';
const LARGEST_QUESTION = 1_000_000;
const LARGEST_WRITE = 5_000_000;

/** Stands where the emulated Jira's address stands: calls of the remote tenant go to the real site if they only read; nothing else leaves. */
export async function openReadOnlyProxy(options: ReadOnlyProxyOptions): Promise<LocalServer> {
  let own = '';
  const server = await listen(
    0,
    async (request, response) => {
      // A page in a browser that finds this port tells its origin, or the name it resolved to us.
      if (request.headers.host !== own || request.headers.origin !== undefined) return reply(response, jiraProblem(403, 'Not the local host.'));
      if (request.method === 'GET' && request.url === REFUSED_PAGE) {
        return send(response, 200, { 'content-type': 'text/html; charset=utf-8' }, wouldHaveWrittenPage(options.origin, options.refused));
      }
      if (request.headers['x-emulated-tenant'] !== options.tenant) return passOn(options.emulatedUrl, request, response);
      reply(response, await answer(options, request));
    },
    options.onError,
  );
  own = new URL(server.origin).host;
  return server;
}

async function answer(options: ReadOnlyProxyOptions, request: IncomingMessage): Promise<RemoteAnswer> {
  const method = request.method ?? 'GET';
  const asked = request.url ?? '';
  if (!asked.startsWith('/')) return jiraProblem(400, 'Not a path.');
  const url = new URL(options.origin + asked);
  const isPage = request.headers['x-emulated-via'] === 'frontend';
  const extra = answerExtra(method, url.pathname, options);
  if (extra !== undefined) return extra;
  const actor = String(request.headers['x-emulated-actor'] ?? 'anonymous');
  if (actor !== 'app' && actor !== options.person.accountId) return jiraProblem(401, 'Only the person of the token is known here.');
  if (!isPage) {
    const administration = answerAdministration(method, url);
    if (administration !== undefined) return administration;
  }
  switch (verdictOf(method, url.pathname)) {
    case 'read':
      return read(options, request, method, url);
    case 'outside':
      return jiraProblem(403, `${url.pathname} is no address of Jira's REST API that is read here.`);
    case 'write': {
      const bytes = (await readUpTo(request, LARGEST_WRITE))?.length ?? LARGEST_WRITE;
      options.refused.add({ at: new Date().toISOString(), by: isPage ? 'page' : 'app', method, path: url.pathname + url.search, bytes });
      return jiraProblem(403, `Your own site is read only here. ${method} ${url.pathname} was not sent; it is listed under “would have written”.`);
    }
  }
}

async function read({ remote }: ReadOnlyProxyOptions, request: IncomingMessage, method: string, url: URL): Promise<RemoteAnswer> {
  const path = url.pathname + url.search;
  const language = request.headers['accept-language'];
  const headers = language === undefined ? {} : { 'accept-language': language };
  if (method === 'GET') return remote.ask({ method, path, headers });
  const body = await readUpTo(request, LARGEST_QUESTION);
  if (body === undefined) return jiraProblem(413, 'The request is too large.');
  return remote.ask({ method: 'POST', path, headers: { ...headers, 'content-type': 'application/json' }, body: body.toString('utf8') });
}

/** Undefined when more comes; what is too much is read and forgotten, so that the connection stays usable. */
async function readUpTo(request: IncomingMessage, maximum: number): Promise<Buffer | undefined> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of request) {
    size += part.length;
    if (size <= maximum) parts.push(part);
  }
  return size > maximum ? undefined : Buffer.concat(parts);
}

function reply(response: ServerResponse, { status, headers, body }: RemoteAnswer): void {
  // Node sends no body where a status forbids one.
  send(response, status, headers, body);
}
