import type { Ask } from '../../ports/connector';
import type { SourceRequest } from '../../ports/http';

const VERSION = '2.15';

/** Where a workspace's data is kept decides the address: https://developers.intercom.com/docs/build-an-integration/learn-more/rest-apis/making-requests */
export const HOSTS: Readonly<Record<string, string>> = { us: 'api.intercom.io', eu: 'api.eu.intercom.io', au: 'api.au.intercom.io' };

export function apiHost(settings: Readonly<Record<string, string>>): string {
  return HOSTS[settings['region'] ?? ''] ?? '';
}

/** One parsed answer of Intercom's API. @throws SourceError */
export function askIntercom(ask: Ask, path: string, request: SourceRequest = {}): Promise<unknown> {
  return ask.http.json(`https://${apiHost(ask.settings)}${path}`, {
    ...request,
    headers: { Authorization: `Bearer ${ask.secret('token')}`, Accept: 'application/json', 'Intercom-Version': VERSION },
  });
}
