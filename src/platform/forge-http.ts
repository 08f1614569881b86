import { fetch } from '@forge/api';
import { SourceAddressRefused, SourceError, SourceUnreachable } from '../domain/source-errors';
import type { Http, HttpAnswer, HttpRequest } from '../ports/http';
import { readCapped } from './read-capped';

/** The world outside through Forge's own fetch, which knows the manifest's egress list. Redirects are handed back, never followed here. */
export function forgeHttp(): Http {
  return { send };
}

async function send({ method, url, headers = {}, body, timeoutMs, maxBytes }: HttpRequest): Promise<HttpAnswer> {
  const timer = AbortSignal.timeout(timeoutMs);
  try {
    const response = (await fetch(url, { method, headers: { ...headers }, redirect: 'manual', signal: timer, ...(body === undefined ? {} : { body }) })) as unknown as Response;
    refuseOfPlatform(response.headers.get('forge-proxy-error'));
    return { status: response.status, headers: Object.fromEntries([...response.headers].map(([name, value]) => [name.toLowerCase(), value])), text: await readCapped(response.body, maxBytes) };
  } catch (error) {
    throw failureOf(error, timer);
  }
}

/** Forge's proxy may answer in the vendor's place: a 403 of its own, told by its header, is not the vendor's and says nothing of our key. */
function refuseOfPlatform(error: string | null): void {
  if (error === null) return;
  if (/EGRESS/i.test(error)) throw new SourceAddressRefused('the manifest does not list this address');
  throw new SourceUnreachable('the platform did not pass the request on');
}

/** The platform's egress list refused (its error's name is documented); everything else is an answer that did not come whole. */
function failureOf(error: unknown, timer: AbortSignal): SourceError {
  if (error instanceof SourceError) return error;
  const name = error instanceof Error ? error.name : 'unknown';
  if (name === 'REQUEST_EGRESS_ALLOWLIST_ERR') return new SourceAddressRefused('the manifest does not list this address', { cause: error });
  return new SourceUnreachable(timer.aborted ? 'no answer in time' : 'no whole answer', { cause: error });
}
